-- A second factor (RFC 6238): its secret sealed to the member of staff; it counts once a first code has confirmed it.
create table second_factor (
  staff_id          uuid primary key references staff,
  organization_path text collate "C" not null,
  sealed_secret     text not null check (sealed_secret ~ '^v[12]\.'),
  began_at          timestamptz not null,
  confirmed_at      timestamptz,
  last_step         bigint,
  check ((confirmed_at is null) = (last_step is null))
);
call access.protect('second_factor');
comment on column second_factor.sealed_secret is 'sealed; row: staff_id; organization: organization_path';

-- A code is good for one step of thirty seconds, and no step comes twice or again.
create function second_factor_step_is_later() returns trigger language plpgsql as $$
begin
  if new.last_step <= old.last_step and new.sealed_secret = old.sealed_secret then
    raise exception 'second_factor_step_is_later' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger second_factor_step_is_later before update of last_step on second_factor
  for each row execute function second_factor_step_is_later();

-- Codes for the day when the device is lost; each works once, and only its keyed digest is kept.
create table recovery_code (
  digest            bytea primary key check (length(digest) = 32),
  organization_path text collate "C" not null,
  staff_id          uuid not null references second_factor on delete cascade,
  used_at           timestamptz
);
create index on recovery_code (staff_id);
call access.protect('recovery_code');
