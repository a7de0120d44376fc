-- Approved grants (救助款物核定) and the money set aside for them (占用).
create table aid_grant (
  id uuid primary key,
  organization_path text collate "C" not null,
  organization_id uuid not null,
  organization_code text not null,
  organization_name text not null,
  book_path text collate "C" not null,
  application_id uuid not null unique,
  campaign_id uuid,
  household_id uuid not null,
  case_file_id uuid not null,
  decision_sheet_id uuid not null,
  aid_type text not null,
  mark text,
  purpose text not null,
  amount_fen bigint not null check (amount_fen > 0),
  status text not null check (status in ('AWAITING_FUNDS', 'COMMITTED', 'IN_BATCH', 'PAID')),
  missing_fen bigint check (missing_fen > 0),
  payee_name text not null,
  unit_name text not null,
  sealed_payee text not null,
  masked_identity_number text not null,
  masked_bank_account text not null,
  reason text not null,
  clause text not null,
  migrant_worker boolean not null,
  model_worker boolean not null,
  worksheet_row integer,
  approved_by_id uuid not null,
  approved_by_name text not null,
  approved_at timestamptz not null,
  unique (id, amount_fen),
  check (organization_path ^@ book_path)
) with (fillfactor = 80);
create index on aid_grant (organization_path, approved_at);
create index on aid_grant (household_id);
create index grant_waiting on aid_grant (book_path, campaign_id, purpose) where status = 'AWAITING_FUNDS';
create index grant_committed on aid_grant (book_path, campaign_id) where status = 'COMMITTED';
call access.protect('aid_grant');
create trigger never_deleted before delete on aid_grant for each statement execute function access.refuse_change();
create trigger approved_first before insert on aid_grant for each row
  when (new.status <> 'AWAITING_FUNDS') execute function refuse_transition();
create trigger legal_transition before update on aid_grant for each row
  when ((old.status, new.status) not in (('AWAITING_FUNDS', 'AWAITING_FUNDS'), ('AWAITING_FUNDS', 'COMMITTED'),
    ('COMMITTED', 'IN_BATCH'),
      ('IN_BATCH', 'COMMITTED'), ('IN_BATCH', 'PAID'), ('PAID', 'COMMITTED'))
    or (old.id, old.organization_path, old.book_path, old.campaign_id, old.purpose, old.amount_fen, old.sealed_payee)
      is distinct from (new.id, new.organization_path, new.book_path, new.campaign_id, new.purpose, new.amount_fen,
        new.sealed_payee))
  execute function refuse_transition();

-- Once per grant, released or consumed exactly once; a payment returned by the bank opens the next attempt.
create table commitment (
  id uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  grant_id uuid not null,
  attempt integer not null check (attempt > 0),
  amount_fen bigint not null,
  status text not null default 'HELD' check (status in ('HELD', 'CONSUMED', 'RELEASED')),
  made_at timestamptz not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  unique (grant_id, attempt),
  unique (id, grant_id, amount_fen),
  foreign key (grant_id, amount_fen) references aid_grant (id, amount_fen)
) with (fillfactor = 80);
create unique index one_commitment_per_grant on commitment (grant_id) where status = 'HELD';
call access.protect('commitment');
create trigger never_deleted before delete on commitment for each statement execute function access.refuse_change();
create trigger made_held before insert on commitment for each row
  when (new.status <> 'HELD') execute function refuse_transition();
create trigger settled_once before update on commitment for each row
  when (old.status <> 'HELD' or new.status = 'HELD' or (old.id, old.organization_path, old.grant_id, old.attempt,
    old.amount_fen)
    is distinct from (new.id, new.organization_path, new.grant_id, new.attempt, new.amount_fen))
  execute function refuse_transition();

create table commitment_part (
  commitment_id uuid not null references commitment,
  fund_id uuid not null references fund,
  organization_path text collate "C" not null,
  fund_name text not null,
  source text not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (commitment_id, fund_id)
);
call access.protect('commitment_part');
call access.append_only('commitment_part');

-- Restricted money stays restricted: each part is of a fund of the grant's book whose campaign and purposes permit it.
create function parts_are_permitted() returns trigger language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
begin
  if exists (
    select from added a
    left join commitment c on c.id = a.commitment_id and c.organization_path = a.organization_path
      and c.transaction_id = pg_current_xact_id()
    left join aid_grant g on g.id = c.grant_id and g.book_path = a.organization_path
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
create trigger parts_are_permitted after insert on commitment_part referencing new table as added
  for each statement execute function parts_are_permitted();

create function parts_make_the_whole() returns trigger language plpgsql as $$
begin
  if new.amount_fen is distinct from (select sum(p.amount_fen) from commitment_part p
    where p.commitment_id = new.id) then
    perform refuse_by_rule('parts_make_the_whole', 'the parts of a commitment add up to its amount');
  end if;
  return null;
end $$;
create constraint trigger parts_make_the_whole after insert on commitment
  deferrable initially deferred for each row execute function parts_make_the_whole();

create function settled_money_is_free() returns trigger language plpgsql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off set join_collapse_limit = 1 set jit = off as $$
begin
  update fund_balance b set committed_fen = b.committed_fen - moved.fen
  from (select p.fund_id, sum(p.amount_fen) as fen from settled s join commitment_part p on p.commitment_id = s.id
        group by p.fund_id) moved
  where b.fund_id = moved.fund_id;
  return null;
end $$;
create trigger settled_money_is_free after update on commitment referencing new table as settled
  for each statement execute function settled_money_is_free();

-- Commits what waits for one purpose in the order of approval, nobody overtaking, as far as the money goes: the
-- grants laid end to end against the permitted funds laid end to end by priority; what overlaps are the parts.
create function commit_queue(book text, of_campaign uuid, for_purpose text, at timestamptz,
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
    select c.commitment_id, book, c.id, 1 + (select count(*) from commitment earlier where earlier.grant_id = c.id),
      c.amount_fen, at
    from covered c
  ), parted as (
    insert into commitment_part (commitment_id, fund_id, organization_path, fund_name, source, amount_fen)
    select c.commitment_id, p.id, book, p.name, p.source, least(c.to_fen, p.to_fen) - greatest(c.from_fen, p.from_fen)
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

-- When money comes in: every queue of the book, the longest waiting first.
create function commit_waiting_grants(book text, at timestamptz, request text) returns integer language plpgsql as $$
declare
  queue record;
  grants integer := 0;
begin
  perform lock_book(book);
  for queue in
    select campaign_id, purpose from aid_grant where book_path = book and status = 'AWAITING_FUNDS'
    group by campaign_id, purpose order by min(approved_at), purpose
  loop
    grants := grants + commit_queue(book, queue.campaign_id, queue.purpose, at, request);
  end loop;
  return grants;
end $$;

-- An approved grant, written once however often it is announced, and committed or left waiting with what is missing.
create function commit_approved_grant(approved jsonb, at timestamptz, request text) returns text language plpgsql as $$
declare
  g aid_grant;
  short bigint;
begin
  g := jsonb_populate_record(null::aid_grant, approved);
  g.book_path := book_of(g.organization_path);
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
