// Written by generate-operations.ts from the *.graphql documents. Not to be edited.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AccountActFilter = {
  /** True: those that wait; false: those that are settled or have lapsed. */
  readonly waiting?: boolean | null | undefined;
  /** On one account alone. */
  readonly staffId?: string | null | undefined;
  /** Those alone that wait for the signed-in administrator’s word. */
  readonly forMe?: boolean | null | undefined;
};

/** What is done on an account. */
export type AccountActKind =
  /** Somebody is given an account. */
  | 'ENROL'
  /** The account’s roles are others. */
  | 'CHANGE_ROLES'
  /** A one-time password takes the place of the present one. */
  | 'RESET_PASSWORD'
  /** The second factor is taken off. */
  | 'REMOVE_SECOND_FACTOR'
  /** The account is linked to an outside provider’s name of a person, or unlinked. */
  | 'LINK_OUTSIDE'
  /** Roles are lent to a colleague, as an administrator asks of their holder. */
  | 'LEND';

/** How far an act on an account has come. */
export type AccountActState =
  /** It waits for a second person; nothing was done yet. */
  | 'WAITING'
  /** It was carried out at once: the account holds no guarded role. */
  | 'APPLIED'
  /** A second person confirmed it, and it was carried out. */
  | 'CONFIRMED'
  /** It was refused; nothing was done. */
  | 'REFUSED'
  /** Who asked took it back; nothing was done. */
  | 'WITHDRAWN'
  /** Nobody decided it in time; nothing was done. */
  | 'EXPIRED';

export type ActivatePostingInput = {
  readonly postingId: string;
};

export type AidApplicationFilter = {
  readonly statuses?: ReadonlyArray<ApplicationStatus> | null | undefined;
  readonly campaignId?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly organizationId?: string | null | undefined;
};

/** What the head of finance says to what was found in a batch since it was approved. */
export type AnswerBatchFindingsInput = {
  readonly batchId: string;
  readonly answers: ReadonlyArray<FindingAnswerInput>;
};

export type AnswerObjectionInput = {
  readonly objectionId: string;
  readonly finding: string;
  readonly upheld: boolean;
};

export type AnswerSuspectedDoubleInput = {
  readonly householdId: string;
  readonly doubleId: string;
  /** What was found, and by what: 双胞胎，已核对户口本. */
  readonly why: string;
};

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
  | 'WITHDRAWN'
  | 'SUSPENDED'
  | 'LAPSED';

export type ApproveApplicationsInput = {
  /** Ids of applications; left out with all. */
  readonly ids?: ReadonlyArray<string> | null | undefined;
  /** With all: whose applications. */
  readonly campaignId?: string | null | undefined;
  /** Every application of the campaign that waits for approval. A long list becomes a job. */
  readonly all?: boolean | null | undefined;
  /** The approver’s opinion. */
  readonly opinion?: string | null | undefined;
  /** Another amount than the one decided, within the policy’s range. */
  readonly amount?: string | null | undefined;
};

export type ApproveBatchInput = {
  readonly batchId: string;
  /** To everything found in the batch that wants an answer and has none yet. */
  readonly answers?: ReadonlyArray<FindingAnswerInput> | null | undefined;
};

export type AuditEntryFilter = {
  readonly staffName?: string | null | undefined;
  readonly action?: string | null | undefined;
  readonly recordType?: string | null | undefined;
  readonly recordId?: string | null | undefined;
  readonly requestId?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly until?: string | null | undefined;
};

export type BatchFilter = {
  readonly status?: string | null | undefined;
  readonly campaignId?: string | null | undefined;
  readonly own?: boolean | null | undefined;
};

/** What the head of finance owes to a finding before the batch goes on. */
export type BatchFindingAnswer =
  /** To have seen it. */
  | 'SEEN'
  /** A written reason. */
  | 'REASON'
  /** Nothing. */
  | 'NONE';

/** What is worth a look before a batch is approved. */
export type BatchFindingKind =
  /** The household’s file changed since its grant was approved. */
  | 'CHANGED'
  /** Its payee was corrected or confirmed since then. */
  | 'PAYEE_CORRECTED'
  /** One person, by the identity number, is paid more than once in the batch. */
  | 'SAME_PERSON'
  /** One account is paid into more than once in the batch. */
  | 'SAME_ACCOUNT'
  /** The bank returned an earlier payment to this very account. */
  | 'ACCOUNT_RETURNED_BEFORE'
  /** Another household of the same campaign has the same account. */
  | 'ACCOUNT_OF_ANOTHER'
  /** Account numbers follow one another. */
  | 'CONSECUTIVE_ACCOUNTS'
  /** The last digit of a card number does not fit the others. */
  | 'ACCOUNT_CHECK_DIGIT';

/** The organisation whose book pays: the opener’s own or one below. */
export type CampaignBookInput = {
  readonly organizationId: string;
  readonly organizationName: string;
  /** Identity’s path of the organisation: 51/5101/. */
  readonly organizationPath: string;
};

export type CampaignPhaseInput = {
  readonly name: string;
  readonly nameEn: string;
  readonly from: string;
  readonly to: string;
};

export type CampaignQuotaInput = {
  readonly organizationId: string;
  readonly organizationName: string;
  /** Identity’s path of the county: 51/5101/510101/. */
  readonly organizationPath: string;
  readonly households: number;
  readonly budget: string;
};

/** Which job is cancelled. */
export type CancelJobInput = {
  /** The id of a job of one’s own that is under way. */
  readonly jobId: string;
};

export type CancelRosterImportInput = {
  readonly importId: string;
};

/** What is done with a case file, each by a mutation of its own */
export type CaseFileCommand =
  /** submitCaseFiles */
  | 'SUBMIT'
  /** passCaseFiles */
  | 'PASS'
  /** returnCaseFiles */
  | 'RETURN'
  /** rejectCaseFiles */
  | 'REJECT'
  /** publishPosting */
  | 'POST'
  /** activatePosting */
  | 'ACTIVATE'
  /** proposeExit */
  | 'EXIT'
  /** suspendCaseFile */
  | 'SUSPEND'
  /** resumeCaseFile */
  | 'RESUME'
  /** reopenCaseFile */
  | 'REOPEN';

/** Which case files, and what the reviewer says of them. */
export type CaseFileDecisionInput = {
  /** Ids of case files; left out with all. */
  readonly ids?: ReadonlyArray<string> | null | undefined;
  /** All of the organisation and those below it that stand so. A long list becomes a job. */
  readonly all?: boolean | null | undefined;
  /** The opinion, 1,000 characters at most; needed to return or reject. */
  readonly opinion?: string | null | undefined;
};

export type CaseFileFilter = {
  readonly statuses?: ReadonlyArray<CaseFileStatus> | null | undefined;
  readonly search?: string | null | undefined;
  readonly organizationId?: string | null | undefined;
  readonly postingId?: string | null | undefined;
  /** Only files that the reader opened or submitted. */
  readonly mine?: boolean | null | undefined;
};

/** Which case files. */
export type CaseFilesInput = {
  /** Ids of case files; left out with all. */
  readonly ids?: ReadonlyArray<string> | null | undefined;
  /** All of the organisation and those below it that stand so. A long list becomes a job. */
  readonly all?: boolean | null | undefined;
};

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

export type ChangeHouseholdInput = {
  readonly householdId: string;
  /** The version of the case file that the form was filled from. */
  readonly version: number;
  readonly why: string;
  readonly unitName?: string | null | undefined;
  readonly declaredSize: number;
  readonly monthlyIncomePerCapita: string;
  readonly dibaoStatus?: DibaoStatus | null | undefined;
  readonly causes: ReadonlyArray<HardshipCause>;
  /** The highest of any member. */
  readonly modelWorkerHonour?: ModelWorkerHonour | null | undefined;
  /** A worker unless said otherwise. */
  readonly headStanding?: PersonStanding | null | undefined;
  /** Whether the head is a migrant worker. */
  readonly migrantWorker?: boolean | null | undefined;
  readonly remark?: string | null | undefined;
  readonly members?: ReadonlyArray<HouseholdMemberInput> | null | undefined;
};

export type ChangeOfficePhoneInput = {
  /** Whose; the signed-in person’s where it is left out. */
  readonly staffId?: string | null | undefined;
  /** A telephone with its area code; left out or empty: none. */
  readonly officePhone?: string | null | undefined;
};

export type ChangePasswordInput = {
  readonly presentPassword: string;
  readonly newPassword: string;
};

export type ChangeStaffRolesInput = {
  readonly staffId: string;
  readonly roles: ReadonlyArray<Role>;
};

export type ChooseRosterSheetsInput = {
  readonly importId: string;
  /** The numbers of the sheets that are imported. */
  readonly sheets: ReadonlyArray<number>;
  /** Whether rows hidden in the workbook are imported too. */
  readonly hiddenRows: boolean;
};

export type CloseLegalCaseInput = {
  readonly legalCaseId: string;
  readonly outcome: LegalCaseOutcome;
  /** Today where it is left out. */
  readonly closedOn?: string | null | undefined;
  /** Why a day of before last year is right; kept with it. */
  readonly dateReason?: string | null | undefined;
};

export type ConfirmDibaoLineInput = {
  readonly dibaoLineId: string;
};

export type ConfirmGrantDecisionInput = {
  readonly grantId: string;
};

export type ConfirmPostingInput = {
  readonly postingId: string;
};

export type ConfirmReturnedPaymentInput = {
  readonly paymentId: string;
};

export type ConfirmSecondFactorInput = {
  readonly code: string;
};

/** What is left out stays as it is. */
export type CorrectPayeeInput = {
  readonly householdId: string;
  readonly name?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly bankAccount?: string | null | undefined;
  /** The payee is right as registered, and is to be confirmed. */
  readonly unchanged?: boolean | null | undefined;
  readonly why: string;
};

export type CorrectRosterRowInput = {
  readonly importId: string;
  /** The number of the sheet, the first that is read unless given. */
  readonly sheet?: number | null | undefined;
  readonly row: number;
  readonly values: ReadonlyArray<RosterValueInput>;
};

export type DeactivateStaffInput = {
  readonly staffId: string;
};

export type DeadLetterFilter = {
  readonly type?: string | null | undefined;
  readonly cause?: string | null | undefined;
  readonly replayed?: boolean | null | undefined;
};

export type DecideAccountActInput = {
  readonly actId: string;
};

export type DecideApplicationsInput = {
  /** Ids of applications; left out with all. */
  readonly ids?: ReadonlyArray<string> | null | undefined;
  /** With all: whose applications. */
  readonly campaignId?: string | null | undefined;
  /** Every application of the campaign that waits for approval. A long list becomes a job. */
  readonly all?: boolean | null | undefined;
  /** Why. */
  readonly opinion: string;
};

export type DecidePayeeCorrectionInput = {
  readonly correctionId: string;
  /** Needed where it is refused. */
  readonly opinion?: string | null | undefined;
};

/** Checks an entry above the limit. */
export type DecidePendingEntryInput = {
  /** The entry. */
  readonly id: string;
  /** True: it is booked now. False: it goes back. */
  readonly confirm: boolean;
  /** Why it goes back; required then. */
  readonly opinion?: string | null | undefined;
};

export type DecideProposalInput = {
  readonly proposalId: string;
  /** Needed to refuse: why. */
  readonly opinion?: string | null | undefined;
};

export type DecideRosterDifferencesInput = {
  readonly importId: string;
  /** Rows that say otherwise than is registered, 100 at most. */
  readonly rows: ReadonlyArray<string>;
  /** What the rows say is taken over; else what is registered stays. */
  readonly take: boolean;
  /** Kept with each row, and with the change of its household. */
  readonly why: string;
};

export type DelegateRolesInput = {
  /** Whose roles are lent; the signed-in person’s where it is left out. */
  readonly fromStaffId?: string | null | undefined;
  readonly toStaffId: string;
  readonly roles: ReadonlyArray<Role>;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly reason: string;
};

export type DelegationState =
  | 'AHEAD'
  | 'IN_FORCE'
  | 'OVER';

export type DibaoStatus =
  | 'NONE'
  | 'DIBAO'
  | 'MARGINAL';

export type EndDelegationInput = {
  readonly delegationId: string;
};

export type EndSessionInput = {
  readonly sessionId: string;
};

export type EnrolStaffInput = {
  readonly organizationId: string;
  readonly username: string;
  readonly name: string;
  readonly roles: ReadonlyArray<Role>;
  readonly password: string;
  /** A telephone with its area code (联系电话); may be left out. */
  readonly officePhone?: string | null | undefined;
};

export type EnterFigureInput = {
  readonly form: string;
  readonly cell: string;
  readonly organizationId?: string | null | undefined;
  readonly campaignId?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  /** As typed; blank takes an earlier value back. */
  readonly value: string;
  /** Needed for a derived cell. */
  readonly reason?: string | null | undefined;
};

export type ExitReason =
  | 'AIDED'
  | 'INCOME_ABOVE_LINE'
  | 'MOVED'
  | 'DIED'
  | 'OTHER';

export type FigureKind =
  | 'DERIVED'
  | 'ENTERED'
  | 'COMPUTED';

export type FigureState =
  | 'AUTO'
  | 'ENTERED'
  | 'ADJUSTED'
  | 'EMPTY'
  | 'MISMATCH'
  | 'CHANGED';

export type FileProposalDecision =
  | 'CONFIRMED'
  | 'REFUSED'
  | 'WITHDRAWN';

export type FileProposalKind =
  | 'CHANGE'
  | 'EXIT';

/** What the head of finance says to one finding of a batch. */
export type FindingAnswerInput = {
  /** The key of the finding. */
  readonly finding: string;
  /** Why it is right nevertheless, where a reason is wanted. */
  readonly reason?: string | null | undefined;
};

export type FundFilter = {
  readonly search?: string | null | undefined;
  readonly source?: FundSourceKind | null | undefined;
  readonly year?: number | null | undefined;
  readonly campaignId?: string | null | undefined;
  readonly organizationId?: string | null | undefined;
  readonly own?: boolean | null | undefined;
};

export type FundSourceKind =
  | 'CENTRAL_FISCAL'
  | 'PROVINCIAL_FISCAL'
  | 'LOCAL_FISCAL'
  | 'UNION'
  | 'DONATION'
  | 'OTHER';

/** What two people can decide of a grant that is not paid. */
export type GrantDecisionKind =
  /** To pay it though its file left the register or is suspended. */
  | 'PAY_ON'
  /** To pay nothing: its money is free again. */
  | 'RELEASE';

/** Where a proposal for a grant stands. */
export type GrantDecisionStatus =
  /** Another person has not answered. */
  | 'PROPOSED'
  /** Another person confirmed it. */
  | 'CARRIED_OUT'
  /** Another person did not agree. */
  | 'REFUSED';

export type GrantFilter = {
  readonly search?: string | null | undefined;
  /** Where it stands; or HELD: unpaid and not to be paid now, PROPOSED: something is proposed for it, RETURN_CLAIMED: a return of its payment waits to be confirmed. */
  readonly status?: string | null | undefined;
  readonly campaignId?: string | null | undefined;
  readonly householdId?: string | null | undefined;
  /** Those that may not be paid now, or none of them. */
  readonly held?: boolean | null | undefined;
};

/** Why an unpaid grant may not be paid now. */
export type GrantHoldCause =
  /** The household left the register after its approval. */
  | 'EXITED'
  /** Its file is suspended. */
  | 'SUSPENDED'
  /** The bank returned its payment, and the account is neither corrected nor confirmed. */
  | 'RETURNED';

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

export type HardshipReclassFilter = {
  /** Of this line alone */
  readonly dibaoLineId?: string | null | undefined;
};

export type HouseholdFilter = {
  readonly search?: string | null | undefined;
  readonly identityNumber?: string | null | undefined;
  readonly status?: CaseFileStatus | null | undefined;
  readonly organizationId?: string | null | undefined;
  readonly hardshipClass?: HardshipClass | null | undefined;
  readonly mark?: HouseholdMark | null | undefined;
};

/** What a household’s list and file are marked with. */
export type HouseholdMark =
  /** A draft that nobody touched for 30 days: it bars nobody from being entered elsewhere. */
  | 'UNTOUCHED_DRAFT'
  /** Such a draft, whose people were entered elsewhere since. */
  | 'LET_GO'
  /** The bank returned a payment; the payee is to be corrected, or confirmed as it stands. */
  | 'PAYMENT_RETURNED'
  /** A correction of the payee waits for a second person. */
  | 'PAYEE_CORRECTION_WAITING'
  /** Another county spells somebody’s name otherwise; the city decides. */
  | 'NAME_DIFFERS_ELSEWHERE'
  /** The head may be the head of another household too; not answered yet. */
  | 'SAME_PERSON_SUSPECTED';

export type HouseholdMemberInput = {
  readonly name: string;
  readonly relation: string;
  readonly identityNumber?: string | null | undefined;
  /** Which name is right, where the number has another. */
  readonly nameAnswer?: NameAnswerInput | null | undefined;
  /** Left out where nobody said it. */
  readonly standing?: PersonStanding | null | undefined;
  /** Registered in the country; false unless said. */
  readonly ruralRegistration?: boolean | null | undefined;
  readonly monthlyIncome?: string | null | undefined;
  readonly health?: string | null | undefined;
  readonly schooling?: string | null | undefined;
};

export type JobSeekerFilter = {
  /** The start of a name, a skill, or part of the wished place. */
  readonly search?: string | null | undefined;
  readonly status?: JobSeekerStatus | null | undefined;
  readonly priority?: JobSeekerPriority | null | undefined;
  readonly householdId?: string | null | undefined;
  readonly migrantWorker?: boolean | null | undefined;
};

export type JobSeekerPriority =
  | 'LAID_OFF_MODEL_WORKER'
  | 'HARD_UP_HOUSEHOLD'
  | 'OTHER';

export type JobSeekerStatus =
  | 'OPEN'
  | 'PLACED';

/** Whether a job is under way, or how it ended. */
export type JobStatus =
  /** Under way: rows are still to be reached. */
  | 'RUNNING'
  /** Every row has its outcome; some may be refused. */
  | 'DONE'
  /** Ended by whoever began it; what was done stays done. */
  | 'CANCELLED'
  /** Ended by the system before every row was reached; `reasons` says why. What was done stays done. */
  | 'FAILED';

export type JournalFilter = {
  readonly organizationId?: string | null | undefined;
  readonly month?: string | null | undefined;
  readonly accountCode?: string | null | undefined;
  readonly fundId?: string | null | undefined;
};

export type LegalCaseFilter = {
  /** The number, or the start of the client’s name. */
  readonly search?: string | null | undefined;
  readonly status?: LegalCaseStatus | null | undefined;
  readonly kind?: LegalCaseKind | null | undefined;
  /** Only those of the signed-in officer. */
  readonly own?: boolean | null | undefined;
  /** Open ones whose limitation ends within so many days or has ended; the earliest first. */
  readonly deadlineWithinDays?: number | null | undefined;
};

export type LegalCaseKind =
  | 'CONSULTATION'
  | 'DRAFTING'
  | 'LITIGATION'
  | 'MEDIATION'
  | 'ARBITRATION';

export type LegalCaseOutcome =
  | 'ADVISED'
  | 'DOCUMENTS_DRAFTED'
  | 'SETTLED'
  | 'WON'
  | 'PARTLY_WON'
  | 'LOST'
  | 'WITHDRAWN';

export type LegalCaseStatus =
  | 'OPEN'
  | 'CLOSED';

export type LinkOutsideAccountInput = {
  readonly staffId: string;
  /** The provider’s name of the person (`sub`); left out: the account is unlinked. */
  readonly subject?: string | null | undefined;
};

/** What one column holds; without a field it is not read. */
export type MapRosterColumnInput = {
  readonly index: number;
  readonly field?: RosterField | null | undefined;
};

export type MapRosterColumnsInput = {
  readonly importId: string;
  /** The number of the sheet, the first that is read unless given; sheets with the same headings follow it. */
  readonly sheet?: number | null | undefined;
  readonly columns: ReadonlyArray<MapRosterColumnInput>;
  /** The size of every household, where the file has no column for it. */
  readonly householdSize?: number | null | undefined;
};

export type ModelWorkerHonour =
  | 'NONE'
  | 'CITY'
  | 'PROVINCIAL'
  | 'NATIONAL';

/** Why somebody leaves a household (转出原因). */
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
  readonly right: NameChoice;
  /** Why the typed name is the right one; kept with both. */
  readonly why?: string | null | undefined;
};

/** Which of two names of one identity number is right. */
export type NameChoice =
  /** The one that the county has registered. */
  | 'KNOWN'
  /** The one typed now; it says why. */
  | 'TYPED';

export type OfferVacancyInput = {
  readonly employer: string;
  readonly trade: string;
  readonly place: string;
  readonly positions: number;
  readonly monthlyPayFrom: string;
  readonly monthlyPayTo?: string | null | undefined;
  readonly requirements?: string | null | undefined;
  readonly forLaidOff?: boolean | null | undefined;
  /** Today where it is left out. */
  readonly offeredOn?: string | null | undefined;
  /** Why a day of before last year is right; kept with it. */
  readonly dateReason?: string | null | undefined;
};

export type OpenCampaignInput = {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly policyPack: string;
  readonly standard: string;
  readonly budget: string;
  readonly phases: ReadonlyArray<CampaignPhaseInput>;
  readonly targetCategories: ReadonlyArray<TargetCategoryInput>;
  readonly quotas: ReadonlyArray<CampaignQuotaInput>;
  /** Whose book pays all of the campaign’s aid; left out, each household’s nearest. */
  readonly book?: CampaignBookInput | null | undefined;
};

export type OpenFundInput = {
  readonly name: string;
  readonly source: FundSourceKind;
  readonly purposes: ReadonlyArray<string>;
  readonly year: number;
  readonly campaignId?: string | null | undefined;
  readonly priority?: number | null | undefined;
};

export type OpenLegalCaseInput = {
  readonly kind: LegalCaseKind;
  readonly clientName: string;
  readonly householdId?: string | null | undefined;
  /** One where it is left out. */
  readonly persons?: number | null | undefined;
  /** How many of them are migrant workers. */
  readonly migrantWorkers?: number | null | undefined;
  /** Sealed; read by the officer alone. */
  readonly content?: string | null | undefined;
  /** Today where it is left out. */
  readonly openedOn?: string | null | undefined;
  /** Why a day of before last year is right; kept with it. */
  readonly dateReason?: string | null | undefined;
  /** When the client knew or should have known of it. */
  readonly violationKnownOn?: string | null | undefined;
  /** Whether the dispute is about unpaid pay. */
  readonly unpaidPay?: boolean | null | undefined;
  /** For unpaid pay; left out while the job lasts. */
  readonly employmentEndedOn?: string | null | undefined;
};

export type OpenWageClaimInput = {
  readonly employer: string;
  readonly site?: string | null | undefined;
  /** Today where it is left out. */
  readonly openedOn?: string | null | undefined;
  /** Why a day of before last year is right; kept with it. */
  readonly dateReason?: string | null | undefined;
  readonly workers: ReadonlyArray<WageClaimWorkerInput>;
};

export type OrganizationFilter = {
  readonly search?: string | null | undefined;
  readonly kind?: OrganizationKind | null | undefined;
  /** Any of these kinds; all where it is left out. */
  readonly kinds?: ReadonlyArray<OrganizationKind> | null | undefined;
  readonly parentId?: string | null | undefined;
};

export type OrganizationKind =
  | 'PROVINCE'
  | 'CITY'
  | 'COUNTY'
  | 'INDUSTRY_UNION'
  | 'BASE_UNION'
  | 'AID_STATION';

/** The present password, asked again before the account itself is changed. */
export type OwnPasswordInput = {
  readonly password: string;
};

export type PayBatchInput = {
  readonly batchId: string;
  /** Today where it is left out. */
  readonly paidOn?: string | null | undefined;
  /** Why a day of before 1 January of last year is right. */
  readonly dateReason?: string | null | undefined;
};

/** RECEIPT: money that came into a fund. ALLOCATION: money that is to be sent down (下拨). */
export type PendingEntryKind =
  | 'RECEIPT'
  | 'ALLOCATION';

export type PersonCorrectionState =
  /** Waits for a second person (待确认). */
  | 'WAITING'
  /** Has taken effect (已更正). */
  | 'DONE'
  /** Was refused by a second person (未同意). */
  | 'REFUSED';

/** What somebody is at work. */
export type PersonStanding =
  /** A worker (职工); one registered in the country is a migrant worker. */
  | 'WORKER'
  /** A farmer (农民), who is no worker. */
  | 'FARMER'
  /** A townsperson (城镇居民), who is no worker. */
  | 'TOWNSPERSON';

export type PostingFilter = {
  /** RUNNING, ENDED or ACTIVATED */
  readonly status?: string | null | undefined;
  readonly organizationId?: string | null | undefined;
};

/** Which committed grants of the book are prepared for payment. */
export type PrepareBatchInput = {
  /** The campaign whose grants they are; left out for grants of none. */
  readonly campaignId?: string | null | undefined;
  /** Some of them; left out for all that wait. */
  readonly grantIds?: ReadonlyArray<string> | null | undefined;
};

export type ProposeExitInput = {
  readonly caseFileId: string;
  readonly reason: ExitReason;
  readonly exitedOn: string;
  /** Why a day before 1 January of last year is right; kept with the step. */
  readonly dateReason?: string | null | undefined;
  /** What the check visit found. */
  readonly opinion: string;
};

export type ProposeGrantDecisionInput = {
  readonly grantId: string;
  readonly kind: GrantDecisionKind;
  readonly reason: string;
};

export type PublishPostingInput = {
  readonly place: string;
  readonly from: string;
  /** Ids of case files that passed the review; left out with allReviewed. */
  readonly caseFileIds?: ReadonlyArray<string> | null | undefined;
  /** Every file of the county that passed the review. A long list becomes a job. */
  readonly allReviewed?: boolean | null | undefined;
};

export type PutAwayRosterImportInput = {
  readonly importId: string;
};

export type PutForwardCampaignListInput = {
  readonly campaignId: string;
};

export type ReceiveAllocationInput = {
  readonly allocationId: string;
};

export type RecordMoveInput = {
  readonly householdId: string;
  /** The version of the case file that the form was filled from. */
  readonly version: number;
  /** Who leaves. */
  readonly memberId: string;
  readonly reason: MoveReason;
  readonly movedOn: string;
  /** Why a day before 1 January of last year is right; kept with the move. */
  readonly dateReason?: string | null | undefined;
  readonly why: string;
  /** The member who heads the household from then on, where its head leaves. */
  readonly successorId?: string | null | undefined;
};

export type RecordObjectionInput = {
  readonly caseFileId: string;
  readonly raisedBy: string;
  readonly text: string;
};

export type RecordPlacementInput = {
  readonly referralId: string;
  /** Today where it is left out. */
  readonly placedOn?: string | null | undefined;
  /** Why a day of before last year is right; kept with it. */
  readonly dateReason?: string | null | undefined;
  readonly monthlyPay: string;
};

export type RecordReceiptInput = {
  readonly fundId: string;
  readonly amount: string;
  readonly payer: string;
  readonly receivedOn: string;
  /** Why a day of before last year is right; kept with it. */
  readonly dateReason?: string | null | undefined;
  readonly memo?: string | null | undefined;
  readonly idempotencyKey: string;
  /** The number of the document that it rests on (文号、凭据号); required above the limit. */
  readonly document?: string | null | undefined;
};

export type RecordRecoveryInput = {
  readonly wageClaimId: string;
  /** Today where it is left out. */
  readonly recoveredOn?: string | null | undefined;
  /** Why a day of before last year is right; kept with it. */
  readonly dateReason?: string | null | undefined;
  readonly amounts: ReadonlyArray<RecoveryAmountInput>;
};

export type RecordReturnedPaymentInput = {
  readonly paymentId: string;
  /** The bank’s own reference of the return. */
  readonly bankReference: string;
  readonly reason: string;
  readonly returnedOn: string;
  /** Why a day of before 1 January of last year is right. */
  readonly dateReason?: string | null | undefined;
};

export type RecordTrainingAttendanceInput = {
  readonly jobSeekerId: string;
  readonly course: string;
  /** Today where it is left out. */
  readonly attendedOn?: string | null | undefined;
  /** Why a day of before last year is right; kept with it. */
  readonly dateReason?: string | null | undefined;
};

export type RecordVisitInput = {
  readonly householdId: string;
  readonly visitedOn: string;
  /** Why a day before 1 January of last year is right; kept with the visit. */
  readonly dateReason?: string | null | undefined;
  readonly visitors: string;
  readonly leaderLed?: boolean | null | undefined;
  readonly brought?: string | null | undefined;
  readonly findings?: string | null | undefined;
  readonly campaignId?: string | null | undefined;
};

export type RecoveryAmountInput = {
  readonly workerId: string;
  readonly amount: string;
};

export type RedriveDeadLettersAlikeInput = {
  readonly type?: string | null | undefined;
  readonly cause?: string | null | undefined;
};

export type RedriveDeadLettersInput = {
  readonly ids: ReadonlyArray<string>;
};

export type ReferralFilter = {
  readonly status?: ReferralStatus | null | undefined;
  readonly jobSeekerId?: string | null | undefined;
  readonly vacancyId?: string | null | undefined;
};

export type ReferralStatus =
  | 'REFERRED'
  | 'PLACED'
  | 'NOT_TAKEN';

export type ReferWorkerInput = {
  readonly jobSeekerId: string;
  readonly vacancyId: string;
  /** Today where it is left out. */
  readonly referredOn?: string | null | undefined;
  /** Why a day of before last year is right; kept with it. */
  readonly dateReason?: string | null | undefined;
};

export type RefuseDibaoLineInput = {
  readonly dibaoLineId: string;
  readonly reason: string;
};

export type RefuseGrantDecisionInput = {
  readonly grantId: string;
  /** What speaks against it. */
  readonly answer: string;
};

export type RefuseReturnedPaymentInput = {
  readonly paymentId: string;
  /** What the bank’s paper says instead. */
  readonly answer: string;
};

export type RegisterHouseholdInput = {
  readonly headName: string;
  readonly identityNumber: string;
  /** Which name is right, where the number has another. */
  readonly nameAnswer?: NameAnswerInput | null | undefined;
  readonly phone?: string | null | undefined;
  readonly bankAccount?: string | null | undefined;
  readonly unitName?: string | null | undefined;
  readonly declaredSize: number;
  readonly monthlyIncomePerCapita: string;
  readonly dibaoStatus?: DibaoStatus | null | undefined;
  readonly causes: ReadonlyArray<HardshipCause>;
  /** The highest of any member. */
  readonly modelWorkerHonour?: ModelWorkerHonour | null | undefined;
  /** A worker unless said otherwise. */
  readonly headStanding?: PersonStanding | null | undefined;
  /** Whether the head is a migrant worker. */
  readonly migrantWorker?: boolean | null | undefined;
  readonly remark?: string | null | undefined;
  readonly members?: ReadonlyArray<HouseholdMemberInput> | null | undefined;
};

export type RegisterJobSeekerInput = {
  /** Of a member of a household with a case file; left out for a walk-in. */
  readonly householdId?: string | null | undefined;
  readonly name: string;
  readonly skills?: ReadonlyArray<string> | null | undefined;
  readonly wishes?: string | null | undefined;
  readonly place?: string | null | undefined;
  /** Where it is left out, whether the household has a migrant worker. */
  readonly migrantWorker?: boolean | null | undefined;
  /** Of a walk-in; a case file says it itself. */
  readonly laidOffModelWorker?: boolean | null | undefined;
};

export type RegisterOrganizationInput = {
  readonly parentId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: OrganizationKind;
};

export type RemoveStaffSecondFactorInput = {
  readonly staffId: string;
};

export type ResetPasswordInput = {
  readonly staffId: string;
};

export type ReturnBatchInput = {
  readonly batchId: string;
  readonly reason: string;
};

/** Where the bank’s word of a return stands. */
export type ReturnClaimStatus =
  /** Recorded; the head of finance has not answered. */
  | 'WAITING'
  /** The money is back, the grant is open again. */
  | 'CONFIRMED'
  /** It did not come back; the payment stays made. */
  | 'REFUSED';

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

/** What a column of a roster holds. */
export type RosterField =
  | 'NAME'
  | 'SEX'
  | 'IDENTITY'
  | 'RELATION'
  | 'UNIT'
  | 'HOUSEHOLD_SIZE'
  | 'INCOME'
  | 'INCOME_YEARLY'
  | 'CAUSES'
  | 'DIBAO'
  | 'STANDING'
  | 'MIGRANT'
  | 'MODEL_WORKER'
  | 'PHONE'
  | 'BANK_ACCOUNT'
  | 'REMARK';

export type RosterImportFilter = {
  /** Those in the list unless given. */
  readonly place?: RosterImportPlace | null | undefined;
};

/** Whether imports stand in the list, or were taken out of it. */
export type RosterImportPlace =
  /** In the list. */
  | 'LISTED'
  /** Taken out of it. */
  | 'PUT_AWAY';

/** What is worth a second look in the accounts of a roster. */
export type RosterNoticeKind =
  /** Several households have one account. */
  | 'ACCOUNT_SHARED'
  /** Accounts follow one another, as a column filled down. */
  | 'ACCOUNTS_CONSECUTIVE'
  /** The last digit of card numbers does not fit the others. */
  | 'ACCOUNT_CHECK_DIGIT';

/** Whether a sheet is read, or why it is not. */
export type RosterSheetState =
  /** It has headings and rows. */
  | 'READ'
  /** It is hidden in the workbook. */
  | 'HIDDEN'
  /** No row of it has headings of a roster. */
  | 'NO_HEADINGS'
  /** Nothing is in it, or nothing below its headings. */
  | 'NO_ROWS'
  /** A chart or another sheet without rows. */
  | 'CHART';

export type RosterValueInput = {
  readonly field: RosterField;
  readonly value: string;
};

export type SendAllocationInput = {
  readonly fundId: string;
  readonly toOrganizationId: string;
  readonly amount: string;
  readonly matchingRequirement: string;
  readonly matchingRatio?: string | null | undefined;
  readonly campaignId?: string | null | undefined;
  readonly idempotencyKey: string;
  /** The number of the document that it rests on (文号); required above the limit. */
  readonly document?: string | null | undefined;
};

export type SetDibaoLineInput = {
  readonly from: string;
  readonly monthlyPerCapita: string;
  readonly marginFactor: string;
};

export type StaffFilter = {
  readonly search?: string | null | undefined;
  readonly organizationId?: string | null | undefined;
  readonly role?: Role | null | undefined;
};

export type StartRosterImportInput = {
  readonly importId: string;
};

export type StepCaseFileInput = {
  readonly caseFileId: string;
  /** Why, kept with the step. */
  readonly reason: string;
};

export type SubmitTableInput = {
  readonly form: string;
  readonly organizationId?: string | null | undefined;
  readonly campaignId?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly remarks?: string | null | undefined;
};

export type TargetCategoryInput = {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
};

export type UnlockStaffInput = {
  readonly staffId: string;
};

export type UnmaskIdentityInput = {
  readonly personId: string;
  readonly reason: string;
};

export type UnmaskNumberInput = {
  readonly personId: string;
  readonly reason: string;
};

export type UnmaskPayeeCorrectionInput = {
  readonly correctionId: string;
  readonly reason: string;
};

export type VacancyFilter = {
  /** Part of the employer, the trade or the place. */
  readonly search?: string | null | undefined;
  readonly status?: VacancyStatus | null | undefined;
  readonly forLaidOff?: boolean | null | undefined;
};

export type VacancyStatus =
  | 'OPEN'
  | 'FILLED';

export type WageClaimFilter = {
  /** The number, or part of the employer or the site. */
  readonly search?: string | null | undefined;
  readonly status?: WageClaimStatus | null | undefined;
};

export type WageClaimStatus =
  | 'OPEN'
  | 'RECOVERED';

export type WageClaimWorkerInput = {
  readonly name: string;
  readonly identityNumber?: string | null | undefined;
  readonly migrantWorker?: boolean | null | undefined;
  readonly owed: string;
  readonly householdId?: string | null | undefined;
};

export type AccountActPartsFragment = { readonly id: string, readonly kind: AccountActKind, readonly state: AccountActState, readonly name: string, readonly username: string, readonly roles: ReadonlyArray<Role>, readonly rolesBefore: ReadonlyArray<Role>, readonly outsideSubject: string | null, readonly firstDay: string | null, readonly lastDay: string | null, readonly reason: string | null, readonly askedByName: string, readonly askedAt: string, readonly expiresAt: string, readonly decidedByName: string | null, readonly decidedAt: string | null, readonly seenAt: string | null, readonly deciders: number, readonly mayConfirm: boolean, readonly mayRefuse: boolean, readonly mayWithdraw: boolean, readonly staff: { readonly id: string } | null, readonly organization: { readonly id: string, readonly name: string }, readonly to: { readonly id: string, readonly name: string } | null };

export type AccountActsQueryVariables = Exact<{
  filter?: AccountActFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type AccountActsQuery = { readonly accountActs: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly kind: AccountActKind, readonly state: AccountActState, readonly name: string, readonly username: string, readonly roles: ReadonlyArray<Role>, readonly rolesBefore: ReadonlyArray<Role>, readonly outsideSubject: string | null, readonly firstDay: string | null, readonly lastDay: string | null, readonly reason: string | null, readonly askedByName: string, readonly askedAt: string, readonly expiresAt: string, readonly decidedByName: string | null, readonly decidedAt: string | null, readonly seenAt: string | null, readonly deciders: number, readonly mayConfirm: boolean, readonly mayRefuse: boolean, readonly mayWithdraw: boolean, readonly staff: { readonly id: string } | null, readonly organization: { readonly id: string, readonly name: string }, readonly to: { readonly id: string, readonly name: string } | null }> } };

export type MyAccountActsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyAccountActsQuery = { readonly myAccountActs: ReadonlyArray<{ readonly id: string, readonly kind: AccountActKind, readonly state: AccountActState, readonly name: string, readonly username: string, readonly roles: ReadonlyArray<Role>, readonly rolesBefore: ReadonlyArray<Role>, readonly outsideSubject: string | null, readonly firstDay: string | null, readonly lastDay: string | null, readonly reason: string | null, readonly askedByName: string, readonly askedAt: string, readonly expiresAt: string, readonly decidedByName: string | null, readonly decidedAt: string | null, readonly seenAt: string | null, readonly deciders: number, readonly mayConfirm: boolean, readonly mayRefuse: boolean, readonly mayWithdraw: boolean, readonly staff: { readonly id: string } | null, readonly organization: { readonly id: string, readonly name: string }, readonly to: { readonly id: string, readonly name: string } | null }> };

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

export type AllocationListQueryVariables = Exact<{
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type AllocationListQuery = { readonly allocations: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly fromOrganizationId: string, readonly fromOrganizationName: string, readonly toOrganizationId: string, readonly toOrganizationName: string, readonly amount: string, readonly source: FundSourceKind, readonly matchingRequirement: string, readonly matchingRatio: string | null, readonly matchingRequired: string, readonly matched: string, readonly status: string, readonly sentOn: string, readonly receivedOn: string | null, readonly campaignId: string | null, readonly paid: string, readonly unspent: string }> } };

export type AllocationTargetsQueryVariables = Exact<{ [key: string]: never; }>;


export type AllocationTargetsQuery = { readonly organizations: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly name: string, readonly code: string }> } };

export type AllocationRecordQueryVariables = Exact<{
  id: string;
}>;


export type AllocationRecordQuery = { readonly allocation: { readonly id: string, readonly number: string, readonly fromOrganizationName: string, readonly toOrganizationName: string, readonly amount: string, readonly source: FundSourceKind, readonly matchingRequirement: string, readonly matchingRatio: string | null, readonly matchingRequired: string, readonly matched: string, readonly status: string, readonly sentOn: string, readonly receivedOn: string | null, readonly paid: string, readonly unspent: string } | null };

export type SendAllocationMutationVariables = Exact<{
  input: SendAllocationInput;
}>;


export type SendAllocationMutation = { readonly sendAllocation: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly allocation: { readonly id: string, readonly number: string } | null, readonly waiting: { readonly id: string } | null } };

export type ReceiveAllocationMutationVariables = Exact<{
  input: ReceiveAllocationInput;
}>;


export type ReceiveAllocationMutation = { readonly receiveAllocation: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly allocation: { readonly id: string, readonly number: string } | null } };

export type ApplicationRecordQueryVariables = Exact<{
  id: string;
  money: boolean;
}>;


export type ApplicationRecordQuery = { readonly application: { readonly id: string, readonly number: string, readonly status: ApplicationStatus, readonly amount: string, readonly aidType: string, readonly missingFunds: string | null, readonly putForwardBy: string, readonly putForwardAt: string, readonly approvedBy: string | null, readonly approvedAt: string | null, readonly opinion: string | null, readonly organizationName: string, readonly headName: string, readonly unitName: string, readonly campaign: { readonly id: string, readonly name: string } | null, readonly household: { readonly id: string }, readonly caseFile: { readonly id: string, readonly number: string }, readonly decision: { readonly id: string, readonly outcome: string, readonly policyPackName: string, readonly policyVersion: number }, readonly payment?: { readonly id: string, readonly status: string, readonly paidOn: string | null, readonly batchId: string, readonly batchNumber: string, readonly voucher: { readonly id: string, readonly number: string } | null, readonly parts: ReadonlyArray<{ readonly fundId: string, readonly fundName: string, readonly source: FundSourceKind, readonly amount: string }> } | null } | null };

export type ApplicationQueueQueryVariables = Exact<{
  filter?: AidApplicationFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type ApplicationQueueQuery = { readonly applications: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: ApplicationStatus, readonly amount: string, readonly aidType: string, readonly missingFunds: string | null, readonly putForwardBy: string, readonly putForwardAt: string, readonly approvedBy: string | null, readonly approvedAt: string | null, readonly opinion: string | null, readonly lockedForMe: boolean, readonly lockReason: string | null, readonly organizationName: string, readonly headName: string, readonly unitName: string, readonly campaign: { readonly id: string, readonly name: string } | null, readonly household: { readonly id: string }, readonly caseFile: { readonly id: string, readonly number: string, readonly evidence: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly kindName: string, readonly fileName: string, readonly contentType: string, readonly size: number, readonly uploadedAt: string, readonly uploadedBy: string, readonly url: string }> }, readonly decision: { readonly id: string, readonly outcome: string, readonly amount: string, readonly amountMin: string, readonly amountMax: string | null, readonly cap: string | null, readonly policyPackName: string, readonly policyVersion: number, readonly caseFileVersion: number, readonly decidedAt: string, readonly evidenceMissing: ReadonlyArray<string>, readonly frequency: string, readonly maskedIdentityNumber: string, readonly lines: ReadonlyArray<{ readonly criterion: string, readonly criterionEn: string, readonly householdValue: string, readonly threshold: string, readonly inForceFrom: string | null, readonly inForceTo: string | null, readonly evidence: ReadonlyArray<string>, readonly clauseCode: string, readonly clauseTitle: string, readonly source: string, readonly sourceText: string | null, readonly note: string | null, readonly met: boolean, readonly speaks: string }> } }> } };

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

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly roles: ReadonlyArray<Role>, readonly onBehalfOf: ReadonlyArray<string>, readonly actions: ReadonlyArray<string>, readonly draftKey: string, readonly staff: { readonly id: string, readonly username: string, readonly name: string, readonly roles: ReadonlyArray<Role>, readonly mustChangePassword: boolean }, readonly organization: { readonly id: string, readonly code: string, readonly name: string, readonly kind: OrganizationKind, readonly path: string } } };

export type GrantListQueryVariables = Exact<{
  filter?: GrantFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type GrantListQuery = { readonly grants: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly applicationId: string, readonly householdId: string, readonly payeeName: string, readonly unitName: string, readonly amount: string, readonly status: string, readonly missing: string | null, readonly campaignId: string | null, readonly aidType: string, readonly organizationName: string, readonly reason: string, readonly clause: string, readonly approvedBy: string, readonly approvedAt: string, readonly lockReason: string | null, readonly parts: ReadonlyArray<{ readonly fundId: string, readonly fundName: string, readonly source: FundSourceKind, readonly amount: string }>, readonly holds: ReadonlyArray<{ readonly id: string, readonly cause: GrantHoldCause, readonly reason: string | null, readonly since: string | null }> }> } };

export type FundsWorkQueryVariables = Exact<{ [key: string]: never; }>;


export type FundsWorkQuery = { readonly fundsWork: { readonly grantsCommitted: number, readonly grantsCommittedAmount: string, readonly grantsHeld: number, readonly decisionsToAnswer: number, readonly returnsToConfirm: number, readonly grantsAwaitingFunds: number, readonly grantsAwaitingAmount: string, readonly batchesToApprove: number, readonly batchesToPay: number, readonly allocationsInTransit: number, readonly available: string } };

export type BatchListQueryVariables = Exact<{
  filter?: BatchFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type BatchListQuery = { readonly batches: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: string, readonly organizationName: string, readonly campaignId: string | null, readonly total: string, readonly paymentCount: number, readonly preparedBy: string, readonly preparedAt: string, readonly approvedBy: string | null, readonly approvedAt: string | null, readonly paidBy: string | null, readonly paidAt: string | null, readonly lockedForMe: boolean, readonly lockReason: string | null }> } };

export type BatchRecordQueryVariables = Exact<{
  id: string;
}>;


export type BatchRecordQuery = { readonly batch: { readonly id: string, readonly number: string, readonly status: string, readonly organizationName: string, readonly campaignId: string | null, readonly total: string, readonly paymentCount: number, readonly preparedBy: string, readonly preparedAt: string, readonly approvedBy: string | null, readonly approvedAt: string | null, readonly paidBy: string | null, readonly paidAt: string | null, readonly lockedForMe: boolean, readonly lockReason: string | null, readonly returnedBy: string | null, readonly returnReason: string | null, readonly paidOn: string | null, readonly dateReason: string | null, readonly paymentFileUrl: string, readonly paymentFileCsvUrl: string, readonly vouchersUrl: string, readonly parts: ReadonlyArray<{ readonly fundId: string, readonly fundName: string, readonly source: FundSourceKind, readonly amount: string }>, readonly heldPayments: ReadonlyArray<{ readonly id: string, readonly payeeName: string, readonly amount: string, readonly grant: { readonly id: string, readonly holds: ReadonlyArray<{ readonly id: string, readonly cause: GrantHoldCause, readonly reason: string | null, readonly since: string | null }> } }> } | null };

export type GrantRecordQueryVariables = Exact<{
  id: string;
}>;


export type GrantRecordQuery = { readonly grant: { readonly id: string, readonly applicationId: string, readonly householdId: string, readonly payeeName: string, readonly unitName: string, readonly organizationName: string, readonly amount: string, readonly status: string, readonly missing: string | null, readonly reason: string, readonly clause: string, readonly aidType: string, readonly approvedBy: string, readonly approvedAt: string, readonly maskedBankAccount: string, readonly lockReason: string | null, readonly parts: ReadonlyArray<{ readonly fundId: string, readonly fundName: string, readonly source: FundSourceKind, readonly amount: string }>, readonly holds: ReadonlyArray<{ readonly id: string, readonly cause: GrantHoldCause, readonly reason: string | null, readonly since: string | null, readonly heldAt: string }>, readonly decisions: ReadonlyArray<{ readonly id: string, readonly kind: GrantDecisionKind, readonly status: GrantDecisionStatus, readonly reason: string | null, readonly proposedBy: string, readonly proposedAt: string, readonly answeredBy: string | null, readonly answeredAt: string | null, readonly answer: string | null, readonly lockReason: string | null }>, readonly payments: ReadonlyArray<{ readonly id: string, readonly status: string, readonly amount: string, readonly payeeName: string, readonly maskedBankAccount: string, readonly batchId: string, readonly batchNumber: string, readonly paidOn: string | null, readonly returnReason: string | null, readonly returnClaims: ReadonlyArray<{ readonly id: string, readonly status: ReturnClaimStatus }> }>, readonly payeeCorrections: ReadonlyArray<{ readonly id: string, readonly at: string, readonly changed: boolean, readonly payeeName: string, readonly maskedBankAccount: string, readonly why: string | null, readonly who: ReadonlyArray<string> }> } | null };

export type BatchFindingsQueryVariables = Exact<{
  id: string;
}>;


export type BatchFindingsQuery = { readonly batch: { readonly id: string, readonly findings: ReadonlyArray<{ readonly key: string, readonly kind: BatchFindingKind, readonly answer: BatchFindingAnswer, readonly words: string, readonly who: ReadonlyArray<string>, readonly on: string | null, readonly payments: ReadonlyArray<{ readonly paymentId: string, readonly householdId: string, readonly payeeName: string, readonly maskedBankAccount: string, readonly amount: string }>, readonly changes: ReadonlyArray<{ readonly fact: string, readonly before: string | null, readonly after: string | null }>, readonly given: { readonly reason: string | null, readonly by: string, readonly at: string } | null }> } | null };

export type BatchFilesQueryVariables = Exact<{
  id: string;
}>;


export type BatchFilesQuery = { readonly batch: { readonly id: string, readonly paymentFileCheckUrl: string, readonly paymentFiles: ReadonlyArray<{ readonly id: string, readonly format: string, readonly digest: string, readonly contentChanged: boolean, readonly madeBy: string, readonly madeAt: string }> } | null };

export type BatchPaymentsQueryVariables = Exact<{
  id: string;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type BatchPaymentsQuery = { readonly batch: { readonly id: string, readonly payments: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly status: string, readonly amount: string, readonly payeeName: string, readonly maskedBankAccount: string, readonly householdId: string, readonly paidOn: string | null, readonly returnReason: string | null, readonly lockReason: string | null, readonly voucher: { readonly id: string, readonly number: string } | null, readonly parts: ReadonlyArray<{ readonly fundId: string, readonly fundName: string, readonly source: FundSourceKind, readonly amount: string }>, readonly earlierAttempts: ReadonlyArray<{ readonly id: string }>, readonly grant: { readonly id: string, readonly holds: ReadonlyArray<{ readonly id: string, readonly cause: GrantHoldCause }> } }> } } | null };

export type PaymentRecordQueryVariables = Exact<{
  id: string;
}>;


export type PaymentRecordQuery = { readonly payment: { readonly id: string, readonly status: string, readonly amount: string, readonly payeeName: string, readonly maskedBankAccount: string, readonly householdId: string, readonly batchId: string, readonly batchNumber: string, readonly paidOn: string | null, readonly returnReason: string | null, readonly lockReason: string | null, readonly returnClaims: ReadonlyArray<{ readonly id: string, readonly bankReference: string, readonly reason: string, readonly returnedOn: string, readonly dateReason: string | null, readonly status: ReturnClaimStatus, readonly recordedBy: string, readonly recordedAt: string, readonly answeredBy: string | null, readonly answeredAt: string | null, readonly answer: string | null, readonly lockReason: string | null }>, readonly earlierAttempts: ReadonlyArray<{ readonly id: string, readonly status: string, readonly amount: string, readonly payeeName: string, readonly maskedBankAccount: string, readonly batchId: string, readonly batchNumber: string, readonly paidOn: string | null, readonly returnReason: string | null, readonly returnClaims: ReadonlyArray<{ readonly id: string, readonly status: ReturnClaimStatus }> }>, readonly voucher: { readonly id: string, readonly number: string, readonly entryNumber: string, readonly decisionSheetId: string } | null, readonly grant: { readonly id: string, readonly applicationId: string, readonly approvedBy: string, readonly approvedAt: string, readonly aidType: string, readonly unitName: string }, readonly parts: ReadonlyArray<{ readonly fundId: string, readonly fundName: string, readonly source: FundSourceKind, readonly amount: string }> } | null };

export type PrepareBatchMutationVariables = Exact<{
  input: PrepareBatchInput;
}>;


export type PrepareBatchMutation = { readonly prepareBatch: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly job: { readonly id: string, readonly service: string } | null, readonly batch: { readonly id: string, readonly number: string } | null } };

export type ApproveBatchMutationVariables = Exact<{
  input: ApproveBatchInput;
}>;


export type ApproveBatchMutation = { readonly approveBatch: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly batch: { readonly id: string, readonly status: string } | null } };

export type ReturnBatchMutationVariables = Exact<{
  input: ReturnBatchInput;
}>;


export type ReturnBatchMutation = { readonly returnBatch: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly batch: { readonly id: string, readonly status: string } | null } };

export type PayBatchMutationVariables = Exact<{
  input: PayBatchInput;
}>;


export type PayBatchMutation = { readonly payBatch: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly batch: { readonly id: string, readonly status: string } | null } };

export type RecordReturnedPaymentMutationVariables = Exact<{
  input: RecordReturnedPaymentInput;
}>;


export type RecordReturnedPaymentMutation = { readonly recordReturnedPayment: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly payment: { readonly id: string, readonly status: string } | null } };

export type ConfirmReturnedPaymentMutationVariables = Exact<{
  input: ConfirmReturnedPaymentInput;
}>;


export type ConfirmReturnedPaymentMutation = { readonly confirmReturnedPayment: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly payment: { readonly id: string, readonly status: string } | null } };

export type RefuseReturnedPaymentMutationVariables = Exact<{
  input: RefuseReturnedPaymentInput;
}>;


export type RefuseReturnedPaymentMutation = { readonly refuseReturnedPayment: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly payment: { readonly id: string, readonly status: string } | null } };

export type AnswerBatchFindingsMutationVariables = Exact<{
  input: AnswerBatchFindingsInput;
}>;


export type AnswerBatchFindingsMutation = { readonly answerBatchFindings: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly batch: { readonly id: string, readonly status: string } | null } };

export type ProposeGrantDecisionMutationVariables = Exact<{
  input: ProposeGrantDecisionInput;
}>;


export type ProposeGrantDecisionMutation = { readonly proposeGrantDecision: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly grant: { readonly id: string, readonly status: string } | null } };

export type ConfirmGrantDecisionMutationVariables = Exact<{
  input: ConfirmGrantDecisionInput;
}>;


export type ConfirmGrantDecisionMutation = { readonly confirmGrantDecision: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly grant: { readonly id: string, readonly status: string } | null } };

export type RefuseGrantDecisionMutationVariables = Exact<{
  input: RefuseGrantDecisionInput;
}>;


export type RefuseGrantDecisionMutation = { readonly refuseGrantDecision: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly grant: { readonly id: string, readonly status: string } | null } };

export type CampaignListQueryVariables = Exact<{
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type CampaignListQuery = { readonly campaigns: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly name: string, readonly organizationName: string, readonly status: string, readonly from: string, readonly to: string, readonly standard: string, readonly budget: string }> } };

export type CampaignRecordQueryVariables = Exact<{
  id: string;
}>;


export type CampaignRecordQuery = { readonly campaign: { readonly id: string, readonly name: string, readonly organizationName: string, readonly status: string, readonly from: string, readonly to: string, readonly standard: string, readonly budget: string, readonly phases: ReadonlyArray<{ readonly name: string, readonly nameEn: string, readonly from: string, readonly to: string }>, readonly targetCategories: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string }>, readonly policyPack: { readonly code: string, readonly name: string, readonly version: number, readonly source: string, readonly inForceFrom: string, readonly inForceTo: string | null, readonly clauses: ReadonlyArray<{ readonly code: string, readonly title: string, readonly titleEn: string, readonly source: string, readonly text: string | null, readonly note: string | null }> }, readonly quotas: ReadonlyArray<{ readonly organizationId: string, readonly organizationName: string, readonly households: number, readonly budget: string }>, readonly book: { readonly organizationId: string, readonly organizationName: string } | null, readonly funnel: ReadonlyArray<{ readonly organizationId: string, readonly organizationName: string, readonly registered: number, readonly submitted: number, readonly posted: number, readonly active: number, readonly putForward: number, readonly approved: number, readonly funded: number, readonly paid: number }> } | null };

export type PutForwardCampaignListMutationVariables = Exact<{
  input: PutForwardCampaignListInput;
}>;


export type PutForwardCampaignListMutation = { readonly putForwardCampaignList: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly job: { readonly id: string, readonly service: string } | null, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type CampaignPlanChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type CampaignPlanChoicesQuery = { readonly policyPacks: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string, readonly version: number, readonly source: string, readonly amountMin: string, readonly amountMax: string, readonly clauses: ReadonlyArray<{ readonly code: string, readonly kind: string, readonly title: string, readonly titleEn: string }> }>, readonly organizations: { readonly items: ReadonlyArray<{ readonly id: string, readonly name: string, readonly path: string }> }, readonly books: { readonly items: ReadonlyArray<{ readonly id: string, readonly name: string, readonly path: string }> } };

export type OpenCampaignMutationVariables = Exact<{
  input: OpenCampaignInput;
}>;


export type OpenCampaignMutation = { readonly openCampaign: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly campaign: { readonly id: string } | null } };

export type CaseFileQueueQueryVariables = Exact<{
  filter?: CaseFileFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type CaseFileQueueQuery = { readonly caseFiles: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: CaseFileStatus, readonly version: number, readonly hardshipClass: HardshipClass | null, readonly hardshipExplanation: string, readonly evidenceMissing: ReadonlyArray<string>, readonly lockedForMe: boolean, readonly lockReason: string | null, readonly updatedAt: string, readonly evidence: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly kindName: string, readonly fileName: string, readonly contentType: string, readonly size: number, readonly uploadedAt: string, readonly uploadedBy: string, readonly url: string }>, readonly household: { readonly id: string, readonly unitName: string, readonly organizationName: string, readonly size: number, readonly monthlyIncomePerCapita: string, readonly dibaoStatus: DibaoStatus, readonly causes: ReadonlyArray<HardshipCause>, readonly modelWorkerHonour: ModelWorkerHonour, readonly headStanding: PersonStanding, readonly migrantWorker: boolean, readonly workers: number, readonly migrantWorkers: number, readonly remark: string | null, readonly head: { readonly id: string, readonly name: string, readonly maskedIdentityNumber: string, readonly birthDate: string, readonly sex: string, readonly maskedPhone: string | null }, readonly members: ReadonlyArray<{ readonly id: string, readonly name: string, readonly relation: string, readonly standing: PersonStanding | null, readonly ruralRegistration: boolean, readonly monthlyIncome: string | null, readonly health: string | null, readonly schooling: string | null }> } }> } };

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

export type DecisionSheetQueryVariables = Exact<{
  id: string;
}>;


export type DecisionSheetQuery = { readonly decisionSheet: { readonly id: string, readonly outcome: string, readonly amount: string, readonly amountMin: string, readonly amountMax: string | null, readonly cap: string | null, readonly aidType: string, readonly policyPackCode: string, readonly policyPackName: string, readonly policyVersion: number, readonly caseFileVersion: number, readonly decidedAt: string, readonly inputsHash: string, readonly evidenceMissing: ReadonlyArray<string>, readonly frequency: string, readonly headName: string, readonly maskedIdentityNumber: string, readonly unitName: string, readonly caseFileNumber: string, readonly lines: ReadonlyArray<{ readonly criterion: string, readonly criterionEn: string, readonly householdValue: string, readonly threshold: string, readonly inForceFrom: string | null, readonly inForceTo: string | null, readonly evidence: ReadonlyArray<string>, readonly clauseCode: string, readonly clauseTitle: string, readonly source: string, readonly sourceText: string | null, readonly note: string | null, readonly met: boolean, readonly speaks: string }> } | null };

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

export type FundListQueryVariables = Exact<{
  filter?: FundFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type FundListQuery = { readonly funds: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly name: string, readonly organizationName: string, readonly source: FundSourceKind, readonly purposes: ReadonlyArray<string>, readonly year: number, readonly campaignId: string | null, readonly balance: string, readonly committed: string, readonly available: string, readonly priority: number }> } };

export type FundRecordQueryVariables = Exact<{
  id: string;
}>;


export type FundRecordQuery = { readonly fund: { readonly id: string, readonly name: string, readonly organizationName: string, readonly source: FundSourceKind, readonly purposes: ReadonlyArray<string>, readonly year: number, readonly campaignId: string | null, readonly balance: string, readonly committed: string, readonly available: string, readonly priority: number, readonly organization: { readonly id: string }, readonly receipts: ReadonlyArray<{ readonly id: string, readonly amount: string, readonly payer: string, readonly receivedOn: string, readonly memo: string | null, readonly allocationId: string | null, readonly entryNumber: string }> } | null };

export type ReceiptRecordQueryVariables = Exact<{
  id: string;
}>;


export type ReceiptRecordQuery = { readonly receipt: { readonly id: string, readonly amount: string, readonly payer: string, readonly receivedOn: string, readonly dateReason: string | null, readonly memo: string | null, readonly allocationId: string | null, readonly entryNumber: string, readonly fund: { readonly id: string, readonly name: string, readonly organizationName: string, readonly source: FundSourceKind, readonly purposes: ReadonlyArray<string> } } | null };

export type OpenFundMutationVariables = Exact<{
  input: OpenFundInput;
}>;


export type OpenFundMutation = { readonly openFund: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly fund: { readonly id: string } | null } };

export type RecordReceiptMutationVariables = Exact<{
  input: RecordReceiptInput;
}>;


export type RecordReceiptMutation = { readonly recordReceipt: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly receipt: { readonly id: string } | null, readonly waiting: { readonly id: string } | null } };

export type OpenCampaignsQueryVariables = Exact<{ [key: string]: never; }>;


export type OpenCampaignsQuery = { readonly campaigns: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly name: string, readonly status: string, readonly standard: string, readonly from: string, readonly to: string }> } };

export type ProblemPartsFragment = { readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string };

export type RowPartsFragment = { readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> };

export type TimelinePartsFragment = { readonly id: string, readonly at: string, readonly kind: string, readonly title: string, readonly titleEn: string, readonly detail: string | null, readonly detailEn: string | null, readonly actor: string | null, readonly organizationName: string | null, readonly recordType: string, readonly recordId: string };

export type HouseholdListQueryVariables = Exact<{
  filter?: HouseholdFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type HouseholdListQuery = { readonly households: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly unitName: string, readonly organizationName: string, readonly size: number, readonly monthlyIncomePerCapita: string, readonly hardshipClass: HardshipClass | null, readonly dibaoStatus: DibaoStatus, readonly causes: ReadonlyArray<HardshipCause>, readonly marks: ReadonlyArray<HouseholdMark>, readonly head: { readonly id: string, readonly name: string, readonly maskedIdentityNumber: string }, readonly caseFile: { readonly id: string, readonly number: string, readonly status: CaseFileStatus, readonly version: number, readonly evidenceMissing: ReadonlyArray<string>, readonly nextSteps: ReadonlyArray<CaseFileCommand>, readonly lockedForMe: boolean } | null }>, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } };

export type HouseholdRecordQueryVariables = Exact<{
  id: string;
}>;


export type HouseholdRecordQuery = { readonly household: { readonly id: string, readonly unitName: string, readonly organizationName: string, readonly size: number, readonly monthlyIncomePerCapita: string, readonly hardshipClass: HardshipClass | null, readonly dibaoStatus: DibaoStatus, readonly causes: ReadonlyArray<HardshipCause>, readonly modelWorkerHonour: ModelWorkerHonour, readonly headStanding: PersonStanding, readonly migrantWorker: boolean, readonly newGenerationMigrantWorker: boolean, readonly workers: number, readonly migrantWorkers: number, readonly remark: string | null, readonly marks: ReadonlyArray<HouseholdMark>, readonly head: { readonly id: string, readonly name: string, readonly maskedIdentityNumber: string, readonly birthDate: string, readonly sex: string, readonly maskedPhone: string | null, readonly maskedBankAccount: string | null }, readonly members: ReadonlyArray<{ readonly id: string, readonly name: string, readonly relation: string, readonly standing: PersonStanding | null, readonly ruralRegistration: boolean, readonly monthlyIncome: string | null, readonly health: string | null, readonly schooling: string | null }>, readonly payeeCorrections: ReadonlyArray<{ readonly id: string, readonly state: PersonCorrectionState, readonly moneyWaits: boolean, readonly changed: boolean, readonly why: string, readonly correctedBy: string, readonly correctedAt: string, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly opinion: string | null, readonly lockedForMe: boolean, readonly before: { readonly name: string | null, readonly maskedPhone: string | null, readonly maskedBankAccount: string | null }, readonly after: { readonly name: string | null, readonly maskedPhone: string | null, readonly maskedBankAccount: string | null } }>, readonly suspectedDoubles: ReadonlyArray<{ readonly id: string, readonly elsewhere: boolean, readonly samePhone: boolean, readonly sameAccount: boolean, readonly household: { readonly id: string, readonly head: { readonly name: string } } | null, readonly answer: { readonly why: string, readonly staffName: string, readonly answeredAt: string } | null }>, readonly caseFile: { readonly id: string, readonly number: string, readonly status: CaseFileStatus, readonly version: number, readonly hardshipClass: HardshipClass | null, readonly hardshipExplanation: string, readonly evidenceMissing: ReadonlyArray<string>, readonly nextSteps: ReadonlyArray<CaseFileCommand>, readonly lockedForMe: boolean, readonly lockReason: string | null, readonly updatedAt: string, readonly evidenceChecklist: ReadonlyArray<{ readonly kind: string, readonly name: string, readonly nameEn: string, readonly present: boolean }>, readonly evidence: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly kindName: string, readonly fileName: string, readonly contentType: string, readonly size: number, readonly uploadedAt: string, readonly uploadedBy: string, readonly url: string }>, readonly steps: ReadonlyArray<{ readonly id: string, readonly from: CaseFileStatus | null, readonly to: CaseFileStatus, readonly at: string, readonly staffName: string, readonly opinion: string | null, readonly happenedOn: string | null, readonly dateReason: string | null }>, readonly proposal: { readonly id: string, readonly kind: FileProposalKind, readonly why: string | null, readonly exitReason: ExitReason | null, readonly exitedOn: string | null, readonly dateReason: string | null, readonly proposedBy: string, readonly proposedAt: string, readonly mayDecide: boolean, readonly mayWithdraw: boolean, readonly changes: ReadonlyArray<{ readonly fact: string, readonly before: string | null, readonly after: string | null }> } | null, readonly posting: { readonly id: string, readonly place: string, readonly from: string, readonly to: string, readonly status: string, readonly workingDays: number } | null } | null, readonly applications: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: ApplicationStatus, readonly amount: string, readonly aidType: string, readonly putForwardBy: string, readonly putForwardAt: string, readonly approvedBy: string | null, readonly approvedAt: string | null, readonly lockedForMe: boolean, readonly lockReason: string | null, readonly campaign: { readonly id: string, readonly name: string } | null, readonly decision: { readonly id: string, readonly outcome: string } }>, readonly payments: ReadonlyArray<{ readonly id: string, readonly status: string, readonly amount: string, readonly paidOn: string | null, readonly batchNumber: string, readonly voucher: { readonly id: string, readonly number: string } | null }>, readonly visits: ReadonlyArray<{ readonly id: string, readonly visitedOn: string, readonly visitors: string, readonly leaderLed: boolean, readonly brought: string | null, readonly findings: string | null, readonly staffName: string }>, readonly rosterRow: { readonly id: string, readonly row: number, readonly importId: string, readonly fileName: string, readonly readings: ReadonlyArray<string> } | null, readonly jobSeekers: ReadonlyArray<{ readonly id: string, readonly status: JobSeekerStatus, readonly registeredOn: string }>, readonly legalCases: ReadonlyArray<{ readonly id: string, readonly number: string, readonly kind: LegalCaseKind, readonly status: LegalCaseStatus, readonly openedOn: string }>, readonly caseTimeline: ReadonlyArray<{ readonly id: string, readonly at: string, readonly kind: string, readonly title: string, readonly titleEn: string, readonly detail: string | null, readonly detailEn: string | null, readonly actor: string | null, readonly organizationName: string | null, readonly recordType: string, readonly recordId: string }>, readonly aidTimeline: ReadonlyArray<{ readonly id: string, readonly at: string, readonly kind: string, readonly title: string, readonly titleEn: string, readonly detail: string | null, readonly detailEn: string | null, readonly actor: string | null, readonly organizationName: string | null, readonly recordType: string, readonly recordId: string }>, readonly workTimeline: ReadonlyArray<{ readonly id: string, readonly at: string, readonly kind: string, readonly title: string, readonly titleEn: string, readonly detail: string | null, readonly detailEn: string | null, readonly actor: string | null, readonly organizationName: string | null, readonly recordType: string, readonly recordId: string }> } | null };

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


export type HouseholdChoicesQuery = { readonly households: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly unitName: string, readonly migrantWorker: boolean, readonly head: { readonly id: string, readonly name: string, readonly maskedIdentityNumber: string } }>, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } };

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

export type MyCaseFilesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyCaseFilesQuery = { readonly underWay: { readonly total: number }, readonly done: { readonly total: number } };

export type OpenCampaignFunnelQueryVariables = Exact<{ [key: string]: never; }>;


export type OpenCampaignFunnelQuery = { readonly campaigns: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly name: string, readonly status: string, readonly from: string, readonly quotas: ReadonlyArray<{ readonly organizationId: string, readonly households: number }>, readonly funnel: ReadonlyArray<{ readonly organizationId: string, readonly organizationName: string, readonly registered: number, readonly submitted: number, readonly posted: number, readonly active: number, readonly putForward: number, readonly approved: number, readonly funded: number, readonly paid: number }> }> } };

export type RunningJobsQueryVariables = Exact<{
  rosters: boolean;
}>;


export type RunningJobsQuery = { readonly rosterImports?: { readonly items: ReadonlyArray<{ readonly id: string, readonly fileName: string, readonly status: string, readonly rowsTotal: number, readonly rowsDone: number }> }, readonly caseRecordsJobs: { readonly items: ReadonlyArray<{ readonly id: string, readonly service: string, readonly title: string, readonly total: number, readonly done: number, readonly refused: number }> } | null, readonly fundsJobs: { readonly items: ReadonlyArray<{ readonly id: string, readonly service: string, readonly title: string, readonly total: number, readonly done: number, readonly refused: number }> } | null };

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
}>;


export type WorkCountsQuery = { readonly caseWork?: { readonly drafts: number, readonly returned: number, readonly submitted: number, readonly reviewed: number, readonly postingsEnded: number, readonly postingsRunning: number, readonly openObjections: number, readonly proposals: number, readonly postingsToConfirm: number, readonly payeesToConfirm: number, readonly paymentsReturned: number, readonly dibaoLinesToConfirm: number, readonly active: number, readonly applicationsToApprove: number, readonly applicationsAwaitingFunds: number, readonly applicationsAmountToApprove: string }, readonly fundsWork?: { readonly grantsCommitted: number, readonly grantsCommittedAmount: string, readonly grantsHeld: number, readonly decisionsToAnswer: number, readonly returnsToConfirm: number, readonly grantsAwaitingFunds: number, readonly grantsAwaitingAmount: string, readonly batchesToApprove: number, readonly batchesToPay: number, readonly batchesToAnswer: number, readonly allocationsInTransit: number, readonly entriesToCheck: number, readonly available: string }, readonly employmentLegalWork?: { readonly jobSeekersOpen: number, readonly vacanciesOpen: number, readonly referralsOpen: number, readonly legalCasesOpen: number, readonly deadlinesPassed: number, readonly deadlinesWithin30Days: number, readonly wageClaimsOpen: number }, readonly reportingWork?: { readonly toSubmit: number, readonly subordinatesNotSubmitted: number, readonly subordinates: number, readonly dueOn: string }, readonly accountWork?: { readonly total: number } };

export type AccountBalancesQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type AccountBalancesQuery = { readonly accounts: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string, readonly kind: string, readonly balance: string }> };

export type JournalEntryListQueryVariables = Exact<{
  filter?: JournalFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type JournalEntryListQuery = { readonly journalEntries: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly number: string, readonly businessDate: string, readonly recordedAt: string, readonly memo: string, readonly reverses: string | null, readonly lines: ReadonlyArray<{ readonly accountCode: string, readonly accountName: string, readonly debit: string, readonly credit: string, readonly fundId: string | null }> }> } };

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

export type OrganizationListQueryVariables = Exact<{
  filter?: OrganizationFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type OrganizationListQuery = { readonly organizations: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly kind: OrganizationKind, readonly path: string, readonly staffCount: number }> } };

export type OrganizationRecordQueryVariables = Exact<{
  id: string;
}>;


export type OrganizationRecordQuery = { readonly organization: { readonly id: string, readonly code: string, readonly name: string, readonly kind: OrganizationKind, readonly path: string, readonly staffCount: number, readonly parent: { readonly id: string, readonly name: string } | null, readonly children: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly kind: OrganizationKind, readonly staffCount: number }>, readonly aidCentres: ReadonlyArray<{ readonly id: string, readonly name: string, readonly level: string, readonly publicInstitution: boolean }> } | null };

export type RegisterOrganizationMutationVariables = Exact<{
  input: RegisterOrganizationInput;
}>;


export type RegisterOrganizationMutation = { readonly registerOrganization: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly organization: { readonly id: string, readonly name: string } | null } };

export type OwnAccountQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnAccountQuery = { readonly me: { readonly staff: { readonly id: string, readonly officePhone: string | null } }, readonly mySecondFactor: { readonly since: string, readonly recoveryCodesLeft: number } | null, readonly mySessions: ReadonlyArray<{ readonly id: string, readonly device: string, readonly maskedAddress: string, readonly startedAt: string, readonly lastUsedAt: string, readonly current: boolean }> };

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

export type PendingEntriesQueryVariables = Exact<{ [key: string]: never; }>;


export type PendingEntriesQuery = { readonly pendingEntries: ReadonlyArray<{ readonly id: string, readonly kind: PendingEntryKind, readonly fundName: string, readonly amount: string, readonly counterpart: string, readonly document: string, readonly proposedBy: string, readonly proposedAt: string, readonly isOwn: boolean, readonly carriedOut: boolean | null, readonly opinion: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null }> };

export type DecidePendingEntryMutationVariables = Exact<{
  input: DecidePendingEntryInput;
}>;


export type DecidePendingEntryMutation = { readonly decidePendingEntry: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly entry: { readonly id: string } | null } };

export type PostingListQueryVariables = Exact<{
  filter?: PostingFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type PostingListQuery = { readonly postings: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly place: string, readonly from: string, readonly to: string, readonly provisional: boolean, readonly status: string, readonly workingDays: number, readonly organizationName: string, readonly caseFileCount: number, readonly openObjections: number, readonly enteredAfterwards: boolean, readonly confirmedBy: string | null }> } };

export type PostingRecordQueryVariables = Exact<{
  id: string;
}>;


export type PostingRecordQuery = { readonly posting: { readonly id: string, readonly place: string, readonly from: string, readonly to: string, readonly provisional: boolean, readonly status: string, readonly workingDays: number, readonly organizationName: string, readonly caseFileCount: number, readonly openObjections: number, readonly enteredAfterwards: boolean, readonly publishedBy: string, readonly confirmedBy: string | null, readonly confirmedAt: string | null, readonly mayConfirm: boolean, readonly mayOpen: boolean, readonly filesToOpen: { readonly ready: number, readonly awaitingAnswer: number, readonly upheld: number }, readonly maskedNames: ReadonlyArray<{ readonly caseFileId: string, readonly name: string, readonly unitName: string, readonly maskedIdentityNumber: string }>, readonly objections: ReadonlyArray<{ readonly id: string, readonly caseFileId: string, readonly raisedBy: string, readonly text: string, readonly raisedAt: string, readonly finding: string | null, readonly answeredAt: string | null, readonly upheld: boolean | null, readonly mayAnswer: boolean }>, readonly photos: ReadonlyArray<{ readonly id: string, readonly fileName: string, readonly contentType: string, readonly size: number, readonly uploadedAt: string, readonly uploadedBy: string, readonly url: string }> } | null };

export type PublishPostingMutationVariables = Exact<{
  input: PublishPostingInput;
}>;


export type PublishPostingMutation = { readonly publishPosting: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly job: { readonly id: string, readonly service: string } | null, readonly posting: { readonly id: string, readonly caseFileCount: number } | null } };

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


export type ActivatePostingMutation = { readonly activatePosting: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly job: { readonly id: string, readonly service: string } | null, readonly posting: { readonly id: string, readonly status: string } | null, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type RosterImportListQueryVariables = Exact<{
  filter?: RosterImportFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type RosterImportListQuery = { readonly rosterImports: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly fileName: string, readonly status: string, readonly rowsTotal: number, readonly rowsDone: number, readonly accepted: number, readonly rejected: number, readonly alreadyPresent: number, readonly differing: number, readonly uploadedAt: string, readonly uploadedBy: string, readonly isPutAway: boolean }> } };

export type RosterImportRecordQueryVariables = Exact<{
  id: string;
}>;


export type RosterImportRecordQuery = { readonly rosterImport: { readonly id: string, readonly fileName: string, readonly status: string, readonly takeHidden: boolean, readonly householdSize: number | null, readonly rowsTotal: number, readonly rowsDone: number, readonly accepted: number, readonly rejected: number, readonly alreadyPresent: number, readonly differing: number, readonly changed: number, readonly expectedRejected: number | null, readonly uploadedAt: string, readonly uploadedBy: string, readonly isPutAway: boolean, readonly markedFileUrl: string | null, readonly markedFileName: string, readonly sheets: ReadonlyArray<{ readonly number: number, readonly name: string, readonly state: RosterSheetState, readonly chosen: boolean, readonly headerRow: number | null, readonly rowsShown: number, readonly rowsHidden: number, readonly skippedRows: number, readonly columns: ReadonlyArray<{ readonly index: number, readonly heading: string, readonly field: string | null, readonly guessed: boolean, readonly doubled: string | null, readonly hidden: boolean }>, readonly preview: ReadonlyArray<{ readonly row: number, readonly cells: ReadonlyArray<string> }>, readonly skipped: ReadonlyArray<{ readonly row: number, readonly why: string, readonly whyEn: string, readonly text: string }> }>, readonly refusedRows: ReadonlyArray<{ readonly sheet: number, readonly row: number, readonly cells: ReadonlyArray<string>, readonly reasons: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }>, readonly notices: ReadonlyArray<{ readonly kind: RosterNoticeKind, readonly count: number, readonly account: string | null, readonly rows: ReadonlyArray<{ readonly sheet: number, readonly row: number }> }>, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } | null };

export type RosterRowsQueryVariables = Exact<{
  id: string;
  outcome?: string | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type RosterRowsQuery = { readonly rosterImport: { readonly id: string, readonly sheets: ReadonlyArray<{ readonly number: number, readonly name: string, readonly chosen: boolean, readonly columns: ReadonlyArray<{ readonly index: number, readonly heading: string, readonly field: string | null }> }>, readonly rows: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly sheet: number, readonly sheetName: string, readonly row: number, readonly outcome: string, readonly name: string, readonly cells: ReadonlyArray<string>, readonly correction: ReadonlyArray<string> | null, readonly readings: ReadonlyArray<string>, readonly householdId: string | null, readonly decidedWhy: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly reasons: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly differences: ReadonlyArray<{ readonly field: RosterField, readonly sent: string | null, readonly registered: string | null }> }> } } | null };

export type ChooseRosterSheetsMutationVariables = Exact<{
  input: ChooseRosterSheetsInput;
}>;


export type ChooseRosterSheetsMutation = { readonly chooseRosterSheets: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rosterImport: { readonly id: string } | null } };

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

export type PutAwayRosterImportMutationVariables = Exact<{
  input: PutAwayRosterImportInput;
}>;


export type PutAwayRosterImportMutation = { readonly putAwayRosterImport: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rosterImport: { readonly id: string, readonly isPutAway: boolean } | null } };

export type CorrectRosterRowMutationVariables = Exact<{
  input: CorrectRosterRowInput;
}>;


export type CorrectRosterRowMutation = { readonly correctRosterRow: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rosterRow: { readonly id: string, readonly outcome: string, readonly reasons: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } | null } };

export type DecideRosterDifferencesMutationVariables = Exact<{
  input: DecideRosterDifferencesInput;
}>;


export type DecideRosterDifferencesMutation = { readonly decideRosterDifferences: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly rows: ReadonlyArray<{ readonly id: string, readonly ok: boolean, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> }> } };

export type DoublePartsFragment = { readonly id: string, readonly elsewhere: boolean, readonly samePhone: boolean, readonly sameAccount: boolean, readonly household: { readonly id: string, readonly head: { readonly name: string } } | null, readonly answer: { readonly why: string, readonly staffName: string, readonly answeredAt: string } | null };

export type SuspectedDoublesQueryVariables = Exact<{
  householdId: string;
}>;


export type SuspectedDoublesQuery = { readonly household: { readonly id: string, readonly suspectedDoubles: ReadonlyArray<{ readonly id: string, readonly elsewhere: boolean, readonly samePhone: boolean, readonly sameAccount: boolean, readonly household: { readonly id: string, readonly head: { readonly name: string } } | null, readonly answer: { readonly why: string, readonly staffName: string, readonly answeredAt: string } | null }> } | null };

export type AnswerSuspectedDoubleMutationVariables = Exact<{
  input: AnswerSuspectedDoubleInput;
}>;


export type AnswerSuspectedDoubleMutation = { readonly answerSuspectedDouble: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }> } };

export type StaffListQueryVariables = Exact<{
  filter?: StaffFilter | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type StaffListQuery = { readonly allStaff: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly username: string, readonly name: string, readonly roles: ReadonlyArray<Role>, readonly active: boolean, readonly lastSignedInAt: string | null, readonly organization: { readonly id: string, readonly name: string } }> } };

export type StaffRecordQueryVariables = Exact<{
  id: string;
}>;


export type StaffRecordQuery = { readonly staff: { readonly id: string, readonly username: string, readonly name: string, readonly officePhone: string | null, readonly roles: ReadonlyArray<Role>, readonly active: boolean, readonly lastSignedInAt: string | null, readonly mustChangePassword: boolean, readonly secondFactor: boolean | null, readonly lockedUntil: string | null, readonly outsideSubject: string | null, readonly organization: { readonly id: string, readonly name: string } } | null };

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

export type StatutoryTableQueryVariables = Exact<{
  form: string;
  organizationId?: string | null | undefined;
  campaignId?: string | null | undefined;
}>;


export type StatutoryTableQuery = { readonly statutoryTable: { readonly organizationId: string, readonly organizationName: string, readonly campaignId: string | null, readonly from: string, readonly to: string, readonly preparedBy: string, readonly preparedByPhone: string | null, readonly preparedOn: string, readonly exportUrl: string, readonly form: { readonly code: string, readonly title: string, readonly titleEn: string, readonly version: number, readonly note: string, readonly noteEn: string }, readonly lines: ReadonlyArray<{ readonly code: string, readonly section: string, readonly label: string, readonly labelEn: string, readonly printed: string, readonly heading: string | null, readonly cells: ReadonlyArray<{ readonly key: string, readonly label: string, readonly labelEn: string, readonly unit: string, readonly kind: FigureKind, readonly value: string, readonly derived: string | null, readonly present: string, readonly difference: string | null, readonly state: FigureState, readonly reason: string | null, readonly enteredBy: string | null, readonly enteredAt: string | null, readonly records: number, readonly rule: string, readonly ruleEn: string, readonly opensRecords: boolean }> }>, readonly checks: ReadonlyArray<{ readonly code: string, readonly ok: boolean, readonly severity: string, readonly message: string, readonly messageEn: string, readonly cells: ReadonlyArray<string> }>, readonly submission: { readonly id: string, readonly status: string, readonly submittedBy: string | null, readonly submittedAt: string | null, readonly remarks: string | null } | null } | null };

export type CellRecordsQueryVariables = Exact<{
  form: string;
  cell: string;
  organizationId?: string | null | undefined;
  campaignId?: string | null | undefined;
  page?: number | null | undefined;
  perPage?: number | null | undefined;
}>;


export type CellRecordsQuery = { readonly cellRecords: { readonly total: number, readonly sumAmount: string, readonly sumCount: number, readonly countedInSeveral: number, readonly items: ReadonlyArray<{ readonly id: string, readonly recordType: string, readonly recordId: string, readonly householdId: string | null, readonly title: string, readonly titleEn: string, readonly on: string, readonly amount: string | null, readonly count: number, readonly organizationName: string, readonly alsoCountedIn: ReadonlyArray<string>, readonly links: ReadonlyArray<{ readonly recordType: string, readonly recordId: string, readonly title: string, readonly titleEn: string }> }> } };

export type TableChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type TableChoicesQuery = { readonly campaigns: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly name: string, readonly status: string, readonly from: string, readonly to: string, readonly organizationName: string }> }, readonly organizations: { readonly total: number, readonly items: ReadonlyArray<{ readonly id: string, readonly name: string, readonly code: string, readonly kind: OrganizationKind }> } };

export type SubordinateTablesQueryVariables = Exact<{
  form: string;
  organizationId?: string | null | undefined;
  campaignId?: string | null | undefined;
}>;


export type SubordinateTablesQuery = { readonly tableForSubordinates: ReadonlyArray<{ readonly organizationId: string, readonly organizationName: string, readonly submittedAt: string | null, readonly figures: ReadonlyArray<{ readonly key: string, readonly value: string }> }> };

export type ReportingWorkQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportingWorkQuery = { readonly reportingWork: { readonly toSubmit: number, readonly subordinatesNotSubmitted: number, readonly subordinates: number, readonly dueOn: string } };

export type EnterFigureMutationVariables = Exact<{
  input: EnterFigureInput;
}>;


export type EnterFigureMutation = { readonly enterFigure: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly figure: { readonly key: string, readonly value: string, readonly state: FigureState } | null } };

export type SubmitTableMutationVariables = Exact<{
  input: SubmitTableInput;
}>;


export type SubmitTableMutation = { readonly submitTable: { readonly problems: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly zh: string, readonly en: string }>, readonly submission: { readonly id: string, readonly status: string } | null } };

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

export type VisitRecordQueryVariables = Exact<{
  id: string;
}>;


export type VisitRecordQuery = { readonly visit: { readonly id: string, readonly visitedOn: string, readonly dateReason: string | null, readonly visitors: string, readonly leaderLed: boolean, readonly brought: string | null, readonly staffName: string, readonly household: { readonly id: string, readonly organizationName: string, readonly head: { readonly id: string, readonly name: string } } | null } | null };

export type VoucherRecordQueryVariables = Exact<{
  id: string;
}>;


export type VoucherRecordQuery = { readonly voucher: { readonly id: string, readonly number: string, readonly unitName: string, readonly householdHead: string, readonly maskedIdentityNumber: string, readonly reason: string, readonly clause: string, readonly amount: string, readonly amountInCapitals: string, readonly fundAndSource: string, readonly handler: string, readonly checker: string, readonly approver: string, readonly issuedOn: string, readonly pdfUrl: string, readonly entryNumber: string, readonly applicationId: string, readonly decisionSheetId: string, readonly payment: { readonly id: string, readonly status: string, readonly batchId: string, readonly batchNumber: string, readonly householdId: string, readonly paidOn: string | null } } | null };

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
