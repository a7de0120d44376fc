// Written by generate-operations.ts from the *.graphql documents. Not to be edited.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** The input of `acceptTable`. */
export type AcceptTableInput = {
  /** The submission, the last one of its table. */
  readonly submissionId: string;
  /** An opinion, up to 1000 characters; null if there is none. */
  readonly opinion?: string | null | undefined;
};

/** Filter of a list: conditions are combined with AND; one left out is ignored. */
export type AccountActFilter = {
  /** True: only undecided; false: only settled or expired. */
  readonly waiting?: boolean | null | undefined;
  /** Only those on this account. */
  readonly staffId?: string | null | undefined;
  /** Only those awaiting the signed-in administrator’s confirmation. */
  readonly forMe?: boolean | null | undefined;
};

/** The kind of an account action. */
export type AccountActKind =
  /** An account is enrolled. */
  | 'ENROL'
  /** The account’s roles are changed. */
  | 'CHANGE_ROLES'
  /** A one-time password replaces the current one. */
  | 'RESET_PASSWORD'
  /** The second factor is disabled. */
  | 'REMOVE_SECOND_FACTOR'
  /** The account is linked to a unified identity, or unlinked. */
  | 'LINK_OUTSIDE'
  /** Roles are delegated to a colleague, as requested by an administrator from their holder. */
  | 'LEND'
  /** An approver is given a rank of approval authority. */
  | 'GRANT_RANK'
  /** A rank of approval authority ends. */
  | 'END_RANK';

/** The status of an account action. */
export type AccountActState =
  /** Awaiting a second person; nothing has been done yet. */
  | 'WAITING'
  /** Carried out immediately: the account holds no guarded role. */
  | 'APPLIED'
  /** A second person confirmed it, and it was carried out. */
  | 'CONFIRMED'
  /** Declined; nothing was done. */
  | 'REFUSED'
  /** Withdrawn by the requester; nothing was done. */
  | 'WITHDRAWN'
  /** Expired without a decision; nothing was done. */
  | 'EXPIRED';

/** The kind of an account, which determines the side of its balance. */
export type AccountKind =
  /** Assets (资产); debit balance. */
  | 'ASSET'
  /** Liabilities (负债); credit balance. */
  | 'LIABILITY'
  /** Net assets (净资产); credit balance. */
  | 'NET_ASSETS'
  /** Income (收入); credit balance. */
  | 'INCOME'
  /** Expense (支出); debit balance. */
  | 'EXPENSE';

/** The input of `activatePosting`. */
export type ActivatePostingInput = {
  /** The id of a `PublicPosting`. */
  readonly postingId: string;
};

/** Filter of a list: conditions are combined with AND; one left out is ignored. */
export type AidApplicationFilter = {
  /** Only those with one of these statuses. */
  readonly statuses?: ReadonlyArray<ApplicationStatus> | null | undefined;
  /** The id of a `Campaign`. */
  readonly campaignId?: string | null | undefined;
  /** Only those outside campaigns. */
  readonly outsideCampaigns?: boolean | null | undefined;
  /** The start of its number or of the unit’s name, or a household as `households` finds it. */
  readonly search?: string | null | undefined;
  /** The id of a `Organization`. */
  readonly organizationId?: string | null | undefined;
};

/** The column by which applications are sorted. */
export type AidApplicationSort =
  /** The name of the head, Han by pinyin. */
  | 'HEAD'
  /** The unit of the head, Han by pinyin. */
  | 'UNIT'
  /** The amount. */
  | 'AMOUNT'
  /** When it was put forward. */
  | 'PUT_FORWARD';

/** The administrative level of an aid centre. */
export type AidCentreLevel =
  /** Of a province (省级). */
  | 'PROVINCE'
  /** Of a city (地市级). */
  | 'PREFECTURE'
  /** Of a county or district (县级). */
  | 'COUNTY';

/** The type of aid (救助类别, §001). */
export type AidType =
  /** Living aid (生活救助); heating subsidies and holiday visits are living aid with their own mark. */
  | 'LIVING'
  /** Money for an illness (医疗救助). */
  | 'MEDICAL'
  /** Money for a child’s schooling (助学). */
  | 'EDUCATION'
  /** Referral to a job (职业介绍). */
  | 'JOB_REFERRAL'
  /** Training for a job (就业培训). */
  | 'JOB_TRAINING'
  /** Advice on policies (政策咨询). */
  | 'POLICY_ADVICE'
  /** Legal aid (法律援助). */
  | 'LEGAL_AID'
  /** A loan to start a business (创业贷款). */
  | 'STARTUP_LOAN'
  /** Other help (其他帮扶). */
  | 'OTHER';

/** The column by which allocations are sorted. */
export type AllocationSort =
  /** The number. */
  | 'NUMBER'
  /** The amount. */
  | 'AMOUNT'
  /** The day on which it was sent. */
  | 'SENT';

/** The status of an allocation. */
export type AllocationStatus =
  /** Sent; the receiver has not confirmed it (在途). */
  | 'IN_TRANSIT'
  /** Confirmed by the receiver, in a fund of its book (已接收). */
  | 'RECEIVED';

/** The answers of the head of finance to findings since a batch was approved. */
export type AnswerBatchFindingsInput = {
  /** The id of a `DisbursementBatch`. */
  readonly batchId: string;
  /** One for each finding that is answered now. */
  readonly answers: ReadonlyArray<FindingAnswerInput>;
};

/** The input of `answerObjection`. */
export type AnswerObjectionInput = {
  /** The id of a `Objection`. */
  readonly objectionId: string;
  /** The finding, at most 2,000 characters. */
  readonly finding: string;
  /** Whether the objection is upheld: the file is then returned or rejected. */
  readonly upheld: boolean;
};

/** The input of `answerPolicyFacts`. */
export type AnswerPolicyFactsInput = {
  /** The id of a `Household`. */
  readonly householdId: string;
  /** At most 200; if a fact is answered twice, the later answer applies. */
  readonly answers: ReadonlyArray<PolicyFactAnswerInput>;
};

/** The input of `answerSuspectedDouble`. */
export type AnswerSuspectedDoubleInput = {
  /** The id of a `Household`. */
  readonly householdId: string;
  /** The id of the `SuspectedDouble`. */
  readonly doubleId: string;
  /** What was found, and by what: 双胞胎，已核对户口本. */
  readonly why: string;
};

/** The status of an aid application (申请状态). A returned one is submitted again; after a withdrawn or lapsed one the household can be put forward anew. */
export type ApplicationStatus =
  /** Being filled in (草稿). */
  | 'DRAFT'
  /** Submitted, awaiting review (已提交). */
  | 'SUBMITTED'
  /** Under review by the base union (基层审核). */
  | 'BASE_REVIEW'
  /** Awaiting county approval (县级审批). */
  | 'COUNTY_REVIEW'
  /** Awaiting city approval (市级审批). */
  | 'CITY_REVIEW'
  /** Approved; the money is being committed (已批准). */
  | 'APPROVED'
  /** Approved, but the book lacks money; `missingFunds` is the amount (待资金). */
  | 'AWAITING_FUNDS'
  /** Money is committed; awaiting payment (待发放). */
  | 'FUNDED'
  /** The money was paid (已发放). */
  | 'PAID'
  /** Paid and followed up (已回访). */
  | 'FOLLOWED_UP'
  /** Returned to whoever put it forward, to be corrected and submitted again (已退回). */
  | 'RETURNED'
  /** Rejected (已驳回). */
  | 'REJECTED'
  /** Withdrawn, or ended with its case file, before a decision (已撤回). */
  | 'WITHDRAWN'
  /** On hold while its case file is suspended (已暂停). */
  | 'SUSPENDED'
  /** Approved, but its grant was ended without payment (已失效). */
  | 'LAPSED';

/** The input of `applyForAid`. */
export type ApplyForAidInput = {
  /** The id of a `Household`. */
  readonly householdId: string;
  /** The code of a policy in force. */
  readonly policy: string;
};

/** The input of `approveApplications`. */
export type ApproveApplicationsInput = {
  /** Ids of applications; left out with all. */
  readonly ids?: ReadonlyArray<string> | null | undefined;
  /** With all: the campaign of the applications. */
  readonly campaignId?: string | null | undefined;
  /** Every application of the campaign awaiting approval. A long list becomes a job. */
  readonly all?: boolean | null | undefined;
  /** The approver’s opinion. */
  readonly opinion?: string | null | undefined;
  /** An amount different from the one decided, within the policy’s range. */
  readonly amount?: string | null | undefined;
};

/** The input of `approveBatch`. */
export type ApproveBatchInput = {
  /** The id of a `DisbursementBatch`. */
  readonly batchId: string;
  /** One for each finding that requires an answer and has none yet. */
  readonly answers?: ReadonlyArray<FindingAnswerInput> | null | undefined;
};

/** Filter of the audit log: conditions are combined with AND; an empty one is ignored. */
export type AuditEntryFilter = {
  /** The name of the person who acted, also on another person’s behalf. */
  readonly staffName?: string | null | undefined;
  /** How the name of the person who acted begins. */
  readonly nameBegins?: string | null | undefined;
  /** The action: batch.approve, identity.unmask. */
  readonly action?: string | null | undefined;
  /** The type of the record: Grant, CaseFile. */
  readonly recordType?: string | null | undefined;
  /** The id of the record. */
  readonly recordId?: string | null | undefined;
  /** The ids of records: entries on any of them. */
  readonly recordIds?: ReadonlyArray<string> | null | undefined;
  /** The id of a household: entries on it, its people, its file and the other records of it here. For readers of households. */
  readonly householdId?: string | null | undefined;
  /** The request number, as in the logs of all services. */
  readonly requestId?: string | null | undefined;
  /** Entries recorded at this moment or later. */
  readonly from?: string | null | undefined;
  /** Entries recorded before this moment. */
  readonly until?: string | null | undefined;
};

/** The input of `beginCentrePost`. */
export type BeginCentrePostInput = {
  /** The id of an open `AidCentre`. */
  readonly aidCentreId: string;
  /** The person’s full name. */
  readonly name: string;
  /** What the person does there (职务); may be left out. */
  readonly duty?: string | null | undefined;
  /** Whether in a public-institution post (占用事业编制). */
  readonly publicPost: boolean;
  /** The first day there; today where it is left out. */
  readonly from?: string | null | undefined;
};

/** A phase of a campaign, with dates within the campaign’s. */
export type CampaignPhaseInput = {
  /** Its name, in Chinese. */
  readonly name: string;
  /** Its name, in English. */
  readonly nameEn: string;
  /** Its first day. */
  readonly from: string;
  /** Its last day, included. */
  readonly to: string;
};

/** The quota of a county. The quotas together must stay within the budget. */
export type CampaignQuotaInput = {
  /** The id of the county. */
  readonly organizationId: string;
  /** The maximum number of households. */
  readonly households: number;
  /** The maximum total amount. */
  readonly budget: string;
};

/** Whether a campaign is open. */
export type CampaignStatus =
  /** Being prepared (草稿). */
  | 'DRAFT'
  /** Applications can be put forward, from its first day to its last (进行中). */
  | 'OPEN'
  /** Closed to applications (已结束). */
  | 'CLOSED';

/** The job to cancel. */
export type CancelJobInput = {
  /** The id of one of the reader’s own jobs that is in progress. */
  readonly jobId: string;
};

/** The input of `cancelRosterImport`. */
export type CancelRosterImportInput = {
  /** The id of a `RosterImport`. */
  readonly importId: string;
};

/** The commands on a case file; each has its own mutation. */
export type CaseFileCommand =
  /** `submitCaseFiles`: submits it for county review (提交). */
  | 'SUBMIT'
  /** `passCaseFiles`: passes the review (审核通过). */
  | 'PASS'
  /** `returnCaseFiles`: returns it for correction (退回补正). */
  | 'RETURN'
  /** `rejectCaseFiles`: rejects it (不予建档). */
  | 'REJECT'
  /** `publishPosting`: posts it (公示). */
  | 'POST'
  /** `activatePosting`: activates it after the posting (建档). */
  | 'ACTIVATE'
  /** `proposeExit`: proposes that the household exits (退出). */
  | 'EXIT'
  /** `suspendCaseFile`: stops payments (暂停). */
  | 'SUSPEND'
  /** `resumeCaseFile`: resumes payments (恢复). */
  | 'RESUME'
  /** `reopenCaseFile`: makes an exited or rejected file a draft again (重新建档). */
  | 'REOPEN';

/** The case files, and the reviewer’s opinion. */
export type CaseFileDecisionInput = {
  /** Ids of case files; left out with all. */
  readonly ids?: ReadonlyArray<string> | null | undefined;
  /** All files of the organisation and its subordinates at this step. A long list becomes a job. */
  readonly all?: boolean | null | undefined;
  /** The opinion, at most 1,000 characters; required to return or reject. */
  readonly opinion?: string | null | undefined;
};

/** Filter of a list: conditions are combined with AND; one left out is ignored. */
export type CaseFileFilter = {
  /** Only those with one of these statuses. */
  readonly statuses?: ReadonlyArray<CaseFileStatus> | null | undefined;
  /** The start of its number or of the unit’s name, or a household as `households` finds it. */
  readonly search?: string | null | undefined;
  /** The id of a `Organization`. */
  readonly organizationId?: string | null | undefined;
  /** Only files that hang or hung on this posting. */
  readonly postingId?: string | null | undefined;
  /** Only files that the reader opened or submitted. */
  readonly mine?: boolean | null | undefined;
};

/** Which case files. */
export type CaseFilesInput = {
  /** Ids of case files; left out with all. */
  readonly ids?: ReadonlyArray<string> | null | undefined;
  /** All files of the organisation and its subordinates at this step. A long list becomes a job. */
  readonly all?: boolean | null | undefined;
};

/** The status of a case file (档案状态). */
export type CaseFileStatus =
  /** Being filled in; not submitted (草稿). */
  | 'DRAFT'
  /** Awaiting county review (待县级审核). */
  | 'SUBMITTED'
  /** Passed county review; awaiting posting (县级已审核). */
  | 'COUNTY_REVIEW'
  /** Posted, with a period for objections (公示中). */
  | 'POSTED'
  /** Active: aid can be applied for (在档). */
  | 'ACTIVE'
  /** The household left the register (已退出). */
  | 'EXITED'
  /** Returned for correction (已退回补正). */
  | 'RETURNED'
  /** Rejected (不予建档). */
  | 'REJECTED'
  /** Suspended: no payments until it is resumed (已暂停). */
  | 'SUSPENDED'
  /** Revoked as a sanction (已取消). */
  | 'REVOKED';

/** The type of a record behind a cell, or of a record related to it. */
export type CellRecordKind =
  /** A payment (发放明细). */
  | 'PAYMENT'
  /** The voucher of a payment (发放凭证). */
  | 'VOUCHER'
  /** An application for aid (救助申请). */
  | 'APPLICATION'
  /** The eligibility decision of an application (资格判定). */
  | 'ELIGIBILITY_DECISION'
  /** The row of the roster, by the id of its application (名册). */
  | 'ROSTER_ROW'
  /** A case file (困难职工档案). */
  | 'CASE_FILE'
  /** A household (家庭). */
  | 'HOUSEHOLD'
  /** A visit (走访慰问). */
  | 'VISIT'
  /** A receipt (收款). */
  | 'RECEIPT'
  /** An allocation (下拨). */
  | 'ALLOCATION'
  /** A vacancy (岗位). */
  | 'VACANCY'
  /** An attendance of training (就业培训). */
  | 'ENROLMENT'
  /** A legal-aid case (法律援助案件). */
  | 'LEGAL_CASE'
  /** A claim for unpaid wages (追讨欠薪). */
  | 'WAGE_CLAIM'
  /** An aid centre (帮扶中心). */
  | 'AID_CENTRE'
  /** A post at an aid centre (帮扶中心工作人员). */
  | 'CENTRE_POST'
  /** A facility (惠民帮扶机构). */
  | 'FACILITY'
  /** An organisation (组织). */
  | 'ORGANIZATION';

/** A remark at one cell. */
export type CellRemarkInput = {
  /** The key of the cell, as in `Figure.key`. */
  readonly cell: string;
  /** The remark, up to 500 characters; a blank one is left out. */
  readonly text: string;
};

/** The type of a cell’s value. */
export type CellType =
  /** A whole number of its unit. */
  | 'COUNT'
  /** Money, in 万元 exact to the fen. */
  | 'MONEY'
  /** Yes or no: 是 or 否. */
  | 'YES_NO'
  /** Text, up to 500 characters. */
  | 'TEXT'
  /** One of its choices. */
  | 'CHOICE';

/** The input of `changeAidCentre`. */
export type ChangeAidCentreInput = {
  /** The id of an open `AidCentre`. */
  readonly aidCentreId: string;
  /** What it is called; 2 to 60 characters. */
  readonly name: string;
  /** Of which level it is. */
  readonly level: AidCentreLevel;
  /** Whether it has the status of a public institution. */
  readonly publicInstitution: boolean;
  /** How many public-institution posts it has, 0 to 1000; 0 unless it is a public institution. */
  readonly posts: number;
  /** The day from which this holds, not after today; today where it is left out. */
  readonly from?: string | null | undefined;
};

/** The input of `changeContact`. */
export type ChangeContactInput = {
  /** The id of an open `Contact`. */
  readonly contactId: string;
  /** At which `Department` of the organisation, by id; left out: at the organisation itself. */
  readonly departmentId?: string | null | undefined;
  /** The person’s full name. */
  readonly name: string;
  /** What the person does there (职务); up to 60 characters. */
  readonly duty?: string | null | undefined;
  /** The office telephone, digits and hyphens. */
  readonly phone: string;
  /** The day from which this holds, not after today; today where it is left out. */
  readonly from?: string | null | undefined;
};

/** The input of `changeDepartment`. */
export type ChangeDepartmentInput = {
  /** The id of an open `Department`. */
  readonly departmentId: string;
  /** The code of a `DepartmentKind`. */
  readonly kind: string;
  /** What it is called; 2 to 60 characters. */
  readonly name: string;
  /** The day from which this holds, not after today; today where it is left out. */
  readonly from?: string | null | undefined;
};

/** The input of `changeFacility`. */
export type ChangeFacilityInput = {
  /** The id of an open `Facility`. */
  readonly facilityId: string;
  /** What it is. */
  readonly kind: FacilityKind;
  /** What it is called; 2 to 60 characters. */
  readonly name: string;
  /** Whom it is run with (共建单位); left out where it is the union’s own. */
  readonly partner?: string | null | undefined;
  /** Where it is; up to 100 characters. */
  readonly address?: string | null | undefined;
  /** Its telephone, digits and hyphens. */
  readonly phone?: string | null | undefined;
  /** The day from which this holds, not after today; today where it is left out. */
  readonly from?: string | null | undefined;
};

/** The input of `changeHousehold`. */
export type ChangeHouseholdInput = {
  /** The id of a `Household`. */
  readonly householdId: string;
  /** The version of the case file that the form was filled in from. */
  readonly version: number;
  /** What changed and why, at most 500 characters; kept with the version. */
  readonly why: string;
  /** The unit (工作单位) of the head, at most 100 characters. */
  readonly unitName?: string | null | undefined;
  /** The household size: 1 to 30. */
  readonly declaredSize: number;
  /** Per-capita monthly income, at most 1,000,000 yuan. */
  readonly monthlyIncomePerCapita: string;
  /** Whether it receives the minimum living allowance; no if left out. */
  readonly dibaoStatus?: DibaoStatus | null | undefined;
  /** The causes of hardship; at least one. */
  readonly causes: ReadonlyArray<HardshipCause>;
  /** The highest honour of any member. */
  readonly modelWorkerHonour?: ModelWorkerHonour | null | undefined;
  /** The worker status of the head; a worker if left out. */
  readonly headStanding?: PersonStanding | null | undefined;
  /** Whether the head is a migrant worker. */
  readonly migrantWorker?: boolean | null | undefined;
  /** A remark, at most 1,000 characters; read by those who do the casework. */
  readonly remark?: string | null | undefined;
  /** Its other members, in order; those left out no longer belong to it. */
  readonly members?: ReadonlyArray<HouseholdMemberInput> | null | undefined;
};

/** The input of `changeOfficePhone`. */
export type ChangeOfficePhoneInput = {
  /** The account; the signed-in person’s if left out. */
  readonly staffId?: string | null | undefined;
  /** A telephone with its area code; none if left out or empty. */
  readonly officePhone?: string | null | undefined;
};

/** The input of `changePassword`. */
export type ChangePasswordInput = {
  /** The current password. */
  readonly presentPassword: string;
  /** The new password; a refusal says what is missing. */
  readonly newPassword: string;
};

/** The input of `changeStaffRoles`. */
export type ChangeStaffRolesInput = {
  /** The id of a `Staff`. */
  readonly staffId: string;
  /** The complete new set of roles. */
  readonly roles: ReadonlyArray<Role>;
};

/** The effect of a failing check of a table. */
export type CheckSeverity =
  /** It blocks the submission. */
  | 'ERROR'
  /** It is shown; the table may be submitted. */
  | 'WARNING';

/** The input of `chooseRosterSheets`. */
export type ChooseRosterSheetsInput = {
  /** The id of a `RosterImport`. */
  readonly importId: string;
  /** The numbers of the sheets that are imported. */
  readonly sheets: ReadonlyArray<number>;
  /** Whether rows hidden in the workbook are imported too. */
  readonly hiddenRows: boolean;
};

/** The input of `closeAidCentre`. */
export type CloseAidCentreInput = {
  /** The id of an open `AidCentre`. */
  readonly aidCentreId: string;
  /** Its last day in force; not later than today. */
  readonly to: string;
};

/** The input of `closeContact`. */
export type CloseContactInput = {
  /** The id of an open `Contact`. */
  readonly contactId: string;
  /** Its last day in force; not later than today. */
  readonly to: string;
};

/** The input of `closeDepartment`. */
export type CloseDepartmentInput = {
  /** The id of an open `Department`. */
  readonly departmentId: string;
  /** Its last day in force; not later than today. */
  readonly to: string;
};

/** The input of `closeFacility`. */
export type CloseFacilityInput = {
  /** The id of an open `Facility`. */
  readonly facilityId: string;
  /** Its last day in force; not later than today. */
  readonly to: string;
};

/** The input of `closeLegalCase`. */
export type CloseLegalCaseInput = {
  /** The id of a `LegalCase`. */
  readonly legalCaseId: string;
  /** How it ended. */
  readonly outcome: LegalCaseOutcome;
  /** Today if left out. */
  readonly closedOn?: string | null | undefined;
  /** Why a day before last year is right; kept with it. */
  readonly dateReason?: string | null | undefined;
};

/** The input of `closeOrganization`. */
export type CloseOrganizationInput = {
  /** The id of an `Organization` below one’s own. */
  readonly organizationId: string;
  /** Its last day in force; not later than today. */
  readonly to: string;
};

/** The input of `confirmDibaoLine`. */
export type ConfirmDibaoLineInput = {
  /** The id of a `DibaoLine`. */
  readonly dibaoLineId: string;
};

/** The input of `confirmGrantDecision`. */
export type ConfirmGrantDecisionInput = {
  /** The id of a `Grant`. */
  readonly grantId: string;
};

/** The input of `confirmPosting`. */
export type ConfirmPostingInput = {
  /** The id of a `PublicPosting`. */
  readonly postingId: string;
};

/** The input of `confirmReturnedPayment`. */
export type ConfirmReturnedPaymentInput = {
  /** The id of a `Payment`. */
  readonly paymentId: string;
};

/** The input of `confirmSecondFactor`. */
export type ConfirmSecondFactorInput = {
  /** The six digits that the device currently shows. */
  readonly code: string;
};

/** Fields left out stay unchanged. */
export type CorrectPayeeInput = {
  /** The id of a `Household`. */
  readonly householdId: string;
  /** The name of the payee, who is the head of the household. */
  readonly name?: string | null | undefined;
  /** The telephone number, whole. */
  readonly phone?: string | null | undefined;
  /** The bank account, whole, as the bank prints it; spaces do not matter. */
  readonly bankAccount?: string | null | undefined;
  /** The payee is right as registered and only needs confirmation. */
  readonly unchanged?: boolean | null | undefined;
  /** The reason, at most 500 characters; kept with the correction. */
  readonly why: string;
};

/** The input of `correctRosterRow`. */
export type CorrectRosterRowInput = {
  /** The id of a `RosterImport`. */
  readonly importId: string;
  /** The number of the sheet; the first one read if left out. */
  readonly sheet?: number | null | undefined;
  /** The number of the row in its sheet. */
  readonly row: number;
  /** The cells to correct; the others stay unchanged. */
  readonly values: ReadonlyArray<RosterValueInput>;
};

/** Whether a criterion of a decision supports the aid. */
export type CriterionSpeaks =
  /** It supports the aid. */
  | 'FOR'
  /** It is against the aid. */
  | 'AGAINST'
  /** Neutral: shown for information, or another category applies. */
  | 'NEUTRAL';

/** The input of `deactivateStaff`. */
export type DeactivateStaffInput = {
  /** The id of a `Staff`. */
  readonly staffId: string;
};

/** Filter of dead letters: conditions are combined with AND. */
export type DeadLetterFilter = {
  /** The type of the event. */
  readonly type?: string | null | undefined;
  /** The exact failure text. */
  readonly cause?: string | null | undefined;
  /** Only those reprocessed; those that remain if left out. */
  readonly replayed?: boolean | null | undefined;
};

/** The input of `confirmAccountAct`, `refuseAccountAct`, `withdrawAccountAct`. */
export type DecideAccountActInput = {
  /** The id of an undecided `AccountAct`. */
  readonly actId: string;
};

/** The input of `returnApplications`, `rejectApplications`. */
export type DecideApplicationsInput = {
  /** Ids of applications; left out with all. */
  readonly ids?: ReadonlyArray<string> | null | undefined;
  /** With all: the campaign of the applications. */
  readonly campaignId?: string | null | undefined;
  /** Every application of the campaign awaiting approval. A long list becomes a job. */
  readonly all?: boolean | null | undefined;
  /** Why. */
  readonly opinion: string;
};

/** The input of `confirmPayeeCorrection`, `refusePayeeCorrection`. */
export type DecidePayeeCorrectionInput = {
  /** The id of a `PersonCorrection`. */
  readonly correctionId: string;
  /** Required to decline it. */
  readonly opinion?: string | null | undefined;
};

/** Checks an entry above the limit. */
export type DecidePendingEntryInput = {
  /** The entry. */
  readonly id: string;
  /** True: confirm and post it. False: return it. */
  readonly confirm: boolean;
  /** Why it is returned; required in that case. */
  readonly opinion?: string | null | undefined;
};

/** The input of `confirmProposal`, `refuseProposal`, `withdrawProposal`. */
export type DecideProposalInput = {
  /** The id of a `FileProposal`. */
  readonly proposalId: string;
  /** The reason; required to decline. */
  readonly opinion?: string | null | undefined;
};

/** The input of `decideRosterDifferences`. */
export type DecideRosterDifferencesInput = {
  /** The id of a `RosterImport`. */
  readonly importId: string;
  /** Rows that differ from the register, at most 100. */
  readonly rows: ReadonlyArray<string>;
  /** True: use the roster’s values. False: keep the registered ones. */
  readonly take: boolean;
  /** The reason; kept with each row and with the household change. */
  readonly why: string;
};

/** The outcome of a policy for a household on a day. */
export type DecisionOutcome =
  /** Eligible (符合条件). */
  | 'ELIGIBLE'
  /** Not eligible; the lines say why (不符合条件). */
  | 'NOT_ELIGIBLE'
  /** Coordination with another body comes first (先协调). */
  | 'COORDINATE_FIRST'
  /** The approver decides, within the policy’s range (酌情). */
  | 'DISCRETIONARY';

/** The input of `delegateRoles`. */
export type DelegateRolesInput = {
  /** The person whose roles are delegated; the signed-in person if left out. */
  readonly fromStaffId?: string | null | undefined;
  /** The colleague of the same organisation: the id of a `Staff`. */
  readonly toStaffId: string;
  /** The roles; only those that the delegating person holds. */
  readonly roles: ReadonlyArray<Role>;
  /** The first day; not in the past. */
  readonly firstDay: string;
  /** The last day, included. */
  readonly lastDay: string;
  /** The reason; kept with the delegation. */
  readonly reason: string;
};

/** The status of a delegation today. */
export type DelegationState =
  /** Not started. */
  | 'AHEAD'
  /** In effect today. */
  | 'IN_FORCE'
  /** Its last day is over, or it was ended early. */
  | 'OVER';

/** Whether a household receives the minimum living allowance (低保). */
export type DibaoStatus =
  /** It does not (非低保户). */
  | 'NONE'
  /** It receives the allowance (低保户). */
  | 'RECEIVING'
  /** The civil affairs office counts it as marginal (低保边缘户). */
  | 'MARGINAL';

/** Filter of a list: conditions are combined with AND; one left out is ignored. */
export type DisbursementBatchFilter = {
  /** Only those with this status. */
  readonly status?: DisbursementBatchStatus | null | undefined;
  /** Those of this campaign. */
  readonly campaignId?: string | null | undefined;
  /** Only those of the reader’s own book. */
  readonly own?: boolean | null | undefined;
};

/** What the head of finance must do about a finding before the batch proceeds. */
export type DisbursementBatchFindingAnswer =
  /** Mark it as seen. */
  | 'SEEN'
  /** Give a written reason. */
  | 'REASON'
  /** Nothing. */
  | 'NONE';

/** The kind of a finding to review before a batch is approved. */
export type DisbursementBatchFindingKind =
  /** The household’s file changed since its grant was approved. */
  | 'CHANGED'
  /** The payee was corrected or confirmed since its grant was approved. */
  | 'PAYEE_CORRECTED'
  /** One person, by the identity number, is paid more than once in the batch. */
  | 'SAME_PERSON'
  /** One account is paid into more than once in the batch. */
  | 'SAME_ACCOUNT'
  /** The bank returned an earlier payment to this account. */
  | 'ACCOUNT_RETURNED_BEFORE'
  /** Another household of the same campaign has the same account. */
  | 'ACCOUNT_OF_ANOTHER'
  /** Account numbers are consecutive. */
  | 'CONSECUTIVE_ACCOUNTS'
  /** The check digit of a card number is wrong. */
  | 'ACCOUNT_CHECK_DIGIT';

/** The column by which batches are sorted. */
export type DisbursementBatchSort =
  /** The number. */
  | 'NUMBER'
  /** The total amount. */
  | 'TOTAL'
  /** When it was prepared. */
  | 'PREPARED';

/** The status of a disbursement batch. */
export type DisbursementBatchStatus =
  /** Prepared; awaiting approval by the head of finance (待复核). */
  | 'PREPARED'
  /** Approved; awaiting payment (待发放). */
  | 'APPROVED'
  /** Paid (已发放). */
  | 'PAID'
  /** Returned; its grants wait for another batch (已退回). */
  | 'RETURNED';

/** A form to draft. */
export type DraftFormInput = {
  /** The text of its file: JSON as the files of `services/reporting/forms`, at most 200,000 characters. */
  readonly definition: string;
};

/** The input of `endAuthorityRank`. */
export type EndAuthorityRankInput = {
  /** The id of an `AuthorityRank` that is not over. */
  readonly authorityRankId: string;
  /** Its last day, included; today by default, yesterday to end it immediately. */
  readonly to?: string | null | undefined;
};

/** The input of `endCentrePost`. */
export type EndCentrePostInput = {
  /** The id of a `CentrePost`. */
  readonly centrePostId: string;
  /** The last day there; not later than today. */
  readonly to: string;
};

/** The input of `endDelegation`. */
export type EndDelegationInput = {
  /** The id of a `Delegation`. */
  readonly delegationId: string;
};

/** The input of `endSession`. */
export type EndSessionInput = {
  /** The id of a `Session`. */
  readonly sessionId: string;
};

/** The input of `enrolStaff`. */
export type EnrolStaffInput = {
  /** The id of a `Organization`. */
  readonly organizationId: string;
  /** The name under which the person signs in; unique in the city. */
  readonly username: string;
  /** The person’s full name. */
  readonly name: string;
  /** The roles that the account holds. */
  readonly roles: ReadonlyArray<Role>;
  /** A first password to hand over; it must be changed at the first sign-in. */
  readonly password: string;
  /** A telephone with its area code (联系电话); may be left out. */
  readonly officePhone?: string | null | undefined;
};

/** The input of `enterFigures`. */
export type EnterFiguresInput = {
  /** The code of the form: 2. */
  readonly form: string;
  /** Whose table; the reader’s own organisation’s if left out. */
  readonly organizationId?: string | null | undefined;
  /** The campaign to which the table is limited, with its period; the latest campaign if left out. */
  readonly campaignId?: string | null | undefined;
  /** The values, at most 1000. */
  readonly figures: ReadonlyArray<GivenFigureInput>;
};

/** The type of evidence (证明材料类别). Types that reveal health require `health.read`. */
export type EvidenceKind =
  /** Income of the household (收入证明). */
  | 'INCOME_PROOF'
  /** The minimum living allowance (低保证). */
  | 'DIBAO_CERTIFICATE'
  /** A diagnosis by a hospital (疾病诊断证明); reveals health. */
  | 'DIAGNOSIS'
  /** A medical record (病历); reveals health. */
  | 'MEDICAL_RECORD'
  /** Medical expenses (医疗费用清单); reveals health. */
  | 'EXPENSE_LIST'
  /** Admission to a school (入学通知书). */
  | 'ADMISSION_NOTICE'
  /** Tuition paid (学费收据). */
  | 'TUITION_RECEIPT'
  /** A disability (残疾证); reveals health. */
  | 'DISABILITY_CERTIFICATE'
  /** A statement by the unit or the community (单位或社区证明). */
  | 'UNIT_STATEMENT'
  /** Loss of work (失业登记证). */
  | 'UNEMPLOYMENT_CERTIFICATE'
  /** Wages not paid (欠薪证明). */
  | 'WAGE_STATEMENT'
  /** A photograph taken on a visit (走访照片). */
  | 'VISIT_PHOTO'
  /** Anything else (其他材料); may reveal health. */
  | 'OTHER';

/** How strong the evidence is that two people are one. */
export type EvidenceStrength =
  /** About 30 to 1 or more that they are one person; holds up approval until it is answered. */
  | 'STRONG'
  /** From 1 to 4 on; to be looked into when there is time. */
  | 'MEDIUM';

/** Why a household leaves the register (退出原因). */
export type ExitReason =
  /** It is out of hardship through aid (帮扶脱困). */
  | 'AIDED'
  /** Its income is now above the line (收入超过标准). */
  | 'INCOME_ABOVE_LINE'
  /** It moved away (迁出). */
  | 'MOVED'
  /** The worker died (死亡). */
  | 'DIED'
  /** Another reason. */
  | 'OTHER';

/** What a facility is, as line 12 of the centres’ table counts them (§002). */
export type FacilityKind =
  /** A hospital that treats for less (爱心医院). */
  | 'HOSPITAL'
  /** A pharmacy that sells for less (爱心药店). */
  | 'PHARMACY'
  /** A shop for households in hardship (扶贫超市). */
  | 'SUPERMARKET'
  /** A school that takes their children (定点爱心学校). */
  | 'SCHOOL'
  /** A room for psychological counselling (心理咨询室). */
  | 'COUNSELLING_ROOM'
  /** A body that trains for trades (职业技能培训机构). */
  | 'TRAINING_BODY'
  /** A placement agency (职业介绍机构). */
  | 'PLACEMENT_AGENCY';

/** What happened to a cell. */
export type FigureChangeKind =
  /** A value was entered, or a derived one adjusted. */
  | 'ENTERED'
  /** The value entered before was taken back. */
  | 'TAKEN_BACK'
  /** The table was submitted with this value. */
  | 'SUBMITTED'
  /** The superior returned the table. */
  | 'RETURNED'
  /** The superior accepted the table. */
  | 'ACCEPTED';

/** How the value of a cell is obtained. */
export type FigureKind =
  /** Counted or summed from records, which can be listed. */
  | 'DERIVED'
  /** Entered by hand: the system has no records of it. */
  | 'ENTERED'
  /** Computed from other cells of the table. */
  | 'COMPUTED';

/** The state of a cell: the origin of its value and whether it agrees. */
export type FigureState =
  /** Computed. */
  | 'AUTO'
  /** Entered by hand. */
  | 'ENTERED'
  /** Derived, and adjusted by hand with a reason. */
  | 'ADJUSTED'
  /** Not entered yet. */
  | 'EMPTY'
  /** Part of a check that fails. */
  | 'MISMATCH'
  /** Different from what was submitted. */
  | 'CHANGED';

/** The decision on a proposal. */
export type FileProposalDecision =
  /** A second person confirmed it, and it took effect (已确认). */
  | 'CONFIRMED'
  /** A second person declined it (未同意). */
  | 'REFUSED'
  /** The person who made it withdrew it (已撤回). */
  | 'WITHDRAWN';

/** The kind of a proposal that a second person decides. */
export type FileProposalKind =
  /** A change of a household’s facts after posting (变动). */
  | 'CHANGE'
  /** The household exits the register (退出). */
  | 'EXIT';

/** The answer of the head of finance to one finding of a batch. */
export type FindingAnswerInput = {
  /** The key of the finding. */
  readonly finding: string;
  /** Why it is right nevertheless, if a reason is required. */
  readonly reason?: string | null | undefined;
};

/** Filter of a list: conditions are combined with AND; one left out is ignored. */
export type FundFilter = {
  /** A part of its name. */
  readonly search?: string | null | undefined;
  /** The source of the money. */
  readonly source?: FundSource | null | undefined;
  /** Those of this year. */
  readonly year?: number | null | undefined;
  /** Those of this campaign. */
  readonly campaignId?: string | null | undefined;
  /** The id of a `Organization`. */
  readonly organizationId?: string | null | undefined;
  /** Only those of the reader’s own book. */
  readonly own?: boolean | null | undefined;
};

/** The source of the money of a fund (资金来源). */
export type FundSource =
  /** The central treasury (中央财政). */
  | 'CENTRAL_FISCAL'
  /** The treasury of the province (省级财政). */
  | 'PROVINCIAL_FISCAL'
  /** The treasury of the city or county (地方财政). */
  | 'LOCAL_FISCAL'
  /** The union’s own money (工会经费). */
  | 'UNION'
  /** Donations (社会捐助). */
  | 'DONATION'
  /** Another source. */
  | 'OTHER';

/** A value for one cell. */
export type GivenFigureInput = {
  /** The key of the cell, as in `Figure.key`. */
  readonly cell: string;
  /** The value as typed; blank removes an earlier one. */
  readonly value: string;
  /** The reason; required for a derived cell. */
  readonly reason?: string | null | undefined;
};

/** The input of `grantAuthorityRank`. */
export type GrantAuthorityRankInput = {
  /** The holder: the id of a `Staff` with the role of approver. */
  readonly staffId: string;
  /** Which rank. */
  readonly rank: Rank;
  /** Its first day, today or within a year; today where it is left out. */
  readonly from?: string | null | undefined;
  /** Its last day, included; no end where it is left out. */
  readonly to?: string | null | undefined;
};

/** The decisions that two people can make about an unpaid grant. */
export type GrantDecisionKind =
  /** Pay it although its file was exited or is suspended. */
  | 'PAY_ON'
  /** Pay nothing: its commitment is released. */
  | 'RELEASE';

/** The status of a proposed decision on a grant. */
export type GrantDecisionStatus =
  /** Awaiting another person’s answer. */
  | 'PROPOSED'
  /** Another person confirmed it. */
  | 'CARRIED_OUT'
  /** Another person declined it. */
  | 'REFUSED';

/** Filter of a list: conditions are combined with AND; one left out is ignored. */
export type GrantFilter = {
  /** A part of the payee’s name or of the unit’s. */
  readonly search?: string | null | undefined;
  /** Only those with this status, or waiting for this. */
  readonly status?: GrantListStatus | null | undefined;
  /** Those of this campaign. */
  readonly campaignId?: string | null | undefined;
  /** The id of a `Household`. */
  readonly householdId?: string | null | undefined;
  /** Only those on hold, or only the others. */
  readonly held?: boolean | null | undefined;
};

/** Why an unpaid grant is on hold. */
export type GrantHoldCause =
  /** The household left the register after its approval. */
  | 'EXITED'
  /** Its file is suspended. */
  | 'SUSPENDED'
  /** The bank returned its payment, and the account is neither corrected nor confirmed. */
  | 'RETURNED';

/** The status of grants in a list, or what they are waiting for. */
export type GrantListStatus =
  /** Approved, but the book lacks money; `missing` is the amount (待资金). */
  | 'AWAITING_FUNDS'
  /** Money is set aside for it (已落实资金). */
  | 'COMMITTED'
  /** In a batch that is being paid (发放中). */
  | 'IN_BATCH'
  /** Paid (已发放). */
  | 'PAID'
  /** Ended without payment; its commitment is released (已撤销). */
  | 'RELEASED'
  /** Unpaid and on hold (暂缓发放). */
  | 'HELD'
  /** A proposed decision is awaiting a second person. */
  | 'PROPOSED'
  /** A returned payment is awaiting confirmation (退汇待确认). */
  | 'RETURN_CLAIMED';

/** The column by which grants are sorted. */
export type GrantSort =
  /** The name of the payee, Han by pinyin. */
  | 'PAYEE'
  /** The unit, Han by pinyin. */
  | 'UNIT'
  /** The amount. */
  | 'AMOUNT'
  /** When it was approved. */
  | 'APPROVED';

/** The status of a grant. */
export type GrantStatus =
  /** Approved, but the book lacks money; `missing` is the amount (待资金). */
  | 'AWAITING_FUNDS'
  /** Money is set aside for it (已落实资金). */
  | 'COMMITTED'
  /** In a batch that is being paid (发放中). */
  | 'IN_BATCH'
  /** Paid (已发放). */
  | 'PAID'
  /** Ended without payment; its commitment is released (已撤销). */
  | 'RELEASED';

/** Why a household is in hardship (致困原因). Three causes are sudden and have their own class. */
export type HardshipCause =
  /** A major illness of a member (大病); sudden. It reveals health. */
  | 'MAJOR_ILLNESS'
  /** A disability of a member (残疾). It reveals health. */
  | 'DISABILITY'
  /** The cost of a child’s schooling (子女上学). */
  | 'SCHOOLING'
  /** An accident (意外事故); sudden. */
  | 'ACCIDENT'
  /** A natural disaster (自然灾害); sudden. */
  | 'DISASTER'
  /** Loss of work, usually of both partners (失业、双下岗). */
  | 'UNEMPLOYMENT'
  /** A change in the family (家庭成员变故). */
  | 'FAMILY_CHANGE'
  /** Wages not paid by the employer (欠薪). */
  | 'UNPAID_WAGES'
  /** Another cause. */
  | 'OTHER';

/** The hardship class (困难类别), from per-capita monthly income, the dibao line on the day and the causes. */
export type HardshipClass =
  /** Income below the line (家庭人均收入低于低保线). */
  | 'BELOW_LINE'
  /** Income not below the line and not above the line times its margin factor (略高于低保). */
  | 'MARGINAL'
  /** Income not below the line, with an accident, a major illness or a disaster among the causes (意外致困). */
  | 'SUDDEN';

/** Filter of a list: conditions are combined with AND; one left out is ignored. */
export type HardshipReclassFilter = {
  /** Only changes by this line */
  readonly dibaoLineId?: string | null | undefined;
};

/** Filter of a list: conditions are combined with AND; one left out is ignored. */
export type HouseholdFilter = {
  /** A member’s name in two or more characters, in pinyin (wangxiao, wangxm) or initials (wxm); the start of the unit’s name; the whole file number, telephone or bank account. */
  readonly search?: string | null | undefined;
  /** The full identity number of the head. Each search by it is audited, and their number is limited. */
  readonly identityNumber?: string | null | undefined;
  /** Only those whose case file has this status. */
  readonly status?: CaseFileStatus | null | undefined;
  /** The id of a `Organization`. */
  readonly organizationId?: string | null | undefined;
  /** Only those of this class. */
  readonly hardshipClass?: HardshipClass | null | undefined;
  /** Only those with this mark. */
  readonly mark?: HouseholdMark | null | undefined;
};

/** The marks shown on a household in lists and on its file. */
export type HouseholdMark =
  /** A draft not changed for 30 days: its people can be registered elsewhere. */
  | 'UNTOUCHED_DRAFT'
  /** Such a draft whose people have since been registered elsewhere. */
  | 'LET_GO'
  /** The bank returned a payment; the payee must be corrected, or confirmed unchanged. */
  | 'PAYMENT_RETURNED'
  /** A payee correction awaits a second person. */
  | 'PAYEE_CORRECTION_WAITING'
  /** Another county has a different name for a person; the city decides. */
  | 'NAME_DIFFERS_ELSEWHERE'
  /** Somebody of the household may also be in another one; not answered yet. */
  | 'SAME_PERSON_SUSPECTED';

/** A member of a household. */
export type HouseholdMemberInput = {
  /** Their full name. */
  readonly name: string;
  /** Their relation to the head, in words: 妻, 子, 祖父（监护人）. */
  readonly relation: string;
  /** Their full identity number; a person with one can belong to only one household. */
  readonly identityNumber?: string | null | undefined;
  /** Which name is right, if the number is registered with another. */
  readonly nameAnswer?: NameAnswerInput | null | undefined;
  /** Their worker status; left out if not known. */
  readonly standing?: PersonStanding | null | undefined;
  /** Whether they have rural registration; false if left out. */
  readonly ruralRegistration?: boolean | null | undefined;
  /** Their own monthly income. */
  readonly monthlyIncome?: string | null | undefined;
  /** Their health, at most 200 characters; read by those who do the casework. */
  readonly health?: string | null | undefined;
  /** Their school and class, at most 200 characters. */
  readonly schooling?: string | null | undefined;
};

/** The column by which households are sorted. */
export type HouseholdSort =
  /** The name of the head, Han by pinyin. */
  | 'HEAD'
  /** The unit of the head, Han by pinyin. */
  | 'UNIT'
  /** The household size. */
  | 'SIZE'
  /** The per-capita monthly income. */
  | 'INCOME';

/** What was found at a point of the housing-safety checklist. */
export type HousingSafetyCheckInput = {
  /** The point. */
  readonly point: HousingSafetyPoint;
  /** Its result. */
  readonly state: HousingSafetyState;
};

/** A point of the housing-safety checklist of a visit (§001-4). */
export type HousingSafetyPoint =
  /** Poisoning by gas (煤气中毒). */
  | 'GAS'
  /** Fire (火灾). */
  | 'FIRE'
  /** Collapse of the dwelling (房屋倒塌). */
  | 'COLLAPSE'
  /** No dwelling, or a dangerous one (无房、危房). */
  | 'DWELLING';

/** The result of looking at a point of the checklist. */
export type HousingSafetyState =
  /** Nothing was found (正常). */
  | 'SAFE'
  /** A hazard was found (隐患). */
  | 'HAZARD'
  /** Nobody looked (未查看). */
  | 'NOT_CHECKED';

/** A drafted form to issue. */
export type IssueFormInput = {
  /** The id of the draft. */
  readonly id: string;
  /** When the draft that the issuer read was made: a draft loaded again since is not issued. */
  readonly draftedAt: string;
};

/** Filter of a list: conditions are combined with AND; one left out is ignored. */
export type JobSeekerFilter = {
  /** The start of a name, a skill, or part of the preferred place. */
  readonly search?: string | null | undefined;
  /** Only those with this status. */
  readonly status?: JobSeekerStatus | null | undefined;
  /** Only those with this priority. */
  readonly priority?: JobSeekerPriority | null | undefined;
  /** The id of a `Household`. */
  readonly householdId?: string | null | undefined;
  /** Only migrant workers, or only others. */
  readonly migrantWorker?: boolean | null | undefined;
};

/** The priority of a job seeker (优先次序). */
export type JobSeekerPriority =
  /** A model worker who was laid off (下岗劳模): first. */
  | 'LAID_OFF_MODEL_WORKER'
  /** A member of a household with an active case file (困难家庭成员): second. */
  | 'HARD_UP_HOUSEHOLD'
  /** Others: third. */
  | 'OTHER';

/** The status of a job seeker. */
export type JobSeekerStatus =
  /** Looking for work (求职中). */
  | 'OPEN'
  /** Found work (已就业). */
  | 'PLACED';

/** Whether a job is in progress, or how it ended. */
export type JobStatus =
  /** In progress: rows remain to be processed. */
  | 'RUNNING'
  /** Every row has an outcome; some may be refused. */
  | 'DONE'
  /** Cancelled by the person who started it; completed rows are kept. */
  | 'CANCELLED'
  /** Stopped by the system before every row was processed; `reasons` says why. Completed rows are kept. */
  | 'FAILED';

/** Filter of a list: conditions are combined with AND; one left out is ignored. */
export type JournalFilter = {
  /** The organisation whose book it is; the reader’s own if left out. */
  readonly organizationId?: string | null | undefined;
  /** Entries of this month: 2026-12. */
  readonly month?: string | null | undefined;
  /** Entries with a line on this account. */
  readonly accountCode?: string | null | undefined;
  /** The id of a `Fund`. */
  readonly fundId?: string | null | undefined;
};

/** Filter of a list: conditions are combined with AND; one left out is ignored. */
export type LegalCaseFilter = {
  /** The number, or the start of the client’s name. */
  readonly search?: string | null | undefined;
  /** Only those with this status. */
  readonly status?: LegalCaseStatus | null | undefined;
  /** Only those of this kind. */
  readonly kind?: LegalCaseKind | null | undefined;
  /** Only those of the signed-in officer. */
  readonly own?: boolean | null | undefined;
  /** Only open cases whose limitation has ended or ends within this many days; earliest first. */
  readonly deadlineWithinDays?: number | null | undefined;
};

/** The kind of a legal-aid case (案件类别). */
export type LegalCaseKind =
  /** Advice (法律咨询). */
  | 'CONSULTATION'
  /** Drafting of documents (代写文书). */
  | 'DRAFTING'
  /** Litigation (诉讼). */
  | 'LITIGATION'
  /** Mediation (调解). */
  | 'MEDIATION'
  /** Labour arbitration (仲裁). */
  | 'ARBITRATION';

/** How a legal-aid case ended (结案结果). */
export type LegalCaseOutcome =
  /** The client was advised. */
  | 'ADVISED'
  /** The documents were drafted. */
  | 'DOCUMENTS_DRAFTED'
  /** The parties settled. */
  | 'SETTLED'
  /** The client won the whole claim. */
  | 'WON'
  /** The client won part of the claim. */
  | 'PARTLY_WON'
  /** The client lost. */
  | 'LOST'
  /** The client withdrew. */
  | 'WITHDRAWN';

/** The status of a legal-aid case. */
export type LegalCaseStatus =
  /** In progress (办理中). */
  | 'OPEN'
  /** Closed, with its outcome (已结案). */
  | 'CLOSED';

/** The input of `linkOutsideAccount`. */
export type LinkOutsideAccountInput = {
  /** The id of a `Staff`. */
  readonly staffId: string;
  /** The identity of the person at the provider (`sub`); if left out, the account is unlinked. */
  readonly subject?: string | null | undefined;
};

/** The meaning of one column; without a field it is not read. */
export type MapRosterColumnInput = {
  /** The position of the column, from 0. */
  readonly index: number;
  /** Its meaning; if left out, it is not read. */
  readonly field?: RosterField | null | undefined;
};

/** The input of `mapRosterColumns`. */
export type MapRosterColumnsInput = {
  /** The id of a `RosterImport`. */
  readonly importId: string;
  /** The number of the sheet; the first one read if left out; sheets with the same headings are set the same way. */
  readonly sheet?: number | null | undefined;
  /** The columns to set; the others keep their meaning. */
  readonly columns: ReadonlyArray<MapRosterColumnInput>;
  /** The size of every household, if the file has no column for it. */
  readonly householdSize?: number | null | undefined;
};

/** How much of its own money the receiver must add to an allocation (配套要求). */
export type MatchingRequirement =
  /** Nothing (不要求配套). */
  | 'NONE'
  /** As much as it receives (等额配套). */
  | 'EQUAL'
  /** The share given by `matchingRatio` (按比例配套). */
  | 'RATIO';

/** The highest model-worker honour (劳动模范) in a household. */
export type ModelWorkerHonour =
  /** No such honour. */
  | 'NONE'
  /** Of the city (市级劳模). */
  | 'CITY'
  /** Of the province (省部级劳模). */
  | 'PROVINCIAL'
  /** Of the nation (全国劳模). */
  | 'NATIONAL';

/** The input of `moveOrganization`. */
export type MoveOrganizationInput = {
  /** The id of an `Organization` below one’s own. */
  readonly organizationId: string;
  /** The id of the `Organization` that it is to stand below, within the subtree too. */
  readonly parentId: string;
  /** The day of the move, not before the day of its present name or place, not later than today; today by default. */
  readonly from?: string | null | undefined;
  /** Why it moves, such as the number of the decision. */
  readonly reason: string;
};

/** Why a person moves out of a household (转出原因). */
export type MoveReason =
  /** 婚嫁 */
  | 'MARRIAGE'
  /** 分户 */
  | 'SEPARATION'
  /** 户主死亡 */
  | 'HEAD_DIED'
  /** 其他 */
  | 'OTHER';

/** The answer to NAME_DIFFERS. */
export type NameAnswerInput = {
  /** Which of the two is right. */
  readonly right: NameChoice;
  /** The reason why the entered name is right; kept with both names. */
  readonly why?: string | null | undefined;
};

/** Which of two names of one identity number is right. */
export type NameChoice =
  /** The name registered in the county. */
  | 'KNOWN'
  /** The name entered now, with a reason. */
  | 'TYPED';

/** A kind of paper that carries a number without gaps. */
export type NumberedPaper =
  /** A voucher (困难补助资金发放凭证): `510101-202612-000001`. */
  | 'VOUCHER'
  /** A disbursement batch: `FF-202612-001`. */
  | 'BATCH'
  /** An allocation: `BK-5101-202612-0001`. */
  | 'ALLOCATION';

/** Which obligations are wanted: all conditions given hold together. */
export type ObligationFilter = {
  /** Only those of a kind. */
  readonly kind?: ObligationKind | null | undefined;
  /** Only open ones whose due day is over; narrows nothing among those that ended. */
  readonly overdue?: boolean | null | undefined;
  /** Those that were met or lapsed, instead of those open. */
  readonly ended?: boolean | null | undefined;
  /** For who may read them: those of everybody in the organisation and below. */
  readonly everybody?: boolean | null | undefined;
  /** Those of the record with this id, open and ended. */
  readonly recordId?: string | null | undefined;
};

/** What falls due (应办事项). */
export type ObligationKind =
  /** Open the files of an ended posting (公示期满，建档). */
  | 'POSTING_ENDED'
  /** Find money for an approved application (已批准的申请等待资金). */
  | 'FUNDS_AWAITED'
  /** Correct a returned application and submit it again (申请被退回，更正后再次提交). */
  | 'APPLICATION_RETURNED'
  /** Check and submit the statutory table (核对并上报统计表). */
  | 'TABLE_DUE'
  /** A delegation ends: hand over (临时委托到期，交接). */
  | 'DELEGATION_ENDS';

/** How soon an open obligation is due. */
export type ObligationStanding =
  /** Its due day is over. */
  | 'OVERDUE'
  /** It is due today. */
  | 'TODAY'
  /** It is due in the next seven days. */
  | 'WEEK'
  /** It is due later. */
  | 'LATER';

/** Whether an obligation is open, or how it ended. */
export type ObligationStatus =
  /** Somebody must still act. */
  | 'OPEN'
  /** A record met it. */
  | 'MET'
  /** It ended without being met; `endedBecause` says why. */
  | 'LAPSED';

/** What happened to an obligation. */
export type ObligationStepKind =
  /** It came into being. */
  | 'OPENED'
  /** Its due day changed. */
  | 'MOVED'
  /** It was reminded of (催办). */
  | 'REMINDED'
  /** The superior organisation was told (已报上级). */
  | 'ESCALATED'
  /** A record met it. */
  | 'MET'
  /** It ended without being met. */
  | 'LAPSED';

/** The input of `offerVacancy`. */
export type OfferVacancyInput = {
  /** The name of the employer. */
  readonly employer: string;
  /** The kind of work (工种). */
  readonly trade: string;
  /** Where the work is. */
  readonly place: string;
  /** The number of positions. */
  readonly positions: number;
  /** The lowest monthly pay. */
  readonly monthlyPayFrom: string;
  /** The highest monthly pay; left out if there is only one figure. */
  readonly monthlyPayTo?: string | null | undefined;
  /** The requirements of the employer, in words. */
  readonly requirements?: string | null | undefined;
  /** Whether the employer offers it to laid-off workers (下岗职工). */
  readonly forLaidOff?: boolean | null | undefined;
  /** Today if left out. */
  readonly offeredOn?: string | null | undefined;
  /** Why a day before last year is right; kept with it. */
  readonly dateReason?: string | null | undefined;
};

/** The input of `openCampaign`. */
export type OpenCampaignInput = {
  /** The name of the campaign. */
  readonly name: string;
  /** Its first day. */
  readonly from: string;
  /** Its last day, included. */
  readonly to: string;
  /** The code of an issued policy; its latest version applies. */
  readonly policy: string;
  /** The amount per household, within the policy’s range. */
  readonly standard: string;
  /** Its total budget. */
  readonly budget: string;
  /** Its phases, in order, each within the campaign’s dates. */
  readonly phases: ReadonlyArray<CampaignPhaseInput>;
  /** Its target categories, in order. */
  readonly targetCategories: ReadonlyArray<TargetCategoryInput>;
  /** The quota of each county; together within the budget. */
  readonly quotas: ReadonlyArray<CampaignQuotaInput>;
  /** The id of the `Organization` whose book pays all aid of the campaign, the opener’s own or a subordinate; if left out, each household’s nearest book pays. */
  readonly bookId?: string | null | undefined;
};

/** The input of `openFund`. */
export type OpenFundInput = {
  /** Its name. */
  readonly name: string;
  /** The source of the money. */
  readonly source: FundSource;
  /** What it may be spent on (专款专用), in words: 1 to 20 of up to 50 characters. */
  readonly purposes: ReadonlyArray<string>;
  /** The year that it is for. */
  readonly year: number;
  /** The id of the campaign that it is for; null if it is for none. */
  readonly campaignId?: string | null | undefined;
  /** The order of use: the fund with the lower number is used first. */
  readonly priority?: number | null | undefined;
};

/** The input of `openLegalCase`. */
export type OpenLegalCaseInput = {
  /** The kind of case. */
  readonly kind: LegalCaseKind;
  /** The name of the client, or of the first of several. */
  readonly clientName: string;
  /** The id of a `Household`. */
  readonly householdId?: string | null | undefined;
  /** The number of people it helps; one if left out. */
  readonly persons?: number | null | undefined;
  /** How many of them are migrant workers. */
  readonly migrantWorkers?: number | null | undefined;
  /** The details; encrypted, and read by the officer only. */
  readonly content?: string | null | undefined;
  /** Today if left out. */
  readonly openedOn?: string | null | undefined;
  /** Why a day before last year is right; kept with it. */
  readonly dateReason?: string | null | undefined;
  /** When the client knew or should have known of it. */
  readonly violationKnownOn?: string | null | undefined;
  /** Whether the dispute is about unpaid wages. */
  readonly unpaidPay?: boolean | null | undefined;
  /** For unpaid wages; left out during employment. */
  readonly employmentEndedOn?: string | null | undefined;
};

/** The input of `openWageClaim`. */
export type OpenWageClaimInput = {
  /** The name of the employer. */
  readonly employer: string;
  /** The building site or workplace; null if there is none. */
  readonly site?: string | null | undefined;
  /** Today if left out. */
  readonly openedOn?: string | null | undefined;
  /** Why a day before last year is right; kept with it. */
  readonly dateReason?: string | null | undefined;
  /** The workers to whom wages are owed; at least one. */
  readonly workers: ReadonlyArray<WageClaimWorkerInput>;
};

/** Filter of a list: conditions are combined with AND; one left out is ignored. */
export type OrganizationFilter = {
  /** A part of its name, or the beginning of its code. */
  readonly search?: string | null | undefined;
  /** Those of this kind. */
  readonly kind?: OrganizationKind | null | undefined;
  /** Any of these kinds; all where it is left out. */
  readonly kinds?: ReadonlyArray<OrganizationKind> | null | undefined;
  /** Those directly below this one; the id of an `Organization`. */
  readonly parentId?: string | null | undefined;
  /** Only those in force today. */
  readonly open?: boolean | null | undefined;
};

/** What an organisation is in the tree of unions. */
export type OrganizationKind =
  /** The federation of a province (省总工会). */
  | 'PROVINCE'
  /** The federation of a city (市总工会). */
  | 'CITY'
  /** The federation of a county or district (县、区总工会). */
  | 'COUNTY'
  /** The union of an industry (产业工会). */
  | 'INDUSTRY_UNION'
  /** The union of one employer or of a few (基层工会). */
  | 'BASE_UNION'
  /** A station of an aid centre (帮扶站点). */
  | 'AID_STATION';

/** The current password, required before the account is changed. */
export type OwnPasswordInput = {
  /** The current password. */
  readonly password: string;
};

/** The input of `payBatch`. */
export type PayBatchInput = {
  /** The id of a `DisbursementBatch`. */
  readonly batchId: string;
  /** Today if left out. */
  readonly paidOn?: string | null | undefined;
  /** Why a day before 1 January of last year is right. */
  readonly dateReason?: string | null | undefined;
};

/** The format of a payment file, as in its file extension. */
export type PaymentFileFormat =
  /** A workbook. */
  | 'xlsx'
  /** Comma-separated text. */
  | 'csv';

/** The status of a payment. */
export type PaymentStatus =
  /** In a batch that is not paid yet (待发放). */
  | 'PENDING'
  /** Paid (已发放). */
  | 'PAID'
  /** The bank returned it, and the head of finance confirmed it (已退汇). */
  | 'RETURNED'
  /** Its batch was returned before payment (已撤回). */
  | 'WITHDRAWN';

/** The kind of an entry above the limit. */
export type PendingEntryKind =
  /** Money received in a fund (入账). */
  | 'RECEIPT'
  /** Money to be allocated to a subordinate (下拨). */
  | 'ALLOCATION';

/** The status of a payee correction. */
export type PersonCorrectionState =
  /** Awaiting a second person (待确认). */
  | 'WAITING'
  /** In effect (已更正). */
  | 'DONE'
  /** Declined by a second person (未同意). */
  | 'REFUSED';

/** The worker status of a person. */
export type PersonStanding =
  /** A worker (职工); one with rural registration is a migrant worker. */
  | 'WORKER'
  /** A farmer (农民), not counted as a worker. */
  | 'FARMER'
  /** A townsperson (城镇居民), not counted as a worker. */
  | 'TOWNSPERSON';

/** The function of a clause in a policy. */
export type PolicyClauseKind =
  /** A category of who is eligible: one match is enough. */
  | 'CATEGORY'
  /** A condition: all must be met. */
  | 'REQUIREMENT'
  /** Shown for information; not used in the decision. */
  | 'REFERENCE';

/** An answer to a policy’s question about a household. */
export type PolicyFactAnswerInput = {
  /** The name of a fact that can be answered. */
  readonly fact: string;
  /** The answer, of the fact’s type: amounts as decimal text. */
  readonly value: unknown;
};

/** The origin of a fact’s value. */
export type PolicyFactOrigin =
  /** The household’s record. */
  | 'REGISTER'
  /** Aid given before. */
  | 'HISTORY'
  /** The campaign or policy, and the day. */
  | 'TERMS'
  /** Asked at application. */
  | 'ASKED'
  /** The answer of a body coordinated with first: the unit, its superior, the school. */
  | 'COORDINATION'
  /** Derived from other facts. */
  | 'DERIVED';

/** The type of a fact’s value. */
export type PolicyFactType =
  /** Yes or no. */
  | 'BOOLEAN'
  /** A whole number from 0. */
  | 'INTEGER'
  /** An amount in yuan, decimal text. */
  | 'YUAN'
  /** A factor, decimal text. */
  | 'DECIMAL'
  /** A day. */
  | 'DATE'
  /** One of the listed values. */
  | 'CHOICE'
  /** A short text. */
  | 'TEXT'
  /** Several of the listed values. */
  | 'CHOICES'
  /** Days. */
  | 'DATES'
  /** A person; its facts use its name as prefix. */
  | 'PERSON'
  /** A list of entries. */
  | 'ENTRIES';

/** Filter of a list: conditions are combined with AND; one left out is ignored. */
export type PostingFilter = {
  /** Only those with this status today. */
  readonly status?: PostingStatus | null | undefined;
  /** Only those about which this has to be done today. */
  readonly waits?: PostingWait | null | undefined;
  /** The id of a `Organization`. */
  readonly organizationId?: string | null | undefined;
};

/** The status of a public posting on the day of the query. */
export type PostingStatus =
  /** Posted; objections may be raised (公示中). */
  | 'RUNNING'
  /** Its period is over; its files can be activated (公示期满). */
  | 'ENDED'
  /** Its files were activated (已建档). */
  | 'ACTIVATED'
  /** Withdrawn before any file was activated; its files are posted again (已撤回). */
  | 'WITHDRAWN';

/** What somebody has to do about a posting. */
export type PostingWait =
  /** Its period has ended: its files are to be opened. */
  | 'TO_OPEN'
  /** An objection is to be answered. */
  | 'OBJECTION'
  /** It was entered after its first day: a second person is to confirm it. */
  | 'TO_CONFIRM';

/** The committed grants of the book to prepare for payment. */
export type PrepareBatchInput = {
  /** The campaign of the grants; left out for grants outside campaigns. */
  readonly campaignId?: string | null | undefined;
  /** Only these grants; all that wait if left out. */
  readonly grantIds?: ReadonlyArray<string> | null | undefined;
};

/** The input of `proposeExit`. */
export type ProposeExitInput = {
  /** The id of a `CaseFile`. */
  readonly caseFileId: string;
  /** The reason for the exit. */
  readonly reason: ExitReason;
  /** The exit date: not in the future, not before the file was opened. */
  readonly exitedOn: string;
  /** The reason for a day before 1 January of last year; kept with the step. */
  readonly dateReason?: string | null | undefined;
  /** The findings of the home visit. */
  readonly opinion: string;
};

/** The input of `proposeGrantDecision`. */
export type ProposeGrantDecisionInput = {
  /** The id of a `Grant`. */
  readonly grantId: string;
  /** What is proposed. */
  readonly kind: GrantDecisionKind;
  /** Why; kept with the proposal. */
  readonly reason: string;
};

/** The input of `publishPosting`. */
export type PublishPostingInput = {
  /** The place of the posting, at most 200 characters. */
  readonly place: string;
  /** The day on which it is put up: up to 30 days ahead, or up to 60 days ago if already put up. */
  readonly from: string;
  /** The telephone number for objections, printed on the list; at most 40 characters. */
  readonly objectionPhone?: string | null | undefined;
  /** Ids of case files that passed the review; left out with allReviewed. */
  readonly caseFileIds?: ReadonlyArray<string> | null | undefined;
  /** Every file of the county that passed the review. A long list becomes a job. */
  readonly allReviewed?: boolean | null | undefined;
};

/** The input of `putAwayRosterImport`. */
export type PutAwayRosterImportInput = {
  /** The id of a `RosterImport`. */
  readonly importId: string;
};

/** The input of `putForwardCampaignList`. */
export type PutForwardCampaignListInput = {
  /** The id of a `Campaign`. */
  readonly campaignId: string;
};

/** How high an approver signs for the organisation (审批权限); the superior’s ranks are above its own. */
export type Rank =
  /** The director of the aid centre, or a deputy (中心主任). */
  | 'CENTRE_DIRECTOR'
  /** The chair of the union, above the director (工会主席). */
  | 'UNION_CHAIR';

/** The input of `receiveAllocation`. */
export type ReceiveAllocationInput = {
  /** The id of a `Allocation`. */
  readonly allocationId: string;
};

/** The input of `recordMove`. */
export type RecordMoveInput = {
  /** The id of a `Household`. */
  readonly householdId: string;
  /** The version of the case file that the form was filled in from. */
  readonly version: number;
  /** The person who moves out. */
  readonly memberId: string;
  /** The reason for the move. */
  readonly reason: MoveReason;
  /** The day of the move; not in the future. */
  readonly movedOn: string;
  /** The reason for a day before 1 January of last year; kept with the move. */
  readonly dateReason?: string | null | undefined;
  /** Details, at most 400 characters; kept with the household. */
  readonly why: string;
  /** The new head of the household, if its head moves out. */
  readonly successorId?: string | null | undefined;
};

/** The input of `recordObjection`. */
export type RecordObjectionInput = {
  /** The id of a `CaseFile`. */
  readonly caseFileId: string;
  /** The person who objects, at most 100 characters. */
  readonly raisedBy: string;
  /** The objection, at most 2,000 characters. */
  readonly text: string;
};

/** The input of `recordPlacement`. */
export type RecordPlacementInput = {
  /** The id of a `Referral`. */
  readonly referralId: string;
  /** Today if left out. */
  readonly placedOn?: string | null | undefined;
  /** Why a day before last year is right; kept with it. */
  readonly dateReason?: string | null | undefined;
  /** The monthly pay. */
  readonly monthlyPay: string;
};

/** The input of `recordReceipt`. */
export type RecordReceiptInput = {
  /** The id of a `Fund`. */
  readonly fundId: string;
  /** The amount received. */
  readonly amount: string;
  /** The payer. */
  readonly payer: string;
  /** The day on which it was received; not in the future. */
  readonly receivedOn: string;
  /** Why a day before last year is right; kept with it. */
  readonly dateReason?: string | null | undefined;
  /** The memo (摘要); null if there is none. */
  readonly memo?: string | null | undefined;
  /** A key chosen by the form: if it is sent twice, the record is made once. */
  readonly idempotencyKey: string;
  /** The number of the supporting document (文号、凭据号); required above the limit. */
  readonly document?: string | null | undefined;
};

/** The input of `recordRecovery`. */
export type RecordRecoveryInput = {
  /** The id of a `WageClaim`. */
  readonly wageClaimId: string;
  /** Today if left out. */
  readonly recoveredOn?: string | null | undefined;
  /** Why a day before last year is right; kept with it. */
  readonly dateReason?: string | null | undefined;
  /** The recovered amounts, one for each worker who received something. */
  readonly amounts: ReadonlyArray<RecoveryAmountInput>;
};

/** The input of `recordReturnedPayment`. */
export type RecordReturnedPaymentInput = {
  /** The id of a `Payment`. */
  readonly paymentId: string;
  /** The bank’s reference of the return. */
  readonly bankReference: string;
  /** The bank’s reason. */
  readonly reason: string;
  /** The day on which the money came back; not before the payment, not in the future. */
  readonly returnedOn: string;
  /** Why a day before 1 January of last year is right. */
  readonly dateReason?: string | null | undefined;
};

/** The input of `recordTrainingAttendance`. */
export type RecordTrainingAttendanceInput = {
  /** The id of a `JobSeeker`. */
  readonly jobSeekerId: string;
  /** The course, in words. */
  readonly course: string;
  /** Today if left out. */
  readonly attendedOn?: string | null | undefined;
  /** Why a day before last year is right; kept with it. */
  readonly dateReason?: string | null | undefined;
};

/** The input of `recordVisit`. */
export type RecordVisitInput = {
  /** The id of a `Household`. */
  readonly householdId: string;
  /** The day of the visit; not in the future. */
  readonly visitedOn: string;
  /** The reason for a day before 1 January of last year; kept with the visit. */
  readonly dateReason?: string | null | undefined;
  /** The visitors, at most 200 characters. */
  readonly visitors: string;
  /** Whether a leader (领导) led it; false if left out. */
  readonly leaderLed?: boolean | null | undefined;
  /** The items given, at most 500 characters. */
  readonly brought?: string | null | undefined;
  /** The findings, at most 2,000 characters. */
  readonly findings?: string | null | undefined;
  /** The housing-safety checklist; a point left out was not looked at. */
  readonly safety?: ReadonlyArray<HousingSafetyCheckInput> | null | undefined;
  /** The id of a `Campaign`. */
  readonly campaignId?: string | null | undefined;
};

/** The amount recovered for one worker. */
export type RecoveryAmountInput = {
  /** The id of the `WageClaimWorker`. */
  readonly workerId: string;
  /** The amount; not more than is still owed. */
  readonly amount: string;
};

/** The dead letters to reprocess: the oldest 200 that match. */
export type RedriveDeadLettersAlikeInput = {
  /** The type of their event; any if left out. */
  readonly type?: string | null | undefined;
  /** The exact failure text; any if left out. */
  readonly cause?: string | null | undefined;
};

/** The dead letters to reprocess. */
export type RedriveDeadLettersInput = {
  /** Their ids, at most 200; those beyond are not processed. */
  readonly ids: ReadonlyArray<string>;
};

/** Filter of a list: conditions are combined with AND; one left out is ignored. */
export type ReferralFilter = {
  /** Only those with this status. */
  readonly status?: ReferralStatus | null | undefined;
  /** The id of a `JobSeeker`. */
  readonly jobSeekerId?: string | null | undefined;
  /** The id of a `Vacancy`. */
  readonly vacancyId?: string | null | undefined;
};

/** The status of a referral. */
export type ReferralStatus =
  /** Referred to the employer; result not known yet (已推荐). */
  | 'REFERRED'
  /** It led to a placement (已就业). */
  | 'PLACED'
  /** The job seeker was not hired (未录用). */
  | 'NOT_TAKEN';

/** The input of `referWorker`. */
export type ReferWorkerInput = {
  /** The id of a `JobSeeker`. */
  readonly jobSeekerId: string;
  /** The id of a `Vacancy`. */
  readonly vacancyId: string;
  /** Today if left out. */
  readonly referredOn?: string | null | undefined;
  /** Why a day before last year is right; kept with it. */
  readonly dateReason?: string | null | undefined;
};

/** The input of `refuseDibaoLine`. */
export type RefuseDibaoLineInput = {
  /** The id of a `DibaoLine`. */
  readonly dibaoLineId: string;
  /** The reason, at most 500 characters; kept in the audit log. */
  readonly reason: string;
};

/** The input of `refuseGrantDecision`. */
export type RefuseGrantDecisionInput = {
  /** The id of a `Grant`. */
  readonly grantId: string;
  /** Why it is declined. */
  readonly answer: string;
};

/** The input of `refuseReturnedPayment`. */
export type RefuseReturnedPaymentInput = {
  /** The id of a `Payment`. */
  readonly paymentId: string;
  /** What the bank slip says instead. */
  readonly answer: string;
};

/** The input of `registerAidCentre`. */
export type RegisterAidCentreInput = {
  /** Whose window it is: the id of an `Organization`. */
  readonly organizationId: string;
  /** What it is called; 2 to 60 characters. */
  readonly name: string;
  /** Of which level it is. */
  readonly level: AidCentreLevel;
  /** Whether it has the status of a public institution. */
  readonly publicInstitution: boolean;
  /** How many public-institution posts it has, 0 to 1000; 0 unless it is a public institution. */
  readonly posts: number;
  /** Its first day in force; today where it is left out. */
  readonly from?: string | null | undefined;
};

/** The input of `registerContact`. */
export type RegisterContactInput = {
  /** Whose contact it is: the id of an `Organization`. */
  readonly organizationId: string;
  /** At which `Department` of the organisation, by id; left out: at the organisation itself. */
  readonly departmentId?: string | null | undefined;
  /** The person’s full name. */
  readonly name: string;
  /** What the person does there (职务); up to 60 characters. */
  readonly duty?: string | null | undefined;
  /** The office telephone, digits and hyphens. */
  readonly phone: string;
  /** Its first day in force; today where it is left out. */
  readonly from?: string | null | undefined;
};

/** The input of `registerDepartment`. */
export type RegisterDepartmentInput = {
  /** Which `Organization` works with it, by id. */
  readonly organizationId: string;
  /** The code of a `DepartmentKind`. */
  readonly kind: string;
  /** What it is called; 2 to 60 characters. */
  readonly name: string;
  /** Its first day in force; today where it is left out. */
  readonly from?: string | null | undefined;
};

/** The input of `registerFacility`. */
export type RegisterFacilityInput = {
  /** Who keeps it: the id of an `Organization`. */
  readonly organizationId: string;
  /** What it is. */
  readonly kind: FacilityKind;
  /** What it is called; 2 to 60 characters. */
  readonly name: string;
  /** Whom it is run with (共建单位); left out where it is the union’s own. */
  readonly partner?: string | null | undefined;
  /** Where it is; up to 100 characters. */
  readonly address?: string | null | undefined;
  /** Its telephone, digits and hyphens. */
  readonly phone?: string | null | undefined;
  /** Its first day in force; today where it is left out. */
  readonly from?: string | null | undefined;
};

/** The input of `registerHousehold`. */
export type RegisterHouseholdInput = {
  /** The full name of the head of the household, who is the worker in hardship. */
  readonly headName: string;
  /** The head’s full identity number (GB 11643). */
  readonly identityNumber: string;
  /** Which name is right, if the number is registered with another. */
  readonly nameAnswer?: NameAnswerInput | null | undefined;
  /** The head’s full telephone number; used for contact and to find suspected duplicates. */
  readonly phone?: string | null | undefined;
  /** The head’s full bank account, to which aid is paid. */
  readonly bankAccount?: string | null | undefined;
  /** The unit (工作单位) of the head, at most 100 characters. */
  readonly unitName?: string | null | undefined;
  /** The household size: 1 to 30. */
  readonly declaredSize: number;
  /** Per-capita monthly income, at most 1,000,000 yuan. */
  readonly monthlyIncomePerCapita: string;
  /** Whether it receives the minimum living allowance; no if left out. */
  readonly dibaoStatus?: DibaoStatus | null | undefined;
  /** The causes of hardship; at least one. */
  readonly causes: ReadonlyArray<HardshipCause>;
  /** The highest honour of any member. */
  readonly modelWorkerHonour?: ModelWorkerHonour | null | undefined;
  /** The worker status of the head; a worker if left out. */
  readonly headStanding?: PersonStanding | null | undefined;
  /** Whether the head is a migrant worker. */
  readonly migrantWorker?: boolean | null | undefined;
  /** A remark, at most 1,000 characters; read by those who do the casework. */
  readonly remark?: string | null | undefined;
  /** Its other members, in order. */
  readonly members?: ReadonlyArray<HouseholdMemberInput> | null | undefined;
};

/** The input of `registerJobSeeker`. */
export type RegisterJobSeekerInput = {
  /** Of a member of a household with a case file; left out for a walk-in. */
  readonly householdId?: string | null | undefined;
  /** Their full name. */
  readonly name: string;
  /** Their skills, in words. */
  readonly skills?: ReadonlyArray<string> | null | undefined;
  /** Their job preferences, in words. */
  readonly wishes?: string | null | undefined;
  /** Their preferred place of work. */
  readonly place?: string | null | undefined;
  /** If left out, whether the household has a migrant worker. */
  readonly migrantWorker?: boolean | null | undefined;
  /** For a walk-in; otherwise taken from the case file. */
  readonly laidOffModelWorker?: boolean | null | undefined;
};

/** The input of `registerOrganization`. */
export type RegisterOrganizationInput = {
  /** The id of the `Organization` above it. */
  readonly parentId: string;
  /** Its code, unique below its parent; it never changes. */
  readonly code: string;
  /** What it is called. */
  readonly name: string;
  /** What it is. */
  readonly kind: OrganizationKind;
  /** Of what a station is; left out for anything else. */
  readonly stationKind?: StationKind | null | undefined;
  /** Its first day in force; today where it is left out. */
  readonly from?: string | null | undefined;
};

/** The input of `removeStaffSecondFactor`. */
export type RemoveStaffSecondFactorInput = {
  /** The id of a `Staff`. */
  readonly staffId: string;
};

/** The input of `renameOrganization`. */
export type RenameOrganizationInput = {
  /** The id of an `Organization` of the subtree. */
  readonly organizationId: string;
  /** What it is called from then on; 2 to 60 characters. */
  readonly name: string;
  /** The day from which it is called so, not before the present name’s own; today where it is left out. */
  readonly from?: string | null | undefined;
};

/** The input of `resetPassword`. */
export type ResetPasswordInput = {
  /** The id of a `Staff`. */
  readonly staffId: string;
};

/** The input of `returnBatch`. */
export type ReturnBatchInput = {
  /** The id of a `DisbursementBatch`. */
  readonly batchId: string;
  /** Why; kept with the batch. */
  readonly reason: string;
};

/** The status of a recorded returned payment. */
export type ReturnClaimStatus =
  /** Recorded; awaiting the head of finance. */
  | 'WAITING'
  /** Confirmed: the money is back and the grant is committed again. */
  | 'CONFIRMED'
  /** Declined: the money did not come back and the payment stays paid. */
  | 'REFUSED';

/** The input of `returnTable`. */
export type ReturnTableInput = {
  /** The submission, the last one of its table. */
  readonly submissionId: string;
  /** Why it is returned, up to 1000 characters; may be left out if cells say it. */
  readonly opinion?: string | null | undefined;
  /** Remarks at its cells. */
  readonly remarks?: ReadonlyArray<CellRemarkInput> | null | undefined;
};

/** The role of a member of staff; the permissions table defines what each role may do. */
export type Role =
  /** Registers households and their changes (工会干事). */
  | 'CLERK'
  /** Reviews case files and posts them (审核员). */
  | 'REVIEWER'
  /** Approves applications and opens case files (审批人). */
  | 'APPROVER'
  /** Serves people at an aid centre’s window (帮扶中心窗口). */
  | 'WINDOW_CLERK'
  /** Helps people find work (职业介绍). */
  | 'EMPLOYMENT'
  /** Handles legal-aid cases and wage claims (法律援助). */
  | 'LEGAL_AID'
  /** Prepares and records payments (财务). */
  | 'FINANCE'
  /** Approves payments and entries above the limit (财务负责人). */
  | 'FINANCE_LEAD'
  /** Fills and submits statutory tables (统计). */
  | 'STATISTICS'
  /** Reads records and the audit trail, and changes nothing (审计纪检). */
  | 'AUDITOR'
  /** Manages organisations, accounts, policies and campaigns (管理员). */
  | 'ADMINISTRATOR';

/** The meaning of a roster column. */
export type RosterField =
  /** The name of the head of the household, or of a member (姓名). */
  | 'NAME'
  /** Sex (性别); checked against the identity number. */
  | 'SEX'
  /** The identity number (身份证号). */
  | 'IDENTITY'
  /** The relation to the head (与户主关系). */
  | 'RELATION'
  /** The worker status (职工身份): worker, farmer, townsperson. */
  | 'STANDING'
  /** The unit (工作单位). */
  | 'UNIT'
  /** The household size (家庭人口). */
  | 'HOUSEHOLD_SIZE'
  /** Per-capita monthly income, in yuan (家庭月人均收入). */
  | 'INCOME'
  /** Per-capita yearly income, in yuan; divided by 12. */
  | 'INCOME_YEARLY'
  /** The causes of hardship (致困原因). */
  | 'CAUSES'
  /** Whether it receives the minimum living allowance (低保). */
  | 'DIBAO'
  /** Whether the worker is a migrant worker (农民工). */
  | 'MIGRANT'
  /** The model-worker honour (劳模). */
  | 'MODEL_WORKER'
  /** The telephone number (联系电话). */
  | 'PHONE'
  /** The bank account (银行卡号). */
  | 'BANK_ACCOUNT'
  /** A remark (备注). */
  | 'REMARK';

/** Filter of a list: conditions are combined with AND; one left out is ignored. */
export type RosterImportFilter = {
  /** Listed ones if left out. */
  readonly place?: RosterImportPlace | null | undefined;
};

/** Whether imports are listed or hidden from the list. */
export type RosterImportPlace =
  /** Listed. */
  | 'LISTED'
  /** Hidden from the list. */
  | 'PUT_AWAY';

/** The status of a roster import. */
export type RosterImportStatus =
  /** Uploaded and being read. */
  | 'UPLOADED'
  /** Read; ready for its columns to be confirmed and the import started. */
  | 'READY'
  /** Its rows are being imported. */
  | 'RUNNING'
  /** Finished: every row has an outcome. */
  | 'DONE'
  /** Cancelled; it can be resumed. */
  | 'CANCELLED'
  /** Not readable; `problems` says why. */
  | 'REFUSED'
  /** Failed because of an error; it can be resumed. */
  | 'FAILED';

/** The kind of a notice about bank accounts in a roster. */
export type RosterNoticeKind =
  /** Several households share one account. */
  | 'ACCOUNT_SHARED'
  /** Account numbers are consecutive, as if auto-filled. */
  | 'ACCOUNTS_CONSECUTIVE'
  /** The check digit of card numbers is wrong. */
  | 'ACCOUNT_CHECK_DIGIT';

/** The outcome of a roster row. */
export type RosterRowOutcome =
  /** Not processed yet. */
  | 'WAITING'
  /** Its household was registered. */
  | 'ACCEPTED'
  /** Not imported; `reasons` says why. */
  | 'REJECTED'
  /** Already registered with the same data, or the registered data was kept. */
  | 'ALREADY_PRESENT'
  /** It differs from the register and awaits a decision. */
  | 'DIFFERENT'
  /** The register was updated from it. */
  | 'CHANGED';

/** Whether a sheet is read, or why it is not. */
export type RosterSheetState =
  /** Read: it has headings and rows. */
  | 'READ'
  /** Not read: it is hidden in the workbook. */
  | 'HIDDEN'
  /** Not read: it has no row of roster headings. */
  | 'NO_HEADINGS'
  /** Not read: it is empty, or has no rows below its headings. */
  | 'NO_ROWS'
  /** Not read: a chart or another sheet without rows. */
  | 'CHART';

/** The correction of a cell. */
export type RosterValueInput = {
  /** Which column. */
  readonly field: RosterField;
  /** Its new value, as typed in the workbook. */
  readonly value: string;
};

/** The input of `sendAllocation`. */
export type SendAllocationInput = {
  /** The id of a `Fund`. */
  readonly fundId: string;
  /** The id of the organisation that receives it, below the sender. */
  readonly toOrganizationId: string;
  /** The amount sent. */
  readonly amount: string;
  /** How much of its own money the receiver must add. */
  readonly matchingRequirement: MatchingRequirement;
  /** The receiver’s own money per yuan sent, as decimal text with up to four decimals: "0.5"; only with RATIO. */
  readonly matchingRatio?: string | null | undefined;
  /** The id of the campaign that it is for; the fund’s own if left out. */
  readonly campaignId?: string | null | undefined;
  /** A key chosen by the form: if it is sent twice, the record is made once. */
  readonly idempotencyKey: string;
  /** The number of the supporting document (文号); required above the limit. */
  readonly document?: string | null | undefined;
};

/** The input of `setDibaoLine`. */
export type SetDibaoLineInput = {
  /** The first day on which it is in force: up to two years ahead, back to 1 January of last year. */
  readonly from: string;
  /** The line per person per month: 1 to 100,000 yuan. */
  readonly monthlyPerCapita: string;
  /** The margin factor: income up to the line times this factor is marginal, as decimal text: "1.5". */
  readonly marginFactor: string;
};

/** The input of `setSetting`. */
export type SetSettingInput = {
  /** For which `Organization` of the subtree, and those below. */
  readonly organizationId: string;
  /** What is set. */
  readonly kind: SettingKind;
  /** To what, within the bounds of its kind. */
  readonly value: number;
  /** The day from which it holds, today or within a year; today where it is left out. */
  readonly from?: string | null | undefined;
};

/** What an organisation may set for itself and those below it. */
export type SettingKind =
  /** How long names stay on the wall (公示期), in working days, 3 to 30; 5 where nobody set it. */
  | 'POSTING_WORKING_DAYS';

/** The sex of a person, derived from the identity number. */
export type Sex =
  /** Male (男). */
  | 'MALE'
  /** Female (女). */
  | 'FEMALE';

/** Filter of a list: conditions are combined with AND; one left out is ignored. */
export type StaffFilter = {
  /** A part of the name, or the start of the username. */
  readonly search?: string | null | undefined;
  /** The id of a `Organization`. */
  readonly organizationId?: string | null | undefined;
  /** Those that hold this role. */
  readonly role?: Role | null | undefined;
};

/** The input of `startRosterImport`. */
export type StartRosterImportInput = {
  /** The id of a `RosterImport`. */
  readonly importId: string;
};

/** Of what an aid station is. */
export type StationKind =
  /** Of a township or street (乡镇、街道工作站). */
  | 'TOWNSHIP'
  /** Of a community or village (社区、村站点). */
  | 'COMMUNITY'
  /** Of an enterprise (企业帮扶中心或站点). */
  | 'ENTERPRISE';

/** The input of `suspendCaseFile`, `resumeCaseFile`, `reopenCaseFile`. */
export type StepCaseFileInput = {
  /** The id of a `CaseFile`. */
  readonly caseFileId: string;
  /** The reason, kept with the step. */
  readonly reason: string;
};

/** The status of a submitted table. */
export type SubmissionStatus =
  /** Submitted to the superior (已上报), which has not decided. */
  | 'SUBMITTED'
  /** Returned by the superior (已退回): it is open again, with remarks at its cells. */
  | 'RETURNED'
  /** Accepted by the superior (已接收): it counts in the superior’s table. */
  | 'ACCEPTED';

/** The input of `submitApplicationsAgain`. */
export type SubmitApplicationsAgainInput = {
  /** Ids of returned applications, at most 2,000. */
  readonly ids: ReadonlyArray<string>;
  /** What was corrected, for the approver; at most 1,000 characters. */
  readonly corrected: string;
};

/** The input of `submitTable`. */
export type SubmitTableInput = {
  /** The code of the form: 2. */
  readonly form: string;
  /** Whose table; the reader’s own organisation’s if left out. */
  readonly organizationId?: string | null | undefined;
  /** The campaign to which the table is limited, with its period. If neither it nor a period is given, the latest campaign. */
  readonly campaignId?: string | null | undefined;
  /** The first day of the table. */
  readonly from?: string | null | undefined;
  /** The last day of the table, included. */
  readonly to?: string | null | undefined;
  /** A remark to the superior; null if there is none. */
  readonly remarks?: string | null | undefined;
};

/** A target category of a campaign (慰问对象). */
export type TargetCategoryInput = {
  /** Its code, unique within the campaign. */
  readonly code: string;
  /** Its name, in Chinese. */
  readonly name: string;
  /** Its name, in English. */
  readonly nameEn: string;
};

/** The kind of an event in a household’s timeline. */
export type TimelineKind =
  /** A person moved out. */
  | 'MEMBER_MOVED'
  /** Its payee’s name, telephone or account was corrected. */
  | 'PAYEE_CORRECTED'
  /** Its payee was confirmed as registered. */
  | 'PAYEE_CONFIRMED'
  /** Its case file became a draft. */
  | 'CASE_FILE_DRAFT'
  /** Its case file was submitted. */
  | 'CASE_FILE_SUBMITTED'
  /** Its case file passed county review, its posting was withdrawn, or a change required a new posting. */
  | 'CASE_FILE_COUNTY_REVIEW'
  /** It was posted. */
  | 'CASE_FILE_POSTED'
  /** Its case file became active. */
  | 'CASE_FILE_ACTIVE'
  /** It exited the register. */
  | 'CASE_FILE_EXITED'
  /** Its case file was returned for correction. */
  | 'CASE_FILE_RETURNED'
  /** Its case file was rejected. */
  | 'CASE_FILE_REJECTED'
  /** Its case file was suspended. */
  | 'CASE_FILE_SUSPENDED'
  /** Its case file was revoked as a sanction. */
  | 'CASE_FILE_REVOKED'
  /** A change or an exit was proposed. */
  | 'PROPOSAL_MADE'
  /** The second person confirmed it. */
  | 'PROPOSAL_CONFIRMED'
  /** The second person declined it. */
  | 'PROPOSAL_REFUSED'
  /** The person who proposed it withdrew it. */
  | 'PROPOSAL_WITHDRAWN'
  /** A document was added to its case file. */
  | 'EVIDENCE_UPLOADED'
  /** It was visited (走访慰问). */
  | 'VISIT'
  /** A new dibao line changed its hardship class. */
  | 'HARDSHIP_RECLASSED'
  /** An application was begun. */
  | 'APPLICATION_DRAFT'
  /** An application was submitted. */
  | 'APPLICATION_SUBMITTED'
  /** An application was sent to the base union. */
  | 'APPLICATION_BASE_REVIEW'
  /** An application was put forward to the county, or submitted again. */
  | 'APPLICATION_COUNTY_REVIEW'
  /** An application was sent to the city. */
  | 'APPLICATION_CITY_REVIEW'
  /** An application was approved. */
  | 'APPLICATION_APPROVED'
  /** An approved application is awaiting funds. */
  | 'APPLICATION_AWAITING_FUNDS'
  /** Money was committed for an application. */
  | 'APPLICATION_FUNDED'
  /** An application was paid. */
  | 'APPLICATION_PAID'
  /** A paid application was followed up. */
  | 'APPLICATION_FOLLOWED_UP'
  /** An application was returned. */
  | 'APPLICATION_RETURNED'
  /** An application was rejected. */
  | 'APPLICATION_REJECTED'
  /** An application was withdrawn. */
  | 'APPLICATION_WITHDRAWN'
  /** An application was suspended with its case file. */
  | 'APPLICATION_SUSPENDED'
  /** An approved application ended without payment. */
  | 'APPLICATION_LAPSED'
  /** Its facts were changed. */
  | 'HOUSEHOLD_CHANGED'
  /** Somebody viewed a whole number of a person; for readers of the audit log. */
  | 'NUMBER_VIEWED'
  /** A member was registered as a job seeker (求职登记). */
  | 'JOB_SEEKER_REGISTERED'
  /** A member was referred to a vacancy (职业介绍). */
  | 'WORKER_REFERRED'
  /** A member found work (实现就业). */
  | 'WORKER_PLACED'
  /** A member attended training (参加就业培训). */
  | 'TRAINING_ATTENDED'
  /** A member’s legal-aid case was opened (法律援助立案). */
  | 'LEGAL_CASE_OPENED'
  /** A member’s legal-aid case was closed (法律援助结案). */
  | 'LEGAL_CASE_CLOSED'
  /** A claim for unpaid wages was opened (追讨欠薪立案). */
  | 'WAGE_CLAIM_OPENED'
  /** Unpaid wages were recovered (追回欠薪). */
  | 'WAGES_RECOVERED'
  /** Money was set aside for it (核定救助). */
  | 'GRANT_APPROVED'
  /** Its grant was put on hold (暂缓发放). */
  | 'GRANT_HELD'
  /** Payment of its grant on hold was continued (继续发放). */
  | 'GRANT_PAID_ON'
  /** Its grant was ended without payment (撤销救助). */
  | 'GRANT_RELEASED'
  /** It was paid (发放). */
  | 'PAYMENT_MADE'
  /** The bank returned its payment (退汇). */
  | 'PAYMENT_RETURNED';

/** The type of the record behind an event in a household’s timeline. */
export type TimelineRecordType =
  /** The household itself. */
  | 'Household'
  /** Its case file. */
  | 'CaseFile'
  /** A visit. */
  | 'Visit'
  /** An application for aid. */
  | 'AidApplication'
  /** A job seeker. */
  | 'JobSeeker'
  /** A referral to a vacancy. */
  | 'Referral'
  /** A placement in work. */
  | 'Placement'
  /** An attendance of training. */
  | 'TrainingAttendance'
  /** A legal-aid case. */
  | 'LegalCase'
  /** A claim for unpaid wages. */
  | 'WageClaim'
  /** A grant. */
  | 'Grant'
  /** A payment. */
  | 'Payment';

/** The input of `undoCaseFileSteps`. */
export type UndoCaseFileStepsInput = {
  /** Ids of case files, at most 2,000. */
  readonly ids: ReadonlyArray<string>;
};

/** The input of `unlockStaff`. */
export type UnlockStaffInput = {
  /** The id of a `Staff`. */
  readonly staffId: string;
};

/** The input of `unmaskIdentity`. */
export type UnmaskIdentityInput = {
  /** The id of a `Person`. */
  readonly personId: string;
  /** The purpose; kept in the audit log. */
  readonly reason: string;
};

/** The input of `unmaskPhone`, `unmaskBankAccount`. */
export type UnmaskNumberInput = {
  /** The id of a `Person`. */
  readonly personId: string;
  /** The purpose; kept in the audit log. */
  readonly reason: string;
};

/** The input of `unmaskPayeeCorrection`. */
export type UnmaskPayeeCorrectionInput = {
  /** The id of a `PersonCorrection`. */
  readonly correctionId: string;
  /** The purpose; kept in the audit log. */
  readonly reason: string;
};

/** Filter of a list: conditions are combined with AND; one left out is ignored. */
export type VacancyFilter = {
  /** Part of the employer, trade or place. */
  readonly search?: string | null | undefined;
  /** Only those with this status. */
  readonly status?: VacancyStatus | null | undefined;
  /** Only those offered to laid-off workers, or only others. */
  readonly forLaidOff?: boolean | null | undefined;
};

/** Whether a vacancy has free positions. */
export type VacancyStatus =
  /** Positions are free (招聘中). */
  | 'OPEN'
  /** All positions are filled (已招满). */
  | 'FILLED';

/** Filter of a list: conditions are combined with AND; one left out is ignored. */
export type WageClaimFilter = {
  /** The number, or part of the employer or the site. */
  readonly search?: string | null | undefined;
  /** Only those with this status. */
  readonly status?: WageClaimStatus | null | undefined;
};

/** The status of a wage claim. */
export type WageClaimStatus =
  /** Wages are still owed (追讨中). */
  | 'OPEN'
  /** All recovered (已追回). */
  | 'RECOVERED';

/** One worker to whom wages are owed. */
export type WageClaimWorkerInput = {
  /** Their full name. */
  readonly name: string;
  /** Their full identity number; stored encrypted. */
  readonly identityNumber?: string | null | undefined;
  /** Whether they are a migrant worker; false if left out. */
  readonly migrantWorker?: boolean | null | undefined;
  /** The amount owed to them. */
  readonly owed: string;
  /** The id of a `Household`. */
  readonly householdId?: string | null | undefined;
};

/** The input of `withdrawApplications`. */
export type WithdrawApplicationsInput = {
  /** Ids of applications, at most 2,000. */
  readonly ids: ReadonlyArray<string>;
  /** Why; at most 1,000 characters. */
  readonly reason: string;
};

/** The input of `withdrawPosting`. */
export type WithdrawPostingInput = {
  /** The id of a `PublicPosting`. */
  readonly postingId: string;
  /** Why, at most 500 characters. */
  readonly reason: string;
};

export type ApplicationRecordQueryVariables = Exact<{
  id: string;
  money: boolean;
}>;


export type ApplicationRecordQuery = { readonly application: { readonly id: string, readonly number: string, readonly status: ApplicationStatus, readonly amount: string, readonly aidType: AidType, readonly missingFunds: string | null, readonly putForwardBy: string, readonly putForwardAt: string, readonly approvedBy: string | null, readonly approvedAt: string | null, readonly opinion: string | null, readonly organizationName: string, readonly headName: string, readonly unitName: string, readonly campaign: { readonly id: string, readonly name: string } | null, readonly household: { readonly id: string }, readonly caseFile: { readonly id: string, readonly number: string }, readonly decision: { readonly id: string, readonly outcome: DecisionOutcome, readonly policyName: string, readonly policyVersion: number }, readonly steps: ReadonlyArray<{ readonly id: string, readonly status: ApplicationStatus, readonly at: string, readonly by: string, readonly opinion: string | null }>, readonly payment?: { readonly id: string, readonly status: PaymentStatus, readonly paidOn: string | null, readonly batchId: string, readonly batchNumber: string, readonly voucher: { readonly id: string, readonly number: string } | null, readonly parts: ReadonlyArray<{ readonly fundId: string, readonly fundName: string, readonly source: FundSource, readonly amount: string }> } | null } | null };

export type ApplicationListQueryVariables = Exact<{
  filter?: AidApplicationFilter | null | undefined;
  sort?: AidApplicationSort | null | undefined;
  descending?: boolean | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type ApplicationListQuery = { readonly applications: { readonly total: number, readonly sumAmount: string, readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: ApplicationStatus, readonly amount: string, readonly aidType: AidType, readonly putForwardBy: string, readonly putForwardAt: string, readonly organizationName: string, readonly headName: string, readonly unitName: string, readonly campaign: { readonly id: string, readonly name: string } | null }> } };

export type ApplicationsWaitingQueryVariables = Exact<{
  campaignId?: string | null | undefined;
}>;


export type ApplicationsWaitingQuery = { readonly applications: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly campaign: { readonly id: string } | null }> } };

export type ApplicationQueueQueryVariables = Exact<{
  filter?: AidApplicationFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type ApplicationQueueQuery = { readonly applications: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: ApplicationStatus, readonly amount: string, readonly aidType: AidType, readonly missingFunds: string | null, readonly putForwardBy: string, readonly putForwardAt: string, readonly approvedBy: string | null, readonly approvedAt: string | null, readonly opinion: string | null, readonly lockedForMe: boolean, readonly lockReason: string | null, readonly organizationName: string, readonly headName: string, readonly unitName: string, readonly campaign: { readonly id: string, readonly name: string } | null, readonly household: { readonly id: string }, readonly caseFile: { readonly id: string, readonly number: string, readonly evidence: ReadonlyArray<{ readonly id: string, readonly kind: EvidenceKind, readonly kindName: string, readonly fileName: string, readonly contentType: string, readonly size: number, readonly uploadedAt: string, readonly uploadedBy: string, readonly url: string, readonly previewUrl: string }> }, readonly decision: { readonly id: string, readonly outcome: DecisionOutcome, readonly amount: string, readonly amountMin: string, readonly amountMax: string | null, readonly cap: string | null, readonly policyName: string, readonly policyVersion: number, readonly caseFileVersion: number, readonly decidedAt: string, readonly evidenceMissing: ReadonlyArray<string>, readonly frequency: string, readonly maskedIdentityNumber: string } }> } };

export type DecisionGroundsQueryVariables = Exact<{
  id: string;
  applicationId: string;
}>;


export type DecisionGroundsQuery = { readonly application: { readonly id: string, readonly steps: ReadonlyArray<{ readonly id: string, readonly status: ApplicationStatus, readonly at: string, readonly by: string, readonly opinion: string | null }> } | null, readonly eligibilityDecision: { readonly id: string, readonly lines: ReadonlyArray<{ readonly criterion: string, readonly criterionEn: string, readonly householdValue: string, readonly threshold: string, readonly inForceFrom: string | null, readonly inForceTo: string | null, readonly evidence: ReadonlyArray<string>, readonly clauseCode: string, readonly clauseTitle: string, readonly source: string, readonly sourceText: string | null, readonly note: string | null, readonly met: boolean, readonly speaks: CriterionSpeaks }> } | null };

export type FundsLeftQueryVariables = Exact<{ [key: string]: never; }>;


export type FundsLeftQuery = { readonly fundsWork: { readonly available: string } };

export type ApproveApplicationsMutationVariables = Exact<{
  input: ApproveApplicationsInput;
}>;


export type ApproveApplicationsMutation = { readonly approveApplications: { readonly total: string, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly job: { readonly id: string, readonly service: string } | null, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type ReturnApplicationsMutationVariables = Exact<{
  input: DecideApplicationsInput;
}>;


export type ReturnApplicationsMutation = { readonly returnApplications: { readonly total: string, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly job: { readonly id: string, readonly service: string } | null, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type RejectApplicationsMutationVariables = Exact<{
  input: DecideApplicationsInput;
}>;


export type RejectApplicationsMutation = { readonly rejectApplications: { readonly total: string, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly job: { readonly id: string, readonly service: string } | null, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type SubmitApplicationsAgainMutationVariables = Exact<{
  input: SubmitApplicationsAgainInput;
}>;


export type SubmitApplicationsAgainMutation = { readonly submitApplicationsAgain: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type WithdrawApplicationsMutationVariables = Exact<{
  input: WithdrawApplicationsInput;
}>;


export type WithdrawApplicationsMutation = { readonly withdrawApplications: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type CampaignListQueryVariables = Exact<{
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type CampaignListQuery = { readonly campaigns: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly name: string, readonly organizationName: string, readonly status: CampaignStatus, readonly from: string, readonly to: string, readonly standard: string, readonly budget: string }> } };

export type CampaignRecordQueryVariables = Exact<{
  id: string;
}>;


export type CampaignRecordQuery = { readonly campaign: { readonly id: string, readonly name: string, readonly organizationName: string, readonly status: CampaignStatus, readonly from: string, readonly to: string, readonly standard: string, readonly budget: string, readonly phases: ReadonlyArray<{ readonly name: string, readonly nameEn: string, readonly from: string, readonly to: string }>, readonly targetCategories: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string }>, readonly policy: { readonly code: string, readonly name: string, readonly nameEn: string, readonly source: string, readonly clauses: ReadonlyArray<{ readonly code: string, readonly criterion: string, readonly threshold: string, readonly title: string, readonly titleEn: string, readonly source: string, readonly text: string | null, readonly note: string | null }> }, readonly quotas: ReadonlyArray<{ readonly organizationId: string, readonly organizationName: string, readonly households: number, readonly budget: string }>, readonly book: { readonly organizationId: string, readonly organizationName: string } | null, readonly funnel: ReadonlyArray<{ readonly organizationId: string, readonly organizationName: string, readonly registered: number, readonly submitted: number, readonly posted: number, readonly active: number, readonly putForward: number, readonly approved: number, readonly funded: number, readonly paid: number }> } | null };

export type CampaignCandidatesQueryVariables = Exact<{
  id: string;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type CampaignCandidatesQuery = { readonly campaign: { readonly id: string, readonly candidates: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly eligible: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly caseFile: { readonly id: string, readonly number: string, readonly household: { readonly id: string, readonly unitName: string, readonly head: { readonly name: string } } } }> } } | null };

export type PutForwardCampaignListMutationVariables = Exact<{
  input: PutForwardCampaignListInput;
}>;


export type PutForwardCampaignListMutation = { readonly putForwardCampaignList: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly job: { readonly id: string, readonly service: string } | null, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type CampaignPlanChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type CampaignPlanChoicesQuery = { readonly policies: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string, readonly version: number, readonly source: string, readonly amountMin: string, readonly amountMax: string, readonly clauses: ReadonlyArray<{ readonly code: string, readonly kind: PolicyClauseKind, readonly title: string, readonly titleEn: string }> }>, readonly organizations: { readonly items: ReadonlyArray<{ readonly id: string, readonly name: string }> }, readonly books: { readonly items: ReadonlyArray<{ readonly id: string, readonly name: string }> } };

export type OpenCampaignMutationVariables = Exact<{
  input: OpenCampaignInput;
}>;


export type OpenCampaignMutation = { readonly openCampaign: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly campaign: { readonly id: string } | null } };

export type EligibilityDecisionQueryVariables = Exact<{
  id: string;
}>;


export type EligibilityDecisionQuery = { readonly eligibilityDecision: { readonly id: string, readonly outcome: DecisionOutcome, readonly amount: string, readonly amountMin: string, readonly amountMax: string | null, readonly cap: string | null, readonly aidType: AidType, readonly policyName: string, readonly policyInForceFrom: string, readonly decidedAt: string, readonly decidingUnionName: string, readonly evidenceMissing: ReadonlyArray<string>, readonly frequency: string, readonly pdfUrl: string, readonly docxUrl: string, readonly headName: string, readonly maskedIdentityNumber: string, readonly unitName: string, readonly caseFileNumber: string, readonly lines: ReadonlyArray<{ readonly criterion: string, readonly criterionEn: string, readonly householdValue: string, readonly threshold: string, readonly inForceFrom: string | null, readonly inForceTo: string | null, readonly evidence: ReadonlyArray<string>, readonly clauseCode: string, readonly clauseTitle: string, readonly source: string, readonly sourceText: string | null, readonly note: string | null, readonly met: boolean, readonly speaks: CriterionSpeaks }> } | null };

export type PolicyListQueryVariables = Exact<{ [key: string]: never; }>;


export type PolicyListQuery = { readonly policies: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string, readonly version: number, readonly source: string, readonly inForceFrom: string, readonly inForceTo: string | null, readonly amountMin: string, readonly amountMax: string, readonly frequency: string, readonly outsideCampaigns: boolean, readonly clauses: ReadonlyArray<{ readonly code: string, readonly criterion: string, readonly threshold: string, readonly title: string, readonly titleEn: string, readonly source: string, readonly text: string | null, readonly note: string | null, readonly facts: ReadonlyArray<{ readonly name: string, readonly words: string }> }> }>, readonly policyFacts: ReadonlyArray<{ readonly name: string, readonly words: string, readonly type: PolicyFactType, readonly unit: string | null, readonly origin: PolicyFactOrigin, readonly evidence: ReadonlyArray<string>, readonly values: ReadonlyArray<{ readonly code: string, readonly words: string }> }> };

export type PoliciesToApplyUnderQueryVariables = Exact<{ [key: string]: never; }>;


export type PoliciesToApplyUnderQuery = { readonly policies: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string, readonly version: number, readonly outsideCampaigns: boolean }> };

export type PolicyQuestionsQueryVariables = Exact<{
  householdId: string;
  policy: string;
}>;


export type PolicyQuestionsQuery = { readonly policyQuestions: ReadonlyArray<{ readonly value: unknown, readonly words: string | null, readonly presumed: string | null, readonly mustBeAnswered: boolean, readonly answeredBy: string | null, readonly fact: { readonly name: string, readonly words: string, readonly type: PolicyFactType, readonly unit: string | null, readonly values: ReadonlyArray<{ readonly code: string, readonly words: string }> } }> };

export type AnswerPolicyFactsMutationVariables = Exact<{
  input: AnswerPolicyFactsInput;
}>;


export type AnswerPolicyFactsMutation = { readonly answerPolicyFacts: { readonly answered: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } };

export type ApplyForAidMutationVariables = Exact<{
  input: ApplyForAidInput;
}>;


export type ApplyForAidMutation = { readonly applyForAid: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly decision: { readonly id: string, readonly outcome: DecisionOutcome } | null, readonly application: { readonly id: string, readonly number: string } | null } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly roles: ReadonlyArray<Role>, readonly onBehalfOf: ReadonlyArray<string>, readonly actions: ReadonlyArray<string>, readonly draftKey: string, readonly staff: { readonly id: string, readonly username: string, readonly name: string, readonly roles: ReadonlyArray<Role>, readonly mustChangePassword: boolean }, readonly organization: { readonly id: string, readonly code: string, readonly name: string, readonly kind: OrganizationKind, readonly path: string } } };

export type ProblemPartsFragment = { readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string };

export type RowPartsFragment = { readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> };

export type TimelinePartsFragment = { readonly id: string, readonly at: string, readonly kind: TimelineKind, readonly title: string, readonly titleEn: string, readonly detail: string | null, readonly detailEn: string | null, readonly actor: string | null, readonly organizationName: string | null, readonly recordType: TimelineRecordType, readonly recordId: string };

export type JobPartsFragment = { readonly id: string, readonly service: string, readonly kind: string, readonly title: string, readonly subject: string, readonly status: JobStatus, readonly total: number, readonly done: number, readonly refused: number, readonly startedAt: string, readonly finishedAt: string | null, readonly reasons: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly made: ReadonlyArray<{ readonly recordType: string, readonly id: string, readonly name: string }> };

export type RefusedRowsFragment = { readonly rows: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly label: string, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type CaseRecordsJobRecordQueryVariables = Exact<{
  id: string;
  page?: number | null | undefined;
}>;


export type CaseRecordsJobRecordQuery = { readonly job: { readonly id: string, readonly service: string, readonly kind: string, readonly title: string, readonly subject: string, readonly status: JobStatus, readonly total: number, readonly done: number, readonly refused: number, readonly startedAt: string, readonly finishedAt: string | null, readonly reasons: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly made: ReadonlyArray<{ readonly recordType: string, readonly id: string, readonly name: string }>, readonly rows: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly label: string, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } } | null };

export type FundsJobRecordQueryVariables = Exact<{
  id: string;
  page?: number | null | undefined;
}>;


export type FundsJobRecordQuery = { readonly job: { readonly id: string, readonly service: string, readonly kind: string, readonly title: string, readonly subject: string, readonly status: JobStatus, readonly total: number, readonly done: number, readonly refused: number, readonly startedAt: string, readonly finishedAt: string | null, readonly reasons: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly made: ReadonlyArray<{ readonly recordType: string, readonly id: string, readonly name: string }>, readonly rows: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly label: string, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } } | null };

export type OwnJobsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnJobsQuery = { readonly caseRecords: { readonly items: ReadonlyArray<{ readonly id: string, readonly service: string, readonly kind: string, readonly title: string, readonly subject: string, readonly status: JobStatus, readonly total: number, readonly done: number, readonly refused: number, readonly startedAt: string, readonly finishedAt: string | null, readonly reasons: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly made: ReadonlyArray<{ readonly recordType: string, readonly id: string, readonly name: string }> }> } | null, readonly funds: { readonly items: ReadonlyArray<{ readonly id: string, readonly service: string, readonly kind: string, readonly title: string, readonly subject: string, readonly status: JobStatus, readonly total: number, readonly done: number, readonly refused: number, readonly startedAt: string, readonly finishedAt: string | null, readonly reasons: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly made: ReadonlyArray<{ readonly recordType: string, readonly id: string, readonly name: string }> }> } | null };

export type CancelCaseRecordsJobMutationVariables = Exact<{
  input: CancelJobInput;
}>;


export type CancelCaseRecordsJobMutation = { readonly cancelCaseRecordsJob: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly job: { readonly id: string, readonly status: JobStatus, readonly done: number } | null } };

export type CancelFundsJobMutationVariables = Exact<{
  input: CancelJobInput;
}>;


export type CancelFundsJobMutation = { readonly cancelFundsJob: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly job: { readonly id: string, readonly status: JobStatus, readonly done: number } | null } };

export type WaitingHouseholdFragment = { readonly id: string, readonly unitName: string, readonly head: { readonly id: string, readonly name: string } };

export type FirstOfCasesQueryVariables = Exact<{
  returned: boolean;
  drafts: boolean;
  paymentsReturned: boolean;
  payees: boolean;
  submitted: boolean;
  proposals: boolean;
  approve: boolean;
  reviewed: boolean;
  postings: boolean;
}>;


export type FirstOfCasesQuery = { readonly returned?: { readonly items: ReadonlyArray<{ readonly id: string, readonly unitName: string, readonly head: { readonly id: string, readonly name: string } }> }, readonly drafts?: { readonly items: ReadonlyArray<{ readonly id: string, readonly unitName: string, readonly head: { readonly id: string, readonly name: string } }> }, readonly paymentsReturned?: { readonly items: ReadonlyArray<{ readonly id: string, readonly unitName: string, readonly head: { readonly id: string, readonly name: string } }> }, readonly payeesToConfirm?: { readonly items: ReadonlyArray<{ readonly id: string, readonly unitName: string, readonly head: { readonly id: string, readonly name: string } }> }, readonly submitted?: { readonly items: ReadonlyArray<{ readonly id: string, readonly lockedForMe: boolean, readonly household: { readonly id: string, readonly unitName: string, readonly head: { readonly id: string, readonly name: string } } }> }, readonly reviewed?: { readonly items: ReadonlyArray<{ readonly id: string, readonly unitName: string, readonly head: { readonly id: string, readonly name: string } }> }, readonly postings?: { readonly items: ReadonlyArray<{ readonly id: string, readonly place: string, readonly to: string, readonly status: PostingStatus, readonly openObjections: number, readonly organizationName: string }> }, readonly fileProposals?: { readonly items: ReadonlyArray<{ readonly id: string, readonly caseFile: { readonly id: string, readonly household: { readonly id: string, readonly unitName: string, readonly head: { readonly id: string, readonly name: string } } } }> }, readonly applications?: { readonly items: ReadonlyArray<{ readonly id: string, readonly headName: string, readonly unitName: string, readonly amount: string, readonly lockedForMe: boolean }> } };

export type WaitingGrantFragment = { readonly id: string, readonly payeeName: string, readonly unitName: string, readonly amount: string };

export type WaitingBatchFragment = { readonly id: string, readonly number: string, readonly total: string };

export type FirstOfFundsQueryVariables = Exact<{
  committed: boolean;
  held: boolean;
  decisions: boolean;
  returns: boolean;
  prepared: boolean;
  approved: boolean;
  transit: boolean;
}>;


export type FirstOfFundsQuery = { readonly committed?: { readonly items: ReadonlyArray<{ readonly id: string, readonly payeeName: string, readonly unitName: string, readonly amount: string }> }, readonly held?: { readonly items: ReadonlyArray<{ readonly id: string, readonly payeeName: string, readonly unitName: string, readonly amount: string }> }, readonly decisions?: { readonly items: ReadonlyArray<{ readonly id: string, readonly payeeName: string, readonly unitName: string, readonly amount: string }> }, readonly returns?: { readonly items: ReadonlyArray<{ readonly id: string, readonly payeeName: string, readonly unitName: string, readonly amount: string }> }, readonly prepared?: { readonly items: ReadonlyArray<{ readonly lockedForMe: boolean, readonly id: string, readonly number: string, readonly total: string }> }, readonly approved?: { readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly total: string }> }, readonly allocations?: { readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly fromOrganizationName: string, readonly amount: string, readonly status: AllocationStatus }> } };

export type FirstOfWorkQueryVariables = Exact<{
  deadlines: boolean;
  legalCases: boolean;
  wageClaims: boolean;
  referrals: boolean;
  vacancies: boolean;
}>;


export type FirstOfWorkQuery = { readonly deadlines?: { readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly clientName: string, readonly limitationDate: string | null, readonly limitationPassed: boolean }> }, readonly legalCases?: { readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly clientName: string, readonly limitationDate: string | null }> }, readonly wageClaims?: { readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly employer: string, readonly owed: string }> }, readonly referrals?: { readonly items: ReadonlyArray<{ readonly id: string, readonly jobSeeker: { readonly id: string, readonly name: string }, readonly vacancy: { readonly id: string, readonly employer: string } }> }, readonly vacancies?: { readonly items: ReadonlyArray<{ readonly id: string, readonly employer: string, readonly trade: string }> } };

export type FirstObligationsQueryVariables = Exact<{ [key: string]: never; }>;


export type FirstObligationsQuery = { readonly caseRecords: ReadonlyArray<{ readonly kind: ObligationKind, readonly first: ReadonlyArray<{ readonly id: string, readonly kind: ObligationKind, readonly title: string, readonly address: string, readonly dueOn: string, readonly standing: ObligationStanding | null }> }> | null, readonly identity: ReadonlyArray<{ readonly kind: ObligationKind, readonly first: ReadonlyArray<{ readonly id: string, readonly kind: ObligationKind, readonly title: string, readonly address: string, readonly dueOn: string, readonly standing: ObligationStanding | null }> }> | null, readonly reporting: ReadonlyArray<{ readonly kind: ObligationKind, readonly first: ReadonlyArray<{ readonly id: string, readonly kind: ObligationKind, readonly title: string, readonly address: string, readonly dueOn: string, readonly standing: ObligationStanding | null }> }> | null };

export type FirstObligationFragment = { readonly id: string, readonly kind: ObligationKind, readonly title: string, readonly address: string, readonly dueOn: string, readonly standing: ObligationStanding | null };

export type MyCaseFilesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyCaseFilesQuery = { readonly underWay: { readonly total: number }, readonly done: { readonly total: number } };

export type OpenCampaignFunnelQueryVariables = Exact<{ [key: string]: never; }>;


export type OpenCampaignFunnelQuery = { readonly campaigns: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly name: string, readonly status: CampaignStatus, readonly from: string, readonly quotas: ReadonlyArray<{ readonly organizationId: string, readonly households: number }>, readonly funnel: ReadonlyArray<{ readonly organizationId: string, readonly organizationName: string, readonly registered: number, readonly submitted: number, readonly posted: number, readonly active: number, readonly putForward: number, readonly approved: number, readonly funded: number, readonly paid: number }> }> } };

export type RunningJobsQueryVariables = Exact<{
  rosters: boolean;
}>;


export type RunningJobsQuery = { readonly rosterImports?: { readonly items: ReadonlyArray<{ readonly id: string, readonly fileName: string, readonly status: RosterImportStatus, readonly rowsTotal: number, readonly rowsDone: number }> }, readonly caseRecordsJobs: { readonly items: ReadonlyArray<{ readonly id: string, readonly service: string, readonly title: string, readonly total: number, readonly done: number, readonly refused: number }> } | null, readonly fundsJobs: { readonly items: ReadonlyArray<{ readonly id: string, readonly service: string, readonly title: string, readonly total: number, readonly done: number, readonly refused: number }> } | null };

export type PaletteQueryVariables = Exact<{
  households: HouseholdFilter;
  text: string;
  withHouseholds: boolean;
  withApplications: boolean;
  withPapers: boolean;
}>;


export type PaletteQuery = { readonly households?: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly unitName: string, readonly head: { readonly id: string, readonly name: string, readonly maskedIdentityNumber: string }, readonly caseFile: { readonly id: string, readonly number: string, readonly status: CaseFileStatus } | null }>, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }, readonly applications?: { readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: ApplicationStatus, readonly headName: string, readonly unitName: string, readonly amount: string }> }, readonly papersByNumber?: ReadonlyArray<{ readonly id: string, readonly paper: NumberedPaper, readonly number: string, readonly organizationName: string, readonly amount: string }> };

export type SearchHouseholdsQueryVariables = Exact<{
  filter: HouseholdFilter;
}>;


export type SearchHouseholdsQuery = { readonly households: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly unitName: string, readonly head: { readonly id: string, readonly name: string, readonly maskedIdentityNumber: string }, readonly caseFile: { readonly id: string, readonly number: string, readonly status: CaseFileStatus } | null }>, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } };

export type WorkCountsQueryVariables = Exact<{
  cases: boolean;
  funds: boolean;
  work: boolean;
  reports: boolean;
  accounts: boolean;
  obligations: boolean;
}>;


export type WorkCountsQuery = { readonly caseWork?: { readonly drafts: number, readonly returned: number, readonly submitted: number, readonly reviewed: number, readonly postingsEnded: number, readonly postingsRunning: number, readonly openObjections: number, readonly proposals: number, readonly postingsToConfirm: number, readonly payeesToConfirm: number, readonly paymentsReturned: number, readonly dibaoLinesToConfirm: number, readonly active: number, readonly applicationsToApprove: number, readonly applicationsReturned: number, readonly filesToPutForward: number, readonly applicationsAwaitingFunds: number, readonly applicationsAmountToApprove: string }, readonly fundsWork?: { readonly grantsCommitted: number, readonly grantsCommittedAmount: string, readonly grantsHeld: number, readonly decisionsToAnswer: number, readonly returnsToConfirm: number, readonly grantsAwaitingFunds: number, readonly grantsAwaitingAmount: string, readonly batchesToApprove: number, readonly batchesToPay: number, readonly batchesToAnswer: number, readonly allocationsInTransit: number, readonly entriesToCheck: number, readonly available: string, readonly committed: string }, readonly employmentLegalWork?: { readonly jobSeekersOpen: number, readonly vacanciesOpen: number, readonly referralsOpen: number, readonly legalCasesOpen: number, readonly deadlinesPassed: number, readonly deadlinesWithin30Days: number, readonly wageClaimsOpen: number }, readonly reportingWork?: { readonly toSubmit: number, readonly toReview: number, readonly subordinatesNotSubmitted: number, readonly formsToIssue: number, readonly subordinates: number, readonly dueOn: string }, readonly accountWork?: { readonly total: number }, readonly caseRecordsObligations?: ReadonlyArray<{ readonly kind: ObligationKind, readonly name: string, readonly total: number, readonly overdue: number, readonly today: number, readonly week: number, readonly reminded: number, readonly escalated: number, readonly nextDueOn: string | null }> | null, readonly identityObligations?: ReadonlyArray<{ readonly kind: ObligationKind, readonly name: string, readonly total: number, readonly overdue: number, readonly today: number, readonly week: number, readonly reminded: number, readonly escalated: number, readonly nextDueOn: string | null }> | null, readonly reportingObligations?: ReadonlyArray<{ readonly kind: ObligationKind, readonly name: string, readonly total: number, readonly overdue: number, readonly today: number, readonly week: number, readonly reminded: number, readonly escalated: number, readonly nextDueOn: string | null }> | null };

export type ObligationCountPartsFragment = { readonly kind: ObligationKind, readonly name: string, readonly total: number, readonly overdue: number, readonly today: number, readonly week: number, readonly reminded: number, readonly escalated: number, readonly nextDueOn: string | null };

export type ObligationPartsFragment = { readonly id: string, readonly service: string, readonly kind: ObligationKind, readonly name: string, readonly title: string, readonly organizationName: string, readonly address: string, readonly dueOn: string, readonly standing: ObligationStanding | null, readonly remindedAt: string | null, readonly escalatedAt: string | null, readonly status: ObligationStatus, readonly endedAt: string | null, readonly endedBecause: string | null, readonly history: ReadonlyArray<{ readonly kind: ObligationStepKind, readonly on: string, readonly at: string }> };

export type ObligationsQueryVariables = Exact<{
  filter?: ObligationFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type ObligationsQuery = { readonly caseRecords: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly service: string, readonly kind: ObligationKind, readonly name: string, readonly title: string, readonly organizationName: string, readonly address: string, readonly dueOn: string, readonly standing: ObligationStanding | null, readonly remindedAt: string | null, readonly escalatedAt: string | null, readonly status: ObligationStatus, readonly endedAt: string | null, readonly endedBecause: string | null, readonly history: ReadonlyArray<{ readonly kind: ObligationStepKind, readonly on: string, readonly at: string }> }> } | null, readonly identity: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly service: string, readonly kind: ObligationKind, readonly name: string, readonly title: string, readonly organizationName: string, readonly address: string, readonly dueOn: string, readonly standing: ObligationStanding | null, readonly remindedAt: string | null, readonly escalatedAt: string | null, readonly status: ObligationStatus, readonly endedAt: string | null, readonly endedBecause: string | null, readonly history: ReadonlyArray<{ readonly kind: ObligationStepKind, readonly on: string, readonly at: string }> }> } | null, readonly reporting: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly service: string, readonly kind: ObligationKind, readonly name: string, readonly title: string, readonly organizationName: string, readonly address: string, readonly dueOn: string, readonly standing: ObligationStanding | null, readonly remindedAt: string | null, readonly escalatedAt: string | null, readonly status: ObligationStatus, readonly endedAt: string | null, readonly endedBecause: string | null, readonly history: ReadonlyArray<{ readonly kind: ObligationStepKind, readonly on: string, readonly at: string }> }> } | null };

export type ObligationKindsQueryVariables = Exact<{
  everybody?: boolean | null | undefined;
}>;


export type ObligationKindsQuery = { readonly caseRecords: ReadonlyArray<{ readonly kind: ObligationKind, readonly name: string, readonly total: number, readonly overdue: number, readonly today: number, readonly week: number, readonly reminded: number, readonly escalated: number, readonly nextDueOn: string | null }> | null, readonly identity: ReadonlyArray<{ readonly kind: ObligationKind, readonly name: string, readonly total: number, readonly overdue: number, readonly today: number, readonly week: number, readonly reminded: number, readonly escalated: number, readonly nextDueOn: string | null }> | null, readonly reporting: ReadonlyArray<{ readonly kind: ObligationKind, readonly name: string, readonly total: number, readonly overdue: number, readonly today: number, readonly week: number, readonly reminded: number, readonly escalated: number, readonly nextDueOn: string | null }> | null };

export type FormVersionListQueryVariables = Exact<{
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type FormVersionListQuery = { readonly formVersions: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly draftedBy: string, readonly draftedAt: string, readonly issuedBy: string | null, readonly issuedAt: string | null, readonly form: { readonly code: string, readonly title: string, readonly titleEn: string, readonly version: number } }> } };

export type DraftFormMutationVariables = Exact<{
  input: DraftFormInput;
}>;


export type DraftFormMutation = { readonly draftForm: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly formVersion: { readonly id: string, readonly form: { readonly code: string, readonly title: string, readonly titleEn: string } } | null } };

export type IssueFormMutationVariables = Exact<{
  input: IssueFormInput;
}>;


export type IssueFormMutation = { readonly issueForm: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly formVersion: { readonly id: string } | null } };

export type StatutoryTableQueryVariables = Exact<{
  form: string;
  organizationId?: string | null | undefined;
  campaignId?: string | null | undefined;
  draftId?: string | null | undefined;
}>;


export type StatutoryTableQuery = { readonly statutoryTable: { readonly organizationId: string, readonly organizationName: string, readonly campaignId: string | null, readonly from: string, readonly to: string, readonly preparedBy: string, readonly preparedByPhone: string | null, readonly preparedOn: string, readonly exportUrl: string, readonly form: { readonly code: string, readonly title: string, readonly titleEn: string, readonly version: number, readonly note: string, readonly noteEn: string }, readonly lines: ReadonlyArray<{ readonly code: string, readonly section: string, readonly label: string, readonly labelEn: string, readonly printed: string, readonly heading: string | null, readonly cells: ReadonlyArray<{ readonly key: string, readonly label: string, readonly labelEn: string, readonly unit: string, readonly type: CellType, readonly kind: FigureKind, readonly value: string, readonly derived: string | null, readonly present: string, readonly difference: string | null, readonly state: FigureState, readonly own: string | null, readonly accepted: string | null, readonly reason: string | null, readonly enteredBy: string | null, readonly enteredAt: string | null, readonly records: number, readonly rule: string, readonly ruleEn: string, readonly opensRecords: boolean, readonly choices: ReadonlyArray<{ readonly code: string, readonly label: string, readonly labelEn: string }> }> }>, readonly checks: ReadonlyArray<{ readonly code: string, readonly ok: boolean, readonly severity: CheckSeverity, readonly message: string, readonly messageEn: string, readonly cells: ReadonlyArray<string> }>, readonly submission: { readonly id: string, readonly status: SubmissionStatus, readonly submittedBy: string | null, readonly submittedAt: string | null, readonly remarks: string | null, readonly reviewedBy: string | null, readonly reviewedAt: string | null, readonly opinion: string | null, readonly mayReturn: boolean, readonly mayAccept: boolean, readonly cellRemarks: ReadonlyArray<{ readonly cell: string, readonly text: string }> } | null } | null };

export type CellRecordsQueryVariables = Exact<{
  form: string;
  cell: string;
  organizationId?: string | null | undefined;
  campaignId?: string | null | undefined;
  draftId?: string | null | undefined;
  search?: string | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type CellRecordsQuery = { readonly cellRecords: { readonly total: number, readonly sumAmount: string, readonly sumCount: number, readonly countedInSeveral: number, readonly exportUrl: string, readonly items: ReadonlyArray<{ readonly id: string, readonly recordType: CellRecordKind, readonly recordId: string, readonly householdId: string | null, readonly title: string, readonly titleEn: string, readonly name: string | null, readonly voucherNumber: string | null, readonly on: string, readonly amount: string | null, readonly count: number, readonly organizationName: string, readonly alsoCountedIn: ReadonlyArray<string>, readonly links: ReadonlyArray<{ readonly recordType: CellRecordKind, readonly recordId: string, readonly title: string, readonly titleEn: string }> }> } };

export type TableChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type TableChoicesQuery = { readonly reportForms: ReadonlyArray<{ readonly code: string, readonly title: string, readonly titleEn: string }>, readonly campaigns: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly name: string, readonly status: CampaignStatus, readonly from: string, readonly to: string, readonly organizationName: string }> }, readonly organizations: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly name: string, readonly code: string, readonly kind: OrganizationKind }> } };

export type SubordinateTablesQueryVariables = Exact<{
  form: string;
  organizationId?: string | null | undefined;
  campaignId?: string | null | undefined;
}>;


export type SubordinateTablesQuery = { readonly tableForSubordinates: ReadonlyArray<{ readonly organizationId: string, readonly organizationName: string, readonly submittedAt: string | null, readonly status: SubmissionStatus | null, readonly figures: ReadonlyArray<{ readonly key: string, readonly value: string }> }> };

export type ReportingWorkQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportingWorkQuery = { readonly reportingWork: { readonly toSubmit: number, readonly subordinatesNotSubmitted: number, readonly subordinates: number, readonly dueOn: string } };

export type FigureHistoryQueryVariables = Exact<{
  form: string;
  cell: string;
  organizationId?: string | null | undefined;
  campaignId?: string | null | undefined;
}>;


export type FigureHistoryQuery = { readonly figureHistory: ReadonlyArray<{ readonly kind: FigureChangeKind, readonly value: string, readonly reason: string | null, readonly by: string, readonly at: string }> };

export type EnterFiguresMutationVariables = Exact<{
  input: EnterFiguresInput;
}>;


export type EnterFiguresMutation = { readonly enterFigures: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly entered: { readonly figures: ReadonlyArray<{ readonly key: string, readonly value: string, readonly derived: string | null, readonly present: string, readonly difference: string | null, readonly state: FigureState, readonly own: string | null, readonly accepted: string | null, readonly reason: string | null, readonly enteredBy: string | null, readonly enteredAt: string | null }>, readonly refused: ReadonlyArray<{ readonly cell: string, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } | null } };

export type SubmitTableMutationVariables = Exact<{
  input: SubmitTableInput;
}>;


export type SubmitTableMutation = { readonly submitTable: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly submission: { readonly id: string, readonly status: SubmissionStatus } | null } };

export type AcceptTableMutationVariables = Exact<{
  input: AcceptTableInput;
}>;


export type AcceptTableMutation = { readonly acceptTable: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly submission: { readonly id: string, readonly status: SubmissionStatus } | null } };

export type ReturnTableMutationVariables = Exact<{
  input: ReturnTableInput;
}>;


export type ReturnTableMutation = { readonly returnTable: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly submission: { readonly id: string, readonly status: SubmissionStatus } | null } };

export type AllocationListQueryVariables = Exact<{
  sort?: AllocationSort | null | undefined;
  descending?: boolean | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type AllocationListQuery = { readonly allocations: { readonly total: number, readonly sumAmount: string, readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly fromOrganizationId: string, readonly fromOrganizationName: string, readonly toOrganizationId: string, readonly toOrganizationName: string, readonly amount: string, readonly source: FundSource, readonly matchingRequirement: MatchingRequirement, readonly matchingRatio: string | null, readonly matchingRequired: string, readonly matched: string, readonly status: AllocationStatus, readonly sentOn: string, readonly receivedOn: string | null, readonly campaignId: string | null, readonly paid: string, readonly unspent: string }> } };

export type AllocationTargetsQueryVariables = Exact<{ [key: string]: never; }>;


export type AllocationTargetsQuery = { readonly organizations: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly name: string, readonly code: string }> } };

export type AllocationRecordQueryVariables = Exact<{
  id: string;
}>;


export type AllocationRecordQuery = { readonly allocation: { readonly id: string, readonly number: string, readonly fromOrganizationName: string, readonly toOrganizationName: string, readonly amount: string, readonly source: FundSource, readonly matchingRequirement: MatchingRequirement, readonly matchingRatio: string | null, readonly matchingRequired: string, readonly matched: string, readonly status: AllocationStatus, readonly sentOn: string, readonly receivedOn: string | null, readonly paid: string, readonly unspent: string } | null };

export type SendAllocationMutationVariables = Exact<{
  input: SendAllocationInput;
}>;


export type SendAllocationMutation = { readonly sendAllocation: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly allocation: { readonly id: string, readonly number: string } | null, readonly waiting: { readonly id: string } | null } };

export type ReceiveAllocationMutationVariables = Exact<{
  input: ReceiveAllocationInput;
}>;


export type ReceiveAllocationMutation = { readonly receiveAllocation: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly allocation: { readonly id: string, readonly number: string } | null } };

export type GrantListQueryVariables = Exact<{
  filter?: GrantFilter | null | undefined;
  sort?: GrantSort | null | undefined;
  descending?: boolean | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type GrantListQuery = { readonly grants: { readonly total: number, readonly sumAmount: string, readonly exportUrl: string | null, readonly items: ReadonlyArray<{ readonly id: string, readonly applicationId: string, readonly householdId: string, readonly payeeName: string, readonly unitName: string, readonly amount: string, readonly status: GrantStatus, readonly missing: string | null, readonly campaignId: string | null, readonly aidType: AidType, readonly organizationName: string, readonly reason: string, readonly clause: string, readonly approvedBy: string, readonly approvedAt: string, readonly lockReason: string | null, readonly parts: ReadonlyArray<{ readonly fundId: string, readonly fundName: string, readonly source: FundSource, readonly amount: string }>, readonly holds: ReadonlyArray<{ readonly id: string, readonly cause: GrantHoldCause, readonly reason: string | null, readonly since: string | null }> }> } };

export type FundsWorkQueryVariables = Exact<{ [key: string]: never; }>;


export type FundsWorkQuery = { readonly fundsWork: { readonly grantsCommitted: number, readonly grantsCommittedAmount: string, readonly grantsHeld: number, readonly decisionsToAnswer: number, readonly returnsToConfirm: number, readonly grantsAwaitingFunds: number, readonly grantsAwaitingAmount: string, readonly batchesToApprove: number, readonly batchesToPay: number, readonly allocationsInTransit: number, readonly available: string } };

export type BatchListQueryVariables = Exact<{
  filter?: DisbursementBatchFilter | null | undefined;
  sort?: DisbursementBatchSort | null | undefined;
  descending?: boolean | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type BatchListQuery = { readonly batches: { readonly total: number, readonly sumAmount: string, readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: DisbursementBatchStatus, readonly organizationName: string, readonly campaignId: string | null, readonly total: string, readonly paymentCount: number, readonly preparedBy: string, readonly preparedAt: string, readonly approvedBy: string | null, readonly approvedAt: string | null, readonly paidBy: string | null, readonly paidAt: string | null, readonly lockedForMe: boolean, readonly lockReason: string | null }> } };

export type BatchRecordQueryVariables = Exact<{
  id: string;
  perPage?: number | null | undefined;
}>;


export type BatchRecordQuery = { readonly batch: { readonly id: string, readonly number: string, readonly status: DisbursementBatchStatus, readonly organizationName: string, readonly campaignId: string | null, readonly total: string, readonly paymentCount: number, readonly preparedBy: string, readonly preparedAt: string, readonly approvedBy: string | null, readonly approvedAt: string | null, readonly paidBy: string | null, readonly paidAt: string | null, readonly lockedForMe: boolean, readonly lockReason: string | null, readonly returnedBy: string | null, readonly returnReason: string | null, readonly paidOn: string | null, readonly dateReason: string | null, readonly paymentFileUrl: string, readonly paymentFileCsvUrl: string, readonly vouchersUrl: string, readonly vouchersArchiveUrl: string, readonly rosterUrl: string, readonly parts: ReadonlyArray<{ readonly fundId: string, readonly fundName: string, readonly source: FundSource, readonly amount: string }>, readonly heldPayments: ReadonlyArray<{ readonly id: string, readonly payeeName: string, readonly amount: string, readonly grant: { readonly id: string, readonly holds: ReadonlyArray<{ readonly id: string, readonly cause: GrantHoldCause, readonly reason: string | null, readonly since: string | null }> } }>, readonly payments: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly status: PaymentStatus, readonly amount: string, readonly payeeName: string, readonly maskedBankAccount: string, readonly householdId: string, readonly paidOn: string | null, readonly returnReason: string | null, readonly lockReason: string | null, readonly voucher: { readonly id: string, readonly number: string } | null, readonly parts: ReadonlyArray<{ readonly fundId: string, readonly fundName: string, readonly source: FundSource, readonly amount: string }>, readonly earlierAttempts: ReadonlyArray<{ readonly id: string }>, readonly grant: { readonly id: string, readonly holds: ReadonlyArray<{ readonly id: string, readonly cause: GrantHoldCause }> } }> } } | null };

export type GrantRecordQueryVariables = Exact<{
  id: string;
}>;


export type GrantRecordQuery = { readonly grant: { readonly id: string, readonly applicationId: string, readonly householdId: string, readonly payeeName: string, readonly unitName: string, readonly organizationName: string, readonly amount: string, readonly status: GrantStatus, readonly missing: string | null, readonly reason: string, readonly clause: string, readonly aidType: AidType, readonly approvedBy: string, readonly approvedAt: string, readonly maskedBankAccount: string, readonly lockReason: string | null, readonly parts: ReadonlyArray<{ readonly fundId: string, readonly fundName: string, readonly source: FundSource, readonly amount: string }>, readonly holds: ReadonlyArray<{ readonly id: string, readonly cause: GrantHoldCause, readonly reason: string | null, readonly since: string | null, readonly heldAt: string }>, readonly decisions: ReadonlyArray<{ readonly id: string, readonly kind: GrantDecisionKind, readonly status: GrantDecisionStatus, readonly reason: string | null, readonly proposedBy: string, readonly proposedAt: string, readonly answeredBy: string | null, readonly answeredAt: string | null, readonly answer: string | null, readonly lockReason: string | null }>, readonly payments: ReadonlyArray<{ readonly id: string, readonly status: PaymentStatus, readonly amount: string, readonly payeeName: string, readonly maskedBankAccount: string, readonly batchId: string, readonly batchNumber: string, readonly paidOn: string | null, readonly returnReason: string | null, readonly returnClaims: ReadonlyArray<{ readonly id: string, readonly status: ReturnClaimStatus }> }>, readonly payeeCorrections: ReadonlyArray<{ readonly id: string, readonly at: string, readonly changed: boolean, readonly payeeName: string, readonly maskedBankAccount: string, readonly why: string | null, readonly who: ReadonlyArray<string> }> } | null };

export type BatchFindingsQueryVariables = Exact<{
  id: string;
}>;


export type BatchFindingsQuery = { readonly batch: { readonly id: string, readonly findings: ReadonlyArray<{ readonly key: string, readonly kind: DisbursementBatchFindingKind, readonly answer: DisbursementBatchFindingAnswer, readonly words: string, readonly who: ReadonlyArray<string>, readonly on: string | null, readonly payments: ReadonlyArray<{ readonly paymentId: string, readonly householdId: string, readonly payeeName: string, readonly maskedBankAccount: string, readonly amount: string }>, readonly changes: ReadonlyArray<{ readonly fact: string, readonly before: string | null, readonly after: string | null }>, readonly given: { readonly reason: string | null, readonly by: string, readonly at: string } | null }> } | null };

export type BatchFilesQueryVariables = Exact<{
  id: string;
}>;


export type BatchFilesQuery = { readonly batch: { readonly id: string, readonly paymentFileCheckUrl: string, readonly paymentFiles: ReadonlyArray<{ readonly id: string, readonly format: PaymentFileFormat, readonly digest: string, readonly contentChanged: boolean, readonly madeBy: string, readonly madeAt: string }> } | null };

export type BatchPaymentsQueryVariables = Exact<{
  id: string;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type BatchPaymentsQuery = { readonly batch: { readonly id: string, readonly payments: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly status: PaymentStatus, readonly amount: string, readonly payeeName: string, readonly maskedBankAccount: string, readonly householdId: string, readonly paidOn: string | null, readonly returnReason: string | null, readonly lockReason: string | null, readonly voucher: { readonly id: string, readonly number: string } | null, readonly parts: ReadonlyArray<{ readonly fundId: string, readonly fundName: string, readonly source: FundSource, readonly amount: string }>, readonly earlierAttempts: ReadonlyArray<{ readonly id: string }>, readonly grant: { readonly id: string, readonly holds: ReadonlyArray<{ readonly id: string, readonly cause: GrantHoldCause }> } }> } } | null };

export type PaymentsOfBatchPartsFragment = { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly status: PaymentStatus, readonly amount: string, readonly payeeName: string, readonly maskedBankAccount: string, readonly householdId: string, readonly paidOn: string | null, readonly returnReason: string | null, readonly lockReason: string | null, readonly voucher: { readonly id: string, readonly number: string } | null, readonly parts: ReadonlyArray<{ readonly fundId: string, readonly fundName: string, readonly source: FundSource, readonly amount: string }>, readonly earlierAttempts: ReadonlyArray<{ readonly id: string }>, readonly grant: { readonly id: string, readonly holds: ReadonlyArray<{ readonly id: string, readonly cause: GrantHoldCause }> } }> };

export type PaymentRecordQueryVariables = Exact<{
  id: string;
}>;


export type PaymentRecordQuery = { readonly payment: { readonly id: string, readonly status: PaymentStatus, readonly amount: string, readonly payeeName: string, readonly maskedBankAccount: string, readonly householdId: string, readonly batchId: string, readonly batchNumber: string, readonly paidOn: string | null, readonly returnReason: string | null, readonly lockReason: string | null, readonly returnClaims: ReadonlyArray<{ readonly id: string, readonly bankReference: string, readonly reason: string, readonly returnedOn: string, readonly dateReason: string | null, readonly status: ReturnClaimStatus, readonly recordedBy: string, readonly recordedAt: string, readonly answeredBy: string | null, readonly answeredAt: string | null, readonly answer: string | null, readonly lockReason: string | null }>, readonly earlierAttempts: ReadonlyArray<{ readonly id: string, readonly status: PaymentStatus, readonly amount: string, readonly payeeName: string, readonly maskedBankAccount: string, readonly batchId: string, readonly batchNumber: string, readonly paidOn: string | null, readonly returnReason: string | null, readonly returnClaims: ReadonlyArray<{ readonly id: string, readonly status: ReturnClaimStatus }> }>, readonly voucher: { readonly id: string, readonly number: string, readonly entryNumber: string, readonly eligibilityDecisionId: string } | null, readonly grant: { readonly id: string, readonly applicationId: string, readonly approvedBy: string, readonly approvedAt: string, readonly aidType: AidType, readonly unitName: string }, readonly parts: ReadonlyArray<{ readonly fundId: string, readonly fundName: string, readonly source: FundSource, readonly amount: string }> } | null };

export type PrepareBatchMutationVariables = Exact<{
  input: PrepareBatchInput;
}>;


export type PrepareBatchMutation = { readonly prepareBatch: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly job: { readonly id: string, readonly service: string } | null, readonly batch: { readonly id: string, readonly number: string } | null } };

export type ApproveBatchMutationVariables = Exact<{
  input: ApproveBatchInput;
}>;


export type ApproveBatchMutation = { readonly approveBatch: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly batch: { readonly id: string, readonly status: DisbursementBatchStatus } | null } };

export type ReturnBatchMutationVariables = Exact<{
  input: ReturnBatchInput;
}>;


export type ReturnBatchMutation = { readonly returnBatch: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly batch: { readonly id: string, readonly status: DisbursementBatchStatus } | null } };

export type PayBatchMutationVariables = Exact<{
  input: PayBatchInput;
}>;


export type PayBatchMutation = { readonly payBatch: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly batch: { readonly id: string, readonly status: DisbursementBatchStatus } | null } };

export type RecordReturnedPaymentMutationVariables = Exact<{
  input: RecordReturnedPaymentInput;
}>;


export type RecordReturnedPaymentMutation = { readonly recordReturnedPayment: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly payment: { readonly id: string, readonly status: PaymentStatus } | null } };

export type ConfirmReturnedPaymentMutationVariables = Exact<{
  input: ConfirmReturnedPaymentInput;
}>;


export type ConfirmReturnedPaymentMutation = { readonly confirmReturnedPayment: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly payment: { readonly id: string, readonly status: PaymentStatus } | null } };

export type RefuseReturnedPaymentMutationVariables = Exact<{
  input: RefuseReturnedPaymentInput;
}>;


export type RefuseReturnedPaymentMutation = { readonly refuseReturnedPayment: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly payment: { readonly id: string, readonly status: PaymentStatus } | null } };

export type AnswerBatchFindingsMutationVariables = Exact<{
  input: AnswerBatchFindingsInput;
}>;


export type AnswerBatchFindingsMutation = { readonly answerBatchFindings: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly batch: { readonly id: string, readonly status: DisbursementBatchStatus } | null } };

export type ProposeGrantDecisionMutationVariables = Exact<{
  input: ProposeGrantDecisionInput;
}>;


export type ProposeGrantDecisionMutation = { readonly proposeGrantDecision: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly grant: { readonly id: string, readonly status: GrantStatus } | null } };

export type ConfirmGrantDecisionMutationVariables = Exact<{
  input: ConfirmGrantDecisionInput;
}>;


export type ConfirmGrantDecisionMutation = { readonly confirmGrantDecision: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly grant: { readonly id: string, readonly status: GrantStatus } | null } };

export type RefuseGrantDecisionMutationVariables = Exact<{
  input: RefuseGrantDecisionInput;
}>;


export type RefuseGrantDecisionMutation = { readonly refuseGrantDecision: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly grant: { readonly id: string, readonly status: GrantStatus } | null } };

export type FundListQueryVariables = Exact<{
  filter?: FundFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type FundListQuery = { readonly funds: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly name: string, readonly organizationName: string, readonly source: FundSource, readonly purposes: ReadonlyArray<string>, readonly year: number, readonly campaignId: string | null, readonly balance: string, readonly committed: string, readonly available: string, readonly priority: number }> } };

export type FundRecordQueryVariables = Exact<{
  id: string;
}>;


export type FundRecordQuery = { readonly fund: { readonly id: string, readonly name: string, readonly organizationName: string, readonly source: FundSource, readonly purposes: ReadonlyArray<string>, readonly year: number, readonly campaignId: string | null, readonly balance: string, readonly committed: string, readonly available: string, readonly priority: number, readonly organization: { readonly id: string }, readonly receipts: ReadonlyArray<{ readonly id: string, readonly amount: string, readonly payer: string, readonly receivedOn: string, readonly memo: string | null, readonly allocationId: string | null, readonly entryNumber: string }> } | null };

export type ReceiptRecordQueryVariables = Exact<{
  id: string;
}>;


export type ReceiptRecordQuery = { readonly receipt: { readonly id: string, readonly amount: string, readonly payer: string, readonly receivedOn: string, readonly dateReason: string | null, readonly memo: string | null, readonly allocationId: string | null, readonly entryNumber: string, readonly fund: { readonly id: string, readonly name: string, readonly organizationName: string, readonly source: FundSource, readonly purposes: ReadonlyArray<string> } } | null };

export type OpenFundMutationVariables = Exact<{
  input: OpenFundInput;
}>;


export type OpenFundMutation = { readonly openFund: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly fund: { readonly id: string } | null } };

export type RecordReceiptMutationVariables = Exact<{
  input: RecordReceiptInput;
}>;


export type RecordReceiptMutation = { readonly recordReceipt: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly receipt: { readonly id: string } | null, readonly waiting: { readonly id: string } | null } };

export type OpenCampaignsQueryVariables = Exact<{ [key: string]: never; }>;


export type OpenCampaignsQuery = { readonly campaigns: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly name: string, readonly status: CampaignStatus, readonly standard: string, readonly from: string, readonly to: string }> } };

export type AccountBalancesQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type AccountBalancesQuery = { readonly accounts: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string, readonly kind: AccountKind, readonly balance: string }> };

export type JournalEntryListQueryVariables = Exact<{
  filter?: JournalFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type JournalEntryListQuery = { readonly journalEntries: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly businessDate: string, readonly recordedAt: string, readonly memo: string, readonly reverses: string | null, readonly lines: ReadonlyArray<{ readonly accountCode: string, readonly accountName: string, readonly debit: string, readonly credit: string, readonly fundId: string | null }> }> } };

export type PendingEntriesQueryVariables = Exact<{ [key: string]: never; }>;


export type PendingEntriesQuery = { readonly pendingEntries: ReadonlyArray<{ readonly id: string, readonly kind: PendingEntryKind, readonly fundName: string, readonly amount: string, readonly counterpart: string, readonly document: string, readonly proposedBy: string, readonly proposedAt: string, readonly isOwn: boolean, readonly carriedOut: boolean | null, readonly opinion: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null }> };

export type DecidePendingEntryMutationVariables = Exact<{
  input: DecidePendingEntryInput;
}>;


export type DecidePendingEntryMutation = { readonly decidePendingEntry: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly entry: { readonly id: string } | null } };

export type PrintedFragment = { readonly label: string, readonly lead: string | null, readonly text: string };

export type VoucherRecordQueryVariables = Exact<{
  id: string;
}>;


export type VoucherRecordQuery = { readonly voucher: { readonly id: string, readonly number: string, readonly householdHead: string, readonly pdfUrl: string, readonly entryNumber: string, readonly applicationId: string, readonly eligibilityDecisionId: string, readonly form: { readonly title: string, readonly stamp: string | null, readonly seal: string, readonly foot: string, readonly head: ReadonlyArray<{ readonly label: string, readonly lead: string | null, readonly text: string }>, readonly rows: ReadonlyArray<{ readonly cells: ReadonlyArray<{ readonly label: string, readonly lead: string | null, readonly text: string }> }>, readonly signers: ReadonlyArray<{ readonly label: string, readonly lead: string | null, readonly text: string }> }, readonly payment: { readonly id: string, readonly status: PaymentStatus, readonly batchId: string, readonly batchNumber: string, readonly householdId: string, readonly paidOn: string | null } } | null };

export type CaseFileQueueQueryVariables = Exact<{
  filter?: CaseFileFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type CaseFileQueueQuery = { readonly caseFiles: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: CaseFileStatus, readonly version: number, readonly hardshipClass: HardshipClass | null, readonly hardshipExplanation: string, readonly evidenceMissing: ReadonlyArray<string>, readonly lockedForMe: boolean, readonly lockReason: string | null, readonly updatedAt: string, readonly evidence: ReadonlyArray<{ readonly id: string, readonly kind: EvidenceKind, readonly kindName: string, readonly fileName: string, readonly contentType: string, readonly size: number, readonly uploadedAt: string, readonly uploadedBy: string, readonly url: string, readonly previewUrl: string }>, readonly household: { readonly id: string, readonly unitName: string, readonly organizationName: string, readonly size: number, readonly monthlyIncomePerCapita: string, readonly dibaoStatus: DibaoStatus, readonly causes: ReadonlyArray<HardshipCause>, readonly modelWorkerHonour: ModelWorkerHonour, readonly headStanding: PersonStanding, readonly migrantWorker: boolean, readonly workers: number, readonly migrantWorkers: number, readonly remark: string | null, readonly head: { readonly id: string, readonly name: string, readonly maskedIdentityNumber: string, readonly birthDate: string, readonly sex: Sex, readonly maskedPhone: string | null }, readonly members: ReadonlyArray<{ readonly id: string, readonly name: string, readonly relation: string, readonly standing: PersonStanding | null, readonly ruralRegistration: boolean, readonly monthlyIncome: string | null, readonly health: string | null, readonly schooling: string | null }> } }> } };

export type CaseFilesDecidedTodayQueryVariables = Exact<{
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type CaseFilesDecidedTodayQuery = { readonly caseFilesDecidedToday: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly to: CaseFileStatus, readonly at: string, readonly undoRefusal: { readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string } | null, readonly caseFile: { readonly id: string, readonly number: string, readonly household: { readonly id: string, readonly unitName: string, readonly head: { readonly id: string, readonly name: string } } } }> } };

export type UndoCaseFileStepsMutationVariables = Exact<{
  input: UndoCaseFileStepsInput;
}>;


export type UndoCaseFileStepsMutation = { readonly undoCaseFileSteps: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly job: { readonly id: string, readonly service: string } | null, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type CaseFilesLackingEvidenceQueryVariables = Exact<{
  status: CaseFileStatus;
}>;


export type CaseFilesLackingEvidenceQuery = { readonly caseFilesLackingEvidence: number };

export type CaseFileOfHouseholdQueryVariables = Exact<{
  id: string;
}>;


export type CaseFileOfHouseholdQuery = { readonly caseFile: { readonly id: string, readonly household: { readonly id: string } } | null };

export type SubmitCaseFilesMutationVariables = Exact<{
  input: CaseFilesInput;
}>;


export type SubmitCaseFilesMutation = { readonly submitCaseFiles: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly job: { readonly id: string, readonly service: string } | null, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type PassCaseFilesMutationVariables = Exact<{
  input: CaseFileDecisionInput;
}>;


export type PassCaseFilesMutation = { readonly passCaseFiles: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly job: { readonly id: string, readonly service: string } | null, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type ReturnCaseFilesMutationVariables = Exact<{
  input: CaseFileDecisionInput;
}>;


export type ReturnCaseFilesMutation = { readonly returnCaseFiles: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly job: { readonly id: string, readonly service: string } | null, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type ProposeExitMutationVariables = Exact<{
  input: ProposeExitInput;
}>;


export type ProposeExitMutation = { readonly proposeExit: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly caseFile: { readonly id: string, readonly status: CaseFileStatus } | null } };

export type SuspendCaseFileMutationVariables = Exact<{
  input: StepCaseFileInput;
}>;


export type SuspendCaseFileMutation = { readonly suspendCaseFile: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly caseFile: { readonly id: string, readonly status: CaseFileStatus } | null } };

export type ResumeCaseFileMutationVariables = Exact<{
  input: StepCaseFileInput;
}>;


export type ResumeCaseFileMutation = { readonly resumeCaseFile: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly caseFile: { readonly id: string, readonly status: CaseFileStatus } | null } };

export type ReopenCaseFileMutationVariables = Exact<{
  input: StepCaseFileInput;
}>;


export type ReopenCaseFileMutation = { readonly reopenCaseFile: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly caseFile: { readonly id: string, readonly status: CaseFileStatus } | null } };

export type ProposalPartsFragment = { readonly id: string, readonly kind: FileProposalKind, readonly why: string | null, readonly exitReason: ExitReason | null, readonly exitedOn: string | null, readonly dateReason: string | null, readonly proposedBy: string, readonly proposedAt: string, readonly mayDecide: boolean, readonly mayWithdraw: boolean, readonly changes: ReadonlyArray<{ readonly fact: string, readonly before: string | null, readonly after: string | null }> };

export type ProposalListQueryVariables = Exact<{
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type ProposalListQuery = { readonly fileProposals: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly kind: FileProposalKind, readonly why: string | null, readonly exitReason: ExitReason | null, readonly exitedOn: string | null, readonly dateReason: string | null, readonly proposedBy: string, readonly proposedAt: string, readonly mayDecide: boolean, readonly mayWithdraw: boolean, readonly caseFile: { readonly id: string, readonly number: string, readonly status: CaseFileStatus, readonly household: { readonly id: string, readonly organizationName: string, readonly head: { readonly id: string, readonly name: string } } }, readonly changes: ReadonlyArray<{ readonly fact: string, readonly before: string | null, readonly after: string | null }> }> } };

export type ConfirmProposalMutationVariables = Exact<{
  input: DecideProposalInput;
}>;


export type ConfirmProposalMutation = { readonly confirmProposal: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly proposal: { readonly id: string, readonly decision: FileProposalDecision | null } | null } };

export type RefuseProposalMutationVariables = Exact<{
  input: DecideProposalInput;
}>;


export type RefuseProposalMutation = { readonly refuseProposal: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly proposal: { readonly id: string, readonly decision: FileProposalDecision | null } | null } };

export type WithdrawProposalMutationVariables = Exact<{
  input: DecideProposalInput;
}>;


export type WithdrawProposalMutation = { readonly withdrawProposal: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly proposal: { readonly id: string, readonly decision: FileProposalDecision | null } | null } };

export type RejectCaseFilesMutationVariables = Exact<{
  input: CaseFileDecisionInput;
}>;


export type RejectCaseFilesMutation = { readonly rejectCaseFiles: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly job: { readonly id: string, readonly service: string } | null, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type DibaoLineListQueryVariables = Exact<{ [key: string]: never; }>;


export type DibaoLineListQuery = { readonly dibaoLines: ReadonlyArray<{ readonly id: string, readonly organizationName: string, readonly from: string, readonly monthlyPerCapita: string, readonly marginFactor: string, readonly awaitsConfirmation: boolean, readonly setBy: string, readonly confirmedBy: string | null, readonly begunAt: string | null, readonly changedFiles: number, readonly mayConfirm: boolean, readonly mayRefuse: boolean }> };

export type ReclassListQueryVariables = Exact<{
  filter?: HardshipReclassFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type ReclassListQuery = { readonly hardshipReclasses: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly oldClass: HardshipClass | null, readonly newClass: HardshipClass | null, readonly judgedAt: string, readonly caseFile: { readonly id: string, readonly number: string, readonly status: CaseFileStatus, readonly household: { readonly id: string, readonly organizationName: string, readonly head: { readonly id: string, readonly name: string } } } | null }> } };

export type SetDibaoLineMutationVariables = Exact<{
  input: SetDibaoLineInput;
}>;


export type SetDibaoLineMutation = { readonly setDibaoLine: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly dibaoLine: { readonly id: string } | null } };

export type ConfirmDibaoLineMutationVariables = Exact<{
  input: ConfirmDibaoLineInput;
}>;


export type ConfirmDibaoLineMutation = { readonly confirmDibaoLine: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly dibaoLine: { readonly id: string } | null } };

export type RefuseDibaoLineMutationVariables = Exact<{
  input: RefuseDibaoLineInput;
}>;


export type RefuseDibaoLineMutation = { readonly refuseDibaoLine: { readonly dibaoLineId: string | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } };

export type EvidenceFileMatchesQueryVariables = Exact<{
  fileNames: ReadonlyArray<string> | string;
}>;


export type EvidenceFileMatchesQuery = { readonly evidenceFileMatches: { readonly items: ReadonlyArray<{ readonly fileName: string, readonly kind: EvidenceKind | null, readonly caseFiles: ReadonlyArray<{ readonly id: string, readonly number: string, readonly household: { readonly id: string, readonly unitName: string, readonly head: { readonly id: string, readonly name: string, readonly maskedIdentityNumber: string } } }> }> } };

export type EvidenceKindsQueryVariables = Exact<{ [key: string]: never; }>;


export type EvidenceKindsQuery = { readonly evidenceKinds: ReadonlyArray<{ readonly kind: EvidenceKind, readonly name: string, readonly nameEn: string }> };

export type HouseholdListQueryVariables = Exact<{
  filter?: HouseholdFilter | null | undefined;
  sort?: HouseholdSort | null | undefined;
  descending?: boolean | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type HouseholdListQuery = { readonly households: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly unitName: string, readonly organizationName: string, readonly size: number, readonly monthlyIncomePerCapita: string, readonly hardshipClass: HardshipClass | null, readonly dibaoStatus: DibaoStatus, readonly causes: ReadonlyArray<HardshipCause>, readonly marks: ReadonlyArray<HouseholdMark>, readonly head: { readonly id: string, readonly name: string, readonly maskedIdentityNumber: string }, readonly caseFile: { readonly id: string, readonly number: string, readonly status: CaseFileStatus, readonly version: number, readonly evidenceMissing: ReadonlyArray<string>, readonly nextSteps: ReadonlyArray<CaseFileCommand>, readonly lockedForMe: boolean } | null }>, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } };

export type HouseholdRecordQueryVariables = Exact<{
  id: string;
}>;


export type HouseholdRecordQuery = { readonly household: { readonly id: string, readonly unitName: string, readonly organizationName: string, readonly size: number, readonly monthlyIncomePerCapita: string, readonly hardshipClass: HardshipClass | null, readonly dibaoStatus: DibaoStatus, readonly causes: ReadonlyArray<HardshipCause>, readonly modelWorkerHonour: ModelWorkerHonour, readonly headStanding: PersonStanding, readonly migrantWorker: boolean, readonly newGenerationMigrantWorker: boolean, readonly workers: number, readonly migrantWorkers: number, readonly remark: string | null, readonly marks: ReadonlyArray<HouseholdMark>, readonly head: { readonly id: string, readonly name: string, readonly maskedIdentityNumber: string, readonly birthDate: string, readonly sex: Sex, readonly maskedPhone: string | null, readonly maskedBankAccount: string | null }, readonly members: ReadonlyArray<{ readonly id: string, readonly name: string, readonly relation: string, readonly standing: PersonStanding | null, readonly ruralRegistration: boolean, readonly monthlyIncome: string | null, readonly health: string | null, readonly schooling: string | null }>, readonly payeeCorrections: ReadonlyArray<{ readonly id: string, readonly state: PersonCorrectionState, readonly moneyWaits: boolean, readonly changed: boolean, readonly why: string, readonly correctedBy: string, readonly correctedAt: string, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly opinion: string | null, readonly lockedForMe: boolean, readonly before: { readonly name: string | null, readonly maskedPhone: string | null, readonly maskedBankAccount: string | null }, readonly after: { readonly name: string | null, readonly maskedPhone: string | null, readonly maskedBankAccount: string | null } }>, readonly suspectedDoubles: ReadonlyArray<{ readonly id: string, readonly elsewhere: boolean, readonly samePhone: boolean, readonly sameAccount: boolean, readonly strength: EvidenceStrength, readonly because: ReadonlyArray<{ readonly feature: string, readonly weight: number }>, readonly household: { readonly id: string, readonly head: { readonly name: string } } | null, readonly answer: { readonly why: string, readonly staffName: string, readonly answeredAt: string } | null }>, readonly caseFile: { readonly id: string, readonly number: string, readonly status: CaseFileStatus, readonly version: number, readonly hardshipClass: HardshipClass | null, readonly hardshipExplanation: string, readonly evidenceMissing: ReadonlyArray<string>, readonly nextSteps: ReadonlyArray<CaseFileCommand>, readonly lockedForMe: boolean, readonly lockReason: string | null, readonly updatedAt: string, readonly evidenceArchiveUrl: string, readonly evidenceChecklist: ReadonlyArray<{ readonly kind: EvidenceKind, readonly name: string, readonly nameEn: string, readonly present: boolean }>, readonly evidence: ReadonlyArray<{ readonly id: string, readonly kind: EvidenceKind, readonly kindName: string, readonly fileName: string, readonly contentType: string, readonly size: number, readonly uploadedAt: string, readonly uploadedBy: string, readonly url: string, readonly previewUrl: string }>, readonly steps: ReadonlyArray<{ readonly id: string, readonly from: CaseFileStatus | null, readonly to: CaseFileStatus, readonly at: string, readonly staffName: string, readonly opinion: string | null, readonly happenedOn: string | null, readonly dateReason: string | null }>, readonly proposal: { readonly id: string, readonly kind: FileProposalKind, readonly why: string | null, readonly exitReason: ExitReason | null, readonly exitedOn: string | null, readonly dateReason: string | null, readonly proposedBy: string, readonly proposedAt: string, readonly mayDecide: boolean, readonly mayWithdraw: boolean, readonly changes: ReadonlyArray<{ readonly fact: string, readonly before: string | null, readonly after: string | null }> } | null, readonly posting: { readonly id: string, readonly place: string, readonly from: string, readonly to: string, readonly status: PostingStatus, readonly workingDays: number } | null } | null, readonly applications: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: ApplicationStatus, readonly amount: string, readonly aidType: AidType, readonly putForwardBy: string, readonly putForwardAt: string, readonly approvedBy: string | null, readonly approvedAt: string | null, readonly lockedForMe: boolean, readonly lockReason: string | null, readonly campaign: { readonly id: string, readonly name: string } | null, readonly decision: { readonly id: string, readonly outcome: DecisionOutcome } }>, readonly payments: ReadonlyArray<{ readonly id: string, readonly status: PaymentStatus, readonly amount: string, readonly paidOn: string | null, readonly batchNumber: string, readonly voucher: { readonly id: string, readonly number: string } | null }>, readonly visits: ReadonlyArray<{ readonly id: string, readonly visitedOn: string, readonly visitors: string, readonly leaderLed: boolean, readonly brought: string | null, readonly findings: string | null, readonly staffName: string, readonly safety: ReadonlyArray<{ readonly point: HousingSafetyPoint, readonly state: HousingSafetyState }> }>, readonly rosterRow: { readonly id: string, readonly row: number, readonly importId: string, readonly fileName: string, readonly readings: ReadonlyArray<string> } | null, readonly jobSeekers: ReadonlyArray<{ readonly id: string, readonly status: JobSeekerStatus, readonly registeredOn: string }>, readonly legalCases: ReadonlyArray<{ readonly id: string, readonly number: string, readonly kind: LegalCaseKind, readonly status: LegalCaseStatus, readonly openedOn: string }>, readonly caseTimeline: ReadonlyArray<{ readonly id: string, readonly at: string, readonly kind: TimelineKind, readonly title: string, readonly titleEn: string, readonly detail: string | null, readonly detailEn: string | null, readonly actor: string | null, readonly organizationName: string | null, readonly recordType: TimelineRecordType, readonly recordId: string }>, readonly aidTimeline: ReadonlyArray<{ readonly id: string, readonly at: string, readonly kind: TimelineKind, readonly title: string, readonly titleEn: string, readonly detail: string | null, readonly detailEn: string | null, readonly actor: string | null, readonly organizationName: string | null, readonly recordType: TimelineRecordType, readonly recordId: string }>, readonly workTimeline: ReadonlyArray<{ readonly id: string, readonly at: string, readonly kind: TimelineKind, readonly title: string, readonly titleEn: string, readonly detail: string | null, readonly detailEn: string | null, readonly actor: string | null, readonly organizationName: string | null, readonly recordType: TimelineRecordType, readonly recordId: string }> } | null };

export type RegisteredElsewhereQueryVariables = Exact<{
  identityNumber: string;
}>;


export type RegisteredElsewhereQuery = { readonly registeredElsewhere: { readonly registered: boolean, readonly lastAidedOn: string | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } };

export type RegisterHouseholdMutationVariables = Exact<{
  input: RegisterHouseholdInput;
}>;


export type RegisterHouseholdMutation = { readonly registerHousehold: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly household: { readonly id: string } | null } };

export type ChangeHouseholdMutationVariables = Exact<{
  input: ChangeHouseholdInput;
}>;


export type ChangeHouseholdMutation = { readonly changeHousehold: { readonly waits: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly household: { readonly id: string } | null } };

export type RecordMoveMutationVariables = Exact<{
  input: RecordMoveInput;
}>;


export type RecordMoveMutation = { readonly recordMove: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly household: { readonly id: string } | null } };

export type UnmaskIdentityMutationVariables = Exact<{
  input: UnmaskIdentityInput;
}>;


export type UnmaskIdentityMutation = { readonly unmaskIdentity: { readonly value: string | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } };

export type UnmaskPhoneMutationVariables = Exact<{
  input: UnmaskNumberInput;
}>;


export type UnmaskPhoneMutation = { readonly unmaskPhone: { readonly value: string | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } };

export type UnmaskBankAccountMutationVariables = Exact<{
  input: UnmaskNumberInput;
}>;


export type UnmaskBankAccountMutation = { readonly unmaskBankAccount: { readonly value: string | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } };

export type RecordVisitMutationVariables = Exact<{
  input: RecordVisitInput;
}>;


export type RecordVisitMutation = { readonly recordVisit: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly visit: { readonly id: string } | null } };

export type CorrectionPartsFragment = { readonly id: string, readonly state: PersonCorrectionState, readonly moneyWaits: boolean, readonly changed: boolean, readonly why: string, readonly correctedBy: string, readonly correctedAt: string, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly opinion: string | null, readonly lockedForMe: boolean, readonly before: { readonly name: string | null, readonly maskedPhone: string | null, readonly maskedBankAccount: string | null }, readonly after: { readonly name: string | null, readonly maskedPhone: string | null, readonly maskedBankAccount: string | null } };

export type CorrectPayeeMutationVariables = Exact<{
  input: CorrectPayeeInput;
}>;


export type CorrectPayeeMutation = { readonly correctPayee: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly correction: { readonly id: string, readonly state: PersonCorrectionState } | null } };

export type ConfirmPayeeCorrectionMutationVariables = Exact<{
  input: DecidePayeeCorrectionInput;
}>;


export type ConfirmPayeeCorrectionMutation = { readonly confirmPayeeCorrection: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly correction: { readonly id: string, readonly state: PersonCorrectionState } | null } };

export type RefusePayeeCorrectionMutationVariables = Exact<{
  input: DecidePayeeCorrectionInput;
}>;


export type RefusePayeeCorrectionMutation = { readonly refusePayeeCorrection: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly correction: { readonly id: string, readonly state: PersonCorrectionState } | null } };

export type UnmaskPayeeCorrectionMutationVariables = Exact<{
  input: UnmaskPayeeCorrectionInput;
}>;


export type UnmaskPayeeCorrectionMutation = { readonly unmaskPayeeCorrection: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly numbers: { readonly phoneBefore: string | null, readonly phoneAfter: string | null, readonly bankAccountBefore: string | null, readonly bankAccountAfter: string | null } | null } };

export type PostingListQueryVariables = Exact<{
  filter?: PostingFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type PostingListQuery = { readonly postings: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly place: string, readonly from: string, readonly to: string, readonly provisional: boolean, readonly status: PostingStatus, readonly workingDays: number, readonly organizationName: string, readonly caseFileCount: number, readonly objectionCount: number, readonly openObjections: number, readonly enteredAfterwards: boolean, readonly confirmedBy: string | null }> } };

export type PostingRecordQueryVariables = Exact<{
  id: string;
}>;


export type PostingRecordQuery = { readonly posting: { readonly id: string, readonly place: string, readonly from: string, readonly to: string, readonly provisional: boolean, readonly status: PostingStatus, readonly workingDays: number, readonly organizationName: string, readonly caseFileCount: number, readonly postedCount: number, readonly openObjections: number, readonly listUrl: string, readonly enteredAfterwards: boolean, readonly publishedBy: string, readonly confirmedBy: string | null, readonly confirmedAt: string | null, readonly mayConfirm: boolean, readonly mayOpen: boolean, readonly objectionPhone: string | null, readonly withdrawnBy: string | null, readonly withdrawnAt: string | null, readonly withdrawnReason: string | null, readonly mayWithdraw: boolean, readonly filesToOpen: { readonly ready: number, readonly awaitingAnswer: number, readonly upheld: number }, readonly names: ReadonlyArray<{ readonly caseFileId: string, readonly householdId: string, readonly name: string, readonly unitName: string, readonly maskedIdentityNumber: string, readonly leftFor: CaseFileStatus | null }>, readonly objections: ReadonlyArray<{ readonly id: string, readonly caseFileId: string, readonly raisedBy: string, readonly text: string, readonly raisedAt: string, readonly finding: string | null, readonly answeredAt: string | null, readonly upheld: boolean | null, readonly mayAnswer: boolean }>, readonly photos: ReadonlyArray<{ readonly id: string, readonly fileName: string, readonly contentType: string, readonly size: number, readonly uploadedAt: string, readonly uploadedBy: string, readonly url: string, readonly previewUrl: string }> } | null };

export type PublishPostingMutationVariables = Exact<{
  input: PublishPostingInput;
}>;


export type PublishPostingMutation = { readonly publishPosting: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly job: { readonly id: string, readonly service: string } | null, readonly posting: { readonly id: string, readonly caseFileCount: number } | null } };

export type PublishingFactsQueryVariables = Exact<{ [key: string]: never; }>;


export type PublishingFactsQuery = { readonly postingWorkingDays: number, readonly me: { readonly organization: { readonly id: string, readonly contacts: ReadonlyArray<{ readonly id: string, readonly name: string, readonly duty: string, readonly phone: string, readonly inForceTo: string | null, readonly department: { readonly id: string } | null }> } } };

export type WithdrawPostingMutationVariables = Exact<{
  input: WithdrawPostingInput;
}>;


export type WithdrawPostingMutation = { readonly withdrawPosting: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly posting: { readonly id: string, readonly status: PostingStatus } | null } };

export type RecordObjectionMutationVariables = Exact<{
  input: RecordObjectionInput;
}>;


export type RecordObjectionMutation = { readonly recordObjection: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly objection: { readonly id: string } | null } };

export type AnswerObjectionMutationVariables = Exact<{
  input: AnswerObjectionInput;
}>;


export type AnswerObjectionMutation = { readonly answerObjection: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly objection: { readonly id: string } | null } };

export type ConfirmPostingMutationVariables = Exact<{
  input: ConfirmPostingInput;
}>;


export type ConfirmPostingMutation = { readonly confirmPosting: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly posting: { readonly id: string, readonly confirmedBy: string | null } | null } };

export type ActivatePostingMutationVariables = Exact<{
  input: ActivatePostingInput;
}>;


export type ActivatePostingMutation = { readonly activatePosting: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly job: { readonly id: string, readonly service: string } | null, readonly posting: { readonly id: string, readonly status: PostingStatus } | null, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type RosterImportListQueryVariables = Exact<{
  filter?: RosterImportFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type RosterImportListQuery = { readonly rosterImports: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly fileName: string, readonly status: RosterImportStatus, readonly rowsTotal: number, readonly rowsDone: number, readonly accepted: number, readonly rejected: number, readonly alreadyPresent: number, readonly differing: number, readonly uploadedAt: string, readonly uploadedBy: string, readonly isPutAway: boolean }> } };

export type RosterImportRecordQueryVariables = Exact<{
  id: string;
}>;


export type RosterImportRecordQuery = { readonly rosterImport: { readonly id: string, readonly fileName: string, readonly status: RosterImportStatus, readonly takeHidden: boolean, readonly householdSize: number | null, readonly rowsTotal: number, readonly rowsDone: number, readonly accepted: number, readonly rejected: number, readonly alreadyPresent: number, readonly differing: number, readonly changed: number, readonly expectedRejected: number | null, readonly uploadedAt: string, readonly uploadedBy: string, readonly isPutAway: boolean, readonly markedFileUrl: string | null, readonly markedFileName: string, readonly sheets: ReadonlyArray<{ readonly number: number, readonly name: string, readonly state: RosterSheetState, readonly chosen: boolean, readonly headerRow: number | null, readonly rowsShown: number, readonly rowsHidden: number, readonly skippedRows: number, readonly columns: ReadonlyArray<{ readonly index: number, readonly heading: string, readonly field: RosterField | null, readonly guessed: boolean, readonly doubled: RosterField | null, readonly hidden: boolean }>, readonly preview: ReadonlyArray<{ readonly row: number, readonly cells: ReadonlyArray<string> }>, readonly skipped: ReadonlyArray<{ readonly row: number, readonly why: string, readonly whyEn: string, readonly text: string }> }>, readonly refusedRows: ReadonlyArray<{ readonly sheet: number, readonly row: number, readonly cells: ReadonlyArray<string>, readonly reasons: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }>, readonly notices: ReadonlyArray<{ readonly kind: RosterNoticeKind, readonly count: number, readonly account: string | null, readonly rows: ReadonlyArray<{ readonly sheet: number, readonly row: number }> }>, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } | null };

export type RosterRowsQueryVariables = Exact<{
  id: string;
  outcome?: RosterRowOutcome | null | undefined;
  rowId?: string | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type RosterRowsQuery = { readonly rosterImport: { readonly id: string, readonly sheets: ReadonlyArray<{ readonly number: number, readonly name: string, readonly chosen: boolean, readonly columns: ReadonlyArray<{ readonly index: number, readonly heading: string, readonly field: RosterField | null }> }>, readonly rows: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly sheet: number, readonly sheetName: string, readonly row: number, readonly outcome: RosterRowOutcome, readonly name: string, readonly cells: ReadonlyArray<string>, readonly correction: ReadonlyArray<string> | null, readonly readings: ReadonlyArray<string>, readonly householdId: string | null, readonly decidedWhy: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly reasons: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly differences: ReadonlyArray<{ readonly field: RosterField, readonly sent: string | null, readonly registered: string | null }> }> } } | null };

export type ChooseRosterSheetsMutationVariables = Exact<{
  input: ChooseRosterSheetsInput;
}>;


export type ChooseRosterSheetsMutation = { readonly chooseRosterSheets: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rosterImport: { readonly id: string } | null } };

export type MapRosterColumnsMutationVariables = Exact<{
  input: MapRosterColumnsInput;
}>;


export type MapRosterColumnsMutation = { readonly mapRosterColumns: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rosterImport: { readonly id: string, readonly status: RosterImportStatus } | null } };

export type StartRosterImportMutationVariables = Exact<{
  input: StartRosterImportInput;
}>;


export type StartRosterImportMutation = { readonly startRosterImport: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rosterImport: { readonly id: string, readonly status: RosterImportStatus } | null } };

export type CancelRosterImportMutationVariables = Exact<{
  input: CancelRosterImportInput;
}>;


export type CancelRosterImportMutation = { readonly cancelRosterImport: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rosterImport: { readonly id: string, readonly status: RosterImportStatus } | null } };

export type PutAwayRosterImportMutationVariables = Exact<{
  input: PutAwayRosterImportInput;
}>;


export type PutAwayRosterImportMutation = { readonly putAwayRosterImport: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rosterImport: { readonly id: string, readonly isPutAway: boolean } | null } };

export type CorrectRosterRowMutationVariables = Exact<{
  input: CorrectRosterRowInput;
}>;


export type CorrectRosterRowMutation = { readonly correctRosterRow: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rosterRow: { readonly id: string, readonly outcome: RosterRowOutcome, readonly reasons: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } | null } };

export type DecideRosterDifferencesMutationVariables = Exact<{
  input: DecideRosterDifferencesInput;
}>;


export type DecideRosterDifferencesMutation = { readonly decideRosterDifferences: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type DoublePartsFragment = { readonly id: string, readonly elsewhere: boolean, readonly samePhone: boolean, readonly sameAccount: boolean, readonly strength: EvidenceStrength, readonly because: ReadonlyArray<{ readonly feature: string, readonly weight: number }>, readonly household: { readonly id: string, readonly head: { readonly name: string } } | null, readonly answer: { readonly why: string, readonly staffName: string, readonly answeredAt: string } | null };

export type SuspectedDoublesQueryVariables = Exact<{
  householdId: string;
}>;


export type SuspectedDoublesQuery = { readonly household: { readonly id: string, readonly suspectedDoubles: ReadonlyArray<{ readonly id: string, readonly elsewhere: boolean, readonly samePhone: boolean, readonly sameAccount: boolean, readonly strength: EvidenceStrength, readonly because: ReadonlyArray<{ readonly feature: string, readonly weight: number }>, readonly household: { readonly id: string, readonly head: { readonly name: string } } | null, readonly answer: { readonly why: string, readonly staffName: string, readonly answeredAt: string } | null }> } | null };

export type AnswerSuspectedDoubleMutationVariables = Exact<{
  input: AnswerSuspectedDoubleInput;
}>;


export type AnswerSuspectedDoubleMutation = { readonly answerSuspectedDouble: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } };

export type VisitRecordQueryVariables = Exact<{
  id: string;
}>;


export type VisitRecordQuery = { readonly visit: { readonly id: string, readonly visitedOn: string, readonly dateReason: string | null, readonly visitors: string, readonly leaderLed: boolean, readonly brought: string | null, readonly staffName: string, readonly safety: ReadonlyArray<{ readonly point: HousingSafetyPoint, readonly state: HousingSafetyState }>, readonly household: { readonly id: string, readonly organizationName: string, readonly head: { readonly id: string, readonly name: string } } | null } | null };

export type AccountActPartsFragment = { readonly id: string, readonly kind: AccountActKind, readonly state: AccountActState, readonly name: string, readonly username: string, readonly roles: ReadonlyArray<Role>, readonly rolesBefore: ReadonlyArray<Role>, readonly outsideSubject: string | null, readonly rank: Rank | null, readonly firstDay: string | null, readonly lastDay: string | null, readonly reason: string | null, readonly askedByName: string, readonly askedAt: string, readonly expiresAt: string, readonly decidedByName: string | null, readonly decidedAt: string | null, readonly seenAt: string | null, readonly deciders: number, readonly mayConfirm: boolean, readonly mayRefuse: boolean, readonly mayWithdraw: boolean, readonly staff: { readonly id: string } | null, readonly organization: { readonly id: string, readonly name: string }, readonly to: { readonly id: string, readonly name: string } | null };

export type AccountActsQueryVariables = Exact<{
  filter?: AccountActFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type AccountActsQuery = { readonly accountActs: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly kind: AccountActKind, readonly state: AccountActState, readonly name: string, readonly username: string, readonly roles: ReadonlyArray<Role>, readonly rolesBefore: ReadonlyArray<Role>, readonly outsideSubject: string | null, readonly rank: Rank | null, readonly firstDay: string | null, readonly lastDay: string | null, readonly reason: string | null, readonly askedByName: string, readonly askedAt: string, readonly expiresAt: string, readonly decidedByName: string | null, readonly decidedAt: string | null, readonly seenAt: string | null, readonly deciders: number, readonly mayConfirm: boolean, readonly mayRefuse: boolean, readonly mayWithdraw: boolean, readonly staff: { readonly id: string } | null, readonly organization: { readonly id: string, readonly name: string }, readonly to: { readonly id: string, readonly name: string } | null }> } };

export type MyAccountActsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyAccountActsQuery = { readonly myAccountActs: ReadonlyArray<{ readonly id: string, readonly kind: AccountActKind, readonly state: AccountActState, readonly name: string, readonly username: string, readonly roles: ReadonlyArray<Role>, readonly rolesBefore: ReadonlyArray<Role>, readonly outsideSubject: string | null, readonly rank: Rank | null, readonly firstDay: string | null, readonly lastDay: string | null, readonly reason: string | null, readonly askedByName: string, readonly askedAt: string, readonly expiresAt: string, readonly decidedByName: string | null, readonly decidedAt: string | null, readonly seenAt: string | null, readonly deciders: number, readonly mayConfirm: boolean, readonly mayRefuse: boolean, readonly mayWithdraw: boolean, readonly staff: { readonly id: string } | null, readonly organization: { readonly id: string, readonly name: string }, readonly to: { readonly id: string, readonly name: string } | null }> };

export type AccountNewsQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountNewsQuery = { readonly me: { readonly accountNews: number } };

export type ConfirmAccountActMutationVariables = Exact<{
  input: DecideAccountActInput;
}>;


export type ConfirmAccountActMutation = { readonly confirmAccountAct: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly act: { readonly id: string, readonly state: AccountActState } | null } };

export type RefuseAccountActMutationVariables = Exact<{
  input: DecideAccountActInput;
}>;


export type RefuseAccountActMutation = { readonly refuseAccountAct: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly act: { readonly id: string, readonly state: AccountActState } | null } };

export type WithdrawAccountActMutationVariables = Exact<{
  input: DecideAccountActInput;
}>;


export type WithdrawAccountActMutation = { readonly withdrawAccountAct: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly act: { readonly id: string, readonly state: AccountActState } | null } };

export type MarkAccountActsSeenMutationVariables = Exact<{ [key: string]: never; }>;


export type MarkAccountActsSeenMutation = { readonly markAccountActsSeen: { readonly seen: number | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } };

export type AuditEntryPartsFragment = { readonly id: string, readonly at: string, readonly organizationPath: string, readonly staffName: string, readonly action: string, readonly recordType: string, readonly recordId: string, readonly before: unknown, readonly after: unknown, readonly requestId: string | null, readonly address: string | null };

export type AuditEntriesQueryVariables = Exact<{
  filter?: AuditEntryFilter | null | undefined;
  perPage?: number | null | undefined;
  identity?: string | null | undefined;
  caseRecords?: string | null | undefined;
  funds?: string | null | undefined;
  employmentLegal?: string | null | undefined;
  reporting?: string | null | undefined;
  counted: boolean;
}>;


export type AuditEntriesQuery = { readonly identity: { readonly total?: number, readonly items: ReadonlyArray<{ readonly id: string, readonly at: string, readonly organizationPath: string, readonly staffName: string, readonly action: string, readonly recordType: string, readonly recordId: string, readonly before: unknown, readonly after: unknown, readonly requestId: string | null, readonly address: string | null }> } | null, readonly caseRecords: { readonly total?: number, readonly items: ReadonlyArray<{ readonly id: string, readonly at: string, readonly organizationPath: string, readonly staffName: string, readonly action: string, readonly recordType: string, readonly recordId: string, readonly before: unknown, readonly after: unknown, readonly requestId: string | null, readonly address: string | null }> } | null, readonly funds: { readonly total?: number, readonly items: ReadonlyArray<{ readonly id: string, readonly at: string, readonly organizationPath: string, readonly staffName: string, readonly action: string, readonly recordType: string, readonly recordId: string, readonly before: unknown, readonly after: unknown, readonly requestId: string | null, readonly address: string | null }> } | null, readonly employmentLegal: { readonly total?: number, readonly items: ReadonlyArray<{ readonly id: string, readonly at: string, readonly organizationPath: string, readonly staffName: string, readonly action: string, readonly recordType: string, readonly recordId: string, readonly before: unknown, readonly after: unknown, readonly requestId: string | null, readonly address: string | null }> } | null, readonly reporting: { readonly total?: number, readonly items: ReadonlyArray<{ readonly id: string, readonly at: string, readonly organizationPath: string, readonly staffName: string, readonly action: string, readonly recordType: string, readonly recordId: string, readonly before: unknown, readonly after: unknown, readonly requestId: string | null, readonly address: string | null }> } | null };

export type ServiceEventsPartsFragment = { readonly service: string, readonly deadLetters: number, readonly outbox: { readonly unsent: number, readonly oldestUnsentSeconds: number, readonly heldBack: number, readonly heldBackBy: { readonly pid: number, readonly application: string, readonly state: string | null, readonly openSeconds: number | null } | null }, readonly consumer: { readonly name: string, readonly lastHandledAt: string | null, readonly lagSeconds: number | null, readonly backlogEvents: number | null, readonly backlogSeconds: number | null } | null, readonly deadLettersByType: ReadonlyArray<{ readonly type: string | null, readonly waiting: number }> };

export type DeadLetterRowFragment = { readonly id: string, readonly eventId: string | null, readonly type: string | null, readonly key: string | null, readonly organizationPath: string | null, readonly cause: string, readonly attempts: number, readonly diedAt: string, readonly replayedAt: string | null, readonly redrivenBy: string | null };

export type RedrivenPartsFragment = { readonly remaining: number, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> };

export type EventsOfServiceQueryVariables = Exact<{
  identity: boolean;
  caseRecords: boolean;
  funds: boolean;
  employmentLegal: boolean;
  reporting: boolean;
}>;


export type EventsOfServiceQuery = { readonly identity?: { readonly service: string, readonly deadLetters: number, readonly outbox: { readonly unsent: number, readonly oldestUnsentSeconds: number, readonly heldBack: number, readonly heldBackBy: { readonly pid: number, readonly application: string, readonly state: string | null, readonly openSeconds: number | null } | null }, readonly consumer: { readonly name: string, readonly lastHandledAt: string | null, readonly lagSeconds: number | null, readonly backlogEvents: number | null, readonly backlogSeconds: number | null } | null, readonly deadLettersByType: ReadonlyArray<{ readonly type: string | null, readonly waiting: number }> } | null, readonly caseRecords?: { readonly service: string, readonly deadLetters: number, readonly outbox: { readonly unsent: number, readonly oldestUnsentSeconds: number, readonly heldBack: number, readonly heldBackBy: { readonly pid: number, readonly application: string, readonly state: string | null, readonly openSeconds: number | null } | null }, readonly consumer: { readonly name: string, readonly lastHandledAt: string | null, readonly lagSeconds: number | null, readonly backlogEvents: number | null, readonly backlogSeconds: number | null } | null, readonly deadLettersByType: ReadonlyArray<{ readonly type: string | null, readonly waiting: number }> } | null, readonly funds?: { readonly service: string, readonly deadLetters: number, readonly outbox: { readonly unsent: number, readonly oldestUnsentSeconds: number, readonly heldBack: number, readonly heldBackBy: { readonly pid: number, readonly application: string, readonly state: string | null, readonly openSeconds: number | null } | null }, readonly consumer: { readonly name: string, readonly lastHandledAt: string | null, readonly lagSeconds: number | null, readonly backlogEvents: number | null, readonly backlogSeconds: number | null } | null, readonly deadLettersByType: ReadonlyArray<{ readonly type: string | null, readonly waiting: number }> } | null, readonly employmentLegal?: { readonly service: string, readonly deadLetters: number, readonly outbox: { readonly unsent: number, readonly oldestUnsentSeconds: number, readonly heldBack: number, readonly heldBackBy: { readonly pid: number, readonly application: string, readonly state: string | null, readonly openSeconds: number | null } | null }, readonly consumer: { readonly name: string, readonly lastHandledAt: string | null, readonly lagSeconds: number | null, readonly backlogEvents: number | null, readonly backlogSeconds: number | null } | null, readonly deadLettersByType: ReadonlyArray<{ readonly type: string | null, readonly waiting: number }> } | null, readonly reporting?: { readonly service: string, readonly deadLetters: number, readonly outbox: { readonly unsent: number, readonly oldestUnsentSeconds: number, readonly heldBack: number, readonly heldBackBy: { readonly pid: number, readonly application: string, readonly state: string | null, readonly openSeconds: number | null } | null }, readonly consumer: { readonly name: string, readonly lastHandledAt: string | null, readonly lagSeconds: number | null, readonly backlogEvents: number | null, readonly backlogSeconds: number | null } | null, readonly deadLettersByType: ReadonlyArray<{ readonly type: string | null, readonly waiting: number }> } | null };

export type DeadLetterListQueryVariables = Exact<{
  filter?: DeadLetterFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
  identity: boolean;
  caseRecords: boolean;
  funds: boolean;
  employmentLegal: boolean;
  reporting: boolean;
}>;


export type DeadLetterListQuery = { readonly identity?: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly eventId: string | null, readonly type: string | null, readonly key: string | null, readonly organizationPath: string | null, readonly cause: string, readonly attempts: number, readonly diedAt: string, readonly replayedAt: string | null, readonly redrivenBy: string | null }> } | null, readonly caseRecords?: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly eventId: string | null, readonly type: string | null, readonly key: string | null, readonly organizationPath: string | null, readonly cause: string, readonly attempts: number, readonly diedAt: string, readonly replayedAt: string | null, readonly redrivenBy: string | null }> } | null, readonly funds?: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly eventId: string | null, readonly type: string | null, readonly key: string | null, readonly organizationPath: string | null, readonly cause: string, readonly attempts: number, readonly diedAt: string, readonly replayedAt: string | null, readonly redrivenBy: string | null }> } | null, readonly employmentLegal?: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly eventId: string | null, readonly type: string | null, readonly key: string | null, readonly organizationPath: string | null, readonly cause: string, readonly attempts: number, readonly diedAt: string, readonly replayedAt: string | null, readonly redrivenBy: string | null }> } | null, readonly reporting?: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly eventId: string | null, readonly type: string | null, readonly key: string | null, readonly organizationPath: string | null, readonly cause: string, readonly attempts: number, readonly diedAt: string, readonly replayedAt: string | null, readonly redrivenBy: string | null }> } | null };

export type DeadLetterRecordQueryVariables = Exact<{
  id: string;
  identity: boolean;
  caseRecords: boolean;
  funds: boolean;
  employmentLegal: boolean;
  reporting: boolean;
}>;


export type DeadLetterRecordQuery = { readonly identity?: { readonly payload: unknown, readonly stack: string | null, readonly id: string, readonly eventId: string | null, readonly type: string | null, readonly key: string | null, readonly organizationPath: string | null, readonly cause: string, readonly attempts: number, readonly diedAt: string, readonly replayedAt: string | null, readonly redrivenBy: string | null } | null, readonly caseRecords?: { readonly payload: unknown, readonly stack: string | null, readonly id: string, readonly eventId: string | null, readonly type: string | null, readonly key: string | null, readonly organizationPath: string | null, readonly cause: string, readonly attempts: number, readonly diedAt: string, readonly replayedAt: string | null, readonly redrivenBy: string | null } | null, readonly funds?: { readonly payload: unknown, readonly stack: string | null, readonly id: string, readonly eventId: string | null, readonly type: string | null, readonly key: string | null, readonly organizationPath: string | null, readonly cause: string, readonly attempts: number, readonly diedAt: string, readonly replayedAt: string | null, readonly redrivenBy: string | null } | null, readonly employmentLegal?: { readonly payload: unknown, readonly stack: string | null, readonly id: string, readonly eventId: string | null, readonly type: string | null, readonly key: string | null, readonly organizationPath: string | null, readonly cause: string, readonly attempts: number, readonly diedAt: string, readonly replayedAt: string | null, readonly redrivenBy: string | null } | null, readonly reporting?: { readonly payload: unknown, readonly stack: string | null, readonly id: string, readonly eventId: string | null, readonly type: string | null, readonly key: string | null, readonly organizationPath: string | null, readonly cause: string, readonly attempts: number, readonly diedAt: string, readonly replayedAt: string | null, readonly redrivenBy: string | null } | null };

export type RedriveDeadLettersMutationVariables = Exact<{
  input: RedriveDeadLettersInput;
  identity: boolean;
  caseRecords: boolean;
  funds: boolean;
  employmentLegal: boolean;
  reporting: boolean;
}>;


export type RedriveDeadLettersMutation = { readonly identity?: { readonly remaining: number, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> }, readonly caseRecords?: { readonly remaining: number, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> }, readonly funds?: { readonly remaining: number, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> }, readonly employmentLegal?: { readonly remaining: number, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> }, readonly reporting?: { readonly remaining: number, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type RedriveDeadLettersAlikeMutationVariables = Exact<{
  input: RedriveDeadLettersAlikeInput;
  identity: boolean;
  caseRecords: boolean;
  funds: boolean;
  employmentLegal: boolean;
  reporting: boolean;
}>;


export type RedriveDeadLettersAlikeMutation = { readonly identity?: { readonly remaining: number, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> }, readonly caseRecords?: { readonly remaining: number, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> }, readonly funds?: { readonly remaining: number, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> }, readonly employmentLegal?: { readonly remaining: number, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> }, readonly reporting?: { readonly remaining: number, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type ReplayEventsMutationVariables = Exact<{ [key: string]: never; }>;


export type ReplayEventsMutation = { readonly replayEvents: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly replay: { readonly events: number, readonly factsBefore: number, readonly factsAfter: number } | null } };

export type OrganizationListQueryVariables = Exact<{
  filter?: OrganizationFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type OrganizationListQuery = { readonly organizations: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly kind: OrganizationKind, readonly stationKind: StationKind | null, readonly inForceTo: string | null, readonly path: string, readonly staffCount: number }> } };

export type OrganizationRecordQueryVariables = Exact<{
  id: string;
}>;


export type OrganizationRecordQuery = { readonly organization: { readonly id: string, readonly code: string, readonly name: string, readonly kind: OrganizationKind, readonly stationKind: StationKind | null, readonly inForceFrom: string, readonly inForceTo: string | null, readonly path: string, readonly staffCount: number, readonly parent: { readonly id: string, readonly name: string } | null, readonly children: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly kind: OrganizationKind, readonly stationKind: StationKind | null, readonly inForceTo: string | null, readonly staffCount: number }>, readonly history: ReadonlyArray<{ readonly id: string, readonly from: string, readonly name: string, readonly closed: boolean, readonly recordedAt: string }>, readonly moves: ReadonlyArray<{ readonly id: string, readonly from: string, readonly formerParentName: string, readonly parentName: string, readonly reason: string, readonly movedByName: string, readonly movedAt: string }>, readonly settings: ReadonlyArray<{ readonly kind: SettingKind, readonly value: number, readonly from: string, readonly setByItself: boolean }>, readonly aidCentres: ReadonlyArray<{ readonly id: string, readonly name: string, readonly level: AidCentreLevel, readonly publicInstitution: boolean, readonly posts: number, readonly inForceFrom: string, readonly inForceTo: string | null, readonly people: ReadonlyArray<{ readonly id: string, readonly name: string, readonly duty: string, readonly publicPost: boolean, readonly inForceFrom: string, readonly inForceTo: string | null }> }>, readonly facilities: ReadonlyArray<{ readonly id: string, readonly kind: FacilityKind, readonly name: string, readonly partner: string, readonly address: string, readonly phone: string | null, readonly inForceFrom: string, readonly inForceTo: string | null }>, readonly departments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly inForceFrom: string, readonly inForceTo: string | null, readonly kind: { readonly code: string, readonly name: string, readonly nameEn: string } }>, readonly contacts: ReadonlyArray<{ readonly id: string, readonly name: string, readonly duty: string, readonly phone: string, readonly inForceFrom: string, readonly inForceTo: string | null, readonly department: { readonly id: string, readonly name: string } | null }>, readonly inForce: { readonly on: string, readonly centres: ReadonlyArray<{ readonly level: AidCentreLevel, readonly count: number, readonly publicInstitutions: number, readonly people: number }>, readonly stations: ReadonlyArray<{ readonly kind: StationKind, readonly count: number }>, readonly facilities: ReadonlyArray<{ readonly kind: FacilityKind, readonly count: number }> } } | null };

export type RegisterOrganizationMutationVariables = Exact<{
  input: RegisterOrganizationInput;
}>;


export type RegisterOrganizationMutation = { readonly registerOrganization: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly organization: { readonly id: string, readonly name: string } | null } };

export type RenameOrganizationMutationVariables = Exact<{
  input: RenameOrganizationInput;
}>;


export type RenameOrganizationMutation = { readonly renameOrganization: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly organization: { readonly id: string, readonly name: string } | null } };

export type SuperiorChoicesQueryVariables = Exact<{
  filter: OrganizationFilter;
}>;


export type SuperiorChoicesQuery = { readonly organizations: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly kind: OrganizationKind, readonly stationKind: StationKind | null }> } };

export type MoveOrganizationMutationVariables = Exact<{
  input: MoveOrganizationInput;
}>;


export type MoveOrganizationMutation = { readonly moveOrganization: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly organization: { readonly id: string } | null } };

export type CloseOrganizationMutationVariables = Exact<{
  input: CloseOrganizationInput;
}>;


export type CloseOrganizationMutation = { readonly closeOrganization: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly organization: { readonly id: string } | null } };

export type RegisterAidCentreMutationVariables = Exact<{
  input: RegisterAidCentreInput;
}>;


export type RegisterAidCentreMutation = { readonly registerAidCentre: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly aidCentre: { readonly id: string } | null } };

export type ChangeAidCentreMutationVariables = Exact<{
  input: ChangeAidCentreInput;
}>;


export type ChangeAidCentreMutation = { readonly changeAidCentre: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly aidCentre: { readonly id: string } | null } };

export type CloseAidCentreMutationVariables = Exact<{
  input: CloseAidCentreInput;
}>;


export type CloseAidCentreMutation = { readonly closeAidCentre: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly aidCentre: { readonly id: string } | null } };

export type BeginCentrePostMutationVariables = Exact<{
  input: BeginCentrePostInput;
}>;


export type BeginCentrePostMutation = { readonly beginCentrePost: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly centrePost: { readonly id: string } | null } };

export type EndCentrePostMutationVariables = Exact<{
  input: EndCentrePostInput;
}>;


export type EndCentrePostMutation = { readonly endCentrePost: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly centrePost: { readonly id: string } | null } };

export type RegisterFacilityMutationVariables = Exact<{
  input: RegisterFacilityInput;
}>;


export type RegisterFacilityMutation = { readonly registerFacility: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly facility: { readonly id: string } | null } };

export type ChangeFacilityMutationVariables = Exact<{
  input: ChangeFacilityInput;
}>;


export type ChangeFacilityMutation = { readonly changeFacility: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly facility: { readonly id: string } | null } };

export type CloseFacilityMutationVariables = Exact<{
  input: CloseFacilityInput;
}>;


export type CloseFacilityMutation = { readonly closeFacility: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly facility: { readonly id: string } | null } };

export type SetSettingMutationVariables = Exact<{
  input: SetSettingInput;
}>;


export type SetSettingMutation = { readonly setSetting: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly organization: { readonly id: string } | null } };

export type DepartmentKindsQueryVariables = Exact<{ [key: string]: never; }>;


export type DepartmentKindsQuery = { readonly departmentKinds: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string }> };

export type RegisterDepartmentMutationVariables = Exact<{
  input: RegisterDepartmentInput;
}>;


export type RegisterDepartmentMutation = { readonly registerDepartment: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly department: { readonly id: string } | null } };

export type ChangeDepartmentMutationVariables = Exact<{
  input: ChangeDepartmentInput;
}>;


export type ChangeDepartmentMutation = { readonly changeDepartment: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly department: { readonly id: string } | null } };

export type CloseDepartmentMutationVariables = Exact<{
  input: CloseDepartmentInput;
}>;


export type CloseDepartmentMutation = { readonly closeDepartment: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly department: { readonly id: string } | null } };

export type RegisterContactMutationVariables = Exact<{
  input: RegisterContactInput;
}>;


export type RegisterContactMutation = { readonly registerContact: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly contact: { readonly id: string } | null } };

export type ChangeContactMutationVariables = Exact<{
  input: ChangeContactInput;
}>;


export type ChangeContactMutation = { readonly changeContact: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly contact: { readonly id: string } | null } };

export type CloseContactMutationVariables = Exact<{
  input: CloseContactInput;
}>;


export type CloseContactMutation = { readonly closeContact: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly contact: { readonly id: string } | null } };

export type OwnAccountQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnAccountQuery = { readonly me: { readonly rank: Rank | null, readonly staff: { readonly id: string, readonly officePhone: string | null } }, readonly mySecondFactor: { readonly since: string, readonly recoveryCodesLeft: number } | null, readonly mySessions: ReadonlyArray<{ readonly id: string, readonly device: string, readonly maskedAddress: string, readonly startedAt: string, readonly lastUsedAt: string, readonly current: boolean }> };

export type DelegationsQueryVariables = Exact<{
  staffId?: string | null | undefined;
}>;


export type DelegationsQuery = { readonly delegations: ReadonlyArray<{ readonly id: string, readonly roles: ReadonlyArray<Role>, readonly firstDay: string, readonly lastDay: string, readonly reason: string, readonly state: DelegationState, readonly endedAt: string | null, readonly from: { readonly id: string, readonly name: string }, readonly to: { readonly id: string, readonly name: string }, readonly madeBy: { readonly id: string, readonly name: string } }> };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { readonly changePassword: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly staff: { readonly id: string } | null } };

export type EndSessionMutationVariables = Exact<{
  input: EndSessionInput;
}>;


export type EndSessionMutation = { readonly endSession: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly session: { readonly id: string } | null } };

export type EndOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type EndOtherSessionsMutation = { readonly endOtherSessions: { readonly ended: number | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } };

export type BeginSecondFactorMutationVariables = Exact<{
  input: OwnPasswordInput;
}>;


export type BeginSecondFactorMutation = { readonly beginSecondFactor: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly begun: { readonly secret: string, readonly address: string } | null } };

export type ConfirmSecondFactorMutationVariables = Exact<{
  input: ConfirmSecondFactorInput;
}>;


export type ConfirmSecondFactorMutation = { readonly confirmSecondFactor: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly recovery: { readonly codes: ReadonlyArray<string> } | null } };

export type RenewRecoveryCodesMutationVariables = Exact<{
  input: OwnPasswordInput;
}>;


export type RenewRecoveryCodesMutation = { readonly renewRecoveryCodes: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly recovery: { readonly codes: ReadonlyArray<string> } | null } };

export type RemoveSecondFactorMutationVariables = Exact<{
  input: OwnPasswordInput;
}>;


export type RemoveSecondFactorMutation = { readonly removeSecondFactor: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly staff: { readonly id: string } | null } };

export type DelegateRolesMutationVariables = Exact<{
  input: DelegateRolesInput;
}>;


export type DelegateRolesMutation = { readonly delegateRoles: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly delegation: { readonly id: string } | null, readonly act: { readonly id: string } | null } };

export type EndDelegationMutationVariables = Exact<{
  input: EndDelegationInput;
}>;


export type EndDelegationMutation = { readonly endDelegation: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly delegation: { readonly id: string } | null } };

export type StaffListQueryVariables = Exact<{
  filter?: StaffFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type StaffListQuery = { readonly allStaff: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly username: string, readonly name: string, readonly roles: ReadonlyArray<Role>, readonly active: boolean, readonly lastSignedInAt: string | null, readonly organization: { readonly id: string, readonly name: string } }> } };

export type StaffRecordQueryVariables = Exact<{
  id: string;
}>;


export type StaffRecordQuery = { readonly staff: { readonly id: string, readonly username: string, readonly name: string, readonly officePhone: string | null, readonly roles: ReadonlyArray<Role>, readonly active: boolean, readonly lastSignedInAt: string | null, readonly mustChangePassword: boolean, readonly secondFactor: boolean | null, readonly lockedUntil: string | null, readonly outsideSubject: string | null, readonly organization: { readonly id: string, readonly name: string }, readonly ranks: ReadonlyArray<{ readonly id: string, readonly rank: Rank, readonly inForceFrom: string, readonly inForceTo: string | null }> } | null };

export type EnrolStaffMutationVariables = Exact<{
  input: EnrolStaffInput;
}>;


export type EnrolStaffMutation = { readonly enrolStaff: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly act: { readonly id: string, readonly state: AccountActState } | null } };

export type ChangeStaffRolesMutationVariables = Exact<{
  input: ChangeStaffRolesInput;
}>;


export type ChangeStaffRolesMutation = { readonly changeStaffRoles: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly act: { readonly id: string, readonly state: AccountActState } | null } };

export type ChangeOfficePhoneMutationVariables = Exact<{
  input: ChangeOfficePhoneInput;
}>;


export type ChangeOfficePhoneMutation = { readonly changeOfficePhone: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly staff: { readonly id: string } | null } };

export type GrantAuthorityRankMutationVariables = Exact<{
  input: GrantAuthorityRankInput;
}>;


export type GrantAuthorityRankMutation = { readonly grantAuthorityRank: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly act: { readonly id: string, readonly state: AccountActState } | null } };

export type EndAuthorityRankMutationVariables = Exact<{
  input: EndAuthorityRankInput;
}>;


export type EndAuthorityRankMutation = { readonly endAuthorityRank: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly act: { readonly id: string, readonly state: AccountActState } | null } };

export type DeactivateStaffMutationVariables = Exact<{
  input: DeactivateStaffInput;
}>;


export type DeactivateStaffMutation = { readonly deactivateStaff: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly staff: { readonly id: string } | null } };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { readonly resetPassword: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly given: { readonly password: string, readonly until: string, readonly act: { readonly id: string, readonly state: AccountActState } } | null } };

export type UnlockStaffMutationVariables = Exact<{
  input: UnlockStaffInput;
}>;


export type UnlockStaffMutation = { readonly unlockStaff: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly staff: { readonly id: string } | null } };

export type RemoveStaffSecondFactorMutationVariables = Exact<{
  input: RemoveStaffSecondFactorInput;
}>;


export type RemoveStaffSecondFactorMutation = { readonly removeStaffSecondFactor: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly act: { readonly id: string, readonly state: AccountActState } | null } };

export type LinkOutsideAccountMutationVariables = Exact<{
  input: LinkOutsideAccountInput;
}>;


export type LinkOutsideAccountMutation = { readonly linkOutsideAccount: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly act: { readonly id: string, readonly state: AccountActState } | null } };

export type JobSeekerListQueryVariables = Exact<{
  filter?: JobSeekerFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type JobSeekerListQuery = { readonly jobSeekers: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly name: string, readonly householdId: string | null, readonly migrantWorker: boolean, readonly skills: ReadonlyArray<string>, readonly wishes: string | null, readonly place: string | null, readonly priority: JobSeekerPriority, readonly status: JobSeekerStatus, readonly registeredOn: string, readonly organizationName: string }> } };

export type JobSeekerRecordQueryVariables = Exact<{
  id: string;
}>;


export type JobSeekerRecordQuery = { readonly jobSeeker: { readonly id: string, readonly name: string, readonly householdId: string | null, readonly migrantWorker: boolean, readonly skills: ReadonlyArray<string>, readonly wishes: string | null, readonly place: string | null, readonly priority: JobSeekerPriority, readonly status: JobSeekerStatus, readonly registeredOn: string, readonly registeredBy: string, readonly organizationName: string, readonly referrals: ReadonlyArray<{ readonly id: string, readonly referredOn: string, readonly referredBy: string, readonly status: ReferralStatus, readonly vacancy: { readonly id: string, readonly employer: string, readonly trade: string, readonly place: string }, readonly placement: { readonly id: string, readonly placedOn: string, readonly monthlyPay: string, readonly recordedBy: string } | null }>, readonly training: ReadonlyArray<{ readonly id: string, readonly course: string, readonly attendedOn: string, readonly recordedBy: string }> } | null };

export type OpenVacanciesQueryVariables = Exact<{ [key: string]: never; }>;


export type OpenVacanciesQuery = { readonly vacancies: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly employer: string, readonly trade: string, readonly place: string, readonly positions: number, readonly filled: number, readonly monthlyPayFrom: string, readonly monthlyPayTo: string | null }> } };

export type HouseholdChoicesQueryVariables = Exact<{
  filter: HouseholdFilter;
}>;


export type HouseholdChoicesQuery = { readonly households: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly unitName: string, readonly migrantWorker: boolean, readonly head: { readonly id: string, readonly name: string, readonly maskedIdentityNumber: string }, readonly caseFile: { readonly id: string } | null }>, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } };

export type ReferralListQueryVariables = Exact<{
  filter?: ReferralFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type ReferralListQuery = { readonly referrals: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly referredOn: string, readonly referredBy: string, readonly status: ReferralStatus, readonly organizationName: string, readonly jobSeeker: { readonly id: string, readonly name: string }, readonly vacancy: { readonly id: string, readonly employer: string, readonly trade: string, readonly place: string, readonly monthlyPayFrom: string, readonly monthlyPayTo: string | null }, readonly placement: { readonly id: string, readonly placedOn: string, readonly monthlyPay: string } | null }> } };

export type ReferralRecordQueryVariables = Exact<{
  id: string;
}>;


export type ReferralRecordQuery = { readonly referral: { readonly id: string, readonly referredOn: string, readonly dateReason: string | null, readonly referredBy: string, readonly status: ReferralStatus, readonly organizationName: string, readonly jobSeeker: { readonly id: string, readonly name: string }, readonly vacancy: { readonly id: string, readonly employer: string, readonly trade: string, readonly place: string }, readonly placement: { readonly id: string, readonly placedOn: string, readonly monthlyPay: string } | null } | null };

export type PlacementRecordQueryVariables = Exact<{
  id: string;
}>;


export type PlacementRecordQuery = { readonly placement: { readonly id: string, readonly placedOn: string, readonly dateReason: string | null, readonly monthlyPay: string, readonly recordedBy: string, readonly referral: { readonly id: string, readonly referredOn: string, readonly organizationName: string, readonly jobSeeker: { readonly id: string, readonly name: string }, readonly vacancy: { readonly id: string, readonly employer: string, readonly trade: string } } } | null };

export type TrainingAttendanceRecordQueryVariables = Exact<{
  id: string;
}>;


export type TrainingAttendanceRecordQuery = { readonly trainingAttendance: { readonly id: string, readonly course: string, readonly attendedOn: string, readonly dateReason: string | null, readonly recordedBy: string, readonly organizationName: string, readonly jobSeeker: { readonly id: string, readonly name: string, readonly householdId: string | null } | null } | null };

export type RegisterJobSeekerMutationVariables = Exact<{
  input: RegisterJobSeekerInput;
}>;


export type RegisterJobSeekerMutation = { readonly registerJobSeeker: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly jobSeeker: { readonly id: string } | null } };

export type ReferWorkerMutationVariables = Exact<{
  input: ReferWorkerInput;
}>;


export type ReferWorkerMutation = { readonly referWorker: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly referral: { readonly id: string } | null } };

export type RecordPlacementMutationVariables = Exact<{
  input: RecordPlacementInput;
}>;


export type RecordPlacementMutation = { readonly recordPlacement: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly placement: { readonly id: string } | null } };

export type RecordTrainingAttendanceMutationVariables = Exact<{
  input: RecordTrainingAttendanceInput;
}>;


export type RecordTrainingAttendanceMutation = { readonly recordTrainingAttendance: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly trainingAttendance: { readonly id: string } | null } };

export type LegalCaseListQueryVariables = Exact<{
  filter?: LegalCaseFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type LegalCaseListQuery = { readonly legalCases: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly kind: LegalCaseKind, readonly status: LegalCaseStatus, readonly clientName: string, readonly openedOn: string, readonly persons: number, readonly migrantWorkers: number, readonly officer: string, readonly own: boolean, readonly limitationDate: string | null, readonly limitationPassed: boolean, readonly limitationBasis: string | null, readonly limitationBasisEn: string | null, readonly closedOn: string | null, readonly outcome: LegalCaseOutcome | null, readonly organizationName: string }> } };

export type LegalCaseRecordQueryVariables = Exact<{
  id: string;
}>;


export type LegalCaseRecordQuery = { readonly legalCase: { readonly id: string, readonly number: string, readonly kind: LegalCaseKind, readonly status: LegalCaseStatus, readonly clientName: string, readonly householdId: string | null, readonly openedOn: string, readonly dateReason: string | null, readonly persons: number, readonly migrantWorkers: number, readonly officer: string, readonly own: boolean, readonly content: string | null, readonly limitationDate: string | null, readonly limitationPassed: boolean, readonly limitationBasis: string | null, readonly limitationBasisEn: string | null, readonly closedOn: string | null, readonly closingDateReason: string | null, readonly outcome: LegalCaseOutcome | null, readonly organizationName: string } | null };

export type OpenLegalCaseMutationVariables = Exact<{
  input: OpenLegalCaseInput;
}>;


export type OpenLegalCaseMutation = { readonly openLegalCase: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly legalCase: { readonly id: string, readonly limitationDate: string | null, readonly limitationPassed: boolean } | null } };

export type CloseLegalCaseMutationVariables = Exact<{
  input: CloseLegalCaseInput;
}>;


export type CloseLegalCaseMutation = { readonly closeLegalCase: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly legalCase: { readonly id: string } | null } };

export type VacancyListQueryVariables = Exact<{
  filter?: VacancyFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type VacancyListQuery = { readonly vacancies: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly employer: string, readonly trade: string, readonly place: string, readonly positions: number, readonly filled: number, readonly monthlyPayFrom: string, readonly monthlyPayTo: string | null, readonly requirements: string | null, readonly forLaidOff: boolean, readonly offeredOn: string, readonly status: VacancyStatus, readonly organizationName: string }> } };

export type VacancyRecordQueryVariables = Exact<{
  id: string;
}>;


export type VacancyRecordQuery = { readonly vacancy: { readonly id: string, readonly employer: string, readonly trade: string, readonly place: string, readonly positions: number, readonly filled: number, readonly monthlyPayFrom: string, readonly monthlyPayTo: string | null, readonly requirements: string | null, readonly forLaidOff: boolean, readonly offeredOn: string, readonly dateReason: string | null, readonly offeredBy: string, readonly status: VacancyStatus, readonly organizationName: string } | null };

export type OfferVacancyMutationVariables = Exact<{
  input: OfferVacancyInput;
}>;


export type OfferVacancyMutation = { readonly offerVacancy: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly vacancy: { readonly id: string } | null } };

export type WageClaimListQueryVariables = Exact<{
  filter?: WageClaimFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type WageClaimListQuery = { readonly wageClaims: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly employer: string, readonly site: string | null, readonly openedOn: string, readonly status: WageClaimStatus, readonly owed: string, readonly recovered: string, readonly workerCount: number, readonly migrantWorkerCount: number, readonly organizationName: string }> } };

export type WageClaimRecordQueryVariables = Exact<{
  id: string;
}>;


export type WageClaimRecordQuery = { readonly wageClaim: { readonly id: string, readonly number: string, readonly employer: string, readonly site: string | null, readonly openedOn: string, readonly dateReason: string | null, readonly openedBy: string, readonly status: WageClaimStatus, readonly owed: string, readonly recovered: string, readonly workerCount: number, readonly migrantWorkerCount: number, readonly organizationName: string, readonly recoveries: ReadonlyArray<{ readonly id: string, readonly recoveredOn: string, readonly dateReason: string | null, readonly amount: string, readonly workers: number, readonly recordedBy: string }>, readonly workers: ReadonlyArray<{ readonly id: string, readonly name: string, readonly maskedIdentityNumber: string | null, readonly migrantWorker: boolean, readonly owed: string, readonly recovered: string, readonly householdId: string | null }> } | null };

export type OpenWageClaimMutationVariables = Exact<{
  input: OpenWageClaimInput;
}>;


export type OpenWageClaimMutation = { readonly openWageClaim: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly wageClaim: { readonly id: string } | null } };

export type RecordRecoveryMutationVariables = Exact<{
  input: RecordRecoveryInput;
}>;


export type RecordRecoveryMutation = { readonly recordRecovery: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly wageClaim: { readonly id: string } | null } };
