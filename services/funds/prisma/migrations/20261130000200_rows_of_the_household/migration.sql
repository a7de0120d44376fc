-- A grant and all that comes of it is the household's own organisation's, whoever's book pays: organization_path says
-- whose row it is, book_path whose money and numbers. So a base union sees what its households got from the county.

-- The organisations above one, itself first: 51/5101/510101/ gives 51/5101/510101/, 51/5101/, 51/.
create function at_or_above(path text) returns setof text language sql immutable parallel safe as $$
  select array_to_string(codes[1:places], '/') || '/'
  from (select string_to_array(rtrim(path, '/'), '/') as codes) given,
    generate_series(cardinality(codes), 1, -1) as places
$$;

-- The book that pays an organisation's aid where its campaign names none: the nearest at or above it. A county and what
-- stands above it always keep one, a base union once it has opened a fund.
create function nearest_book(path text) returns text language sql stable as $$
  select book from at_or_above(path) as book
  where book = book_of(path) or exists (select from fund f where f.organization_path = book)
  order by length(book) desc limit 1
$$;

-- Whose rows they are changes by no more than a table's own path; what they say stays.
alter table commitment disable trigger user;
update commitment c set organization_path = g.organization_path from aid_grant g where g.id = c.grant_id;
alter table commitment enable trigger user;

alter table commitment_part disable trigger user;
update commitment_part p set organization_path = c.organization_path from commitment c where c.id = p.commitment_id;
alter table commitment_part enable trigger user;

alter table returned_payment disable trigger user;
update returned_payment r set organization_path = p.organization_path from payment p where p.id = r.payment_id;
alter table returned_payment enable trigger user;

-- A voucher names the organisation whose book it is numbered in, which who sees the voucher may not see.
alter table voucher add column book_path text collate "C";
alter table voucher add column organization_name text;
alter table voucher disable trigger user;
update voucher v set book_path = v.organization_path, organization_path = p.organization_path,
  organization_name = b.organization_name
from payment p join disbursement_batch b on b.id = p.batch_id where p.id = v.payment_id;
alter table voucher enable trigger user;
alter table voucher alter column book_path set not null;
alter table voucher alter column organization_name set not null;
alter table voucher drop constraint voucher_number_once;
alter table voucher add constraint voucher_number_once unique (book_path, month, number);

create function continue_series(book text, of_series text, in_month integer, first integer, last integer, rows bigint)
returns void language plpgsql as $$
begin
  insert into number_series values (book, of_series, in_month, 0) on conflict do nothing;
  update number_series s set last_number = last
  where s.organization_path = book and s.series = of_series and s.month = in_month
    and s.last_number = first - 1 and last - first + 1 = rows;
  if not found then
    perform refuse_by_rule('numbers_without_gaps', format('%s of %s are numbered without gaps', of_series, in_month));
  end if;
end $$;

create or replace function numbered_without_gaps() returns trigger language plpgsql as $$
begin
  perform continue_series(organization_path, tg_argv[0], month, min(number), max(number), count(*))
  from added group by organization_path, month;
  return null;
end $$;

create function numbered_in_their_book() returns trigger language plpgsql as $$
begin
  perform continue_series(book_path, tg_argv[0], month, min(number), max(number), count(*))
  from added group by book_path, month;
  return null;
end $$;
drop trigger numbered_without_gaps on voucher;
create trigger numbered_without_gaps after insert on voucher referencing new table as added
  for each statement execute function numbered_in_their_book('VOUCHER');

-- Restricted money stays restricted: each part is of a fund of the grant's book whose campaign and purposes permit it.
create or replace function parts_are_permitted() returns trigger language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
begin
  if exists (
    select from added a
    left join commitment c on c.id = a.commitment_id and c.organization_path = a.organization_path
      and c.transaction_id = pg_current_xact_id()
    left join aid_grant g on g.id = c.grant_id and g.organization_path = a.organization_path
    left join fund f on f.id = a.fund_id and f.organization_path = g.book_path and f.source = a.source
      and g.purpose = any (f.purposes) and (f.campaign_id is null or f.campaign_id = g.campaign_id)
    where f.id is null)
  then
    perform refuse_by_rule('restricted_money', 'a fund pays only for its own purposes and campaign');
  end if;
  update fund_balance b set committed_fen = b.committed_fen + moved.fen
  from (select fund_id, sum(amount_fen) as fen from added group by fund_id) moved where b.fund_id = moved.fund_id;
  return null;
end $$;

-- Commits what waits for one purpose in the order of approval, nobody overtaking, as far as the money goes: the
-- grants laid end to end against the permitted funds laid end to end by priority; what overlaps are the parts.
create or replace function commit_queue(book text, of_campaign uuid, for_purpose text, at timestamptz,
  request text) returns integer
language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
declare
  grants integer;
begin
  with permitted as (
    select f.id, f.name, f.source, sum(b.balance_fen - b.committed_fen) over inorder -
      (b.balance_fen - b.committed_fen) as from_fen,
      sum(b.balance_fen - b.committed_fen) over inorder as to_fen
    from fund f join fund_balance b on b.fund_id = f.id
    where f.organization_path = book and b.balance_fen > b.committed_fen and for_purpose = any (f.purposes)
      and (f.campaign_id is null or f.campaign_id = of_campaign)
    window inorder as (order by f.priority, f.id)
  ), waiting as (
    select g.id, g.organization_path, g.application_id, g.approved_by_id, g.amount_fen,
      sum(g.amount_fen) over inorder - g.amount_fen as from_fen, sum(g.amount_fen) over inorder as to_fen
    from aid_grant g
    where g.book_path = book and g.status = 'AWAITING_FUNDS' and g.purpose = for_purpose
      and g.campaign_id is not distinct from of_campaign
    window inorder as (order by g.approved_at, g.id)
  ), covered as (
    select w.*, uuidv7() as commitment_id, uuidv7() as event_id, (
      select jsonb_agg(jsonb_build_object('fundId', p.id, 'source', p.source,
        'amountFen', (least(w.to_fen, p.to_fen) - greatest(w.from_fen, p.from_fen))::text))
      from permitted p where p.from_fen < w.to_fen and p.to_fen > w.from_fen) as parts
    from waiting w where w.to_fen <= (select max(to_fen) from permitted)
  ), made as (
    insert into commitment (id, organization_path, grant_id, attempt, amount_fen, made_at)
    select c.commitment_id, c.organization_path, c.id, 1 + (select count(*) from commitment earlier where earlier.grant_id = c.id),
      c.amount_fen, at
    from covered c
  ), parted as (
    insert into commitment_part (commitment_id, fund_id, organization_path, fund_name, source, amount_fen)
    select c.commitment_id, p.id, c.organization_path, p.name, p.source, least(c.to_fen, p.to_fen) - greatest(c.from_fen, p.from_fen)
    from covered c join permitted p on p.from_fen < c.to_fen and p.to_fen > c.from_fen
  ), announced as (
    insert into outbox (event_id, topic, key, type, envelope)
    select c.event_id, 'funds', c.id::text, 'nuangong.grant-committed.v1',
      event_envelope(c.event_id, 'nuangong.grant-committed.v1', c.id, c.organization_path,
        coalesce(access.staff(), c.approved_by_id), request, at,
        jsonb_build_object('grantId', c.id, 'applicationId', c.application_id, 'amountFen', c.amount_fen::text,
          'parts', c.parts))
    from covered c order by c.to_fen
  )
  update aid_grant g set status = 'COMMITTED', missing_fen = null from covered c where g.id = c.id;
  get diagnostics grants = row_count;
  return grants;
end $$;

-- An approved grant, written once however often it is announced, and committed or left waiting with what is missing.
create or replace function commit_approved_grant(approved jsonb, at timestamptz, request text) returns text language plpgsql as $$
declare
  g aid_grant;
  short bigint;
begin
  g := jsonb_populate_record(null::aid_grant, approved);
  g.book_path := coalesce(g.book_path, nearest_book(g.organization_path));
  g.status := 'AWAITING_FUNDS';
  perform lock_book(g.book_path);
  insert into aid_grant select g.* on conflict do nothing;
  if not found then
    return (select status from aid_grant where id = g.id);
  end if;
  perform commit_queue(g.book_path, g.campaign_id, g.purpose, at, request);
  select status into strict g.status from aid_grant where id = g.id;
  if g.status = 'COMMITTED' then
    return g.status;
  end if;
  select least(g.amount_fen, sum(w.amount_fen) - coalesce((
      select sum(b.balance_fen - b.committed_fen) from fund f join fund_balance b on b.fund_id = f.id
      where f.organization_path = g.book_path and g.purpose = any (f.purposes)
        and (f.campaign_id is null or f.campaign_id = g.campaign_id)), 0)) into short
  from aid_grant w
  where w.book_path = g.book_path and w.status = 'AWAITING_FUNDS' and w.purpose = g.purpose
    and w.campaign_id is not distinct from g.campaign_id and (w.approved_at, w.id) <= (g.approved_at, g.id);
  update aid_grant set missing_fen = short where id = g.id;
  insert into outbox (event_id, topic, key, type, envelope)
  select e.id, 'funds', g.id::text, 'nuangong.grant-awaiting-funds.v1',
    event_envelope(e.id, 'nuangong.grant-awaiting-funds.v1', g.id, g.organization_path, coalesce(access.staff(),
      g.approved_by_id), request, at,
      jsonb_build_object('grantId', g.id, 'applicationId', g.application_id, 'amountFen', g.amount_fen::text,
        'missingFen', short::text))
  from (select uuidv7() as id offset 0) e;
  return g.status;
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

-- A payment that the bank returned: its entry reversed, the money back in its funds with its origin kept, the
-- commitment restored as the next attempt. Returns the grant, or null where the payment is not a paid one.
create or replace function return_payment(returned uuid, why text, on_date date, recorder uuid, at timestamptz) returns uuid
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
  values (p.id, p.organization_path, why, on_date, reversal, recorder, at);
  insert into commitment (id, organization_path, grant_id, attempt, amount_fen, made_at)
  select restored, c.organization_path, c.grant_id, c.attempt + 1, c.amount_fen, at from commitment c
    where c.id = p.commitment_id;
  insert into commitment_part (commitment_id, fund_id, organization_path, fund_name, source, amount_fen)
  select restored, fund_id, organization_path, fund_name, source, amount_fen from commitment_part
    where commitment_id = p.commitment_id;
  update aid_grant set status = 'COMMITTED' where id = p.grant_id;
  return p.grant_id;
end $$;
