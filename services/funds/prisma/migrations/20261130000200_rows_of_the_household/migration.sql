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
