-- Policies, campaigns, decision sheets and aid applications.

-- A policy and its versions are issued by an organisation for those below it; an issued version never changes.
create table policy (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  organization_name text not null,
  code              text not null check (code ~ '^[a-z0-9-]{3,60}$'),
  name              text not null,
  name_en           text not null,
  constraint policy_code_once unique (organization_path, code)
);
call access.protect_issued('policy');

create table policy_version (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  policy_id         uuid not null references policy,
  version           integer not null check (version > 0),
  source            text not null,
  in_force_from     date not null,
  in_force_to       date check (in_force_to >= in_force_from),
  aid_type          text not null,
  mark              text,
  purpose           text not null,
  amount_fen        bigint not null check (amount_fen > 0),
  amount_min_fen    bigint not null check (amount_min_fen > 0),
  amount_max_fen    bigint not null check (amount_max_fen >= amount_min_fen),
  approver_role     text not null,
  frequency         jsonb not null,
  decision          jsonb not null,
  content_hash      text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  issued_at         timestamptz,
  issued_by         uuid,
  constraint policy_version_once unique (policy_id, version),
  check ((issued_at is null) = (issued_by is null))
);
call access.protect_issued('policy_version');

create table policy_clause (
  policy_version_id uuid not null references policy_version,
  organization_path text collate "C" not null,
  code              text not null,
  position          integer not null,
  kind              text not null check (kind in ('CATEGORY', 'REQUIREMENT', 'REFERENCE')),
  criterion         text not null,
  title             text not null,
  title_en          text not null,
  source            text not null,
  body              text not null,
  evidence          text[] not null default '{}',
  primary key (policy_version_id, code)
);
call access.protect_issued('policy_clause');

create function policy_issued_stays() returns trigger language plpgsql as $$
begin
  if old.issued_at is not null then
    raise exception 'policy_issued_stays: an issued policy version never changes' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger issued_stays before update or delete on policy_version
  for each row execute function policy_issued_stays();

create function policy_clause_issued_stays() returns trigger language plpgsql as $$
begin
  if exists (select from policy_version v where v.issued_at is not null
             and v.id in (old.policy_version_id, new.policy_version_id)) then
    raise exception 'policy_issued_stays: the clauses of an issued version never change'
      using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger issued_stays before insert or update or delete on policy_clause
  for each row execute function policy_clause_issued_stays();

create table campaign (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  organization_name text not null,
  name              text not null check (length(name) between 2 and 100),
  status            text not null default 'OPEN' check (status in ('DRAFT', 'OPEN', 'CLOSED')),
  starts_on         date not null,
  ends_on           date not null check (ends_on >= starts_on),
  policy_version_id uuid not null references policy_version,
  standard_fen      bigint not null check (standard_fen > 0),
  budget_fen        bigint not null check (budget_fen > 0),
  opened_by         uuid not null,
  opened_by_name    text not null,
  opened_at         timestamptz not null,
  constraint campaign_name_once unique (organization_path, name)
);
call access.protect_issued('campaign');

create table campaign_phase (
  campaign_id       uuid not null references campaign,
  organization_path text collate "C" not null,
  position          integer not null,
  name              text not null,
  name_en           text not null,
  starts_on         date not null,
  ends_on           date not null check (ends_on >= starts_on),
  primary key (campaign_id, position)
);
call access.protect_issued('campaign_phase');

create table campaign_category (
  campaign_id       uuid not null references campaign,
  organization_path text collate "C" not null,
  position          integer not null,
  code              text not null,
  name              text not null,
  name_en           text not null,
  primary key (campaign_id, code)
);
call access.protect_issued('campaign_category');

create table campaign_quota (
  campaign_id       uuid not null references campaign,
  organization_path text collate "C" not null,
  county_path       text collate "C" not null,
  county_id         uuid not null,
  county_name       text not null,
  households        integer not null check (households >= 0),
  budget_fen        bigint not null check (budget_fen >= 0),
  primary key (campaign_id, county_id),
  check (county_path ^@ organization_path)
);
call access.protect_issued('campaign_quota');

-- The engine's answer for one household's facts, kept for ever: asked again with the same facts, it is this row.
create table decision_sheet (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  policy_version_id uuid not null references policy_version,
  campaign_id       uuid references campaign,
  household_id      uuid not null references household,
  case_file_id      uuid not null references case_file,
  case_file_version integer not null check (case_file_version > 0),
  outcome           text not null check (outcome in ('ELIGIBLE', 'NOT_ELIGIBLE', 'COORDINATE_FIRST', 'DISCRETIONARY')),
  amount_fen        bigint not null check (amount_fen >= 0),
  amount_min_fen    bigint not null check (amount_min_fen >= 0),
  amount_max_fen    bigint not null check (amount_max_fen >= amount_min_fen),
  cap_fen           bigint,
  clauses_for       text[] not null,
  clauses_against   text[] not null,
  evidence_missing  text[] not null,
  lines             jsonb not null,
  inputs            jsonb not null,
  inputs_hash       text not null check (inputs_hash ~ '^[0-9a-f]{64}$'),
  decided_at        timestamptz not null,
  decided_by        uuid not null,
  constraint decision_sheet_once unique (policy_version_id, case_file_id, organization_path, inputs_hash)
);
create index on decision_sheet (household_id);
call access.protect('decision_sheet');
call access.append_only('decision_sheet');

create table aid_application (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  organization_name text not null,
  county_code       text not null,
  year              integer not null,
  sequence          integer not null check (sequence > 0),
  number            text not null unique,
  campaign_id       uuid references campaign,
  household_id      uuid not null references household,
  case_file_id      uuid not null references case_file,
  case_file_version integer not null check (case_file_version > 0),
  decision_sheet_id uuid not null references decision_sheet,
  clause_codes      text[] not null,
  aid_type          text not null,
  mark              text,
  purpose           text not null,
  amount_fen        bigint not null,
  status            text not null check (status in ('DRAFT', 'SUBMITTED', 'BASE_REVIEW', 'COUNTY_REVIEW', 'CITY_REVIEW',
                      'APPROVED', 'AWAITING_FUNDS', 'FUNDED', 'PAID', 'FOLLOWED_UP', 'RETURNED', 'REJECTED',
                      'WITHDRAWN')),
  head_name         text not null,
  unit_name         text not null,
  head_index        bytea not null,
  put_forward_by    uuid not null,
  put_forward_name  text not null,
  put_forward_at    timestamptz not null,
  approved_by       uuid,
  approved_name     text,
  approved_at       timestamptz,
  opinion           text,
  grant_id          uuid unique,
  missing_fen       bigint check (missing_fen > 0),
  paid_on           date,
  snapshot          jsonb,
  snapshot_hash     text check (snapshot_hash ~ '^[0-9a-f]{64}$'),
  unique (county_code, year, sequence),
  constraint application_cites_clause check (cardinality(clause_codes) > 0),
  constraint application_never_below_300 check (amount_fen >= 30000 or aid_type <> 'LIVING'),
  constraint application_amount_positive check (amount_fen between 1 and 100000000),
  constraint application_grant_is_whole check (
    (status in ('APPROVED', 'AWAITING_FUNDS', 'FUNDED', 'PAID', 'FOLLOWED_UP'))
      = (grant_id is not null and approved_by is not null and approved_at is not null and approved_name is not null
         and snapshot is not null and snapshot_hash is not null)),
  constraint application_missing_while_waiting check ((missing_fen is not null) = (status = 'AWAITING_FUNDS')),
  constraint application_opinion_required check (
    status not in ('RETURNED', 'REJECTED') or length(trim(coalesce(opinion, ''))) > 0)
);
create unique index application_once_a_campaign on aid_application (campaign_id, case_file_id)
  where status not in ('RETURNED', 'WITHDRAWN');
create index on aid_application (organization_path, status, number);
create index on aid_application (household_id);
create index on aid_application (head_index) where approved_at is not null;
create index on aid_application (case_file_id);
call access.protect('aid_application');
do $$ begin
  execute format('create policy application_owner on aid_application for select to %I using (true)', current_user);
end $$;

create table application_step (
  id                uuid primary key default uuidv7(),
  application_id    uuid not null references aid_application,
  organization_path text collate "C" not null,
  from_status       text,
  to_status         text not null,
  at                timestamptz not null,
  staff_id          uuid not null,
  staff_name        text not null,
  opinion           text
);
create index on application_step (application_id, at);
call access.protect('application_step');
call access.append_only('application_step');

-- Application numbers, without a gap for each county and year; the counter stays locked until commit.
create table application_counter (
  county_code text not null,
  year        integer not null,
  last        integer not null,
  primary key (county_code, year)
);
alter table application_counter enable row level security;

create function take_application_numbers(county text, of_year integer, wanted integer) returns integer
language sql security definer set search_path = public, pg_temp as $$
  insert into application_counter as c (county_code, year, last) values (county, of_year, wanted)
  on conflict (county_code, year) do update set last = c.last + wanted
  returning last - wanted + 1
$$;

create function application_numbers_have_no_gap() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from (select county_code, year, min(sequence) as first, max(sequence) as last, count(*) as applications
                 from added group by county_code, year) o
    left join application_counter c using (county_code, year)
    where c.last is distinct from o.last or o.last - o.first + 1 <> o.applications
       or (o.first > 1 and not exists (select from aid_application a
           where a.county_code = o.county_code and a.year = o.year and a.sequence = o.first - 1))
  ) then
    raise exception 'application_numbers_have_no_gap' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger numbers_have_no_gap after insert on aid_application referencing new table as added
  for each statement execute function application_numbers_have_no_gap();

-- When people were last aided, in whatever county: once a year for a household is kept across counties.
-- Answers a date and nothing else.
create function last_aided_on(indexes bytea[]) returns table (head_index bytea, aided_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.head_index, max((a.approved_at at time zone 'Asia/Shanghai')::date)
  from aid_application a
  where a.head_index = any(indexes) and a.approved_at is not null
  group by a.head_index
$$;

create function application_may_go(from_status text, to_status text) returns boolean
language sql immutable parallel safe
return (from_status || '>' || to_status) = any (array[
  'DRAFT>SUBMITTED', 'SUBMITTED>BASE_REVIEW', 'SUBMITTED>COUNTY_REVIEW', 'BASE_REVIEW>COUNTY_REVIEW',
  'COUNTY_REVIEW>CITY_REVIEW', 'COUNTY_REVIEW>APPROVED', 'CITY_REVIEW>APPROVED',
  'SUBMITTED>RETURNED', 'BASE_REVIEW>RETURNED', 'COUNTY_REVIEW>RETURNED', 'CITY_REVIEW>RETURNED',
  'SUBMITTED>REJECTED', 'BASE_REVIEW>REJECTED', 'COUNTY_REVIEW>REJECTED', 'CITY_REVIEW>REJECTED',
  'DRAFT>WITHDRAWN', 'SUBMITTED>WITHDRAWN', 'BASE_REVIEW>WITHDRAWN', 'COUNTY_REVIEW>WITHDRAWN', 'CITY_REVIEW>WITHDRAWN',
  'APPROVED>AWAITING_FUNDS', 'APPROVED>FUNDED', 'AWAITING_FUNDS>FUNDED', 'FUNDED>PAID', 'PAID>FUNDED',
  'PAID>FOLLOWED_UP']);

create function application_stays() returns trigger language plpgsql as $$
begin
  raise exception 'application_stays: an application is never deleted' using errcode = 'restrict_violation';
end $$;
create trigger application_stays before delete on aid_application for each row execute function application_stays();

-- Put forward in one's own name, on a sheet of the same household and file, before anything is decided.
create function application_is_put_forward_lawfully() returns trigger language plpgsql as $$
begin
  if new.status not in ('DRAFT', 'SUBMITTED', 'BASE_REVIEW', 'COUNTY_REVIEW') then
    raise exception 'application_starts_undecided' using errcode = 'check_violation';
  end if;
  if new.put_forward_by is distinct from access.staff() then
    raise exception 'application_put_forward_by_actor' using errcode = 'check_violation';
  end if;
  if not exists (select from decision_sheet s
                 where s.id = new.decision_sheet_id and s.household_id = new.household_id
                   and s.case_file_id = new.case_file_id and s.case_file_version = new.case_file_version
                   and s.outcome in ('ELIGIBLE', 'DISCRETIONARY') and new.clause_codes <@ s.clauses_for) then
    raise exception 'application_rests_on_sheet' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger put_forward_lawfully before insert on aid_application
  for each row execute function application_is_put_forward_lawfully();

create function application_steps_are_lawful() returns trigger language plpgsql as $$
begin
  if not application_may_go(old.status, new.status) then
    raise exception 'application_life_cycle: % does not lead to %', old.status, new.status
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger steps_are_lawful before update on aid_application for each row
  when (old.status is distinct from new.status) execute function application_steps_are_lawful();

-- What was put forward is not rewritten, and an approval is not rewritten once it is given.
create function application_facts_stay() returns trigger language plpgsql as $$
begin
  raise exception 'application_facts_stay' using errcode = 'check_violation';
end $$;
create trigger facts_stay before update on aid_application for each row
  when ((old.number, old.household_id, old.case_file_id, old.case_file_version, old.decision_sheet_id,
         old.put_forward_by, old.organization_path, old.head_index)
        is distinct from (new.number, new.household_id, new.case_file_id, new.case_file_version, new.decision_sheet_id,
         new.put_forward_by, new.organization_path, new.head_index)
    or (old.grant_id is not null and (old.grant_id, old.approved_by, old.approved_at, old.amount_fen, old.snapshot)
        is distinct from (new.grant_id, new.approved_by, new.approved_at, new.amount_fen, new.snapshot)))
  execute function application_facts_stay();

-- File first, real name, and maker is not checker: no role passes by these, whatever program writes the row.
create function application_file_first() returns trigger language plpgsql as $$
begin
  if not exists (select from case_file f join household h on h.id = f.household_id join person p on p.id = h.head_id
                 where f.id = new.case_file_id and f.household_id = new.household_id and f.status = 'ACTIVE'
                   and p.identity_verified) then
    raise exception 'application_file_first: no aid without an active file under a verified identity'
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger file_first_at_start after insert on aid_application
  for each row execute function application_file_first();
create constraint trigger file_first_at_approval after update of status on aid_application
  for each row when (new.status = 'APPROVED') execute function application_file_first();

create function application_maker_is_not_checker() returns trigger language plpgsql as $$
begin
  if new.approved_by is distinct from access.staff() or new.approved_by = new.put_forward_by
    or exists (select from case_file f where f.id = new.case_file_id
               and new.approved_by in (f.submitted_by, f.reviewed_by)) then
    raise exception 'application_maker_is_not_checker' using errcode = 'check_violation';
  end if;
  if not exists (select from decision_sheet s where s.id = new.decision_sheet_id
                 and new.amount_fen between s.amount_min_fen and s.amount_max_fen) then
    raise exception 'application_amount_within_range' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger maker_is_not_checker after update of status on aid_application
  for each row when (new.status = 'APPROVED') execute function application_maker_is_not_checker();
