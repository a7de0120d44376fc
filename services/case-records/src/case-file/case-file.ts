import type { Action, Actor } from '@nuangong/access';
import { permits } from '@nuangong/access';
import { ok, problem, refuse, type Bilingual, type Problem, type Result } from '@nuangong/primitives';

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
] as const;
export type CaseFileCommand = (typeof caseFileCommands)[number];

/** One command of the life cycle: from where, to where, who may give it, and whether it checks another's work. */
export interface CaseFileRule {
  readonly from: readonly CaseFileStatus[];
  /** Where a command over the whole list takes its files from. */
  readonly fromInBulk: readonly CaseFileStatus[];
  readonly to: CaseFileStatus;
  readonly action: Action;
  readonly checks: boolean;
  readonly needsHardshipClass: boolean;
}

/** The life cycle of a case file (spec/case-records.md). The database holds the same pairs in case_file_may_go. */
export const lifeCycle: Readonly<Record<CaseFileCommand, CaseFileRule>> = {
  SUBMIT: rule(['DRAFT', 'RETURNED'], ['DRAFT'], 'SUBMITTED', 'case-file.submit', { needsHardshipClass: true }),
  PASS: rule(['SUBMITTED'], ['SUBMITTED'], 'COUNTY_REVIEW', 'case-file.review', { checks: true }),
  RETURN: rule(['SUBMITTED', 'COUNTY_REVIEW', 'POSTED'], ['SUBMITTED'], 'RETURNED', 'case-file.review', {
    checks: true,
  }),
  REJECT: rule(['SUBMITTED', 'COUNTY_REVIEW', 'POSTED'], ['SUBMITTED'], 'REJECTED', 'case-file.review', {
    checks: true,
  }),
  POST: rule(['COUNTY_REVIEW'], ['COUNTY_REVIEW'], 'POSTED', 'posting.publish', { checks: true }),
  ACTIVATE: rule(['POSTED'], ['POSTED'], 'ACTIVE', 'case-file.activate', { checks: true, needsHardshipClass: true }),
  EXIT: rule(['ACTIVE', 'SUSPENDED'], [], 'EXITED', 'case-file.review'),
  SUSPEND: rule(['ACTIVE'], [], 'SUSPENDED', 'case-file.review'),
  RESUME: rule(['SUSPENDED'], [], 'ACTIVE', 'case-file.review', { checks: true }),
  REVOKE: rule(['ACTIVE', 'SUSPENDED'], [], 'REVOKED', 'case-file.review'),
  REOPEN: rule(['EXITED', 'REJECTED'], [], 'DRAFT', 'household.register'),
};

/** What a step is decided on. */
export interface CaseFileState {
  readonly status: CaseFileStatus;
  readonly submittedBy: string | null;
  readonly hasHardshipClass: boolean;
}

/** Decides whether someone may take a file one step on, and where it goes. */
export function decideStep(file: CaseFileState, command: CaseFileCommand, staffId: string): Result<CaseFileStatus> {
  const { from, to, checks, needsHardshipClass } = lifeCycle[command];
  if (!from.includes(file.status)) return refuse(stepImpossible(file.status, command));
  if (checks && file.submittedBy === staffId) return refuse(ownWork());
  if (needsHardshipClass && !file.hasHardshipClass) return refuse(hardshipClassMissing());
  return ok(to);
}

/** The commands that an actor can give this file now. */
export function nextSteps(file: CaseFileState, actor: Pick<Actor, 'staffId' | 'roles'>): readonly CaseFileCommand[] {
  return caseFileCommands.filter(
    (command) => permits(actor.roles, lifeCycle[command].action) && decideStep(file, command, actor.staffId).ok,
  );
}

/** Whether a reviewer is kept from a file because it is their own work. */
export function isLockedFor(file: CaseFileState, actor: Pick<Actor, 'staffId' | 'roles'>): boolean {
  return (
    file.submittedBy === actor.staffId &&
    caseFileCommands.some(
      (command) =>
        lifeCycle[command].checks &&
        lifeCycle[command].from.includes(file.status) &&
        permits(actor.roles, lifeCycle[command].action),
    )
  );
}

/** Whether a file is being checked or stands on the wall: what is known of its household must not change meanwhile. */
export function isUnderReview(status: CaseFileStatus): boolean {
  return status === 'SUBMITTED' || status === 'COUNTY_REVIEW' || status === 'POSTED';
}

/** Why a household is not changed while others check its file. */
export const caseFileInReview = (): Problem =>
  problem('CASE_FILE_IN_REVIEW', {
    zh: '档案正在审核或公示，家庭情况不能修改；由审核员退回补正后再改',
    en: 'The file is in review or posted and cannot be changed. Have the reviewer return it first.',
  });

/** Why a file is locked for whoever submitted it. */
export const ownWorkReason: Bilingual = {
  zh: '本人经办，不能审核',
  en: 'Submitted by this account: another person reviews it.',
};

export const ownWork = (): Problem => problem('OWN_WORK', ownWorkReason);

export const hardshipClassMissing = (): Problem =>
  problem('HARDSHIP_CLASS_MISSING', {
    zh: '收入高于边缘线且没有意外、大病或灾害，不属于困难职工家庭；核对收入和致困原因',
    en: 'Income is above the margin and no sudden cause is named: no hardship class. Check income and causes.',
  });

/** The file stands where the command cannot take it from. */
export const stepImpossible = (status: CaseFileStatus, command: CaseFileCommand): Problem =>
  problem('CASE_FILE_STATUS', {
    zh: `档案现为“${caseFileStatusNames[status].zh}”，不能${commandNames[command].zh}；刷新后按最新状态办理`,
    en: `The file is “${caseFileStatusNames[status].en}” and cannot be ${commandNames[command].en}. Refresh first.`,
  });

/** The number of a file: county, year and five digits or more, 510107-2026-00001. */
export function formatCaseFileNumber(county: string, year: number, sequence: number): string {
  return `${county}-${year}-${String(sequence).padStart(5, '0')}`;
}

export const caseFileStatusNames: Readonly<Record<CaseFileStatus, Bilingual>> = {
  DRAFT: { zh: '草稿', en: 'draft' },
  SUBMITTED: { zh: '已提交', en: 'submitted' },
  COUNTY_REVIEW: { zh: '县级已审核', en: 'reviewed by the county' },
  POSTED: { zh: '公示中', en: 'posted' },
  ACTIVE: { zh: '在档', en: 'active' },
  EXITED: { zh: '已退出', en: 'exited' },
  RETURNED: { zh: '已退回', en: 'returned' },
  REJECTED: { zh: '已驳回', en: 'rejected' },
  SUSPENDED: { zh: '已暂停', en: 'suspended' },
  REVOKED: { zh: '已撤销', en: 'revoked' },
};

export const commandNames: Readonly<Record<CaseFileCommand, Bilingual>> = {
  SUBMIT: { zh: '提交', en: 'submitted' },
  PASS: { zh: '审核通过', en: 'passed' },
  RETURN: { zh: '退回', en: 'returned' },
  REJECT: { zh: '不予通过', en: 'rejected' },
  POST: { zh: '公示', en: 'posted' },
  ACTIVATE: { zh: '建档', en: 'activated' },
  EXIT: { zh: '退出', en: 'ended' },
  SUSPEND: { zh: '暂停', en: 'suspended' },
  RESUME: { zh: '恢复', en: 'resumed' },
  REVOKE: { zh: '撤销', en: 'revoked' },
  REOPEN: { zh: '重新打开', en: 'reopened' },
};

function rule(
  from: readonly CaseFileStatus[],
  fromInBulk: readonly CaseFileStatus[],
  to: CaseFileStatus,
  action: Action,
  more: { readonly checks?: boolean; readonly needsHardshipClass?: boolean } = {},
): CaseFileRule {
  return {
    from,
    fromInBulk,
    to,
    action,
    checks: more.checks ?? false,
    needsHardshipClass: more.needsHardshipClass ?? false,
  };
}
