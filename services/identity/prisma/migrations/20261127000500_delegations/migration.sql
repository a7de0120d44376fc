-- Roles lent to a colleague of the same organisation for some days (临时委托); both days are included.
create table delegation (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  from_staff_id     uuid not null references staff,
  to_staff_id       uuid not null references staff,
  roles             "Role"[] not null check (cardinality(roles) > 0),
  first_day         date not null,
  last_day          date not null,
  reason            text not null check (length(reason) between 2 and 200),
  made_by_id        uuid not null references staff,
  made_at           timestamptz not null,
  ended_by_id       uuid references staff,
  ended_at          timestamptz,
  constraint delegation_to_another check (from_staff_id <> to_staff_id),
  constraint delegation_not_to_its_maker check (made_by_id <> to_staff_id),
  constraint delegation_for_a_time check (last_day >= first_day and last_day - first_day < 92),
  check ((ended_at is null) = (ended_by_id is null))
);
create index on delegation (to_staff_id, last_day);
create index on delegation (from_staff_id, last_day);
call access.protect('delegation');

-- On no day may the own roles and those lent come to a pair that one person never holds. What is lent in force changes
-- only at the first day of a delegation, so today and those days are looked at. The caller holds the row of the member of staff.
create function refuse_incompatible_delegations(lent_to uuid) returns void language plpgsql as $$
begin
  if exists (
    select from delegation starts
    cross join lateral (
      select s.roles || array_agg(lent.role) as held
      from staff s, delegation d, unnest(d.roles) as lent(role)
      where s.id = lent_to and d.to_staff_id = lent_to and d.ended_at is null
        and greatest(starts.first_day, (now() at time zone 'Asia/Shanghai')::date) between d.first_day and d.last_day
      group by s.roles
    ) as on_that_day
    where starts.to_staff_id = lent_to and starts.ended_at is null
      and starts.last_day >= (now() at time zone 'Asia/Shanghai')::date
      and not roles_go_together(on_that_day.held)
  ) then
    raise exception 'delegated_roles_go_together' using errcode = 'check_violation', constraint = 'delegated_roles_go_together';
  end if;
end $$;

create function delegation_is_sound() returns trigger language plpgsql as $$
declare
  lender staff;
  borrower staff;
begin
  perform from staff where id in (new.from_staff_id, new.to_staff_id) order by id for update;
  select * into lender from staff where id = new.from_staff_id;
  select * into borrower from staff where id = new.to_staff_id;
  if lender.organization_id is distinct from borrower.organization_id
    or lender.organization_path is distinct from new.organization_path
  then
    raise exception 'delegation_within_organization' using errcode = 'check_violation', constraint = 'delegation_within_organization';
  end if;
  if not lender.roles @> new.roles then
    raise exception 'delegation_of_own_roles' using errcode = 'check_violation', constraint = 'delegation_of_own_roles';
  end if;
  return new;
end $$;
create trigger delegation_is_sound before insert on delegation for each row execute function delegation_is_sound();

create function delegated_roles_go_together() returns trigger language plpgsql as $$
begin
  perform refuse_incompatible_delegations(new.to_staff_id);
  return null;
end $$;
create trigger delegated_roles_go_together after insert on delegation
  for each row execute function delegated_roles_go_together();

create function own_and_delegated_roles_go_together() returns trigger language plpgsql as $$
begin
  perform refuse_incompatible_delegations(new.id);
  return null;
end $$;
create trigger own_and_delegated_roles_go_together after update of roles on staff
  for each row execute function own_and_delegated_roles_go_together();

-- A delegation is made once and then only ends.
create function delegation_only_ends() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null
    or (to_jsonb(new) - 'ended_at' - 'ended_by_id') is distinct from (to_jsonb(old) - 'ended_at' - 'ended_by_id')
  then
    raise exception 'delegation_only_ends' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger delegation_only_ends before update on delegation for each row execute function delegation_only_ends();
