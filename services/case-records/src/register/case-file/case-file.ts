import type { Action, Actor } from '@nuangong/access';
import { permits } from '@nuangong/access';
import {
  handWords,
  ok,
  problem,
  refuse,
  type Bilingual,
  type Hand,
  type Problem,
  type Result,
} from '@nuangong/primitives';

export const caseFileStatuses = [
  'DRAFT',
  'SUBMITTED',
  'COUNTY_REVIEW',
  'POSTED',
  'ACTIVE',
  'EXITED',
  'RETURNED',
  'REJECTED',
  'SUSPENDED',
  'REVOKED',
] as const;
export type CaseFileStatus = (typeof caseFileStatuses)[number];

export const caseFileCommands = [
  'SUBMIT',
  'PASS',
  'RETURN',
  'REJECT',
  'POST',
  'ACTIVATE',
  'EXIT',
  'SUSPEND',
  'RESUME',
  'REVOKE',
  'REOPEN',
  'REVIEW_ANEW',
  'TAKE_DOWN',
  'UNDO',
] as const;
export type CaseFileCommand = (typeof caseFileCommands)[number];

/**
 * The commands that follow from something else: REVIEW_ANEW from a confirmed change, TAKE_DOWN from the withdrawal of its
 * posting, REVOKE from a sanction (取消资格), UNDO from the reader's own step of the day.
 */
const followingCommands = ['REVIEW_ANEW', 'REVOKE', 'TAKE_DOWN', 'UNDO'] as const satisfies readonly CaseFileCommand[];

/** The commands that people can give. */
export type GivenCommand = Exclude<CaseFileCommand, (typeof followingCommands)[number]>;
export const givenCommands = caseFileCommands.filter(
  (command): command is GivenCommand => !followingCommands.some((each) => each === command),
);

/**
 * How someone handled a file before. MADE: registered, changed or submitted the household; REVIEWED: passed or posted
 * the file; SUSPENDED: suspended it last. Tied to the person, in any role.
 */
export type Handling = 'MADE' | 'REVIEWED' | 'SUSPENDED';

/**
 * A command of the life cycle: its statuses, the action it needs, and the earlier handling that bars someone from it.
 */
export interface CaseFileRule {
  readonly from: readonly CaseFileStatus[];
  /** The statuses from which a command over the whole list takes files. */
  readonly fromInBulk: readonly CaseFileStatus[];
  readonly to: CaseFileStatus;
  readonly action: Action;
  readonly barred: readonly Handling[];
  /** Whether the household must be in hardship by the line in force on the day. */
  readonly needsHardshipClass: boolean;
}

const reviewed: readonly CaseFileStatus[] = ['SUBMITTED', 'COUNTY_REVIEW', 'POSTED'];

/** The life cycle of a case file (spec/case-records.md). The database holds the same pairs in case_file_may_go. */
export const lifeCycle: Readonly<Record<CaseFileCommand, CaseFileRule>> = {
  SUBMIT: rule(['DRAFT', 'RETURNED'], ['DRAFT'], 'SUBMITTED', 'case-file.submit', [], true),
  PASS: rule(['SUBMITTED'], ['SUBMITTED'], 'COUNTY_REVIEW', 'case-file.review', ['MADE'], true),
  RETURN: rule(reviewed, ['SUBMITTED'], 'RETURNED', 'case-file.review', ['MADE']),
  REJECT: rule(reviewed, ['SUBMITTED'], 'REJECTED', 'case-file.review', ['MADE']),
  POST: rule(['COUNTY_REVIEW'], ['COUNTY_REVIEW'], 'POSTED', 'posting.publish', ['MADE'], true),
  ACTIVATE: rule(['POSTED'], ['POSTED'], 'ACTIVE', 'case-file.activate', ['MADE', 'REVIEWED'], true),
  EXIT: rule(['ACTIVE', 'SUSPENDED'], [], 'EXITED', 'case-file.review'),
  SUSPEND: rule(['ACTIVE'], [], 'SUSPENDED', 'case-file.review'),
  RESUME: rule(['SUSPENDED'], [], 'ACTIVE', 'case-file.activate', ['MADE', 'SUSPENDED'], true),
  REVOKE: rule(['ACTIVE', 'SUSPENDED'], [], 'REVOKED', 'case-file.review'),
  REOPEN: rule(['EXITED', 'REJECTED'], [], 'DRAFT', 'household.register'),
  TAKE_DOWN: rule(['POSTED'], ['POSTED'], 'COUNTY_REVIEW', 'posting.publish', ['MADE']),
  UNDO: rule(['COUNTY_REVIEW', 'RETURNED', 'REJECTED'], [], 'SUBMITTED', 'case-file.review'),
  REVIEW_ANEW: rule(['POSTED', 'ACTIVE', 'SUSPENDED'], [], 'COUNTY_REVIEW', 'case-file.confirm', ['MADE']),
};

/** The ids of the people who handled a file. */
export interface CaseFileHandlers {
  readonly makers: readonly string[];
  readonly reviewers: readonly string[];
  readonly suspendedBy: string | null;
}

/** What a step is decided on, as far as a page knows it. */
export interface CaseFileState extends CaseFileHandlers {
  readonly status: CaseFileStatus;
  readonly hasHardshipClass: boolean;
}

/** What a step of one file is decided on, read under the lock. */
export interface StepFacts {
  readonly status: CaseFileStatus;
  readonly hasHardshipClass: boolean;
  /** How the person taking the step handled the file before. */
  readonly hands: readonly Handling[];
  /** True if the step makes the household living again while some of its people are in another living household. */
  readonly peopleElsewhere: boolean;
  /** The objection that prevents the file from being opened. */
  readonly objection: 'OPEN' | 'UPHELD' | null;
  /** A change of its household waits for a second person. */
  readonly proposalOpen: boolean;
}

/** Why a step is refused. */
export type Obstacle =
  | Handling
  | 'STATUS'
  | 'CLASS'
  | 'PEOPLE'
  | 'OBJECTION_OPEN'
  | 'OBJECTION_UPHELD'
  | 'PROPOSAL_OPEN';

/** The commands that make a household living again. */
export const comesAlive: readonly CaseFileCommand[] = ['SUBMIT', 'REOPEN', 'UNDO'];

/** The first obstacle to a step; undefined if it can be taken. */
export function obstacleTo(command: CaseFileCommand, facts: StepFacts): Obstacle | undefined {
  const { from, barred, needsHardshipClass } = lifeCycle[command];
  if (!from.includes(facts.status)) return 'STATUS';
  const bar = barred.find((handling) => facts.hands.includes(handling));
  if (bar !== undefined) return bar;
  if (needsHardshipClass && !facts.hasHardshipClass) return 'CLASS';
  if (comesAlive.includes(command) && facts.peopleElsewhere) return 'PEOPLE';
  if (command !== 'ACTIVATE') return undefined;
  if (facts.objection !== null) return facts.objection === 'OPEN' ? 'OBJECTION_OPEN' : 'OBJECTION_UPHELD';
  return facts.proposalOpen ? 'PROPOSAL_OPEN' : undefined;
}

/** Decides from what a page knows whether someone may take a file's step, and gives the resulting status. */
export function decideStep(file: CaseFileState, command: CaseFileCommand, staffId: string): Result<CaseFileStatus> {
  const { status, hasHardshipClass } = file;
  const elsewhere = { peopleElsewhere: false, objection: null, proposalOpen: false } as const;
  const obstacle = obstacleTo(command, { status, hasHardshipClass, hands: handsOf(file, staffId), ...elsewhere });
  switch (obstacle) {
    case undefined:
      return ok(lifeCycle[command].to);
    case 'MADE':
    case 'REVIEWED':
    case 'SUSPENDED':
      return refuse(ownHandling(obstacle));
    case 'CLASS':
      return refuse(hardshipClassMissing());
    default:
      return refuse(stepImpossible(status, command));
  }
}

/** How someone handled a file before. */
function handsOf(file: CaseFileHandlers, staffId: string): readonly Handling[] {
  const hands: Readonly<Record<Handling, boolean>> = {
    MADE: file.makers.includes(staffId),
    REVIEWED: file.reviewers.includes(staffId),
    SUSPENDED: file.suspendedBy === staffId,
  };
  return (['MADE', 'REVIEWED', 'SUSPENDED'] as const).filter((handling) => hands[handling]);
}

/** The earlier handling that bars someone from a command, or undefined. */
export function barOf(file: CaseFileHandlers, command: CaseFileCommand, staffId: string): Handling | undefined {
  const hands = handsOf(file, staffId);
  return lifeCycle[command].barred.find((handling) => hands.includes(handling));
}

/** The commands that an actor can give this file now. */
export function nextSteps(file: CaseFileState, actor: Pick<Actor, 'staffId' | 'roles'>): readonly GivenCommand[] {
  return givenCommands.filter(
    (command) => permits(actor.roles, lifeCycle[command].action) && decideStep(file, command, actor.staffId).ok,
  );
}

/** The handling that bars someone from a next step their roles would allow, or undefined. */
export function lockOf(file: CaseFileState, actor: Pick<Actor, 'staffId' | 'roles'>): Handling | undefined {
  return givenCommands
    .filter(
      (command) => lifeCycle[command].from.includes(file.status) && permits(actor.roles, lifeCycle[command].action),
    )
    .map((command) => barOf(file, command, actor.staffId))
    .find((bar) => bar !== undefined);
}

/** How a household's facts can be changed, by the status of its file. */
export type HowToChange = 'FREELY' | 'BY_TWO' | 'AFTER_RETURN' | 'AFTER_REOPENING';

const howToChange: Readonly<Record<CaseFileStatus, HowToChange>> = {
  DRAFT: 'FREELY',
  RETURNED: 'FREELY',
  SUBMITTED: 'AFTER_RETURN',
  COUNTY_REVIEW: 'AFTER_RETURN',
  POSTED: 'BY_TWO',
  ACTIVE: 'BY_TWO',
  SUSPENDED: 'BY_TWO',
  EXITED: 'AFTER_REOPENING',
  REJECTED: 'AFTER_REOPENING',
  REVOKED: 'AFTER_REOPENING',
};

/**
 * How a household's facts change. DRAFT and RETURNED: freely; in review: only after a return; once posted: facts that
 * eligibility depends on need a second person; after the end: only after reopening.
 */
export function howFactsChange(status: CaseFileStatus): HowToChange {
  return howToChange[status];
}

/**
 * The step that follows a confirmed change of the household, if any: a posted file whose class changed is reviewed and
 * posted again; an active file left without a class is suspended.
 */
export function stepAfterChange(
  status: CaseFileStatus,
  change: { readonly before: string | null; readonly after: string | null },
): Extract<CaseFileCommand, 'REVIEW_ANEW' | 'SUSPEND'> | undefined {
  if (change.before === change.after || howFactsChange(status) !== 'BY_TWO') return undefined;
  if (change.after !== null || status === 'POSTED') return 'REVIEW_ANEW';
  return status === 'ACTIVE' ? 'SUSPEND' : undefined;
}

/** Why a household cannot be changed while its file is in review. */
export const caseFileInReview = (): Problem =>
  problem('CASE_FILE_IN_REVIEW', {
    zh: '档案正在审核，家庭情况不能修改；由审核员退回补正后再改',
    en: 'The file is in review and cannot be changed. Ask the reviewer to return it first.',
  });

/** Why a household cannot be changed after its file has ended. */
export const caseFileEnded = (status: CaseFileStatus): Problem =>
  problem('CASE_FILE_ENDED', {
    zh: `档案现为“${caseFileStatusNames[status].zh}”，家庭情况不能修改；重新打开档案后再改`,
    en: `The file is “${caseFileStatusNames[status].en}” and cannot be changed. Reopen it first.`,
  });

/** Why a file is locked, by earlier handling. */
export const lockReasons: Readonly<Record<Handling, Bilingual>> = {
  MADE: {
    zh: '本人经办过该户，由另一位审核员或审批人办理',
    en: 'You registered, changed or submitted this household. Ask another reviewer or approver to do this.',
  },
  REVIEWED: {
    zh: '本人审核或公示过该户，由另一位审批人建档',
    en: 'You passed or posted this household. Ask another approver to open the file.',
  },
  SUSPENDED: {
    zh: '该户由本人暂停，由另一位审批人恢复',
    en: 'You suspended this file. Ask another approver to resume it.',
  },
};

const handlingCodes = { MADE: 'OWN_WORK', REVIEWED: 'OWN_REVIEW', SUSPENDED: 'OWN_SUSPENSION' } as const;

/** The refusal of a step because of one's own earlier handling. */
export const ownHandling = (handling: Handling): Problem => problem(handlingCodes[handling], lockReasons[handling]);

/** A file with an upheld objection is neither opened nor posted elsewhere before it was mended. */
export const objectionUpheld = (): Problem =>
  problem('OBJECTION_UPHELD', {
    zh: '异议成立，退回补正或驳回该户；其他各户不受影响',
    en: 'An objection was upheld. Return or reject this household; the others are not affected.',
  });

export const hardshipClassMissing = (): Problem =>
  problem('HARDSHIP_CLASS_MISSING', {
    zh: '收入高于边缘线且没有意外、大病或灾害，不属于困难职工家庭；核对收入和致困原因',
    en: 'Income is above the margin and there is no sudden cause, so there is no hardship class. Check the income and causes.',
  });

/** The refusal of a command from the file's current status, with who brought it there, where that is known. */
export const stepImpossible = (status: CaseFileStatus, command: CaseFileCommand, hand: Hand | null = null): Problem => {
  const [now, then] = [caseFileStatusNames[status], commandNames[command]];
  const message =
    hand === null
      ? {
          zh: `档案现为“${now.zh}”，不能${then.zh}；刷新后按最新状态办理`,
          en: `The file is “${now.en}” and cannot be ${then.en}. Refresh and check.`,
        }
      : {
          zh: `${handWords(hand).zh}已办理，档案现为“${now.zh}”，不能${then.zh}`,
          en: `Already decided (${handWords(hand).en}): the file is “${now.en}” and cannot be ${then.en}.`,
        };
  return problem('CASE_FILE_STATUS', message);
};

/** A file's number: county, year and at least five digits, 510107-2026-00001. */
export function formatCaseFileNumber(county: string, year: number, sequence: number): string {
  return `${county}-${year}-${String(sequence).padStart(5, '0')}`;
}

export const caseFileStatusNames: Readonly<Record<CaseFileStatus, Bilingual>> = {
  DRAFT: { zh: '草稿', en: 'draft' },
  SUBMITTED: { zh: '待县级审核', en: 'submitted' },
  COUNTY_REVIEW: { zh: '县级已审核', en: 'reviewed by the county' },
  POSTED: { zh: '公示中', en: 'posted' },
  ACTIVE: { zh: '在档', en: 'active' },
  EXITED: { zh: '已退出', en: 'exited' },
  RETURNED: { zh: '已退回补正', en: 'returned' },
  REJECTED: { zh: '不予建档', en: 'rejected' },
  SUSPENDED: { zh: '已暂停', en: 'suspended' },
  REVOKED: { zh: '已取消', en: 'revoked' },
};

export const commandNames: Readonly<Record<CaseFileCommand, Bilingual>> = {
  SUBMIT: { zh: '提交', en: 'submitted' },
  PASS: { zh: '审核通过', en: 'passed' },
  RETURN: { zh: '退回补正', en: 'returned' },
  REJECT: { zh: '驳回', en: 'rejected' },
  POST: { zh: '公示', en: 'posted' },
  ACTIVATE: { zh: '建档', en: 'activated' },
  EXIT: { zh: '退出', en: 'ended' },
  SUSPEND: { zh: '暂停', en: 'suspended' },
  RESUME: { zh: '恢复', en: 'resumed' },
  REVOKE: { zh: '取消', en: 'revoked' },
  REOPEN: { zh: '重新打开', en: 'reopened' },
  TAKE_DOWN: { zh: '撤回公示', en: 'taken down' },
  UNDO: { zh: '撤销本步', en: 'undone' },
  REVIEW_ANEW: { zh: '重新审核公示', en: 'reviewed again' },
};

function rule(
  from: readonly CaseFileStatus[],
  fromInBulk: readonly CaseFileStatus[],
  to: CaseFileStatus,
  action: Action,
  barred: readonly Handling[] = [],
  needsHardshipClass = false,
): CaseFileRule {
  return { from, fromInBulk, to, action, barred, needsHardshipClass };
}
