-- Who left a household, on which day, why, and who heads it since where it was the head.
create table household_move (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  household_id      uuid not null references household,
  person_id         uuid references person,
  identity_id       uuid,
  name              text not null,
  relation          text not null,
  reason            text not null check (reason in ('MARRIAGE', 'SEPARATION', 'HEAD_DIED', 'OTHER')),
  moved_on          date not null,
  moved_on_reason   text,
  why               text not null check (length(trim(why)) > 0),
  successor_id      uuid references person,
  staff_id          uuid not null,
  staff_name        text not null,
  recorded_at       timestamptz not null,
  transaction_id    xid8 not null default pg_current_xact_id()
);
create index on household_move (household_id, recorded_at);
call access.protect('household_move');
call access.append_only('household_move');

-- Places are taken over in one statement: they are counted when it is done.
alter table household_member drop constraint household_member_household_id_position_key,
  add constraint household_member_at_its_place unique (household_id, position) deferrable;

-- A member whom the city knows by number leaves by a move and no other way.
create function member_leaves_by_a_move() returns trigger language plpgsql as $$
begin
  if not exists (select from household_member m where m.household_id = old.household_id and m.identity_id = old.identity_id)
    and not exists (select from household_move v where v.household_id = old.household_id
      and v.identity_id = old.identity_id and v.transaction_id = pg_current_xact_id()) then
    raise exception 'member_leaves_by_a_move' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger member_leaves_by_a_move after delete or update on household_member
  deferrable initially deferred for each row when (old.identity_id is not null)
  execute function member_leaves_by_a_move();

-- A person's name, telephone and account as corrected, before and after, or confirmed as they stand. Where money waits
-- for the household, nothing is changed until a second person has confirmed it.
create table person_correction (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  household_id      uuid not null references household,
  person_id         uuid not null references person,
  state             text not null check (state in ('WAITING', 'DONE', 'REFUSED')),
  money_waits       boolean not null,
  changed           boolean not null,
  before            jsonb not null,
  after             jsonb not null,
  sealed_before     text,
  sealed_after      text,
  why               text not null check (length(trim(why)) > 0),
  corrected_by      uuid not null,
  corrected_by_name text not null,
  corrected_at      timestamptz not null,
  decided_by        uuid,
  decided_by_name   text,
  decided_at        timestamptz,
  opinion           text,
  constraint person_correction_decision_is_whole check ((decided_by is null) = (decided_at is null)
    and (decided_by is null) = (decided_by_name is null)),
  constraint person_correction_waits_for_second_person check (decided_by <> corrected_by),
  constraint person_correction_with_money_is_decided check (state = 'WAITING' or not money_waits or decided_by is not null),
  constraint person_correction_before_is_sealed check (sealed_before ~ '^v[12][.]'),
  constraint person_correction_after_is_sealed check (sealed_after ~ '^v[12][.]')
);
comment on column person_correction.sealed_before is 'sealed; row: id; organization: organization_path';
comment on column person_correction.sealed_after is 'sealed; row: id; organization: organization_path';
create unique index person_correction_one_waiting on person_correction (household_id) where state = 'WAITING';
create index on person_correction (household_id, corrected_at);
create index on person_correction (person_id);
call access.protect('person_correction');

-- In one's own name, and decided once; who sees every organisation's rows (the owner, never a service) may seal it anew.
create function person_correction_is_lawful() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.corrected_by is distinct from access.staff() or new.decided_by is not null then
      raise exception 'person_correction_in_own_name' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if not row_security_active('person_correction') then
    return new;
  end if;
  if old.state <> 'WAITING' or new.state = 'WAITING' or new.decided_by is distinct from access.staff()
    or to_jsonb(old) - array['state', 'decided_by', 'decided_by_name', 'decided_at', 'opinion']
      is distinct from to_jsonb(new) - array['state', 'decided_by', 'decided_by_name', 'decided_at', 'opinion'] then
    raise exception 'person_correction_stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger person_correction_is_lawful before insert or update on person_correction
  for each row execute function person_correction_is_lawful();
create function person_correction_stays() returns trigger language plpgsql as $$
begin
  raise exception 'person_correction_stays: a correction is never deleted' using errcode = 'restrict_violation';
end $$;
create trigger person_correction_stays before delete on person_correction
  for each row execute function person_correction_stays();

-- What a head is called in the household's lists is what the person is called: the payee's name is the one that is seen.
create function household_calls_its_head_by_name() returns trigger language plpgsql as $$
begin
  update household h set head_name = new.name where h.head_id = new.id and h.head_name <> new.name;
  update household_member m set name = new.name where m.person_id = new.id and m.name <> new.name;
  return null;
end $$;
create trigger household_calls_its_head_by_name after update on person for each row
  when (old.name is distinct from new.name) execute function household_calls_its_head_by_name();
