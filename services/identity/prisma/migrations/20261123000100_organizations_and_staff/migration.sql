create extension if not exists pg_trgm;

create type "OrganizationKind" as enum ('PROVINCE', 'CITY', 'COUNTY', 'INDUSTRY_UNION', 'BASE_UNION', 'AID_STATION');
create type "AidCentreLevel" as enum ('PROVINCE', 'PREFECTURE', 'COUNTY');
create type "Role" as enum ('CLERK', 'REVIEWER', 'APPROVER', 'WINDOW_CLERK', 'EMPLOYMENT', 'LEGAL_AID', 'FINANCE',
  'FINANCE_LEAD', 'STATISTICS', 'AUDITOR', 'ADMINISTRATOR');

create table organization (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null unique check (organization_path ~ '^([0-9A-Za-z-]{1,24}/){1,8}$'),
  code              text not null check (organization_path ~ ('(^|/)' || code || '/$')),
  name              text not null check (length(name) between 2 and 60),
  kind              "OrganizationKind" not null,
  parent_id         uuid references organization
);
create index on organization (parent_id);
create index on organization using gin (name gin_trgm_ops);
call access.protect_issued('organization');

-- A path is the parent's path and the own code: nobody can be put under another's tree by a mistaken path.
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

create table aid_centre (
  id                 uuid primary key default uuidv7(),
  organization_path  text collate "C" not null,
  organization_id    uuid not null references organization,
  name               text not null check (length(name) between 2 and 60),
  level              "AidCentreLevel" not null,
  public_institution boolean not null
);
create index on aid_centre (organization_id);
call access.protect('aid_centre');

create table staff (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null references organization,
  username          text not null check (username ~ '^[a-z0-9][a-z0-9-]{2,39}$'),
  name              text not null check (length(name) between 1 and 40),
  roles             "Role"[] not null check (cardinality(roles) > 0),
  active            boolean not null default true,
  password_hash     text not null check (password_hash like '$argon2id$%'),
  last_signed_in_at timestamptz,
  failed_sign_ins   integer not null default 0,
  locked_until      timestamptz,
  constraint staff_username_once unique (username),
  constraint staff_maker_is_not_checker check (not roles @> '{FINANCE,FINANCE_LEAD}'),
  constraint staff_administrator_is_not_finance check (not (roles @> '{ADMINISTRATOR}' and roles && '{FINANCE,FINANCE_LEAD}'))
);
create index on staff (organization_id);
create index on staff (organization_path);
create index on staff using gin (name gin_trgm_ops);
call access.protect('staff');

create table session (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  staff_id          uuid not null references staff,
  refresh_hash      bytea not null unique check (length(refresh_hash) = 32),
  used_hashes       bytea[] not null default '{}',
  started_at        timestamptz not null,
  expires_at        timestamptz not null check (expires_at > started_at),
  ended_at          timestamptz
);
create index on session (staff_id);
call access.protect('session');

-- Before anybody has signed in, no scope is set and row-level security shows nothing. These two answer only for one
-- exact username or one exact refresh token.
create function staff_at_sign_in(wanted text)
  returns table (id uuid, organization_path text, password_hash text, active boolean, locked_until timestamptz)
  language sql stable security definer set search_path = public as $$
  select id, organization_path, password_hash, active, locked_until from staff where username = wanted
$$;

create function session_at_refresh(wanted bytea)
  returns table (id uuid, organization_path text, staff_id uuid, current boolean, expires_at timestamptz, ended_at timestamptz)
  language sql stable security definer set search_path = public as $$
  select id, organization_path, staff_id, refresh_hash = wanted, expires_at, ended_at from session
  where refresh_hash = wanted or used_hashes @> array[wanted]
$$;
create index on session using gin (used_hashes);
