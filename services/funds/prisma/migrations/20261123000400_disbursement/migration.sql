-- Batches (发放批次), payments (发放明细), vouchers (困难补助资金发放凭证), and money returned by the bank (退汇).
create table disbursement_batch (
  id uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id uuid not null,
  organization_code text not null,
  organization_name text not null,
  month integer not null generated always as (month_of(prepared_on)) stored,
  number integer not null,
  campaign_id uuid,
  status text not null default 'PREPARED' check (status in ('PREPARED', 'APPROVED', 'PAID', 'RETURNED')),
  total_fen bigint not null check (total_fen > 0),
  payment_count integer not null check (payment_count > 0),
  prepared_by uuid not null,
  prepared_by_name text not null,
  prepared_at timestamptz not null,
  prepared_on date not null,
  approved_by uuid,
  approved_by_name text,
  approved_at timestamptz,
  returned_by uuid,
  returned_by_name text,
  returned_at timestamptz,
  return_reason text,
  paid_by uuid,
  paid_by_name text,
  paid_at timestamptz,
  paid_on date,
  constraint batch_number_once unique (organization_path, month, number),
  constraint approver_is_not_preparer check (approved_by <> prepared_by),
  constraint returned_with_reason check ((status = 'RETURNED') = (returned_by is not null
    and return_reason is not null)),
  constraint approved_before_paid check (status not in ('APPROVED', 'PAID') or (approved_by is not null
    and approved_at is not null)),
  check ((status = 'PAID') = (paid_by is not null and paid_on is not null))
);
create index on disbursement_batch (organization_path, prepared_at);
call access.protect('disbursement_batch');
create trigger never_deleted before delete on disbursement_batch
  for each statement execute function access.refuse_change();
create trigger numbered_without_gaps after insert on disbursement_batch referencing new table as added
  for each statement execute function numbered_without_gaps('BATCH');
create trigger prepared_first before insert on disbursement_batch for each row
  when (new.status <> 'PREPARED') execute function refuse_transition();
create trigger legal_transition before update on disbursement_batch for each row
  when ((old.status, new.status) not in (('PREPARED', 'APPROVED'), ('APPROVED', 'PAID'), ('PREPARED', 'RETURNED'),
    ('APPROVED', 'RETURNED'))
    or (old.id, old.organization_path, old.total_fen, old.payment_count, old.prepared_by, old.number, old.campaign_id)
      is distinct from (new.id, new.organization_path, new.total_fen, new.payment_count, new.prepared_by, new.number,
        new.campaign_id)
    or (old.approved_by is not null and old.approved_by is distinct from new.approved_by))
  execute function refuse_transition();

create table disbursement_batch_part (
  batch_id uuid not null references disbursement_batch,
  fund_id uuid not null references fund,
  organization_path text collate "C" not null,
  fund_name text not null,
  source text not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (batch_id, fund_id)
);
call access.protect('disbursement_batch_part');
call access.append_only('disbursement_batch_part');

-- One grant is paid at most once at a time. The ids of entry and voucher are known before they exist, so that paying
-- is a few plain statements over the batch.
create table payment (
  id uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  book_path text collate "C" not null,
  batch_id uuid not null references disbursement_batch,
  batch_number text not null,
  place integer not null,
  grant_id uuid not null references aid_grant,
  commitment_id uuid not null,
  household_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  status text not null default 'PENDING' check (status in ('PENDING', 'PAID', 'RETURNED', 'WITHDRAWN')),
  entry_id uuid not null default uuidv7(),
  voucher_id uuid not null default uuidv7(),
  paid_on date,
  unique (batch_id, place),
  foreign key (commitment_id, grant_id, amount_fen) references commitment (id, grant_id, amount_fen),
  check ((status in ('PAID', 'RETURNED')) = (paid_on is not null))
) with (fillfactor = 80);
create unique index one_payment_per_grant on payment (grant_id) where status in ('PENDING', 'PAID');
create index on payment (household_id);
call access.protect('payment');
create trigger never_deleted before delete on payment for each statement execute function access.refuse_change();
create trigger prepared_first before insert on payment for each row
  when (new.status <> 'PENDING') execute function refuse_transition();
create trigger legal_transition before update on payment for each row
  when ((old.status, new.status) not in (('PENDING', 'PAID'), ('PENDING', 'WITHDRAWN'), ('PAID', 'RETURNED'))
    or (old.id, old.organization_path, old.book_path, old.batch_id, old.grant_id, old.commitment_id, old.amount_fen,
      old.entry_id, old.voucher_id)
      is distinct from (new.id, new.organization_path, new.book_path, new.batch_id, new.grant_id, new.commitment_id,
        new.amount_fen, new.entry_id, new.voucher_id))
  execute function refuse_transition();

-- A batch that was sent back leaves its commitments to the next one.
create unique index one_payment_per_commitment on payment (commitment_id) where status <> 'WITHDRAWN';

create function added_to_prepared_batch() returns trigger language plpgsql
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
  return null;
end $$;
create trigger added_to_prepared_batch after insert on payment referencing new table as added
  for each statement execute function added_to_prepared_batch();

-- Which receipts each payment was made of; the parts add up to the amount or the payment is refused.
create table payment_source (
  payment_id uuid not null,
  fund_id uuid not null,
  receipt_id uuid not null,
  organization_path text collate "C" not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (payment_id, fund_id, receipt_id)
);
create index on payment_source (receipt_id);
call access.protect('payment_source');
call access.append_only('payment_source');

create table voucher (
  id uuid primary key,
  organization_path text collate "C" not null,
  organization_code text not null,
  month integer not null generated always as (month_of(issued_on)) stored,
  number integer not null check (number > 0),
  payment_id uuid not null unique,
  grant_id uuid not null,
  batch_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  fund_and_source text not null,
  handler text not null,
  checker text not null,
  approver text not null,
  issued_on date not null,
  constraint voucher_number_once unique (organization_path, month, number)
);
create index on voucher (batch_id);
call access.protect('voucher');
call access.append_only('voucher');
create trigger numbered_without_gaps after insert on voucher referencing new table as added
  for each statement execute function numbered_without_gaps('VOUCHER');

-- What has been paid has its consumed commitment, its entry, its voucher and its sources, all to the same amount.
create function paid_in_full_order() returns trigger language plpgsql
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
  then
    perform refuse_by_rule('paid_in_full_order',
      'a payment has its commitment, entry, voucher and sources, to its amount');
  end if;
  return null;
end $$;
create trigger paid_in_full_order after update on payment referencing new table as paid
  for each statement execute function paid_in_full_order();

create function batch_is_paid_whole() returns trigger language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
begin
  if new.status = 'PAID' and (select (count(*), sum(p.amount_fen)) is distinct from (new.payment_count::bigint,
    new.total_fen::numeric)
      or bool_or(p.status = 'PENDING') from payment p where p.batch_id = new.id) then
    perform refuse_by_rule('batch_is_paid_whole', 'a batch is paid whole');
  end if;
  return null;
end $$;
create constraint trigger batch_is_paid_whole after update on disbursement_batch
  deferrable initially deferred for each row execute function batch_is_paid_whole();

create table returned_payment (
  payment_id uuid primary key references payment,
  organization_path text collate "C" not null,
  reason text not null check (char_length(reason) between 1 and 200),
  returned_on date not null,
  entry_id uuid not null references journal_entry,
  recorded_by uuid not null,
  recorded_at timestamptz not null
);
call access.protect('returned_payment');
call access.append_only('returned_payment');

create function returned_with_entry() returns trigger language plpgsql as $$
begin
  if new.status = 'RETURNED' and not exists (
    select from returned_payment r join journal_entry e on e.id = r.entry_id and e.reverses = new.entry_id
      where r.payment_id = new.id)
  then
    perform refuse_by_rule('returned_with_entry', 'a returned payment has an entry that reverses its own');
  end if;
  return null;
end $$;
create constraint trigger returned_with_entry after update on payment
  deferrable initially deferred for each row when (new.status = 'RETURNED') execute function returned_with_entry();

-- How a source of money reads on a voucher.
create function source_name(source text) returns text language sql immutable
  return case source when 'CENTRAL_FISCAL' then '中央财政' when 'PROVINCIAL_FISCAL' then '省级财政' when 'LOCAL_FISCAL'
    then '地方财政'
    when 'UNION' then '工会经费' when 'DONATION' then '社会捐助' else '其他' end;

create function batch_label(month integer, number integer) returns text language sql immutable
  return 'FF-' || month || '-' || lpad(number::text, greatest(3, length(number::text)), '0');

-- Collects committed grants of one campaign (or those named) of the book into a new batch; null where there are none.
create function prepare_batch(book jsonb, of_campaign uuid, only_grants uuid[], maker uuid, maker_name text,
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
    and g.campaign_id is not distinct from of_campaign;
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
    household_id, amount_fen)
  select g.organization_path, path, batch, batch_label(month_of(on_date), next_number), chosen.place, g.id, c.id,
    g.household_id, g.amount_fen
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

-- Sends a batch back: its grants stay committed and can be put into another.
create function withdraw_batch(batch uuid) returns void language sql as $$
  update payment set status = 'WITHDRAWN' where batch_id = batch;
  update aid_grant set status = 'COMMITTED' where id in (select p.grant_id from payment p where p.batch_id = batch);
$$;

create function voucher_label(code text, month integer, number integer) returns text language sql immutable
  return code || '-' || month || '-' || lpad(number::text, greatest(6, length(number::text)), '0');

-- The payment-made events of a batch, as packages/events makes them.
create function announce_payments(batch uuid, request text, at timestamptz) returns void
language sql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
  insert into outbox (event_id, topic, key, type, envelope)
  select e.event_id, 'funds', e.grant_id::text, 'nuangong.payment-made.v1',
    event_envelope(e.event_id, 'nuangong.payment-made.v1', e.grant_id, e.organization_path, e.paid_by, request, at,
      jsonb_build_object(
      'paymentId', e.payment_id, 'grantId', e.grant_id, 'applicationId', e.application_id, 'batchId', batch,
      'voucherId', e.voucher_id, 'voucherNumber', voucher_label(e.book_code, e.month, e.number),
      'householdId', e.household_id, 'caseFileId', e.case_file_id,
      'organization', jsonb_build_object('id', e.organization_id, 'path', e.organization_path, 'code',
        e.organization_code, 'name', e.organization_name),
      'campaignId', e.campaign_id, 'aidType', e.aid_type, 'mark', e.mark, 'amountFen', e.amount_fen::text, 'parts',
        e.parts,
      'migrantWorker', e.migrant_worker, 'modelWorker', e.model_worker, 'paidOn', e.paid_on))
  from (
    select uuidv7() as event_id, p.id as payment_id, p.voucher_id, p.paid_on, p.amount_fen, g.id as grant_id,
      g.application_id, g.household_id,
      g.case_file_id, g.organization_id, g.organization_path, g.organization_code, g.organization_name, g.campaign_id,
        g.aid_type, g.mark,
      g.migrant_worker, g.model_worker, v.number, v.month, v.organization_code as book_code, b.paid_by, (
        select jsonb_agg(jsonb_build_object('fundId', part.fund_id, 'source', part.source, 'amountFen',
          part.amount_fen::text))
        from commitment_part part where part.commitment_id = p.commitment_id) as parts
    from payment p join aid_grant g on g.id = p.grant_id join voucher v on v.id = p.voucher_id
      join disbursement_batch b on b.id = p.batch_id
    where p.batch_id = batch order by p.place
  ) e
$$;

-- Pays an approved batch: commitments consumed, entries and vouchers numbered and written, sources traced, events
-- recorded; each statement over all payments at once. Returns how many were paid, null where the batch is not approved.
create function post_batch(batch uuid, on_date date, payer uuid, payer_name text, request text,
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
  select p.entry_id, b.organization_path, first_entry + p.place, on_date, '发放 ' || g.payee_name || ' ' || g.purpose,
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

  insert into voucher (id, organization_path, organization_code, number, payment_id, grant_id, batch_id, amount_fen,
    fund_and_source,
    handler, checker, approver, issued_on)
  select p.voucher_id, b.organization_path, b.organization_code, first_voucher + p.place, p.id, p.grant_id, batch,
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

-- A payment that the bank returned: its entry reversed, the money back in its funds with its origin kept, the
-- commitment restored as the next attempt. Returns the grant, or null where the payment is not a paid one.
create function return_payment(returned uuid, why text, on_date date, recorder uuid, at timestamptz) returns uuid
  language plpgsql as $$
declare
  p payment;
  restored uuid := uuidv7();
  reversal uuid;
  stretch payment_source;
begin
  perform lock_book(q.book_path) from payment q where q.id = returned;
  update payment set status = 'RETURNED' where id = returned and status = 'PAID' returning * into p;
  if not found then
    return null;
  end if;
  reversal := post_entry(p.book_path, on_date, '退汇 ' || why, 'RETURNED_PAYMENT', p.id, (
    select jsonb_agg(jsonb_build_object('account', l.account_code, 'fund', l.fund_id, 'debit', l.credit_fen, 'credit',
      l.debit_fen)
      order by l.line_number)
    from journal_line l where l.entry_id = p.entry_id), p.entry_id);
  for stretch in select * from payment_source s where s.payment_id = p.id order by s.fund_id, s.receipt_id loop
    perform add_inflow(p.book_path, stretch.fund_id, stretch.receipt_id, stretch.amount_fen);
  end loop;
  insert into returned_payment (payment_id, organization_path, reason, returned_on, entry_id, recorded_by, recorded_at)
  values (p.id, p.book_path, why, on_date, reversal, recorder, at);
  insert into commitment (id, organization_path, grant_id, attempt, amount_fen, made_at)
  select restored, c.organization_path, c.grant_id, c.attempt + 1, c.amount_fen, at from commitment c
    where c.id = p.commitment_id;
  insert into commitment_part (commitment_id, fund_id, organization_path, fund_name, source, amount_fen)
  select restored, fund_id, organization_path, fund_name, source, amount_fen from commitment_part
    where commitment_id = p.commitment_id;
  update aid_grant set status = 'COMMITTED' where id = p.grant_id;
  return p.grant_id;
end $$;
