-- What administrators do on accounts (账号事项). On an account that holds money, review, approval, legal, audit or
-- administration, or comes to hold them, an act waits for a second person, and is applied in the transaction of that
-- person's word alone. The list is packages/access/src/guarded-roles.ts; a test compares them.
create function guarded_roles() returns "Role"[] language sql immutable parallel safe
  return '{REVIEWER,APPROVER,LEGAL_AID,FINANCE,FINANCE_LEAD,AUDITOR,ADMINISTRATOR}'::"Role"[];

create type "AccountActKind" as enum ('ENROL', 'CHANGE_ROLES', 'RESET_PASSWORD', 'REMOVE_SECOND_FACTOR', 'LINK_OUTSIDE', 'LEND');
create type "AccountActOutcome" as enum ('APPLIED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN');

create table account_act (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null references organization,
  kind              "AccountActKind" not null,
  -- On whom; of somebody to be enrolled only once that is done.
  staff_id          uuid references staff,
  staff_name        text not null check (length(staff_name) between 1 and 40),
  username          text not null,
  office_phone      text,
  roles             "Role"[] not null,
  roles_before      "Role"[] not null default '{}',
  -- The one-time password to come into force; forgotten once it is decided.
  password_hash     text check (password_hash like '$argon2id$%'),
  outside_subject   text check (length(outside_subject) between 1 and 255),
  to_staff_id       uuid references staff,
  first_day         date,
  last_day          date,
  reason            text check (length(reason) between 2 and 200),
  asked_by_id       uuid not null references staff,
  asked_by_name     text not null,
  asked_at          timestamptz not null,
  expires_at        timestamptz not null check (expires_at > asked_at),
  outcome           "AccountActOutcome",
  decided_by_id     uuid references staff,
  decided_by_name   text,
  decided_at        timestamptz,
  -- The transaction of the decision: nothing is done on its ground in any other.
  decided_in        bigint,
  -- When the owner of the account was told.
  seen_at           timestamptz,
  constraint account_act_not_on_oneself check (staff_id is distinct from asked_by_id),
  constraint account_act_maker_is_not_checker check (outcome is distinct from 'CONFIRMED' or decided_by_id <> asked_by_id),
  constraint account_act_withdrawn_by_its_maker check (outcome is distinct from 'WITHDRAWN' or decided_by_id = asked_by_id),
  check ((outcome is null) = (decided_at is null)),
  check ((outcome is null or outcome = 'APPLIED') = (decided_by_id is null)),
  check ((decided_by_id is null) = (decided_by_name is null)),
  check (kind in ('ENROL') or staff_id is not null),
  check ((kind = 'LEND') = (to_staff_id is not null)),
  check ((kind = 'LEND') = (first_day is not null and last_day is not null and reason is not null))
);
create index on account_act (staff_id, asked_at);
create index on account_act (to_staff_id) where to_staff_id is not null;
create index account_act_waiting on account_act (organization_path, asked_at) where outcome is null;
create index on account_act (organization_path, asked_at);
call access.protect('account_act');
create trigger never_deleted before delete on account_act for each statement execute function access.refuse_change();
create trigger never_truncated before truncate on account_act for each statement execute function access.refuse_change();

-- Roles that an account holds, borrows now or later, or is to hold by an act that still waits.
create function roles_of_account(account uuid) returns "Role"[] language sql stable as $$
  select array(
    select unnest(s.roles) from staff s where s.id = account
    union
    select unnest(d.roles) from delegation d
    where d.to_staff_id = account and d.ended_at is null and d.last_day >= (now() at time zone 'Asia/Shanghai')::date
    union
    select unnest(a.roles) from account_act a
    where a.outcome is null and a.expires_at > now()
      and (a.kind = 'CHANGE_ROLES' and a.staff_id = account or a.kind = 'LEND' and a.to_staff_id = account)
  )
$$;

create function account_act_is_sound() returns trigger language plpgsql as $$
begin
  if new.outcome is null then return new; end if;
  if new.outcome <> 'APPLIED' then
    raise exception 'account_act_is_decided_later' using errcode = 'check_violation', constraint = 'account_act_is_decided_later';
  end if;
  -- Somebody's roles are lent on that person's word alone, whatever they are.
  if new.kind = 'LEND' or guarded_roles() && (new.roles || new.roles_before || roles_of_account(new.staff_id)) then
    raise exception 'account_act_waits' using errcode = 'check_violation', constraint = 'account_act_waits';
  end if;
  new.decided_in := pg_current_xact_id()::text::bigint;
  return new;
end $$;
create trigger account_act_is_sound before insert on account_act for each row execute function account_act_is_sound();

-- An act is made once, decided once by who may, and then seen.
create function account_act_is_decided_once() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - '{outcome,decided_by_id,decided_by_name,decided_at,decided_in,password_hash,staff_id,seen_at}'::text[])
      is distinct from (to_jsonb(old) - '{outcome,decided_by_id,decided_by_name,decided_at,decided_in,password_hash,staff_id,seen_at}'::text[])
    or (new.password_hash is not null and new.password_hash is distinct from old.password_hash)
    or (new.staff_id is distinct from old.staff_id
      and (old.staff_id is not null or old.kind <> 'ENROL' or coalesce(new.outcome, 'REFUSED') not in ('CONFIRMED', 'APPLIED')))
    or (old.outcome is not null and (new.outcome, new.decided_by_id, new.decided_at) is distinct from (old.outcome, old.decided_by_id, old.decided_at))
  then
    raise exception 'account_act_is_decided_once' using errcode = 'restrict_violation', constraint = 'account_act_is_decided_once';
  end if;
  if old.outcome is not null or new.outcome is null then return new; end if;
  new.decided_in := pg_current_xact_id()::text::bigint;
  if new.outcome = 'CONFIRMED' and not (
    case when new.kind = 'LEND' then new.decided_by_id = new.staff_id
    else new.decided_by_id is distinct from new.staff_id and exists (
      select from staff s where s.id = new.decided_by_id and s.active and s.roles @> '{ADMINISTRATOR}'
        and new.organization_path ^@ s.organization_path)
    end)
  then
    raise exception 'account_act_confirmed_by_who_may' using errcode = 'check_violation', constraint = 'account_act_confirmed_by_who_may';
  end if;
  return new;
end $$;
create trigger account_act_is_decided_once before update on account_act
  for each row execute function account_act_is_decided_once();

-- Whether the present transaction decided such an act on an account: a second person's word, or of an account that
-- needs none the administrator's own.
create function decided_now(what "AccountActKind", account uuid, named text default null) returns boolean
language sql stable as $$
  select exists (
    select from account_act a
    where a.decided_in = pg_current_xact_id()::text::bigint and a.outcome in ('CONFIRMED', 'APPLIED') and a.kind = what
      and (a.staff_id = account or what = 'ENROL' and a.username = named)
  )
$$;

-- The service itself can't do more on a guarded account than was confirmed. Who steps around row security is not asked:
-- whoever installs the system gives it its first administrators.
create function guarded_accounts_change_by_confirmed_acts() returns trigger language plpgsql as $$
declare
  own boolean := access.staff() is not distinct from new.id;
  by_system boolean := access.staff() is not distinct from '00000000-0000-7000-8000-000000000000'::uuid;
  missing text;
begin
  if not row_security_active('staff') then return new; end if;
  if tg_op = 'INSERT' then
    if not guarded_roles() && new.roles or decided_now('ENROL', new.id, new.username) then return new; end if;
    missing := 'ENROL';
  else
    if not guarded_roles() && (new.roles || old.roles || roles_of_account(new.id)) then return new; end if;
    missing := case
      when new.roles is distinct from old.roles and not decided_now('CHANGE_ROLES', new.id) then 'CHANGE_ROLES'
      when new.password_hash <> old.password_hash and not own and not decided_now('RESET_PASSWORD', new.id) then 'RESET_PASSWORD'
      when new.outside_subject is distinct from old.outside_subject and not (by_system and old.outside_subject is null)
        and not decided_now('LINK_OUTSIDE', new.id) then 'LINK_OUTSIDE'
    end;
  end if;
  if missing is null then return new; end if;
  raise exception 'guarded_account: % was not confirmed', missing using errcode = 'check_violation', constraint = 'guarded_account';
end $$;
create trigger guarded_accounts_change_by_confirmed_acts before insert or update of roles, password_hash, outside_subject on staff
  for each row execute function guarded_accounts_change_by_confirmed_acts();

create function guarded_second_factors_stay() returns trigger language plpgsql as $$
begin
  if row_security_active('second_factor') and old.confirmed_at is not null and access.staff() is distinct from old.staff_id
    and guarded_roles() && roles_of_account(old.staff_id) and not decided_now('REMOVE_SECOND_FACTOR', old.staff_id)
  then
    raise exception 'guarded_account: REMOVE_SECOND_FACTOR was not confirmed' using errcode = 'check_violation', constraint = 'guarded_account';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger guarded_second_factors_stay before delete or update of staff_id, sealed_secret, confirmed_at on second_factor
  for each row execute function guarded_second_factors_stay();

-- Roles are lent by their holder's own word; whoever administers accounts lends that to nobody.
create function lent_by_the_lender() returns trigger language plpgsql as $$
begin
  if row_security_active('delegation') and new.from_staff_id is distinct from access.staff() then
    raise exception 'lent_by_the_lender' using errcode = 'check_violation', constraint = 'lent_by_the_lender';
  end if;
  if new.roles @> '{ADMINISTRATOR}' then
    raise exception 'administration_is_not_lent' using errcode = 'check_violation', constraint = 'administration_is_not_lent';
  end if;
  return new;
end $$;
create trigger lent_by_the_lender before insert on delegation for each row execute function lent_by_the_lender();

-- How many may confirm an act on an account of this organisation, beside its maker: also of superiors, who are not seen.
create function administrators_over(path text, besides uuid[]) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from staff s
  where s.active and s.roles @> '{ADMINISTRATOR}' and path ^@ s.organization_path and s.id <> all (besides)
$$;
