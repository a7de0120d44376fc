import { createBatchLoader } from '@nuangong/subgraph';
import type { FundsContext } from '../builder.ts';

/** How far an allocation has come, in fen: own money of the receiver for the campaign, and what was paid from it. */
export interface AllocationProgress {
  readonly id: string;
  readonly matched: bigint;
  readonly paid: bigint;
}

/**
 * Progress by allocation: matched is the receiver's own local fiscal receipts for the campaign; paid is what payments
 * took of the receipt that the allocation became, less what the bank returned. Both ends see it.
 */
export const loadAllocationProgress = createBatchLoader<FundsContext, AllocationProgress>(async (context, ids) => {
  const rows = await context.tx.$queryRaw<readonly AllocationProgress[]>`
    select a.id::text as id,
      coalesce((select sum(r.amount_fen) from receipt r join fund f on f.id = r.fund_id
        where f.organization_path = a.to_organization_path and f.source = 'LOCAL_FISCAL' and r.allocation_id is null
          and f.campaign_id is not distinct from a.campaign_id), 0)::bigint as matched,
      coalesce((select sum(s.amount_fen) from receipt r join payment_source s on s.receipt_id = r.id
        join payment p on p.id = s.payment_id and p.status = 'PAID'
        where r.allocation_id = a.id), 0)::bigint as paid
    from allocation a where a.id = any (${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
});
