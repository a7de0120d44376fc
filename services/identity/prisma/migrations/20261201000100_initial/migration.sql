-- The tables of identity: organisations, staff and their roles, sign-in.

create extension if not exists pg_trgm;

create type "OrganizationKind" as enum ('PROVINCE', 'CITY', 'COUNTY', 'INDUSTRY_UNION', 'BASE_UNION', 'AID_STATION');

create type "AidCentreLevel" as enum ('PROVINCE', 'PREFECTURE', 'COUNTY');

create type "Role" as enum ('CLERK', 'REVIEWER', 'APPROVER', 'WINDOW_CLERK', 'EMPLOYMENT', 'LEGAL_AID', 'FINANCE', 'FINANCE_LEAD', 'STATISTICS', 'AUDITOR', 'ADMINISTRATOR');

create type "AccountActKind" as enum ('ENROL', 'CHANGE_ROLES', 'RESET_PASSWORD', 'REMOVE_SECOND_FACTOR', 'LINK_OUTSIDE', 'LEND');

create type "AccountActOutcome" as enum ('APPLIED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN');

create table organization (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null unique check (organization_path ~ '^([0-9A-Za-z-]{1,24}/){1,8}$'),
  code              text not null,
  name              text not null check (length(name) between 2 and 60),
  kind              "OrganizationKind" not null,
  parent_id         uuid references organization,
  constraint organization_check check (organization_path ~ (('(^|/)' || code) || '/$'))
);
create index organization_parent_id_idx on organization (parent_id);
create index organization_name_idx on organization using gin (name gin_trgm_ops);
call access.protect_issued('organization');

create table aid_centre (
  id                 uuid primary key default uuidv7(),
  organization_path  text collate "C" not null,
  organization_id    uuid not null references organization,
  name               text not null check (length(name) between 2 and 60),
  level              "AidCentreLevel" not null,
  public_institution boolean not null
);
create index aid_centre_organization_id_idx on aid_centre (organization_id);
call access.protect('aid_centre');

create table staff (
  id                   uuid primary key default uuidv7(),
  organization_path    text collate "C" not null,
  organization_id      uuid not null references organization,
  username             text not null check (username ~ '^[a-z0-9][a-z0-9-]{2,39}$'),
  name                 text not null check (length(name) between 1 and 40),
  roles                "Role"[] not null check (cardinality(roles) > 0),
  active               boolean not null default true,
  password_hash        text not null check (password_hash ~~ '$argon2id$%'),
  last_signed_in_at    timestamptz,
  -- A password that another gave is to be changed at its first use and is worth nothing after its day.
  given_password_until timestamptz,
  password_changed_at  timestamptz,
  -- Sign-in by an outside provider (OpenID Connect): the provider's name of a person, set by the administrator.
  outside_subject      text check (length(outside_subject) between 1 and 255),
  -- The office telephone of a member of staff (联系电话), printed on tables and forms.
  office_phone         text check (office_phone ~ '^[0-9-]{7,20}$'),
  constraint staff_username_once unique (username),
  constraint staff_outside_subject_once unique (outside_subject)
);
create index staff_organization_id_idx on staff (organization_id);
create index staff_organization_path_idx on staff (organization_path);
create index staff_name_idx on staff using gin (name gin_trgm_ops);
call access.protect('staff');

create table session (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  staff_id          uuid not null references staff,
  refresh_hash      bytea not null unique check (length(refresh_hash) = 32),
  used_hashes       bytea[] not null default '{}'::bytea[],
  started_at        timestamptz not null,
  expires_at        timestamptz not null,
  ended_at          timestamptz,
  -- Lets a person recognise their own sessions; the address is stored masked, never in full.
  device            text not null default '' check (length(device) <= 80),
  masked_address    text not null default '' check (length(masked_address) <= 45),
  last_used_at      timestamptz not null,
  -- Who was proven by the provider needs no password of ours, and so does not change a given one first.
  outside           boolean not null default false,
  constraint session_check check (expires_at > started_at)
);
create index session_ended on session (ended_at) where ended_at is not null;
create index session_staff_id_idx on session (staff_id);
create index session_used_hashes_idx on session using gin (used_hashes);
call access.protect('session');

-- Attempts to sign in that are not known to be right, by the keyed digest of what they were for: a username, known or
-- not, or a member of staff's second factor. Counted before they are judged, so that simultaneous guesses all count.
-- no row security on sign_in_attempt: before sign-in nobody acts; it holds keyed digests, counts and moments alone
create table sign_in_attempt (
  target     bytea primary key check (length(target) = 32),
  attempts   integer not null default 0 check (attempts >= 0),
  last_at    timestamptz not null,
  not_before timestamptz
);
create index sign_in_attempt_last_at_idx on sign_in_attempt (last_at);
-- no row security on sign_in_attempt: before sign-in nobody acts; it holds keyed digests, counts and moments alone

-- A second factor (RFC 6238): its secret sealed to the member of staff; it counts once a first code has confirmed it.
create table second_factor (
  staff_id          uuid primary key references staff,
  organization_path text collate "C" not null,
  sealed_secret     text not null check (sealed_secret ~ '^v2[.]'),
  began_at          timestamptz not null,
  confirmed_at      timestamptz,
  last_step         bigint,
  constraint second_factor_check check ((confirmed_at is null) = (last_step is null))
);
comment on column second_factor.sealed_secret is 'sealed; row: staff_id; organization: organization_path';
call access.protect('second_factor');

-- Codes for the day when the device is lost; each works once, and only its keyed digest is kept.
create table recovery_code (
  digest            bytea primary key check (length(digest) = 32),
  organization_path text collate "C" not null,
  staff_id          uuid not null references second_factor (staff_id) on delete cascade,
  used_at           timestamptz
);
create index recovery_code_staff_id_idx on recovery_code (staff_id);
call access.protect('recovery_code');

-- Roles delegated to a colleague of the same organisation for a period (临时委托); first and last day included.
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
  constraint delegation_check check ((ended_at is null) = (ended_by_id is null))
);
create index delegation_to_staff_id_last_day_idx on delegation (to_staff_id, last_day);
create index delegation_from_staff_id_last_day_idx on delegation (from_staff_id, last_day);
call access.protect('delegation');

create table account_act (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null references organization,
  kind              "AccountActKind" not null,
  -- The account; for an enrolment, set only once it is done.
  staff_id          uuid references staff,
  staff_name        text not null check (length(staff_name) between 1 and 40),
  username          text not null,
  office_phone      text,
  roles             "Role"[] not null,
  roles_before      "Role"[] not null default '{}',
  -- The one-time password to come into force; forgotten once it is decided.
  password_hash     text check (password_hash ~~ '$argon2id$%'),
  outside_subject   text check (length(outside_subject) between 1 and 255),
  to_staff_id       uuid references staff,
  first_day         date,
  last_day          date,
  reason            text check (length(reason) between 2 and 200),
  asked_by_id       uuid not null references staff,
  asked_by_name     text not null,
  asked_at          timestamptz not null,
  expires_at        timestamptz not null,
  outcome           "AccountActOutcome",
  decided_by_id     uuid references staff,
  decided_by_name   text,
  decided_at        timestamptz,
  -- The transaction of the decision: nothing is done on its ground in any other.
  decided_in        bigint,
  -- When the owner of the account was informed.
  seen_at           timestamptz,
  constraint account_act_check check (expires_at > asked_at),
  constraint account_act_not_on_oneself check (staff_id is distinct from asked_by_id),
  constraint account_act_maker_is_not_checker check (outcome is distinct from 'CONFIRMED' or decided_by_id <> asked_by_id),
  constraint account_act_withdrawn_by_its_maker check (outcome is distinct from 'WITHDRAWN' or decided_by_id = asked_by_id),
  constraint account_act_check1 check ((outcome is null) = (decided_at is null)),
  constraint account_act_check2 check (((outcome is null) or (outcome = 'APPLIED')) = (decided_by_id is null)),
  constraint account_act_check3 check ((decided_by_id is null) = (decided_by_name is null)),
  constraint account_act_check4 check ((kind = 'ENROL') or (staff_id is not null)),
  constraint account_act_check5 check ((kind = 'LEND') = (to_staff_id is not null)),
  constraint account_act_check6 check ((kind = 'LEND') = ((first_day is not null) and (last_day is not null) and (reason is not null)))
);
create index account_act_waiting on account_act (organization_path, asked_at) where outcome is null;
create index account_act_staff_id_asked_at_idx on account_act (staff_id, asked_at);
create index account_act_to_staff_id_idx on account_act (to_staff_id) where to_staff_id is not null;
create index account_act_organization_path_asked_at_idx on account_act (organization_path, asked_at);
call access.protect('account_act');

-- A path is the parent's path and the own code, so a wrong path cannot put a row into another tree.
create function organization_path_follows_parent() returns trigger language plpgsql security definer
  set search_path = public as $$
begin
  if new.organization_path is distinct from
    coalesce((select organization_path from organization where id = new.parent_id), '') || new.code || '/'
  then
    raise exception 'organization_path does not follow from the parent' using errcode = 'check_violation',
      constraint = 'organization_path_follows_parent';
  end if;
  return new;
end $$;
create trigger organization_path_follows_parent before insert or update on organization
  for each row execute function organization_path_follows_parent();

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

-- A window clerk counts as a clerk; a reviewer or approver does not pay; an administrator handles
-- neither cases nor money. The pairs of packages/access/src/incompatible-roles.ts; a test compares them.
create function incompatible_roles() returns table (one "Role", other "Role")
language sql immutable parallel safe as $$
  select one::"Role", other::"Role" from (values
    ('{CLERK,WINDOW_CLERK}'::"Role"[], '{REVIEWER,APPROVER}'::"Role"[]),
    ('{REVIEWER}', '{APPROVER}'),
    ('{CLERK,WINDOW_CLERK,REVIEWER,APPROVER}', '{FINANCE,FINANCE_LEAD}'),
    ('{FINANCE}', '{FINANCE_LEAD}'),
    ('{ADMINISTRATOR}', '{CLERK,WINDOW_CLERK,REVIEWER,APPROVER,EMPLOYMENT,LEGAL_AID,FINANCE,FINANCE_LEAD}'),
    ('{AUDITOR}', array_remove(enum_range(null::"Role"), 'AUDITOR'))
  ) as v(ones, others), unnest(ones) as one, unnest(others) as other
$$;

create function roles_go_together(held "Role"[]) returns boolean language sql immutable parallel safe
  return not exists (select from incompatible_roles() r where held @> array[r.one, r.other]);

-- Asked only when roles are written: who held such a pair before keeps the account, and signs in, until it is mended.
create function staff_roles_go_together() returns trigger language plpgsql as $$
begin
  if not roles_go_together(new.roles) then
    raise exception 'staff_roles_go_together' using errcode = 'check_violation', constraint = 'staff_roles_go_together';
  end if;
  return new;
end $$;
create trigger staff_roles_go_together before insert or update of roles on staff
  for each row execute function staff_roles_go_together();

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

-- On no day may a person's own and delegated roles contain an incompatible pair. Delegations in effect change
-- only on the first day of a delegation, so these days and today are checked. The caller holds the staff row.
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

-- What administrators do on accounts (账号事项). On an account that holds money, review, approval, legal, audit or
-- administration, or comes to hold them, an act waits for a second person, and is applied in the transaction of that
-- person's word alone. The list is packages/access/src/guarded-roles.ts; a test compares them.
create function guarded_roles() returns "Role"[] language sql immutable parallel safe
  return '{REVIEWER,APPROVER,LEGAL_AID,FINANCE,FINANCE_LEAD,AUDITOR,ADMINISTRATOR}'::"Role"[];

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
  -- Roles are delegated only with their holder's confirmation, whatever the roles.
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
-- the installer creates the first administrators.
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

-- Roles are delegated by their holder; an administrator does not delegate that role.
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

create trigger never_deleted before delete on account_act for each statement execute function access.refuse_change();
create trigger never_truncated before truncate on account_act for each statement execute function access.refuse_change();
