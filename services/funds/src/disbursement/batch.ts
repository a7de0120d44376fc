import type { Actor } from '@nuangong/access';
import { ok, problem, refuse, type Bilingual, type Problem, type Result } from '@nuangong/primitives';
import { changedMeanwhile } from '@nuangong/subgraph';
import { anotherBook } from '../ledger/book.ts';

/** Where a batch (发放批次) stands. */
export const batchStatuses = ['PREPARED', 'APPROVED', 'PAID', 'RETURNED'] as const;
export type BatchStatus = (typeof batchStatuses)[number];

/** What the rules of a batch look at. */
export interface BatchState {
  readonly organizationPath: string;
  readonly status: string;
  readonly preparedBy: string;
}

/** Maker is not checker: whoever prepared a batch does not approve it. */
export function ownBatch(): Problem {
  return problem('OWN_BATCH', ownBatchReason);
}

const ownBatchReason: Bilingual = {
  zh: '编制人不能审批自己编制的批次，由另一位财务负责人审批',
  en: 'Whoever prepared a batch does not approve it; another head of finance does.',
};

/** Why this person may not approve this batch, where they may not. */
export function reasonLocked(batch: BatchState, actor: Actor): Bilingual | undefined {
  if (batch.status !== 'PREPARED') return undefined;
  if (batch.organizationPath !== actor.scope) return anotherBook().message;
  return batch.preparedBy === actor.staffId ? ownBatchReason : undefined;
}

/** Whether the actor may approve the batch now. */
export function mayApprove(batch: BatchState, actor: Actor): Result<void> {
  if (batch.organizationPath !== actor.scope) return refuse(anotherBook());
  if (batch.status !== 'PREPARED') return refuse(notInStatus(batch.status, 'PREPARED'));
  if (batch.preparedBy === actor.staffId) return refuse(ownBatch());
  return ok(undefined);
}

/** Whether the batch may be paid now. */
export function mayPay(batch: BatchState, actor: Actor): Result<void> {
  if (batch.organizationPath !== actor.scope) return refuse(anotherBook());
  if (batch.status !== 'APPROVED') return refuse(notInStatus(batch.status, 'APPROVED'));
  return ok(undefined);
}

/** Whether the batch may be sent back now: before it is paid. */
export function mayReturn(batch: BatchState, actor: Actor): Result<void> {
  if (batch.organizationPath !== actor.scope) return refuse(anotherBook());
  if (batch.status !== 'PREPARED' && batch.status !== 'APPROVED') return refuse(notInStatus(batch.status, 'PREPARED'));
  return ok(undefined);
}

function notInStatus(found: string, needed: BatchStatus): Problem {
  const names: Readonly<Record<string, Bilingual>> = {
    PREPARED: { zh: '待审批', en: 'awaiting approval' },
    APPROVED: { zh: '已审批待发放', en: 'approved, to be paid' },
    PAID: { zh: '已发放', en: 'paid' },
    RETURNED: { zh: '已退回', en: 'sent back' },
  };
  const state = names[found];
  if (state === undefined) return changedMeanwhile();
  const code = found === 'PAID' ? 'ALREADY_PAID' : `NOT_${needed}`;
  return problem(code, {
    zh: `该批次${state.zh}，刷新后按最新状态办理`,
    en: `This batch is ${state.en}. Refresh and continue from its present state.`,
  });
}

/** The number of a batch: `FF-202612-001`. The same as the database's `batch_label`. */
export function batchNumber(month: number, number: number): string {
  return `FF-${month}-${String(number).padStart(3, '0')}`;
}
