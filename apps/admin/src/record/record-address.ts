/** Where a record has its page, by its type; undefined where it has none of its own. */
export function recordAddress(recordType: string, recordId: string): string | undefined {
  const address = addresses[recordType];
  return address?.(recordId);
}

const addresses: Readonly<Record<string, ((id: string) => string) | undefined>> = {
  HOUSEHOLD: (id) => `/households/${id}`,
  POSTING: (id) => `/postings/${id}`,
  PUBLIC_POSTING: (id) => `/postings/${id}`,
  CAMPAIGN: (id) => `/campaigns/${id}`,
  DECISION_SHEET: (id) => `/decision-sheets/${id}`,
  ROSTER_IMPORT: (id) => `/roster-imports/${id}`,
  DISBURSEMENT_BATCH: (id) => `/batches/${id}`,
  BATCH: (id) => `/batches/${id}`,
  APPLICATION: (id) => `/applications/${id}`,
  AID_APPLICATION: (id) => `/applications/${id}`,
  PAYMENT: (id) => `/payments/${id}`,
  FUND: (id) => `/funds/${id}`,
  ALLOCATION: () => '/allocations',
  VOUCHER: (id) => `/vouchers/${id}`,
  JOB_SEEKER: (id) => `/job-seekers/${id}`,
  VACANCY: () => '/vacancies',
  LEGAL_CASE: (id) => `/legal-cases/${id}`,
  WAGE_CLAIM: (id) => `/wage-claims/${id}`,
};
