/** The group of the glossary that says the status of a type of record. */
const statusOf: Readonly<Record<string, string>> = {
  CaseFile: 'caseFileStatus',
  AidApplication: 'applicationStatus',
  Campaign: 'campaignStatus',
  PublicPosting: 'postingStatus',
  RosterImport: 'rosterImportStatus',
  Grant: 'grantStatus',
  DisbursementBatch: 'batchStatus',
  Payment: 'paymentStatus',
  Allocation: 'allocationStatus',
  JobSeeker: 'jobSeekerStatus',
  Vacancy: 'vacancyStatus',
  Referral: 'referralStatus',
  LegalCase: 'legalCaseStatus',
  WageClaim: 'wageClaimStatus',
  Submission: 'submissionStatus',
};

/** Groups whose codes mean the same on every record. */
const everywhere = [
  'role',
  'rank',
  'aidType',
  'fundSource',
  'outcome',
  'exitReason',
  'hardshipClass',
  'hardshipCause',
  'dibaoStatus',
  'personStanding',
  'modelWorkerHonour',
  'organizationKind',
  'stationKind',
  'facilityKind',
  'aidCentreLevel',
  'legalCaseKind',
  'legalCaseOutcome',
  'grantDecisionKind',
  'grantDecisionStatus',
  'returnClaimStatus',
  'matchingRequirement',
  'accountAct.kind',
  'recordType',
] as const;

/**
 * A code of an audit entry in words, as its own type of record says it; undefined for what is no code that people read.
 *
 * @param termAt the words at a path of the messages, undefined where there are none.
 */
export function codeInWords(
  termAt: (path: string) => string | undefined,
  recordType: string,
  code: string,
): string | undefined {
  if (!/^[A-Za-z_]{2,40}$/.test(code)) return undefined;
  const groups = [...(statusOf[recordType] === undefined ? [] : [statusOf[recordType]]), ...everywhere];
  return groups.reduce<string | undefined>((found, group) => found ?? termAt(`${group}.${code}`), undefined);
}
