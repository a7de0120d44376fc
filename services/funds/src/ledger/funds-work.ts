import type { Transaction } from '../builder.ts';

/** What waits for the finance of one book (待办); amounts in fen. */
export interface FundsWork {
  readonly grantsCommitted: number;
  readonly grantsCommittedAmount: bigint;
  readonly grantsAwaitingFunds: number;
  readonly grantsAwaitingAmount: bigint;
  readonly batchesToApprove: number;
  readonly batchesToPay: number;
  readonly allocationsInTransit: number;
  readonly available: bigint;
}

/** Counts the work of a book in one statement. */
export async function countFundsWork(tx: Transaction, book: string): Promise<FundsWork> {
  const rows = await tx.$queryRaw<FundsWork[]>`
    select grants.*, batches.*, transit.*, money.*
    from (select count(*) filter (where status = 'COMMITTED')::integer as "grantsCommitted",
            coalesce(sum(amount_fen) filter (where status = 'COMMITTED'), 0)::bigint as "grantsCommittedAmount",
            count(*) filter (where status = 'AWAITING_FUNDS')::integer as "grantsAwaitingFunds",
            coalesce(sum(amount_fen) filter (where status = 'AWAITING_FUNDS'), 0)::bigint as "grantsAwaitingAmount"
          from aid_grant where book_path = ${book} and status in ('COMMITTED', 'AWAITING_FUNDS')) grants,
      (select count(*) filter (where status = 'PREPARED')::integer as "batchesToApprove",
         count(*) filter (where status = 'APPROVED')::integer as "batchesToPay"
       from disbursement_batch where organization_path = ${book}) batches,
      (select count(*)::integer as "allocationsInTransit" from allocation
       where status = 'IN_TRANSIT' and (organization_path = ${book} or to_organization_path = ${book})) transit,
      (select coalesce(sum(balance_fen - committed_fen), 0)::bigint as available
       from fund_balance where organization_path = ${book}) money`;
  const [work] = rows;
  if (work === undefined) throw new Error('the counts are one row');
  return work;
}
