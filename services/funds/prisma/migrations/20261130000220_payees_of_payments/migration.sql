-- A payment says whom it goes to: its grant's payee, also a corrected one, until it is paid; then it stays as it was.
alter table payment add column payee_news_id uuid references case_file_news;
alter table payment add column payee_name text;
alter table payment add column masked_identity_number text;
alter table payment add column masked_bank_account text;
alter table payment disable trigger user;
update payment p set payee_name = g.payee_name, masked_identity_number = g.masked_identity_number,
  masked_bank_account = g.masked_bank_account
from aid_grant g where g.id = p.grant_id;
alter table payment enable trigger user;
alter table payment alter column payee_name set not null;
alter table payment alter column masked_identity_number set not null;
alter table payment alter column masked_bank_account set not null;
drop trigger legal_transition on payment;
create trigger legal_transition before update on payment for each row
  when ((old.status, new.status) not in (('PENDING', 'PENDING'), ('PENDING', 'PAID'), ('PENDING', 'WITHDRAWN'),
      ('PAID', 'RETURNED'))
    or (old.id, old.organization_path, old.book_path, old.batch_id, old.grant_id, old.commitment_id, old.amount_fen,
      old.entry_id, old.voucher_id)
      is distinct from (new.id, new.organization_path, new.book_path, new.batch_id, new.grant_id, new.commitment_id,
        new.amount_fen, new.entry_id, new.voucher_id)
    or (old.status, new.status) <> ('PENDING', 'PENDING')
      and (old.payee_news_id, old.payee_name, old.masked_identity_number, old.masked_bank_account)
        is distinct from (new.payee_news_id, new.payee_name, new.masked_identity_number, new.masked_bank_account))
  execute function refuse_transition();

create or replace function take_payee(n case_file_news, grants uuid[], at timestamptz) returns void
language plpgsql as $$
begin
  update aid_grant g set payee_news_id = n.id, payee_name = n.payee_name,
    masked_identity_number = n.masked_identity_number, masked_bank_account = n.masked_bank_account
  where g.id = any (grants);
  update payment p set payee_news_id = n.id, payee_name = n.payee_name,
    masked_identity_number = n.masked_identity_number, masked_bank_account = n.masked_bank_account
  where p.grant_id = any (grants) and p.status = 'PENDING';
  update grant_hold h set ended_at = at, outcome = 'PAYEE_CORRECTED'
  where h.grant_id = any (grants) and h.cause = 'RETURNED' and h.ended_at is null;
end $$;

create or replace function added_to_prepared_batch() returns trigger language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
begin
  if exists (
    select from added a left join disbursement_batch b on b.id = a.batch_id and b.status = 'PREPARED'
      and b.organization_path = a.book_path
    where b.id is null)
  then
    perform refuse_by_rule('added_to_prepared_batch', 'payments are added only while their batch is being prepared');
  end if;
  if exists (
    select from added a join disbursement_batch b on b.id = a.batch_id join aid_grant g on g.id = a.grant_id
    where b.prepared_by = any (g.handlers))
  then
    perform refuse_by_rule('handler_decides_nothing', 'whoever handled the household decides no step of its payment');
  end if;
  if exists (select from added a join grant_hold h on h.grant_id = a.grant_id and h.ended_at is null) then
    perform refuse_by_rule('held_grant_is_not_paid', 'a grant that is held is not paid');
  end if;
  return null;
end $$;

-- Collects committed grants of one campaign (or those named) of the book into a new batch; null where there are none. What
-- is held, and what the maker handled, is left out.
create or replace function prepare_batch(book jsonb, of_campaign uuid, only_grants uuid[], maker uuid, maker_name text,
  on_date date, at timestamptz)
returns uuid language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
declare
  path text := book ->> 'path';
  batch uuid := uuidv7();
  next_number integer;
  chosen uuid[];
begin
  perform lock_book(path);
  select array_agg(g.id order by g.approved_at, g.worksheet_row, g.id) into chosen from aid_grant g
  where g.book_path = path and g.status = 'COMMITTED' and (only_grants is null or g.id = any (only_grants))
    and g.campaign_id is not distinct from of_campaign and not maker = any (g.handlers)
    and not exists (select from grant_hold h where h.grant_id = g.id and h.ended_at is null);
  if chosen is null then
    return null;
  end if;
  next_number := last_number(path, 'BATCH', month_of(on_date)) + 1;
  insert into disbursement_batch (id, organization_path, organization_id, organization_code, organization_name,
    number, campaign_id,
    total_fen, payment_count, prepared_by, prepared_by_name, prepared_at, prepared_on)
  select batch, path, (book ->> 'id')::uuid, book ->> 'code', book ->> 'name', next_number, of_campaign,
    sum(g.amount_fen), count(*), maker, maker_name, at, on_date
  from aid_grant g where g.id = any (chosen);
  insert into payment (organization_path, book_path, batch_id, batch_number, place, grant_id, commitment_id,
    household_id, amount_fen, payee_news_id, payee_name, masked_identity_number, masked_bank_account)
  select g.organization_path, path, batch, batch_label(month_of(on_date), next_number), chosen.place, g.id, c.id,
    g.household_id, g.amount_fen, g.payee_news_id, g.payee_name, g.masked_identity_number, g.masked_bank_account
  from unnest(chosen) with ordinality as chosen(id, place) join aid_grant g on g.id = chosen.id
  join commitment c on c.grant_id = g.id and c.status = 'HELD'
  order by chosen.place;
  insert into disbursement_batch_part (batch_id, fund_id, organization_path, fund_name, source, amount_fen)
  select batch, part.fund_id, path, part.fund_name, part.source, sum(part.amount_fen)
  from payment p join commitment_part part on part.commitment_id = p.commitment_id
  where p.batch_id = batch group by part.fund_id, part.fund_name, part.source;
  update aid_grant set status = 'IN_BATCH' where id = any (chosen);
  return batch;
end $$;

-- What has been paid has its consumed commitment, its entry, its voucher and its sources, all to the same amount, went to
-- the payee of its grant, and was there before it was paid.
create or replace function paid_in_full_order() returns trigger language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
begin
  if exists (
    select from paid p
    left join commitment c on c.id = p.commitment_id and c.status = 'CONSUMED'
    left join voucher v on v.id = p.voucher_id and v.payment_id = p.id and v.amount_fen = p.amount_fen
    left join journal_entry e on e.id = p.entry_id and e.origin_type = 'PAYMENT' and e.origin_id = p.id
    left join disbursement_batch b on b.id = p.batch_id and b.status = 'PAID'
    where p.status = 'PAID' and (c.id is null or v.id is null or e.id is null or b.id is null))
  or exists (
    select from paid p left join payment_source s on s.payment_id = p.id
    where p.status = 'PAID' group by p.id, p.amount_fen having sum(s.amount_fen) is distinct from p.amount_fen)
  or exists (
    select from paid p left join journal_line l on l.entry_id = p.entry_id and l.account_code = '102'
    where p.status = 'PAID' group by p.id, p.amount_fen having sum(l.credit_fen) is distinct from p.amount_fen)
  or exists (
    select from paid p join aid_grant g on g.id = p.grant_id
    where p.status = 'PAID' and p.payee_news_id is distinct from g.payee_news_id)
  then
    perform refuse_by_rule('paid_in_full_order',
      'a payment has its commitment, entry, voucher and sources, to its amount, and its grant''s payee');
  end if;
  if exists (
    select from (select s.receipt_id, min(p.paid_on) as paid_on from paid p join payment_source s on s.payment_id = p.id
                 where p.status = 'PAID' group by s.receipt_id) drawn
    join receipt r on r.id = drawn.receipt_id and r.received_on > drawn.paid_on)
  then
    perform refuse_by_rule('paid_after_receipts', 'money is received before it is paid');
  end if;
  return null;
end $$;

-- Pays an approved batch: commitments consumed, entries and vouchers numbered and written, sources traced, events
-- recorded; each statement over all payments at once. Returns how many were paid, null where the batch is not approved.
create or replace function post_batch(batch uuid, on_date date, payer uuid, payer_name text, request text,
  at timestamptz) returns integer
language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
declare
  b disbursement_batch;
  first_entry integer;
  first_voucher integer;
begin
  perform lock_book(d.organization_path) from disbursement_batch d where d.id = batch;
  update disbursement_batch set status = 'PAID', paid_by = payer, paid_by_name = payer_name, paid_at = at,
    paid_on = on_date
  where id = batch and status = 'APPROVED' returning * into b;
  if not found then
    return null;
  end if;
  first_entry := last_number(b.organization_path, 'ENTRY', month_of(on_date));
  first_voucher := last_number(b.organization_path, 'VOUCHER', month_of(on_date));

  update commitment c set status = 'CONSUMED' from payment p where p.batch_id = batch and c.id = p.commitment_id;

  with drawn as materialized (
    select f.fund_id, inflow_end(f.fund_id) - f.balance_fen as left_fen
    from disbursement_batch_part bp join fund_balance f on f.fund_id = bp.fund_id where bp.batch_id = batch
  ), spent as materialized (
    select p.id as payment_id, part.fund_id, sum(part.amount_fen) over inorder - part.amount_fen as from_fen,
      sum(part.amount_fen) over inorder as to_fen
    from payment p join commitment_part part on part.commitment_id = p.commitment_id
    where p.batch_id = batch
    window inorder as (partition by part.fund_id order by p.place)
  ), stretches as materialized (
    select i.fund_id, i.receipt_id, i.from_fen - d.left_fen as from_fen,
      i.from_fen + i.amount_fen - d.left_fen as to_fen
    from drawn d join fund_inflow i on i.fund_id = d.fund_id and i.from_fen + i.amount_fen > d.left_fen
  )
  insert into payment_source (payment_id, fund_id, receipt_id, organization_path, amount_fen)
  select spent.payment_id, spent.fund_id, i.receipt_id, b.organization_path,
    sum(least(spent.to_fen, i.to_fen) - greatest(spent.from_fen, i.from_fen))
  from spent join stretches i on i.fund_id = spent.fund_id and i.from_fen < spent.to_fen and i.to_fen > spent.from_fen
  group by spent.payment_id, spent.fund_id, i.receipt_id;

  insert into journal_entry (id, organization_path, number, business_date, memo, origin_type, origin_id)
  select p.entry_id, b.organization_path, first_entry + p.place, on_date, '发放 ' || p.payee_name || ' ' || g.purpose,
    'PAYMENT', p.id
  from payment p join aid_grant g on g.id = p.grant_id where p.batch_id = batch order by p.place;

  insert into journal_line (entry_id, line_number, organization_path, account_code, fund_id, debit_fen, credit_fen)
  select p.entry_id, 2 * row_number() over (partition by p.id order by part.fund_id) - 2 + side.place,
    b.organization_path,
    case when side.place = 2 then '102' when g.campaign_id is null then '50304' else '50305' end, part.fund_id,
    case when side.place = 1 then part.amount_fen else 0 end, case when side.place = 2 then part.amount_fen else 0 end
  from payment p join aid_grant g on g.id = p.grant_id join commitment_part part on part.commitment_id = p.commitment_id
  cross join (values (1), (2)) side(place)
  where p.batch_id = batch;

  insert into voucher (id, organization_path, book_path, organization_code, organization_name, number, payment_id,
    grant_id, batch_id, amount_fen, fund_and_source, handler, checker, approver, issued_on)
  select p.voucher_id, p.organization_path, b.organization_path, b.organization_code, b.organization_name, first_voucher + p.place, p.id, p.grant_id, batch,
    p.amount_fen,
    (select string_agg(part.fund_name || '（' || source_name(part.source) || '，'
        || trim(to_char(part.amount_fen / 100.0, '999999999990.00')) || '元）', '；' order by part.fund_id)
      from commitment_part part where part.commitment_id = p.commitment_id),
    b.prepared_by_name, b.approved_by_name, g.approved_by_name, on_date
  from payment p join aid_grant g on g.id = p.grant_id
  where p.batch_id = batch order by p.place;

  update payment set status = 'PAID', paid_on = on_date where batch_id = batch;
  update aid_grant g set status = 'PAID' from payment p where p.batch_id = batch and g.id = p.grant_id;
  perform announce_payments(batch, request, at);
  return b.payment_count;
end $$;
