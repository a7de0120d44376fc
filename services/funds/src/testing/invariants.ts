/**
 * The invariants of funds.md that this service keeps, each as a query for violations: an empty answer means that it
 * holds. Run as the owner, over every book.
 */
export const invariants: Readonly<Record<string, string>> = {
  '1. every entry balances and has lines': `
    select e.id from journal_entry e left join journal_line l on l.entry_id = e.id
      and l.organization_path = e.organization_path
    group by e.id having coalesce(sum(l.debit_fen), -1) <> coalesce(sum(l.credit_fen), -2)`,
  '2. balances equal the sum of their lines': `
    select b.fund_id from fund_balance b left join journal_line l on l.fund_id = b.fund_id and l.account_code = account_code('BANK')
    group by b.fund_id, b.balance_fen having b.balance_fen <> coalesce(sum(l.debit_fen - l.credit_fen), 0)`,
  '3. no fund is below zero available, and what is committed is what is held': `
    select b.fund_id from fund_balance b left join (
      select p.fund_id, sum(p.amount_fen) as held from commitment c join commitment_part p on p.commitment_id = c.id
      where c.status = 'HELD' group by p.fund_id) h on h.fund_id = b.fund_id
    where b.balance_fen < b.committed_fen or b.committed_fen <> coalesce(h.held, 0)`,
  '3. restricted money pays only what its fund permits': `
    select c.id from commitment c join aid_grant g on g.id = c.grant_id join commitment_part p on p.commitment_id = c.id
    join fund f on f.id = p.fund_id
    where f.organization_path <> g.book_path or not g.purpose = any (f.purposes)
      or (f.campaign_id is not null and f.campaign_id is distinct from g.campaign_id)`,
  '4. a commitment is made once per grant, and what is consumed is what is paid': `
    select g.id::text from aid_grant g join commitment c on c.grant_id = g.id
    group by g.id having count(*) filter (where c.status = 'HELD') > 1
    union all
    select c.id::text from commitment c left join payment p on p.commitment_id = c.id and p.status in ('PAID',
      'RETURNED')
    where (c.status = 'CONSUMED') <> (p.id is not null) or p.amount_fen <> c.amount_fen`,
  '5. a grant is paid at most once': `
    select grant_id from payment where status = 'PAID' group by grant_id having count(*) > 1
    union all select g.id from aid_grant g where (g.status = 'PAID') <>
      exists (select from payment p where p.grant_id = g.id and p.status = 'PAID')`,
  '4. a released grant has nothing set aside, and every other unpaid one at most once': `
    select g.id from aid_grant g join commitment c on c.grant_id = g.id and c.status = 'HELD' where g.status = 'RELEASED'
    union all select g.id from aid_grant g where g.status = 'RELEASED' and exists (select from payment p
      where p.grant_id = g.id and p.status in ('PENDING', 'PAID'))`,
  '5. what is held is not paid, and every return is confirmed by another': `
    select h.id from grant_hold h join payment p on p.grant_id = h.grant_id and p.status = 'PAID' where h.ended_at is null
    union all
    select p.id from payment p left join return_claim c on c.payment_id = p.id and c.status = 'CONFIRMED'
      and c.answered_by <> c.recorded_by and c.answered_by <> c.paid_by
    where p.status = 'RETURNED' and c.id is null`,
  '6. what left the superior’s book is in transit or has come into the subordinate’s': `
    select a.id from allocation a left join receipt r on r.allocation_id = a.id
    left join (select e.origin_id, sum(l.debit_fen - l.credit_fen) as transit from journal_entry e
               join journal_line l on l.entry_id = e.id and l.account_code = account_code('IN_TRANSIT')
                 group by e.origin_id) t on t.origin_id = a.id
    where (a.status = 'RECEIVED') <> (r.id is not null) or r.amount_fen <> a.amount_fen
      or t.transit is distinct from case a.status when 'IN_TRANSIT' then a.amount_fen else 0 end`,
  '11. entries, vouchers, batches and allocations are numbered without gaps': `
    select kind, organization_path, month from (
      select 'ENTRY' as kind, organization_path, month, number from journal_entry
      union all select 'VOUCHER', book_path, month, number from voucher
      union all select 'BATCH', organization_path, month, number from disbursement_batch
      union all select 'ALLOCATION', organization_path, month, number from allocation) n
    group by kind, organization_path, month having min(number) <> 1 or max(number) <> count(*)
      or count(distinct number) <> count(*)`,
  '13. every fen paid traces to receipts, and no receipt gives more than it brought': `
    select p.id from payment p left join payment_source s on s.payment_id = p.id where p.status in ('PAID', 'RETURNED')
    group by p.id having sum(s.amount_fen) is distinct from p.amount_fen
    union all
    select r.id from receipt r
    left join (select s.receipt_id, sum(s.amount_fen) as fen from payment_source s
      join payment p on p.id = s.payment_id and p.status = 'PAID'
               group by s.receipt_id) paid on paid.receipt_id = r.id
    left join (select receipt_id, sum(amount_fen) as fen from allocation_source
      group by receipt_id) sent on sent.receipt_id = r.id
    where coalesce(paid.fen, 0) + coalesce(sent.fen, 0) > r.amount_fen`,
};
