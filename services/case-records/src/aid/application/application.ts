import {
  formatYuanGrouped,
  handWords,
  ok,
  problem,
  refuse,
  type Fen,
  type Hand,
  type Problem,
  type Result,
} from '@nuangong/primitives';

export const applicationStatuses = [
  'DRAFT',
  'SUBMITTED',
  'BASE_REVIEW',
  'COUNTY_REVIEW',
  'CITY_REVIEW',
  'APPROVED',
  'AWAITING_FUNDS',
  'FUNDED',
  'PAID',
  'FOLLOWED_UP',
  'RETURNED',
  'REJECTED',
  'WITHDRAWN',
  'SUSPENDED',
  'LAPSED',
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** The acts on an application: decisions of people, effects of its case file, and messages from funds. */
export const applicationActs = [
  'SUBMIT',
  'TO_BASE_REVIEW',
  'TO_COUNTY_REVIEW',
  'TO_CITY_REVIEW',
  'APPROVE',
  'RETURN',
  'REJECT',
  'SUBMIT_AGAIN',
  'WITHDRAW',
  'AWAIT_FUNDS',
  'FUND',
  'PAY',
  'PAYMENT_RETURNED',
  'FOLLOW_UP',
  'LAPSE',
  'SUSPEND',
  'RESUME_SUBMITTED',
  'RESUME_BASE_REVIEW',
  'RESUME_COUNTY_REVIEW',
  'RESUME_CITY_REVIEW',
] as const;
export type ApplicationAct = (typeof applicationActs)[number];

type Steps = Readonly<Partial<Record<ApplicationAct, ApplicationStatus>>>;

const untilDecided = {
  RETURN: 'RETURNED',
  REJECT: 'REJECTED',
  WITHDRAW: 'WITHDRAWN',
  SUSPEND: 'SUSPENDED',
} as const satisfies Steps;

/**
 * The life cycle of an application (救助申请): where each act leads from each status. A returned application goes back to
 * the person who put it forward and is submitted again under its number; after a withdrawn or lapsed one, the household
 * can be put forward again; a suspended one resumes in its former status.
 */
const life: Readonly<Record<ApplicationStatus, Steps>> = {
  DRAFT: { SUBMIT: 'SUBMITTED', WITHDRAW: 'WITHDRAWN' },
  SUBMITTED: { TO_BASE_REVIEW: 'BASE_REVIEW', TO_COUNTY_REVIEW: 'COUNTY_REVIEW', ...untilDecided },
  BASE_REVIEW: { TO_COUNTY_REVIEW: 'COUNTY_REVIEW', ...untilDecided },
  COUNTY_REVIEW: { TO_CITY_REVIEW: 'CITY_REVIEW', APPROVE: 'APPROVED', ...untilDecided },
  CITY_REVIEW: { APPROVE: 'APPROVED', ...untilDecided },
  APPROVED: { AWAIT_FUNDS: 'AWAITING_FUNDS', FUND: 'FUNDED', LAPSE: 'LAPSED' },
  AWAITING_FUNDS: { FUND: 'FUNDED', LAPSE: 'LAPSED' },
  FUNDED: { PAY: 'PAID', LAPSE: 'LAPSED' },
  PAID: { PAYMENT_RETURNED: 'FUNDED', FOLLOW_UP: 'FOLLOWED_UP' },
  FOLLOWED_UP: {},
  RETURNED: { SUBMIT_AGAIN: 'COUNTY_REVIEW', WITHDRAW: 'WITHDRAWN' },
  REJECTED: {},
  WITHDRAWN: {},
  SUSPENDED: {
    RESUME_SUBMITTED: 'SUBMITTED',
    RESUME_BASE_REVIEW: 'BASE_REVIEW',
    RESUME_COUNTY_REVIEW: 'COUNTY_REVIEW',
    RESUME_CITY_REVIEW: 'CITY_REVIEW',
    WITHDRAW: 'WITHDRAWN',
  },
  LAPSED: {},
};

export const statusNames: Readonly<Record<ApplicationStatus, { readonly zh: string; readonly en: string }>> = {
  DRAFT: { zh: '草稿', en: 'Draft' },
  SUBMITTED: { zh: '已提交', en: 'Submitted' },
  BASE_REVIEW: { zh: '基层审核', en: 'Base review' },
  COUNTY_REVIEW: { zh: '县级审批', en: 'County review' },
  CITY_REVIEW: { zh: '市级审批', en: 'City review' },
  APPROVED: { zh: '已批准', en: 'Approved' },
  AWAITING_FUNDS: { zh: '待资金', en: 'Awaiting funds' },
  FUNDED: { zh: '资金已占用', en: 'Funded' },
  PAID: { zh: '已发放', en: 'Paid' },
  FOLLOWED_UP: { zh: '已回访', en: 'Followed up' },
  RETURNED: { zh: '已退回补正', en: 'Returned' },
  REJECTED: { zh: '已驳回', en: 'Rejected' },
  WITHDRAWN: { zh: '已撤回', en: 'Withdrawn' },
  SUSPENDED: { zh: '已暂停', en: 'Suspended' },
  LAPSED: { zh: '已失效', en: 'Lapsed' },
};

/** The statuses in which an approver decides. */
export const statusesToDecide = ['COUNTY_REVIEW', 'CITY_REVIEW'] as const satisfies readonly ApplicationStatus[];

/** The statuses in which an application has a grant in force. */
export const statusesWithGrant = [
  'APPROVED',
  'AWAITING_FUNDS',
  'FUNDED',
  'PAID',
  'FOLLOWED_UP',
] as const satisfies readonly ApplicationStatus[];

/**
 * Where an act leads, or APPLICATION_STATUS with the current status, and who brought it there, if it is not possible.
 */
export function nextStatus(
  status: ApplicationStatus,
  act: ApplicationAct,
  hand: Hand | null = null,
): Result<ApplicationStatus> {
  const next = life[status][act];
  return next === undefined ? refuse(wrongStatus(status, hand)) : ok(next);
}

/** Every pair of statuses that an act connects. */
export function lawfulSteps(): readonly { readonly from: ApplicationStatus; readonly to: ApplicationStatus }[] {
  return applicationStatuses.flatMap((from) => Object.values(life[from]).map((to) => ({ from, to })));
}

/**
 * The people who may not decide an application, by id: who put it forward, and all who registered, changed, submitted
 * or reviewed the household.
 */
export interface Makers {
  readonly putForwardBy: string;
  readonly handlers: readonly string[];
}

/** Why someone may not decide the application (maker is not checker), or null. */
export function lockFor(staffId: string, makers: Makers): Problem | null {
  return staffId === makers.putForwardBy || makers.handlers.includes(staffId) ? makerIsNotChecker() : null;
}

/** The problem for a decision on one's own work. */
export function makerIsNotChecker(): Problem {
  return problem('MAKER_IS_NOT_CHECKER', {
    zh: '本人经办过该户，由另一位审批人审批',
    en: 'You put this forward or handled the household. Ask another approver to decide it.',
  });
}

/** The problem for aid without an active case file. */
export function fileNotActive(): Problem {
  return problem('FILE_NOT_ACTIVE', {
    zh: '困难职工档案不在档或已暂停，在档后再办理',
    en: 'The case file is not active. Continue once it is.',
  });
}

/** What an approval is decided on: the application, and the case file in its current state. Amounts in fen. */
export interface ApprovalCase extends Makers {
  readonly status: ApplicationStatus;
  /** Who brought it to a status in which nobody decides. */
  readonly lastHand: Hand | null;
  readonly amount: Fen;
  readonly amountMin: Fen;
  readonly amountMax: Fen;
  readonly caseFileStatus: string;
  readonly caseFileVersion: number;
  readonly decidedOnVersion: number;
  readonly identityVerified: boolean;
}

/** Decides whether someone may approve; gives every reason against it, in the order in which to resolve them. */
export function decideApproval(staffId: string, given: ApprovalCase): Result<{ readonly status: ApplicationStatus }> {
  const next = nextStatus(given.status, 'APPROVE', given.lastHand);
  if (!next.ok) return next;
  const lock = lockFor(staffId, given);
  const problems = [...(lock === null ? [] : [lock]), ...fileProblems(given), ...amountProblems(given)];
  return problems.length > 0 ? refuse(...problems) : ok({ status: next.value });
}

function fileProblems(given: ApprovalCase): readonly Problem[] {
  if (given.caseFileStatus !== 'ACTIVE') {
    return [fileNotActive()];
  }
  if (!given.identityVerified) {
    return [
      problem('IDENTITY_NOT_VERIFIED', {
        zh: '户主身份未核实，核实后再审批',
        en: 'The identity of the head is not verified. Approve the application once it is.',
      }),
    ];
  }
  if (given.caseFileVersion === given.decidedOnVersion) return [];
  return [
    problem('FILE_CHANGED', {
      zh: `档案已变更为第 ${given.caseFileVersion} 版，资格按第 ${given.decidedOnVersion} 版判定；退回后重新提出`,
      en: `The file is now version ${given.caseFileVersion}, not ${given.decidedOnVersion}. Return it for a new decision.`,
    }),
  ];
}

function amountProblems({ amount, amountMin, amountMax }: ApprovalCase): readonly Problem[] {
  if (amount >= amountMin && amount <= amountMax) return [];
  const range = `${formatYuanGrouped(amountMin)}–${formatYuanGrouped(amountMax)}`;
  return [
    problem(
      amount < amountMin ? 'AMOUNT_BELOW_MINIMUM' : 'AMOUNT_ABOVE_MAXIMUM',
      { zh: `金额应在 ${range} 元之间，改写后再审批`, en: `The amount must be between ${range} yuan.` },
      'amount',
    ),
  ];
}

function wrongStatus(status: ApplicationStatus, hand: Hand | null): Problem {
  const { zh, en } = statusNames[status];
  const message =
    hand === null
      ? {
          zh: `申请现为“${zh}”，不在这一步；刷新后按最新状态办理`,
          en: `The application is now “${en}”, so this step is not possible. Refresh and continue from its current state.`,
        }
      : {
          zh: `${handWords(hand).zh}已办理，申请现为“${zh}”，不在这一步`,
          en: `Already decided (${handWords(hand).en}): the application is “${en}”, so this step is not possible.`,
        };
  return problem('APPLICATION_STATUS', message);
}
