import type { Transaction } from '../../builder.ts';

/** The open work (待办) of one book's finance staff; amounts in fen. */
export interface FundsWork {
  readonly grantsCommitted: number;
  readonly grantsCommittedAmount: bigint;
  /** Unpaid grants that are held; then the proposals and returns that wait for a second person's answer. */
  readonly grantsHeld: number;
  readonly decisionsToAnswer: number;
  readonly returnsToConfirm: number;
  readonly grantsAwaitingFunds: number;
  readonly grantsAwaitingAmount: bigint;
  /** Batches whose next step this person may take: neither prepared nor approved by them, with no household they handled. */
  readonly batchesToApprove: number;
  readonly batchesToPay: number;
  /** Approved batches that wait for the head of finance because something came to light since. */
  readonly batchesToAnswer: number;
  readonly allocationsInTransit: number;
  /** Receipts and allocations above the limit that wait for the head of finance. */
  readonly entriesToCheck: number;
  readonly available: bigint;
  /** What is committed of the book's funds and not paid, in a batch or in none. */
  readonly committed: bigint;
}

/** Counts the work of a book in one statement. */
export async function countFundsWork(tx: Transaction, book: string): Promise<FundsWork> {
  const rows = await tx.$queryRaw<FundsWork[]>`
    select grants.*, held.*, returns.*, batches.*, transit.*, waiting.*, money.*
    from (select count(*) filter (where status = 'COMMITTED' and not held)::integer as "grantsCommitted",
            coalesce(sum(amount_fen) filter (where status = 'COMMITTED' and not held), 0)::bigint
              as "grantsCommittedAmount",
            count(*) filter (where status = 'AWAITING_FUNDS')::integer as "grantsAwaitingFunds",
            coalesce(sum(amount_fen) filter (where status = 'AWAITING_FUNDS'), 0)::bigint as "grantsAwaitingAmount"
          from (select status, amount_fen, exists (select from grant_hold h where h.grant_id = g.id and h.ended_at is null)
              as held from aid_grant g where book_path = ${book} and status in ('COMMITTED', 'AWAITING_FUNDS')) grants
         ) grants,
      (select count(distinct g.id) filter (where h.id is not null)::integer as "grantsHeld",
         count(distinct d.id)::integer as "decisionsToAnswer"
       from aid_grant g left join grant_hold h on h.grant_id = g.id and h.ended_at is null
       left join grant_decision d on d.grant_id = g.id and d.status = 'PROPOSED'
       where g.book_path = ${book} and g.status in ('COMMITTED', 'AWAITING_FUNDS', 'IN_BATCH')
         and (h.id is not null or d.id is not null)) held,
      (select count(*)::integer as "returnsToConfirm" from return_claim
       where book_path = ${book} and status = 'WAITING') returns,
      (select count(*) filter (where status = 'PREPARED' and prepared_by <> access.staff() and not handled)::integer
           as "batchesToApprove",
         count(*) filter (where status = 'APPROVED' and approved_by <> access.staff() and not handled)::integer
           as "batchesToPay",
         count(*) filter (where status = 'APPROVED' and exists (select from payment p
           join aid_grant g on g.id = p.grant_id
           join case_file_news n on n.case_file_id = g.case_file_id and n.told_at >= g.approved_at
             and n.kind in ('CHANGED', 'PAYEE_CORRECTED')
           where p.batch_id = b.id and p.status = 'PENDING' and not exists (select from batch_answer a
             where a.batch_id = b.id and a.finding = 'NEWS:' || n.id)))::integer as "batchesToAnswer"
       from disbursement_batch b,
         lateral (select exists (select from payment p join aid_grant g on g.id = p.grant_id
           where p.batch_id = b.id and p.status = 'PENDING' and access.staff() = any (g.handlers)) as handled) as own
       where organization_path = ${book} and status in ('PREPARED', 'APPROVED')) batches,
      (select count(*)::integer as "allocationsInTransit" from allocation
       where status = 'IN_TRANSIT' and (organization_path = ${book} or to_organization_path = ${book})) transit,
      (select count(*)::integer as "entriesToCheck" from pending_entry
       where organization_path = ${book} and carried_out is null) waiting,
      (select coalesce(sum(balance_fen - committed_fen), 0)::bigint as available,
         coalesce(sum(committed_fen), 0)::bigint as committed
       from fund_balance where organization_path = ${book}) money`;
  const [work] = rows;
  if (work === undefined) throw new Error('the counts are one row');
  return work;
}
