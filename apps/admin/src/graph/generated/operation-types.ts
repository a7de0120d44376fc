// Written by generate-operations.ts from the *.graphql documents. Not to be edited.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type HardshipCause =
  | 'MAJOR_ILLNESS'
  | 'DISABILITY'
  | 'SCHOOLING'
  | 'ACCIDENT'
  | 'DISASTER'
  | 'UNEMPLOYMENT'
  | 'FAMILY_CHANGE'
  | 'UNPAID_WAGES'
  | 'OTHER';

export type HardshipClass =
  | 'BELOW_LINE'
  | 'MARGINAL'
  | 'SUDDEN';

export type DibaoStatus =
  | 'NONE'
  | 'DIBAO'
  | 'MARGINAL';

export type ModelWorkerHonour =
  | 'NONE'
  | 'CITY'
  | 'PROVINCIAL'
  | 'NATIONAL';

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

export type ApplicationStatus =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'BASE_REVIEW'
  | 'COUNTY_REVIEW'
  | 'CITY_REVIEW'
  | 'APPROVED'
  | 'AWAITING_FUNDS'
  | 'FUNDED'
  | 'PAID'
  | 'FOLLOWED_UP'
  | 'RETURNED'
  | 'REJECTED'
  | 'WITHDRAWN';

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

export type CaseFileFilter = {
  readonly statuses?: ReadonlyArray<CaseFileStatus> | null | undefined;
  readonly search?: string | null | undefined;
  readonly organizationId?: string | null | undefined;
  readonly postingId?: string | null | undefined;
  /** Only files that the reader opened or submitted. */
  readonly mine?: boolean | null | undefined;
};

export type PostingFilter = {
  /** RUNNING, ENDED or ACTIVATED */
  readonly status?: string | null | undefined;
  readonly organizationId?: string | null | undefined;
};

export type AidApplicationFilter = {
  readonly statuses?: ReadonlyArray<ApplicationStatus> | null | undefined;
  readonly campaignId?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly organizationId?: string | null | undefined;
};

export type CaseFilesInput = {
  readonly ids?: ReadonlyArray<string> | null | undefined;
  readonly all?: boolean | null | undefined;
};

export type CaseFileDecisionInput = {
  readonly ids?: ReadonlyArray<string> | null | undefined;
  readonly all?: boolean | null | undefined;
  readonly opinion?: string | null | undefined;
};

export type ApproveApplicationsInput = {
  readonly ids?: ReadonlyArray<string> | null | undefined;
  readonly campaignId?: string | null | undefined;
  readonly all?: boolean | null | undefined;
  readonly opinion?: string | null | undefined;
};

export type DecideApplicationsInput = {
  readonly ids: ReadonlyArray<string>;
  readonly opinion: string;
};

export type PublishPostingInput = {
  readonly place: string;
  readonly from: string;
  readonly caseFileIds?: ReadonlyArray<string> | null | undefined;
  readonly allReviewed?: boolean | null | undefined;
};

export type RecordObjectionInput = {
  readonly caseFileId: string;
  readonly raisedBy: string;
  readonly text: string;
};

export type AnswerObjectionInput = {
  readonly objectionId: string;
  readonly finding: string;
  readonly upheld: boolean;
};

export type ActivatePostingInput = {
  readonly postingId: string;
};

export type RecordVisitInput = {
  readonly householdId: string;
  readonly visitedOn: string;
  readonly visitors: string;
  readonly leaderLed?: boolean | null | undefined;
  readonly brought?: string | null | undefined;
  readonly findings?: string | null | undefined;
  readonly campaignId?: string | null | undefined;
};

export type MapRosterColumnsInput = {
  readonly importId: string;
  readonly sheetName?: string | null | undefined;
  readonly headerRow?: number | null | undefined;
  readonly columns: ReadonlyArray<RosterColumnInput>;
};

export type RosterColumnInput = {
  readonly index: number;
  readonly field?: string | null | undefined;
};

export type StartRosterImportInput = {
  readonly importId: string;
};

export type CancelRosterImportInput = {
  readonly importId: string;
};

export type CorrectRosterRowInput = {
  readonly importId: string;
  readonly row: number;
  readonly values: ReadonlyArray<RosterValueInput>;
};

export type RosterValueInput = {
  readonly field: string;
  readonly value: string;
};

export type PutForwardCampaignListInput = {
  readonly campaignId: string;
};

export type RegisterHouseholdInput = {
  readonly headName: string;
  readonly identityNumber: string;
  readonly phone?: string | null | undefined;
  readonly bankAccount?: string | null | undefined;
  readonly unitName?: string | null | undefined;
  readonly declaredSize: number;
  readonly monthlyIncomePerCapita: string;
  readonly dibaoStatus?: DibaoStatus | null | undefined;
  readonly causes: ReadonlyArray<HardshipCause>;
  readonly modelWorkerHonour?: ModelWorkerHonour | null | undefined;
  readonly migrantWorker?: boolean | null | undefined;
  readonly remark?: string | null | undefined;
  readonly members?: ReadonlyArray<HouseholdMemberInput> | null | undefined;
};

export type HouseholdMemberInput = {
  readonly name: string;
  readonly relation: string;
  readonly identityNumber?: string | null | undefined;
  readonly monthlyIncome?: string | null | undefined;
  readonly health?: string | null | undefined;
  readonly schooling?: string | null | undefined;
};

export type UnmaskIdentityInput = {
  readonly personId: string;
  readonly reason: string;
};

export type ApplicationQueueQueryVariables = Exact<{
  filter?: AidApplicationFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type ApplicationQueueQuery = { readonly applications: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: ApplicationStatus, readonly amount: string, readonly aidType: string, readonly missingFunds: string | null, readonly putForwardBy: string, readonly putForwardAt: string, readonly approvedBy: string | null, readonly approvedAt: string | null, readonly opinion: string | null, readonly lockedForMe: boolean, readonly lockReason: string | null, readonly organizationName: string, readonly headName: string, readonly unitName: string, readonly campaign: { readonly id: string, readonly name: string } | null, readonly household: { readonly id: string }, readonly caseFile: { readonly id: string, readonly number: string, readonly evidence: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly kindName: string, readonly fileName: string, readonly contentType: string, readonly size: number, readonly uploadedAt: string, readonly uploadedBy: string, readonly url: string }> }, readonly decision: { readonly id: string, readonly outcome: string, readonly amount: string, readonly amountMin: string, readonly amountMax: string | null, readonly cap: string | null, readonly approverRole: string, readonly policyPackName: string, readonly policyVersion: number, readonly caseFileVersion: number, readonly decidedAt: string, readonly evidenceMissing: ReadonlyArray<string>, readonly frequency: string, readonly maskedIdentityNumber: string, readonly lines: ReadonlyArray<{ readonly criterion: string, readonly criterionEn: string, readonly householdValue: string, readonly threshold: string, readonly inForceFrom: string | null, readonly inForceTo: string | null, readonly evidence: ReadonlyArray<string>, readonly clauseCode: string, readonly clauseTitle: string, readonly source: string, readonly sourceText: string, readonly met: boolean, readonly speaks: string }> } }> } };

export type FundsLeftQueryVariables = Exact<{ [key: string]: never; }>;


export type FundsLeftQuery = { readonly fundsWork: { readonly available: string } };

export type ApproveApplicationsMutationVariables = Exact<{
  input: ApproveApplicationsInput;
}>;


export type ApproveApplicationsMutation = { readonly approveApplications: { readonly total: string | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type ReturnApplicationsMutationVariables = Exact<{
  input: DecideApplicationsInput;
}>;


export type ReturnApplicationsMutation = { readonly returnApplications: { readonly total: string | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type RejectApplicationsMutationVariables = Exact<{
  input: DecideApplicationsInput;
}>;


export type RejectApplicationsMutation = { readonly rejectApplications: { readonly total: string | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly roles: ReadonlyArray<Role>, readonly actions: ReadonlyArray<string>, readonly staff: { readonly id: string, readonly username: string, readonly name: string }, readonly organization: { readonly id: string, readonly code: string, readonly name: string, readonly kind: OrganizationKind, readonly path: string } } };

export type CampaignListQueryVariables = Exact<{
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type CampaignListQuery = { readonly campaigns: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly name: string, readonly organizationName: string, readonly status: string, readonly from: string, readonly to: string, readonly standard: string, readonly budget: string }> } };

export type CampaignRecordQueryVariables = Exact<{
  id: string;
}>;


export type CampaignRecordQuery = { readonly campaign: { readonly id: string, readonly name: string, readonly organizationName: string, readonly status: string, readonly from: string, readonly to: string, readonly standard: string, readonly budget: string, readonly phases: ReadonlyArray<{ readonly name: string, readonly nameEn: string, readonly from: string, readonly to: string }>, readonly targetCategories: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string }>, readonly policyPack: { readonly code: string, readonly name: string, readonly version: number, readonly source: string, readonly inForceFrom: string, readonly inForceTo: string | null, readonly clauses: ReadonlyArray<{ readonly code: string, readonly title: string, readonly titleEn: string, readonly source: string, readonly text: string }> }, readonly quotas: ReadonlyArray<{ readonly organizationId: string, readonly organizationName: string, readonly households: number, readonly budget: string }>, readonly funnel: ReadonlyArray<{ readonly organizationId: string, readonly organizationName: string, readonly registered: number, readonly submitted: number, readonly posted: number, readonly active: number, readonly putForward: number, readonly approved: number, readonly funded: number, readonly paid: number }> } | null };

export type PutForwardCampaignListMutationVariables = Exact<{
  input: PutForwardCampaignListInput;
}>;


export type PutForwardCampaignListMutation = { readonly putForwardCampaignList: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type CaseFileQueueQueryVariables = Exact<{
  filter?: CaseFileFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type CaseFileQueueQuery = { readonly caseFiles: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: CaseFileStatus, readonly version: number, readonly hardshipClass: HardshipClass | null, readonly hardshipExplanation: string, readonly evidenceMissing: ReadonlyArray<string>, readonly lockedForMe: boolean, readonly lockReason: string | null, readonly updatedAt: string, readonly evidence: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly kindName: string, readonly fileName: string, readonly contentType: string, readonly size: number, readonly uploadedAt: string, readonly uploadedBy: string, readonly url: string }>, readonly household: { readonly id: string, readonly unitName: string, readonly organizationName: string, readonly size: number, readonly monthlyIncomePerCapita: string, readonly dibaoStatus: DibaoStatus, readonly causes: ReadonlyArray<HardshipCause>, readonly modelWorkerHonour: ModelWorkerHonour, readonly migrantWorker: boolean, readonly remark: string | null, readonly head: { readonly id: string, readonly name: string, readonly maskedIdentityNumber: string, readonly birthDate: string, readonly sex: string, readonly maskedPhone: string | null }, readonly members: ReadonlyArray<{ readonly id: string, readonly name: string, readonly relation: string, readonly monthlyIncome: string | null, readonly health: string | null, readonly schooling: string | null }> } }> } };

export type SubmitCaseFilesMutationVariables = Exact<{
  input: CaseFilesInput;
}>;


export type SubmitCaseFilesMutation = { readonly submitCaseFiles: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type PassCaseFilesMutationVariables = Exact<{
  input: CaseFileDecisionInput;
}>;


export type PassCaseFilesMutation = { readonly passCaseFiles: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type ReturnCaseFilesMutationVariables = Exact<{
  input: CaseFileDecisionInput;
}>;


export type ReturnCaseFilesMutation = { readonly returnCaseFiles: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type RejectCaseFilesMutationVariables = Exact<{
  input: CaseFileDecisionInput;
}>;


export type RejectCaseFilesMutation = { readonly rejectCaseFiles: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type DecisionSheetQueryVariables = Exact<{
  id: string;
}>;


export type DecisionSheetQuery = { readonly decisionSheet: { readonly id: string, readonly outcome: string, readonly amount: string, readonly amountMin: string, readonly amountMax: string | null, readonly cap: string | null, readonly aidType: string, readonly approverRole: string, readonly policyPackCode: string, readonly policyPackName: string, readonly policyVersion: number, readonly caseFileVersion: number, readonly decidedAt: string, readonly inputsHash: string, readonly evidenceMissing: ReadonlyArray<string>, readonly frequency: string, readonly headName: string, readonly maskedIdentityNumber: string, readonly unitName: string, readonly caseFileNumber: string, readonly lines: ReadonlyArray<{ readonly criterion: string, readonly criterionEn: string, readonly householdValue: string, readonly threshold: string, readonly inForceFrom: string | null, readonly inForceTo: string | null, readonly evidence: ReadonlyArray<string>, readonly clauseCode: string, readonly clauseTitle: string, readonly source: string, readonly sourceText: string, readonly met: boolean, readonly speaks: string }> } | null };

export type ProblemPartsFragment = { readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string };

export type RowPartsFragment = { readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> };

export type TimelinePartsFragment = { readonly id: string, readonly at: string, readonly kind: string, readonly title: string, readonly titleEn: string, readonly detail: string | null, readonly detailEn: string | null, readonly actor: string | null, readonly organizationName: string | null, readonly recordType: string, readonly recordId: string };

export type HouseholdListQueryVariables = Exact<{
  filter?: HouseholdFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type HouseholdListQuery = { readonly households: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly unitName: string, readonly organizationName: string, readonly size: number, readonly monthlyIncomePerCapita: string, readonly hardshipClass: HardshipClass | null, readonly dibaoStatus: DibaoStatus, readonly causes: ReadonlyArray<HardshipCause>, readonly head: { readonly id: string, readonly name: string, readonly maskedIdentityNumber: string }, readonly caseFile: { readonly id: string, readonly number: string, readonly status: CaseFileStatus, readonly version: number, readonly evidenceMissing: ReadonlyArray<string>, readonly nextSteps: ReadonlyArray<string>, readonly lockedForMe: boolean } | null }> } };

export type HouseholdRecordQueryVariables = Exact<{
  id: string;
}>;


export type HouseholdRecordQuery = { readonly household: { readonly id: string, readonly unitName: string, readonly organizationName: string, readonly size: number, readonly monthlyIncomePerCapita: string, readonly hardshipClass: HardshipClass | null, readonly dibaoStatus: DibaoStatus, readonly causes: ReadonlyArray<HardshipCause>, readonly modelWorkerHonour: ModelWorkerHonour, readonly migrantWorker: boolean, readonly newGenerationMigrantWorker: boolean, readonly remark: string | null, readonly head: { readonly id: string, readonly name: string, readonly maskedIdentityNumber: string, readonly birthDate: string, readonly sex: string, readonly maskedPhone: string | null, readonly maskedBankAccount: string | null }, readonly members: ReadonlyArray<{ readonly id: string, readonly name: string, readonly relation: string, readonly monthlyIncome: string | null, readonly health: string | null, readonly schooling: string | null }>, readonly caseFile: { readonly id: string, readonly number: string, readonly status: CaseFileStatus, readonly version: number, readonly hardshipClass: HardshipClass | null, readonly hardshipExplanation: string, readonly evidenceMissing: ReadonlyArray<string>, readonly nextSteps: ReadonlyArray<string>, readonly lockedForMe: boolean, readonly lockReason: string | null, readonly updatedAt: string, readonly evidenceChecklist: ReadonlyArray<{ readonly kind: string, readonly name: string, readonly nameEn: string, readonly present: boolean }>, readonly evidence: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly kindName: string, readonly fileName: string, readonly contentType: string, readonly size: number, readonly uploadedAt: string, readonly uploadedBy: string, readonly url: string }>, readonly steps: ReadonlyArray<{ readonly id: string, readonly from: CaseFileStatus | null, readonly to: CaseFileStatus, readonly at: string, readonly staffName: string, readonly opinion: string | null }>, readonly posting: { readonly id: string, readonly place: string, readonly from: string, readonly to: string, readonly status: string, readonly workingDays: number } | null } | null, readonly applications: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: ApplicationStatus, readonly amount: string, readonly aidType: string, readonly putForwardBy: string, readonly putForwardAt: string, readonly approvedBy: string | null, readonly approvedAt: string | null, readonly lockedForMe: boolean, readonly lockReason: string | null, readonly campaign: { readonly id: string, readonly name: string } | null, readonly decision: { readonly id: string, readonly outcome: string } }>, readonly payments: ReadonlyArray<{ readonly id: string, readonly status: string, readonly amount: string, readonly paidOn: string | null, readonly batchNumber: string, readonly voucher: { readonly id: string, readonly number: string } | null }>, readonly visits: ReadonlyArray<{ readonly id: string, readonly visitedOn: string, readonly visitors: string, readonly leaderLed: boolean, readonly brought: string | null, readonly findings: string | null, readonly staffName: string }>, readonly rosterRow: { readonly id: string, readonly row: number, readonly importId: string, readonly fileName: string, readonly readings: ReadonlyArray<string> } | null, readonly jobSeekers: ReadonlyArray<{ readonly id: string, readonly status: string, readonly registeredOn: string }>, readonly legalCases: ReadonlyArray<{ readonly id: string, readonly number: string, readonly kind: string, readonly status: string, readonly openedOn: string }>, readonly caseTimeline: ReadonlyArray<{ readonly id: string, readonly at: string, readonly kind: string, readonly title: string, readonly titleEn: string, readonly detail: string | null, readonly detailEn: string | null, readonly actor: string | null, readonly organizationName: string | null, readonly recordType: string, readonly recordId: string }>, readonly aidTimeline: ReadonlyArray<{ readonly id: string, readonly at: string, readonly kind: string, readonly title: string, readonly titleEn: string, readonly detail: string | null, readonly detailEn: string | null, readonly actor: string | null, readonly organizationName: string | null, readonly recordType: string, readonly recordId: string }>, readonly workTimeline: ReadonlyArray<{ readonly id: string, readonly at: string, readonly kind: string, readonly title: string, readonly titleEn: string, readonly detail: string | null, readonly detailEn: string | null, readonly actor: string | null, readonly organizationName: string | null, readonly recordType: string, readonly recordId: string }> } | null };

export type RegisteredElsewhereQueryVariables = Exact<{
  identityNumber: string;
}>;


export type RegisteredElsewhereQuery = { readonly registeredElsewhere: { readonly registered: boolean, readonly lastAidedOn: string | null, readonly lastAmount: string | null } };

export type RegisterHouseholdMutationVariables = Exact<{
  input: RegisterHouseholdInput;
}>;


export type RegisterHouseholdMutation = { readonly registerHousehold: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly household: { readonly id: string } | null } };

export type UnmaskIdentityMutationVariables = Exact<{
  input: UnmaskIdentityInput;
}>;


export type UnmaskIdentityMutation = { readonly unmaskIdentity: { readonly value: string | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } };

export type RecordVisitMutationVariables = Exact<{
  input: RecordVisitInput;
}>;


export type RecordVisitMutation = { readonly recordVisit: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly visit: { readonly id: string } | null } };

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
}>;


export type WorkCountsQuery = { readonly caseWork?: { readonly drafts: number, readonly returned: number, readonly submitted: number, readonly reviewed: number, readonly postingsEnded: number, readonly postingsRunning: number, readonly openObjections: number, readonly active: number, readonly applicationsToApprove: number, readonly applicationsAwaitingFunds: number, readonly applicationsAmountToApprove: string }, readonly fundsWork?: { readonly grantsCommitted: number, readonly grantsCommittedAmount: string, readonly grantsAwaitingFunds: number, readonly grantsAwaitingAmount: string, readonly batchesToApprove: number, readonly batchesToPay: number, readonly allocationsInTransit: number, readonly available: string }, readonly employmentLegalWork?: { readonly jobSeekersOpen: number, readonly vacanciesOpen: number, readonly referralsOpen: number, readonly legalCasesOpen: number, readonly deadlinesWithin30Days: number, readonly wageClaimsOpen: number } };

export type PostingListQueryVariables = Exact<{
  filter?: PostingFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type PostingListQuery = { readonly postings: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly place: string, readonly from: string, readonly to: string, readonly provisional: boolean, readonly status: string, readonly workingDays: number, readonly organizationName: string, readonly caseFileCount: number, readonly openObjections: number }> } };

export type PostingRecordQueryVariables = Exact<{
  id: string;
}>;


export type PostingRecordQuery = { readonly posting: { readonly id: string, readonly place: string, readonly from: string, readonly to: string, readonly provisional: boolean, readonly status: string, readonly workingDays: number, readonly organizationName: string, readonly caseFileCount: number, readonly openObjections: number, readonly maskedNames: ReadonlyArray<{ readonly caseFileId: string, readonly name: string, readonly unitName: string, readonly maskedIdentityNumber: string }>, readonly objections: ReadonlyArray<{ readonly id: string, readonly caseFileId: string, readonly raisedBy: string, readonly text: string, readonly raisedAt: string, readonly finding: string | null, readonly answeredAt: string | null, readonly upheld: boolean | null }> } | null };

export type PublishPostingMutationVariables = Exact<{
  input: PublishPostingInput;
}>;


export type PublishPostingMutation = { readonly publishPosting: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly posting: { readonly id: string, readonly caseFileCount: number } | null } };

export type RecordObjectionMutationVariables = Exact<{
  input: RecordObjectionInput;
}>;


export type RecordObjectionMutation = { readonly recordObjection: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly objection: { readonly id: string } | null } };

export type AnswerObjectionMutationVariables = Exact<{
  input: AnswerObjectionInput;
}>;


export type AnswerObjectionMutation = { readonly answerObjection: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly objection: { readonly id: string } | null } };

export type ActivatePostingMutationVariables = Exact<{
  input: ActivatePostingInput;
}>;


export type ActivatePostingMutation = { readonly activatePosting: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly posting: { readonly id: string, readonly status: string } | null, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type RosterImportListQueryVariables = Exact<{
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type RosterImportListQuery = { readonly rosterImports: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly fileName: string, readonly status: string, readonly rowsTotal: number, readonly rowsDone: number, readonly accepted: number, readonly rejected: number, readonly alreadyPresent: number, readonly uploadedAt: string, readonly uploadedBy: string }> } };

export type RosterImportRecordQueryVariables = Exact<{
  id: string;
}>;


export type RosterImportRecordQuery = { readonly rosterImport: { readonly id: string, readonly fileName: string, readonly status: string, readonly sheetName: string | null, readonly headerRow: number | null, readonly rowsTotal: number, readonly rowsDone: number, readonly accepted: number, readonly rejected: number, readonly alreadyPresent: number, readonly uploadedAt: string, readonly uploadedBy: string, readonly markedFileUrl: string | null, readonly columns: ReadonlyArray<{ readonly index: number, readonly heading: string, readonly field: string | null }>, readonly preview: ReadonlyArray<{ readonly row: number, readonly cells: ReadonlyArray<string> }>, readonly skipped: ReadonlyArray<{ readonly row: number, readonly why: string, readonly whyEn: string, readonly text: string }>, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } | null };

export type RosterRowsQueryVariables = Exact<{
  id: string;
  outcome?: string | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type RosterRowsQuery = { readonly rosterImport: { readonly id: string, readonly columns: ReadonlyArray<{ readonly index: number, readonly heading: string, readonly field: string | null }>, readonly rows: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly row: number, readonly outcome: string, readonly name: string, readonly cells: ReadonlyArray<string>, readonly readings: ReadonlyArray<string>, readonly householdId: string | null, readonly reasons: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } } | null };

export type MapRosterColumnsMutationVariables = Exact<{
  input: MapRosterColumnsInput;
}>;


export type MapRosterColumnsMutation = { readonly mapRosterColumns: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rosterImport: { readonly id: string, readonly status: string } | null } };

export type StartRosterImportMutationVariables = Exact<{
  input: StartRosterImportInput;
}>;


export type StartRosterImportMutation = { readonly startRosterImport: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rosterImport: { readonly id: string, readonly status: string } | null } };

export type CancelRosterImportMutationVariables = Exact<{
  input: CancelRosterImportInput;
}>;


export type CancelRosterImportMutation = { readonly cancelRosterImport: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rosterImport: { readonly id: string, readonly status: string } | null } };

export type CorrectRosterRowMutationVariables = Exact<{
  input: CorrectRosterRowInput;
}>;


export type CorrectRosterRowMutation = { readonly correctRosterRow: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rosterRow: { readonly id: string, readonly outcome: string } | null } };
