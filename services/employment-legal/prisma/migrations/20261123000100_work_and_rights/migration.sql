-- Households known from their case files, job seekers, vacancies, referrals, placements, training, legal cases and
-- wage claims.
create type "JobSeekerPriority" as enum ('LAID_OFF_MODEL_WORKER', 'HARD_UP_HOUSEHOLD', 'OTHER');
create type "JobSeekerStatus" as enum ('OPEN', 'PLACED');
create type "VacancyStatus" as enum ('OPEN', 'FILLED');
create type "ReferralStatus" as enum ('REFERRED', 'PLACED', 'NOT_TAKEN');
create type "LegalCaseKind" as enum ('CONSULTATION', 'DRAFTING', 'LITIGATION', 'MEDIATION', 'ARBITRATION');
create type "LegalCaseStatus" as enum ('OPEN', 'CLOSED');
create type "LegalCaseOutcome" as enum ('ADVISED', 'DOCUMENTS_DRAFTED', 'SETTLED', 'WON', 'PARTLY_WON',
  'LOST', 'WITHDRAWN');
create type "WageClaimStatus" as enum ('OPEN', 'RECOVERED');

-- The moment a thing of a day is placed at in a timeline: when it was recorded, if that was the same day in China.
create function moment_of(happened_on date, recorded_at timestamptz) returns timestamptz
  language sql stable parallel safe
  return case when happened_on = (recorded_at at time zone 'Asia/Shanghai')::date then recorded_at
    else (happened_on + time '09:00') at time zone 'Asia/Shanghai' end;

-- A column that the database itself derives: only a trigger's own statement may change it.
create function refuse_change_of_derived() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception '% of % is derived', tg_argv[0], tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create table known_household (
  household_id      uuid primary key,
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  organization_name text not null,
  priority          "JobSeekerPriority" not null,
  active            boolean not null,
  migrant_worker    boolean not null,
  changed_at        timestamptz not null
);
create index on known_household (organization_path);
call access.protect('known_household');

create table record_number (
  organization_path text collate "C" not null,
  series            text not null,
  year              integer not null,
  last              integer not null check (last > 0),
  primary key (organization_path, series, year)
);
call access.protect('record_number');

create table job_seeker (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  organization_name text not null,
  household_id      uuid references known_household,
  name              text not null check (length(name) between 1 and 60),
  migrant_worker    boolean not null,
  skills            text[] not null check (cardinality(skills) <= 20),
  wishes            text,
  place             text,
  priority          "JobSeekerPriority" not null,
  status            "JobSeekerStatus" not null default 'OPEN',
  registered_on     date not null,
  staff_id          uuid not null,
  staff_name        text not null,
  recorded_at       timestamptz not null
);
create unique index job_seeker_once_while_open on job_seeker (household_id, name) where status = 'OPEN';
create index on job_seeker (organization_path, status, priority, registered_on);
create index on job_seeker (household_id) where household_id is not null;
call access.protect('job_seeker');

create table vacancy (
  id                   uuid primary key default uuidv7(),
  organization_path    text collate "C" not null,
  organization_id      uuid not null,
  organization_name    text not null,
  employer             text not null check (length(employer) between 1 and 120),
  trade                text not null check (length(trade) between 1 and 60),
  place                text not null check (length(place) between 1 and 120),
  positions            integer not null check (positions between 1 and 10000),
  filled               integer not null default 0,
  monthly_pay_from_fen bigint not null check (monthly_pay_from_fen > 0),
  monthly_pay_to_fen   bigint check (monthly_pay_to_fen >= monthly_pay_from_fen),
  requirements         text,
  for_laid_off         boolean not null,
  offered_on           date not null,
  status               "VacancyStatus" not null generated always as
                         (case when filled < positions then 'OPEN'::"VacancyStatus"
                           else 'FILLED'::"VacancyStatus" end) stored,
  staff_id             uuid not null,
  staff_name           text not null,
  recorded_at          timestamptz not null,
  constraint vacancy_never_over_filled check (filled between 0 and positions)
);
create index on vacancy (organization_path, status, offered_on);
create trigger filled_is_derived before update of filled on vacancy
  for each row execute function refuse_change_of_derived('filled');
call access.protect('vacancy');

create table referral (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  organization_name text not null,
  job_seeker_id     uuid not null references job_seeker,
  vacancy_id        uuid not null references vacancy,
  referred_on       date not null,
  status            "ReferralStatus" not null default 'REFERRED',
  staff_id          uuid not null,
  staff_name        text not null,
  recorded_at       timestamptz not null,
  unique (id, job_seeker_id, vacancy_id)
);
create unique index referral_once_while_open on referral (job_seeker_id, vacancy_id) where status = 'REFERRED';
create index on referral (organization_path, status, referred_on);
create index on referral (job_seeker_id);
create index on referral (vacancy_id);
call access.protect('referral');

create table placement (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  organization_name text not null,
  referral_id       uuid not null,
  job_seeker_id     uuid not null,
  vacancy_id        uuid not null,
  placed_on         date not null,
  monthly_pay_fen   bigint not null check (monthly_pay_fen > 0),
  staff_id          uuid not null,
  staff_name        text not null,
  recorded_at       timestamptz not null,
  constraint placement_once_per_referral unique (referral_id),
  constraint placement_once_per_job_seeker unique (job_seeker_id),
  foreign key (referral_id, job_seeker_id, vacancy_id) references referral (id, job_seeker_id, vacancy_id)
);
create index on placement (vacancy_id);
call access.protect('placement');
call access.append_only('placement');

create function fill_position() returns trigger language plpgsql as $$
begin
  update vacancy set filled = filled + 1 where id = new.vacancy_id;
  if not found then
    raise exception 'the vacancy of a placement is not visible' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger placement_fills_position after insert on placement for each row execute function fill_position();

create table training_attendance (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  organization_name text not null,
  job_seeker_id     uuid not null references job_seeker,
  course            text not null check (length(course) between 1 and 120),
  attended_on       date not null,
  staff_id          uuid not null,
  staff_name        text not null,
  recorded_at       timestamptz not null,
  constraint training_attendance_once unique (job_seeker_id, course, attended_on)
);
call access.protect('training_attendance');
call access.append_only('training_attendance');

create table legal_case (
  id                       uuid primary key default uuidv7(),
  organization_path        text collate "C" not null,
  organization_id          uuid not null,
  organization_name        text not null,
  number                   text not null unique,
  kind                     "LegalCaseKind" not null,
  status                   "LegalCaseStatus" not null default 'OPEN',
  client_name              text not null check (length(client_name) between 1 and 120),
  household_id             uuid references known_household,
  persons                  integer not null check (persons between 1 and 100000),
  migrant_workers          integer not null,
  opened_on                date not null,
  sealed_content           text check (sealed_content like 'v1.%'),
  limitation_date          date,
  limitation_basis         text,
  limitation_basis_english text,
  closed_on                date,
  closed_at                timestamptz,
  outcome                  "LegalCaseOutcome",
  staff_id                 uuid not null,
  staff_name               text not null,
  recorded_at              timestamptz not null,
  constraint legal_case_migrants_are_part check (migrant_workers between 0 and persons),
  constraint legal_case_closed_with_outcome check (
    case status when 'OPEN' then num_nonnulls(closed_on, closed_at, outcome) = 0
      else num_nulls(closed_on, closed_at, outcome) = 0 and closed_on >= opened_on end),
  constraint legal_case_limitation_has_basis check (limitation_date is null or limitation_basis is not null)
);
create index on legal_case (organization_path, status, opened_on);
create index on legal_case (limitation_date) where status = 'OPEN';
create index on legal_case (household_id) where household_id is not null;
call access.protect('legal_case');

create table wage_claim (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  organization_name text not null,
  number            text not null unique,
  employer          text not null check (length(employer) between 1 and 120),
  site              text,
  opened_on         date not null,
  status            "WageClaimStatus" not null default 'OPEN',
  staff_id          uuid not null,
  staff_name        text not null,
  recorded_at       timestamptz not null
);
create index on wage_claim (organization_path, status, opened_on);
create trigger status_is_derived before update of status on wage_claim
  for each row execute function refuse_change_of_derived('status');
call access.protect('wage_claim');

create table wage_claim_worker (
  id                     uuid primary key,
  organization_path      text collate "C" not null,
  wage_claim_id          uuid not null references wage_claim,
  position               integer not null,
  name                   text not null check (length(name) between 1 and 60),
  sealed_identity_number text check (sealed_identity_number like 'v1.%'),
  masked_identity_number text,
  migrant_worker         boolean not null,
  household_id           uuid references known_household,
  owed_fen               bigint not null check (owed_fen > 0),
  recovered_fen          bigint not null default 0,
  constraint wage_claim_worker_never_more_than_owed check (recovered_fen between 0 and owed_fen),
  unique (wage_claim_id, position)
);
create index on wage_claim_worker (household_id) where household_id is not null;
create trigger worker_is_derived before update on wage_claim_worker
  for each row execute function refuse_change_of_derived('recovered_fen');
call access.protect('wage_claim_worker');

create table wage_recovery (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  organization_name text not null,
  wage_claim_id     uuid not null references wage_claim,
  recovered_on      date not null,
  staff_id          uuid not null,
  staff_name        text not null,
  recorded_at       timestamptz not null
);
create index on wage_recovery (wage_claim_id, recovered_on);
call access.protect('wage_recovery');
call access.append_only('wage_recovery');

create table wage_recovery_part (
  recovery_id       uuid not null references wage_recovery,
  worker_id         uuid not null references wage_claim_worker,
  organization_path text collate "C" not null,
  amount_fen        bigint not null check (amount_fen > 0),
  primary key (recovery_id, worker_id)
);
create index on wage_recovery_part (worker_id);
call access.protect('wage_recovery_part');
call access.append_only('wage_recovery_part');

-- Recovered sums are the sums of the parts; a claim is recovered when nobody is owed anything any more.
create function add_recovered() returns trigger language plpgsql as $$
begin
  if exists (
    select from added join wage_recovery r on r.id = added.recovery_id
      join wage_claim_worker w on w.id = added.worker_id
    where w.wage_claim_id <> r.wage_claim_id
  ) then
    raise exception 'a recovery pays a worker of another claim' using errcode = 'foreign_key_violation';
  end if;
  update wage_claim_worker w set recovered_fen = w.recovered_fen + a.amount_fen
  from (select worker_id, sum(amount_fen)::bigint as amount_fen from added group by worker_id) a
  where w.id = a.worker_id;
  update wage_claim c set status = 'RECOVERED'
  where c.id in (select wage_claim_id from wage_claim_worker where id in (select worker_id from added))
    and not exists (select from wage_claim_worker w where w.wage_claim_id = c.id and w.recovered_fen < w.owed_fen);
  return null;
end $$;
create trigger parts_add_up after insert on wage_recovery_part referencing new table as added
  for each statement execute function add_recovered();
