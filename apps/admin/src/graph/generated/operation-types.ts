// Written by generate-operations.ts from the *.graphql documents. Not to be edited.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type HardshipClass =
  | 'BELOW_LINE'
  | 'MARGINAL'
  | 'SUDDEN';

export type CaseFileStatus =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'COUNTY_REVIEW'
  | 'POSTED'
  | 'ACTIVE'
  | 'EXITED'
  | 'RETURNED'
  | 'REJECTED'
  | 'SUSPENDED'
  | 'REVOKED';

export type OrganizationKind =
  | 'PROVINCE'
  | 'CITY'
  | 'COUNTY'
  | 'INDUSTRY_UNION'
  | 'BASE_UNION'
  | 'AID_STATION';

export type Role =
  | 'CLERK'
  | 'REVIEWER'
  | 'APPROVER'
  | 'WINDOW_CLERK'
  | 'EMPLOYMENT'
  | 'LEGAL_AID'
  | 'FINANCE'
  | 'FINANCE_LEAD'
  | 'STATISTICS'
  | 'AUDITOR'
  | 'ADMINISTRATOR';

export type HouseholdFilter = {
  readonly search?: string | null | undefined;
  readonly identityNumber?: string | null | undefined;
  readonly status?: CaseFileStatus | null | undefined;
  readonly organizationId?: string | null | undefined;
  readonly hardshipClass?: HardshipClass | null | undefined;
};

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly roles: ReadonlyArray<Role>, readonly actions: ReadonlyArray<string>, readonly staff: { readonly id: string, readonly username: string, readonly name: string }, readonly organization: { readonly id: string, readonly code: string, readonly name: string, readonly kind: OrganizationKind, readonly path: string } } };

export type RunningJobsQueryVariables = Exact<{ [key: string]: never; }>;


export type RunningJobsQuery = { readonly rosterImports: { readonly items: ReadonlyArray<{ readonly id: string, readonly fileName: string, readonly status: string, readonly rowsTotal: number, readonly rowsDone: number }> } };

export type SearchHouseholdsQueryVariables = Exact<{
  filter: HouseholdFilter;
}>;


export type SearchHouseholdsQuery = { readonly households: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly unitName: string, readonly head: { readonly id: string, readonly name: string, readonly maskedIdentityNumber: string }, readonly caseFile: { readonly id: string, readonly number: string, readonly status: CaseFileStatus } | null }> } };

export type WorkCountsQueryVariables = Exact<{
  cases: boolean;
  funds: boolean;
  work: boolean;
  reports: boolean;
}>;


export type WorkCountsQuery = { readonly caseWork?: { readonly drafts: number, readonly returned: number, readonly submitted: number, readonly reviewed: number, readonly postingsEnded: number, readonly postingsRunning: number, readonly openObjections: number, readonly active: number, readonly applicationsToApprove: number, readonly applicationsAwaitingFunds: number, readonly applicationsAmountToApprove: string }, readonly fundsWork?: { readonly grantsCommitted: number, readonly grantsCommittedAmount: string, readonly grantsAwaitingFunds: number, readonly grantsAwaitingAmount: string, readonly batchesToApprove: number, readonly batchesToPay: number, readonly allocationsInTransit: number, readonly available: string }, readonly employmentLegalWork?: { readonly jobSeekersOpen: number, readonly vacanciesOpen: number, readonly referralsOpen: number, readonly legalCasesOpen: number, readonly deadlinesWithin30Days: number, readonly wageClaimsOpen: number } };
