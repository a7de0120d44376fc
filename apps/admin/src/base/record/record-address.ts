/**
 * The address of a record's page, by its type, however a service spells it (`AidApplication`, `AID_APPLICATION`,
 * `APPLICATION`), and its id; undefined if it has none. Records shown on their household's page lead there if the
 * household is known.
 */
export function recordAddress(recordType: string, recordId: string, householdId?: string | null): string | undefined {
  const type = recordType.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
  if (householdId != null && onHousehold.has(type)) return `/households/${householdId}`;
  return addresses[type]?.(recordId);
}

/** Record types of the audit log without a page. */
export const recordsWithoutPage: readonly string[] = [
  'AidCentre',
  'AuditEntry',
  'CellRecord',
  'CentrePost',
  'Contact',
  'DeadLetter',
  'Delegation',
  'Department',
  'Facility',
  'GrantList',
  'IdentityIndex',
  'Job',
  'Person',
  'Replay',
  'Session',
];

const onHousehold: ReadonlySet<string> = new Set(['CASE_FILE', 'ROSTER_ROW']);

const application = (id: string): string => `/applications/${id}`;
const batch = (id: string): string => `/batches/${id}`;
const posting = (id: string): string => `/postings/${id}`;
const trainingAttendance = (id: string): string => `/training-attendances/${id}`;
const table = (): string => '/reports/warmth-table';

const addresses: Readonly<Record<string, ((id: string) => string) | undefined>> = {
  HOUSEHOLD: (id) => `/households/${id}`,
  CASE_FILE: (id) => `/case-files/${id}`,
  VISIT: (id) => `/visits/${id}`,
  DIBAO_LINE: () => '/dibao-lines',
  POSTING: posting,
  PUBLIC_POSTING: posting,
  ROSTER_IMPORT: (id) => `/roster-imports/${id}`,
  CAMPAIGN: (id) => `/campaigns/${id}`,
  APPLICATION: application,
  AID_APPLICATION: application,
  // A row of a roster has the id of the application made from it.
  ROSTER_ROW: application,
  ELIGIBILITY_DECISION: (id) => `/eligibility-decisions/${id}`,
  FUND: (id) => `/funds/${id}`,
  PENDING_ENTRY: () => '/funds',
  RECEIPT: (id) => `/receipts/${id}`,
  ALLOCATION: (id) => `/allocations/${id}`,
  GRANT: (id) => `/grants/${id}`,
  BATCH: batch,
  DISBURSEMENT_BATCH: batch,
  PAYMENT: (id) => `/payments/${id}`,
  VOUCHER: (id) => `/vouchers/${id}`,
  JOB_SEEKER: (id) => `/job-seekers/${id}`,
  VACANCY: (id) => `/vacancies/${id}`,
  REFERRAL: (id) => `/referrals/${id}`,
  PLACEMENT: (id) => `/placements/${id}`,
  ENROLMENT: trainingAttendance,
  TRAINING_ATTENDANCE: trainingAttendance,
  LEGAL_CASE: (id) => `/legal-cases/${id}`,
  WAGE_CLAIM: (id) => `/wage-claims/${id}`,
  STATUTORY_TABLE: table,
  SUBMISSION: table,
  FORM_VERSION: () => '/report-forms',
  ORGANIZATION: (id) => `/organizations/${id}`,
  STAFF: (id) => `/staff/${id}`,
  ACCOUNT_ACT: () => '/account-acts',
};
