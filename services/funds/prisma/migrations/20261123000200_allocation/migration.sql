-- Allocations (下拨): out of the superior's book, in transit, into the subordinate's book. Seen from both ends.
create table allocation (
  id uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  from_organization_id uuid not null,
  from_organization_name text not null,
  to_organization_path text collate "C" not null,
  to_organization_id uuid not null,
  to_organization_name text not null,
  fund_id uuid not null references fund,
  source text not null,
  purposes text[] not null,
  year integer not null,
  campaign_id uuid,
  amount_fen bigint not null check (amount_fen > 0),
  matching_requirement text not null check (matching_requirement in ('NONE', 'EQUAL', 'RATIO')),
  matching_ratio numeric(7, 4) check (matching_ratio > 0),
  month integer not null generated always as (month_of(sent_on)) stored,
  number integer not null,
  status text not null default 'IN_TRANSIT' check (status in ('IN_TRANSIT', 'RECEIVED')),
  idempotency_key text not null check (char_length(idempotency_key) between 1 and 100),
  sent_on date not null,
  sent_by uuid not null,
  received_on date,
  received_by uuid,
  unique (id, amount_fen),
  constraint allocation_key_once unique (organization_path, idempotency_key),
  constraint allocation_number_once unique (organization_path, month, number),
  constraint goes_to_a_subordinate check (to_organization_path ^@ organization_path
    and to_organization_path <> organization_path),
  check ((matching_requirement = 'RATIO') = (matching_ratio is not null)),
  check ((status = 'RECEIVED') = (received_on is not null and received_by is not null))
);
create index on allocation (to_organization_path);
alter table allocation enable row level security;
alter table allocation force row level security;
create policy either_end on allocation for select using (
  (organization_path >= access.scope() and organization_path < access.scope_end())
  or (to_organization_path >= access.scope() and to_organization_path < access.scope_end()));
create policy sent on allocation for insert
  with check (organization_path >= access.scope() and organization_path < access.scope_end());
create policy received on allocation for update
  using (to_organization_path >= access.scope() and to_organization_path < access.scope_end());
create trigger never_deleted before delete on allocation for each statement execute function access.refuse_change();
create trigger numbered_without_gaps after insert on allocation referencing new table as added
  for each statement execute function numbered_without_gaps('ALLOCATION');
create trigger sent_in_transit before insert on allocation for each row
  when (new.status <> 'IN_TRANSIT') execute function refuse_transition();
create trigger received_once before update on allocation for each row
  when (old.status <> 'IN_TRANSIT' or new.status <> 'RECEIVED'
    or (old.id, old.organization_path, old.to_organization_path, old.fund_id, old.amount_fen, old.source,
      old.campaign_id)
      is distinct from (new.id, new.organization_path, new.to_organization_path, new.fund_id, new.amount_fen,
        new.source, new.campaign_id))
  execute function refuse_transition();

-- What was received is what was sent, to the fen.
alter table receipt add constraint receipt_equals_allocation
  foreign key (allocation_id, amount_fen) references allocation (id, amount_fen);

-- Which receipts of the superior the allocation was made of.
create table allocation_source (
  allocation_id uuid not null references allocation,
  receipt_id uuid not null references receipt,
  organization_path text collate "C" not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (allocation_id, receipt_id)
);
call access.protect('allocation_source');
call access.append_only('allocation_source');

-- Takes the next money of a fund: the stretches it is made of. Called before the ledger lowers the balance.
create function money_leaving(of_fund uuid, amount bigint) returns table (receipt_id uuid, amount_fen bigint)
language sql stable as $$
  with leaving as (
    select inflow_end(of_fund) - b.balance_fen as from_fen, inflow_end(of_fund) - b.balance_fen + amount as to_fen
    from fund_balance b where b.fund_id = of_fund
  )
  select i.receipt_id, sum(least(i.from_fen + i.amount_fen, l.to_fen) - greatest(i.from_fen, l.from_fen))::bigint
  from leaving l join fund_inflow i on i.fund_id = of_fund and i.from_fen < l.to_fen
    and i.from_fen + i.amount_fen > l.from_fen
  group by i.receipt_id
$$;

-- Out of the superior's fund and into transit: sources and entry of an allocation just written.
create function send_allocation(sent uuid) returns uuid language plpgsql as $$
declare
  a allocation;
begin
  select * into strict a from allocation where id = sent;
  insert into allocation_source (allocation_id, receipt_id, organization_path, amount_fen)
  select a.id, m.receipt_id, a.organization_path, m.amount_fen from money_leaving(a.fund_id, a.amount_fen) m;
  return post_entry(a.organization_path, a.sent_on, '下拨 ' || a.to_organization_name, 'ALLOCATION_SENT', a.id,
    jsonb_build_array(
    jsonb_build_object('account', '122', 'fund', a.fund_id, 'debit', a.amount_fen),
    jsonb_build_object('account', '102', 'fund', a.fund_id, 'credit', a.amount_fen)));
end $$;

-- The superior's side of receiving, which the subordinate cannot see: out of transit into subsidies to subordinates.
-- Narrow on purpose: one allocation in transit to somebody within the caller's own scope, once.
create function settle_allocation(arrived uuid, on_date date, receiver uuid) returns boolean
language plpgsql security definer set search_path = public, access, pg_temp as $$
declare
  a allocation;
  caller_scope text := access.scope();
begin
  select * into a from allocation where id = arrived and to_organization_path ^@ caller_scope
    and status = 'IN_TRANSIT' for update;
  if not found then
    return false;
  end if;
  update allocation set status = 'RECEIVED', received_on = on_date, received_by = receiver where id = arrived;
  perform set_config('nuangong.scope', a.organization_path, true);
  perform post_entry(a.organization_path, on_date, '下拨到账 ' || a.to_organization_name, 'ALLOCATION_RECEIVED', a.id,
    jsonb_build_array(
    jsonb_build_object('account', '507', 'fund', a.fund_id, 'debit', a.amount_fen),
    jsonb_build_object('account', '122', 'fund', a.fund_id, 'credit', a.amount_fen)));
  perform set_config('nuangong.scope', caller_scope, true);
  return true;
end $$;
