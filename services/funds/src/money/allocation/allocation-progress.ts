import { createBatchLoader } from '@nuangong/subgraph';
import type { FundsContext } from '../../builder.ts';

/**
 * How far an allocation has come, in fen: what the receiver has matched from its own money, and what was paid from it.
 */
export interface AllocationProgress {
  readonly id: string;
  readonly matched: bigint;
  readonly paid: bigint;
}

/**
 * Progress by allocation. The receiver's own local fiscal receipts for the same campaign (without a campaign: of the
 * same year) match each fen once: allocations take what they require in the order in which they were sent, and any
 * surplus counts for the last one. Paid is what payments took from the receipt that the allocation became, less what
 * the bank returned. Sender and receiver both see it.
 */
export const loadAllocationProgress = createBatchLoader<FundsContext, AllocationProgress>(async (context, ids) => {
  const rows = await context.tx.$queryRaw<readonly AllocationProgress[]>`
    with asked as materialized (
      select distinct to_organization_path, campaign_id, case when campaign_id is null then year end as year
      from allocation where id = any (${[...ids]}::uuid[])
    ), own as materialized (
      select asked.*, coalesce((select sum(r.amount_fen) from receipt r join fund f on f.id = r.fund_id
        where f.organization_path = asked.to_organization_path and f.source = 'LOCAL_FISCAL' and r.allocation_id is null
          and f.campaign_id is not distinct from asked.campaign_id
          and (asked.year is null or f.year = asked.year)), 0) as fen
      from asked
    ), in_turn as (
      select a.id, own.fen, asks.fen as asks, sum(asks.fen) over turn - asks.fen as before,
        lead(a.id) over turn is null as last
      from own join allocation a on a.to_organization_path = own.to_organization_path
        and a.campaign_id is not distinct from own.campaign_id and (own.year is null or a.year = own.year)
      cross join lateral (select case a.matching_requirement when 'EQUAL' then a.amount_fen
        else ceil(a.amount_fen * a.matching_ratio) end as fen) as asks
      where a.matching_requirement <> 'NONE'
      window turn as (partition by own.to_organization_path, own.campaign_id, own.year order by a.sent_on, a.number, a.id)
    )
    select a.id::text as id,
      coalesce((select case when t.last then greatest(t.fen - t.before, 0)
          else least(greatest(t.fen - t.before, 0), t.asks) end
        from in_turn t where t.id = a.id), 0)::bigint as matched,
      coalesce((select sum(s.amount_fen) from receipt r join payment_source s on s.receipt_id = r.id
        join payment p on p.id = s.payment_id and p.status = 'PAID'
        where r.allocation_id = a.id), 0)::bigint as paid
    from allocation a where a.id = any (${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
});
