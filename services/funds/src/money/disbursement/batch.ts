import type { Actor } from '@nuangong/access';
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
import { changedMeanwhile } from '@nuangong/subgraph';
import { ownHousehold, ownHouseholdReason } from '../grant/grant-decision.ts';
import { anotherBook } from '../../ledger/ledger/book.ts';

/** The status of a batch (发放批次). */
export const batchStatuses = ['PREPARED', 'APPROVED', 'PAID', 'RETURNED'] as const;
export type DisbursementBatchStatus = (typeof batchStatuses)[number];

/** The status of one payment of a batch. */
export type PaymentStatus = 'PENDING' | 'PAID' | 'RETURNED' | 'WITHDRAWN';

/** What the rules of a batch look at. */
export interface BatchState {
  readonly organizationPath: string;
  readonly status: string;
  readonly preparedBy: string;
  readonly approvedBy: string | null;
  /** Who approved, paid or returned it, and when. */
  readonly approvedByName: string | null;
  readonly approvedAt: Date | null;
  readonly paidByName: string | null;
  readonly paidAt: Date | null;
  readonly returnedByName: string | null;
  readonly returnedAt: Date | null;
}

/** Maker is not checker: the person who prepared a batch does not approve it. */
export function ownBatch(): Problem {
  return problem('OWN_BATCH', ownBatchReason);
}

const ownBatchReason: Bilingual = {
  zh: '编制人不能复核自己编制的批次，由另一位财务负责人复核',
  en: 'You prepared this batch; another head of finance must approve it.',
};

const ownApprovalReason: Bilingual = {
  zh: '复核人不能为自己复核的批次付款，由另一位财务付款',
  en: 'You approved this batch; another finance officer must pay it.',
};

/** A grant in the batch is held and the hold is not decided yet. */
export function grantHeld(): Problem {
  return problem('GRANT_HELD', {
    zh: '本批有暂缓发放的救助，由两人处理后再办理，或退回批次后重新编制',
    en: 'A grant in this batch is on hold. Have two people decide it, or return the batch and prepare it again.',
  });
}

/** A finding in the batch has no answer from the head of finance. */
export function findingsUnanswered(): Problem {
  return problem('FINDINGS_UNANSWERED', {
    zh: '本批有财务负责人尚未看过或尚未写明缘由的提示，看过并写明后再办理',
    en: 'This batch has findings that the head of finance has not marked as seen or explained. Answer them first.',
  });
}

/** The problems for the database's own rules on batches. */
export const batchConstraints = {
  approver_is_not_preparer: ownBatch,
  payer_is_not_approver: () => problem('OWN_APPROVAL', ownApprovalReason),
  handler_decides_nothing: ownHousehold,
  held_grant_is_not_paid: grantHeld,
  news_is_seen: findingsUnanswered,
} satisfies Readonly<Record<string, () => Problem>>;

/**
 * Why this person may not take the batch's next step (approve it, or pay it); undefined when they may. `handled` is how
 * many of its households the person handled.
 */
export function reasonLocked(batch: BatchState, actor: Actor, handled: number): Bilingual | undefined {
  if (batch.status !== 'PREPARED' && batch.status !== 'APPROVED') return undefined;
  if (batch.organizationPath !== actor.scope) return anotherBook().message;
  if (batch.status === 'PREPARED' && batch.preparedBy === actor.staffId) return ownBatchReason;
  if (batch.status === 'APPROVED' && batch.approvedBy === actor.staffId) return ownApprovalReason;
  return handled === 0 ? undefined : handledReason(handled);
}

function handledReason(handled: number): Bilingual {
  return {
    zh: `本批有 ${handled} 户由本人经办：${ownHouseholdReason.zh}`,
    en: `You handled ${handled} households in this batch. ${ownHouseholdReason.en}`,
  };
}

/** Whether the actor may approve the batch now. */
export function mayApprove(batch: BatchState, actor: Actor): Result<void> {
  if (batch.organizationPath !== actor.scope) return refuse(anotherBook());
  if (batch.status !== 'PREPARED') return refuse(notInStatus(batch, 'PREPARED'));
  if (batch.preparedBy === actor.staffId) return refuse(ownBatch());
  return ok(undefined);
}

/** Whether the batch may be paid now. */
export function mayPay(batch: BatchState, actor: Actor): Result<void> {
  if (batch.organizationPath !== actor.scope) return refuse(anotherBook());
  if (batch.status !== 'APPROVED') return refuse(notInStatus(batch, 'APPROVED'));
  if (batch.approvedBy === actor.staffId) return refuse(problem('OWN_APPROVAL', ownApprovalReason));
  return ok(undefined);
}

/** Whether the actor may answer the batch's findings: as long as it can still be approved or paid. */
export function mayAnswerFindings(batch: BatchState, actor: Actor): Result<void> {
  if (batch.organizationPath !== actor.scope) return refuse(anotherBook());
  if (batch.status !== 'PREPARED' && batch.status !== 'APPROVED') return refuse(notInStatus(batch, 'PREPARED'));
  return batch.preparedBy === actor.staffId ? refuse(ownBatch()) : ok(undefined);
}

/** Whether the batch may be sent back now: before it is paid. */
export function mayReturn(batch: BatchState, actor: Actor): Result<void> {
  if (batch.organizationPath !== actor.scope) return refuse(anotherBook());
  if (batch.status !== 'PREPARED' && batch.status !== 'APPROVED') return refuse(notInStatus(batch, 'PREPARED'));
  return ok(undefined);
}

/** Who brought the batch to its status; undefined while it is as it was prepared. */
function lastHandOf(batch: BatchState): Hand | undefined {
  const hands: Readonly<Record<string, readonly [by: string | null, at: Date | null]>> = {
    APPROVED: [batch.approvedByName, batch.approvedAt],
    PAID: [batch.paidByName, batch.paidAt],
    RETURNED: [batch.returnedByName, batch.returnedAt],
  };
  const [by, at] = hands[batch.status] ?? [null, null];
  return by === null || at === null ? undefined : { by, at };
}

function notInStatus(batch: BatchState, needed: DisbursementBatchStatus): Problem {
  const { status: found } = batch;
  const names: Readonly<Record<string, Bilingual>> = {
    PREPARED: { zh: '待复核', en: 'awaiting approval' },
    APPROVED: { zh: '已复核待发放', en: 'awaiting payment' },
    PAID: { zh: '已发放', en: 'paid' },
    RETURNED: { zh: '已退回', en: 'returned' },
  };
  const state = names[found];
  if (state === undefined) return changedMeanwhile();
  const code = found === 'PAID' ? 'ALREADY_PAID' : `NOT_${needed}`;
  const hand = lastHandOf(batch);
  const said = hand === undefined ? undefined : handWords(hand);
  return problem(code, {
    zh: `${said === undefined ? '' : `${said.zh}已办理，`}该批次${state.zh}，刷新后按最新状态办理`,
    en: `This batch is ${state.en}${said === undefined ? '' : ` (${said.en})`}. Refresh and continue from its current state.`,
  });
}

/** The number of a batch: `FF-202612-001`. The same as the database's `batch_label`. */
export function batchNumber(month: number, number: number): string {
  return `FF-${month}-${String(number).padStart(3, '0')}`;
}
