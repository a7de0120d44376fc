import { amount } from '../../base/display/money.ts';
import type { WorkCountsQuery } from '../../base/graph/generated/operation-types.ts';
import { listAt } from '../../base/list/list-address.ts';
import { householdsAt } from '../../register/households/household-search.ts';
import type { MessageKey } from '../../base/i18n/message-key.ts';

/** When a task is due. */
export type Due = 'overdue' | 'today' | 'week' | 'later';

/** One kind of pending work: how many, how much money, where it is done, by when. */
export interface Task {
  readonly word: MessageKey;
  readonly to: string;
  readonly due: Due;
  readonly count: number;
  readonly amount?: string | undefined;
  readonly dueOn?: string | undefined;
}

interface TaskKind {
  readonly word: MessageKey;
  readonly to: string;
  /** The permission to do it. */
  readonly action: string;
  readonly due: Due;
  readonly count: (counts: WorkCountsQuery) => number | undefined;
  readonly amount?: (counts: WorkCountsQuery) => string | undefined;
  readonly dueOn?: (counts: WorkCountsQuery) => string | undefined;
}

/** The address of the open legal cases whose limitation has passed or ends within 30 days, the earliest first. */
export const legalCasesDue = listAt('/legal-cases', { deadlineWithinDays: 30 });

const kinds: readonly TaskKind[] = [
  {
    word: 'task.deadlinesPassed',
    to: legalCasesDue,
    action: 'legal-case.manage',
    due: 'overdue',
    count: (c) => c.employmentLegalWork?.deadlinesPassed,
  },
  {
    word: 'task.returned',
    to: householdsAt({ status: 'RETURNED' }),
    action: 'case-file.submit',
    due: 'today',
    count: (c) => c.caseWork?.returned,
  },
  {
    word: 'task.paymentsReturned',
    to: householdsAt({ mark: 'PAYMENT_RETURNED' }),
    action: 'household.register',
    due: 'today',
    count: (c) => c.caseWork?.paymentsReturned,
  },
  {
    word: 'task.drafts',
    to: householdsAt({ status: 'DRAFT' }),
    action: 'case-file.submit',
    due: 'week',
    count: (c) => c.caseWork?.drafts,
  },
  {
    word: 'task.submitted',
    to: '/case-file-review',
    action: 'case-file.review',
    due: 'today',
    count: (c) => c.caseWork?.submitted,
  },
  {
    word: 'task.objections',
    to: listAt('/postings', { waits: 'OBJECTION' }),
    action: 'posting.answer-objection',
    due: 'today',
    count: (c) => c.caseWork?.openObjections,
  },
  {
    word: 'task.proposals',
    to: '/proposals',
    action: 'case-file.confirm',
    due: 'today',
    count: (c) => c.caseWork?.proposals,
  },
  {
    word: 'task.payeesToConfirm',
    to: householdsAt({ mark: 'PAYEE_CORRECTION_WAITING' }),
    action: 'payee.confirm',
    due: 'today',
    count: (c) => c.caseWork?.payeesToConfirm,
  },
  {
    word: 'task.postingsToConfirm',
    to: listAt('/postings', { waits: 'TO_CONFIRM' }),
    action: 'case-file.confirm',
    due: 'today',
    count: (c) => c.caseWork?.postingsToConfirm,
  },
  {
    word: 'task.dibaoLinesToConfirm',
    to: '/dibao-lines',
    action: 'case-file.confirm',
    due: 'week',
    count: (c) => c.caseWork?.dibaoLinesToConfirm,
  },
  {
    word: 'task.reviewed',
    to: '/postings',
    action: 'posting.publish',
    due: 'week',
    count: (c) => c.caseWork?.reviewed,
  },
  {
    word: 'task.postingsRunning',
    to: listAt('/postings', { status: 'RUNNING' }),
    action: 'posting.publish',
    due: 'later',
    count: (c) => c.caseWork?.postingsRunning,
  },
  {
    word: 'task.approve',
    to: '/applications',
    action: 'application.approve',
    due: 'today',
    count: (c) => c.caseWork?.applicationsToApprove,
    amount: (c) => c.caseWork?.applicationsAmountToApprove,
  },
  {
    word: 'task.accountActs',
    to: '/account-acts',
    action: 'staff.manage',
    due: 'today',
    count: (c) => c.accountWork?.total,
  },
  {
    word: 'task.prepareBatch',
    to: listAt('/grants', { status: 'COMMITTED' }),
    action: 'batch.prepare',
    due: 'today',
    count: (c) => c.fundsWork?.grantsCommitted,
    amount: (c) => c.fundsWork?.grantsCommittedAmount,
  },
  {
    word: 'task.heldGrants',
    to: listAt('/grants', { status: 'HELD' }),
    action: 'batch.pay',
    due: 'today',
    count: (c) => c.fundsWork?.grantsHeld,
  },
  {
    word: 'task.answerDecisions',
    to: listAt('/grants', { status: 'PROPOSED' }),
    action: 'batch.approve',
    due: 'today',
    count: (c) => c.fundsWork?.decisionsToAnswer,
  },
  {
    word: 'task.confirmReturns',
    to: listAt('/grants', { status: 'RETURN_CLAIMED' }),
    action: 'batch.approve',
    due: 'today',
    count: (c) => c.fundsWork?.returnsToConfirm,
  },
  {
    word: 'task.approveBatch',
    to: listAt('/batches', { status: 'PREPARED', own: true }),
    action: 'batch.approve',
    due: 'today',
    count: (c) => c.fundsWork?.batchesToApprove,
  },
  {
    word: 'task.answerFindings',
    to: listAt('/batches', { status: 'APPROVED', own: true }),
    action: 'batch.approve',
    due: 'today',
    count: (c) => c.fundsWork?.batchesToAnswer,
  },
  {
    word: 'task.checkEntries',
    to: '/funds',
    action: 'entry.check',
    due: 'today',
    count: (c) => c.fundsWork?.entriesToCheck,
  },
  {
    word: 'task.payBatch',
    to: listAt('/batches', { status: 'APPROVED', own: true }),
    action: 'batch.pay',
    due: 'today',
    count: (c) => c.fundsWork?.batchesToPay,
  },
  {
    word: 'task.receiveAllocation',
    to: '/allocations',
    action: 'allocation.receive',
    due: 'today',
    count: (c) => c.fundsWork?.allocationsInTransit,
  },
  {
    word: 'task.formsToIssue',
    to: '/report-forms',
    action: 'form.issue',
    due: 'week',
    count: (c) => c.reportingWork?.formsToIssue,
  },
  {
    word: 'task.tablesToReview',
    to: '/reports/warmth-table',
    action: 'report.accept',
    due: 'week',
    count: (c) => c.reportingWork?.toReview,
  },
  {
    word: 'task.subordinates',
    to: '/reports/warmth-table',
    action: 'report.accept',
    due: 'later',
    count: (c) => c.reportingWork?.subordinatesNotSubmitted,
  },
  {
    word: 'task.deadlines',
    to: legalCasesDue,
    action: 'legal-case.manage',
    due: 'week',
    count: ({ employmentLegalWork: work }) => work && work.deadlinesWithin30Days - work.deadlinesPassed,
  },
  {
    word: 'task.legalCases',
    to: listAt('/legal-cases', { status: 'OPEN' }),
    action: 'legal-case.manage',
    due: 'later',
    // Those whose limitation has passed or ends soon have lines of their own.
    count: ({ employmentLegalWork: work }) => work && work.legalCasesOpen - work.deadlinesWithin30Days,
  },
  {
    word: 'task.wageClaims',
    to: listAt('/wage-claims', { status: 'OPEN' }),
    action: 'legal-case.manage',
    due: 'later',
    count: (c) => c.employmentLegalWork?.wageClaimsOpen,
  },
  {
    word: 'task.referrals',
    to: listAt('/referrals', { status: 'REFERRED' }),
    action: 'employment.manage',
    due: 'week',
    count: (c) => c.employmentLegalWork?.referralsOpen,
  },
  {
    word: 'task.vacancies',
    to: listAt('/vacancies', { status: 'OPEN' }),
    action: 'employment.manage',
    due: 'later',
    count: (c) => c.employmentLegalWork?.vacanciesOpen,
  },
];

const weekMs = 7 * 86_400_000;

/** How soon a date is due, seen from `now` (both as dates). */
export function dueOf(dueOn: string, now: string): Due {
  if (dueOn < now) return 'overdue';
  if (dueOn === now) return 'today';
  return Date.parse(dueOn) - Date.parse(now) <= weekMs ? 'week' : 'later';
}

/** The pending tasks for these permissions, given the counts and today's date; empty ones are left out. */
export function tasksFor(actions: readonly string[], counts: WorkCountsQuery, now: string): readonly Task[] {
  return kinds.flatMap((kind) => {
    const count = kind.count(counts) ?? 0;
    if (count === 0 || !actions.includes(kind.action)) return [];
    const dueOn = kind.dueOn?.(counts);
    const sum = kind.amount?.(counts);
    return [
      {
        word: kind.word,
        to: kind.to,
        count,
        dueOn,
        amount: sum === undefined ? undefined : amount(sum),
        due: dueOn === undefined ? kind.due : dueOf(dueOn, now),
      },
    ];
  });
}
