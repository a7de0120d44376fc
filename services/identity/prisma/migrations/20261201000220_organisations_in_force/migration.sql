-- Organisations with their days in force, stations by kind, and a history of the state from each day on.

create type "StationKind" as enum ('TOWNSHIP', 'COMMUNITY', 'ENTERPRISE');

alter table organization add column station_kind "StationKind";
-- The day from which the present name holds.
alter table organization add column changed_on date not null default (now() at time zone 'Asia/Shanghai')::date;

update organization o set station_kind = case p.kind when 'BASE_UNION' then 'ENTERPRISE' else 'TOWNSHIP' end::"StationKind"
from organization p where p.id = o.parent_id and o.kind = 'AID_STATION';
alter table organization add constraint station_has_a_kind check ((kind = 'AID_STATION') = (station_kind is not null));

-- The state of an organisation and its parts from a day on; written by a trigger with each change.
create table organization_history (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null references organization,
  record_type       text not null check (record_type in ('ORGANIZATION')),
  record_id         uuid not null,
  from_day          date not null,
  state             jsonb not null,
  staff_id          uuid,
  recorded_at       timestamptz not null default clock_timestamp()
);
create index organization_history_organization_id_idx on organization_history (organization_id, from_day, id);
call access.protect('organization_history');
call access.append_only('organization_history');

create function keep_history() returns trigger language plpgsql as $$
declare
  kept jsonb := to_jsonb(new);
begin
  insert into organization_history (organization_path, organization_id, record_type, record_id, from_day, state, staff_id)
  values (new.organization_path, coalesce((kept ->> 'organization_id')::uuid, new.id), tg_argv[0], new.id,
    new.changed_on, kept, access.staff());
  return null;
end $$;

insert into organization_history (organization_path, organization_id, record_type, record_id, from_day, state)
select o.organization_path, o.id, 'ORGANIZATION', o.id, o.changed_on, to_jsonb(o) from organization o;
create trigger organization_keeps_history after insert or update on organization
  for each row execute function keep_history('ORGANIZATION');

do $$
begin
  if (select count(*) from organization) <> (select count(*) from organization_history) then
    raise exception 'every organisation must have begun its history';
  end if;
end $$;

-- An organisation closes after those below it and without accounts, once; nothing new comes to a closed one.
create function organization_closes_last() returns trigger language plpgsql as $$
begin
  if old.in_force_to is not null and new.in_force_to is distinct from old.in_force_to then
    raise exception 'organization_closed_once' using errcode = 'check_violation', constraint = 'organization_closed_once';
  end if;
  if new.in_force_to is null then
    return new;
  end if;
  if exists (select from organization below where below.parent_id = new.id and below.in_force_to is null) then
    raise exception 'organization_closes_last' using errcode = 'check_violation', constraint = 'organization_closes_last';
  end if;
  if exists (select from staff s where s.organization_id = new.id and s.active) then
    raise exception 'organization_closes_without_accounts' using errcode = 'check_violation',
      constraint = 'organization_closes_without_accounts';
  end if;
  return new;
end $$;
create trigger organization_closes_last before update of in_force_to on organization
  for each row execute function organization_closes_last();

create function organization_is_open() returns trigger language plpgsql security definer set search_path = public as $$
declare
  above uuid := case tg_table_name when 'organization' then to_jsonb(new) ->> 'parent_id'
    else to_jsonb(new) ->> 'organization_id' end;
begin
  perform from organization o where o.id = above and o.in_force_to is not null for share;
  if found then
    raise exception 'organization_is_open' using errcode = 'check_violation', constraint = 'organization_is_open';
  end if;
  return new;
end $$;
create trigger organization_below_open_one before insert on organization
  for each row execute function organization_is_open();
create trigger staff_of_open_organization before insert on staff
  for each row execute function organization_is_open();
