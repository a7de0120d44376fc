-- The tables of employment and legal aid: job seekers, vacancies, legal cases, wage claims.

create type "JobSeekerPriority" as enum ('LAID_OFF_MODEL_WORKER', 'HARD_UP_HOUSEHOLD', 'OTHER');

create type "JobSeekerStatus" as enum ('OPEN', 'PLACED');

create type "VacancyStatus" as enum ('OPEN', 'FILLED');

create type "ReferralStatus" as enum ('REFERRED', 'PLACED', 'NOT_TAKEN');

create type "LegalCaseKind" as enum ('CONSULTATION', 'DRAFTING', 'LITIGATION', 'MEDIATION', 'ARBITRATION');

create type "LegalCaseStatus" as enum ('OPEN', 'CLOSED');

create type "LegalCaseOutcome" as enum ('ADVISED', 'DOCUMENTS_DRAFTED', 'SETTLED', 'WON', 'PARTLY_WON', 'LOST', 'WITHDRAWN');

create type "WageClaimStatus" as enum ('OPEN', 'RECOVERED');

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
create index known_household_organization_path_idx on known_household (organization_path);
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
  household_id      uuid references known_household (household_id),
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
create index job_seeker_organization_path_status_priority_registered_on_idx on job_seeker (organization_path, status, priority, registered_on);
create index job_seeker_household_id_idx on job_seeker (household_id) where household_id is not null;
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
  monthly_pay_to_fen   bigint,
  requirements         text,
  for_laid_off         boolean not null,
  offered_on           date not null,
  status               "VacancyStatus" generated always as (case when filled < positions then 'OPEN'::"VacancyStatus" else 'FILLED'::"VacancyStatus" end) stored not null,
  staff_id             uuid not null,
  staff_name           text not null,
  recorded_at          timestamptz not null,
  date_reason          text check (length(date_reason) between 1 and 500),
  constraint vacancy_check check (monthly_pay_to_fen >= monthly_pay_from_fen),
  constraint vacancy_never_over_filled check (filled between 0 and positions)
);
create index vacancy_organization_path_status_offered_on_idx on vacancy (organization_path, status, offered_on);
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
  date_reason       text check (length(date_reason) between 1 and 500),
  constraint referral_id_job_seeker_id_vacancy_id_key unique (id, job_seeker_id, vacancy_id)
);
create unique index referral_once_while_open on referral (job_seeker_id, vacancy_id) where status = 'REFERRED';
create index referral_organization_path_status_referred_on_idx on referral (organization_path, status, referred_on);
create index referral_job_seeker_id_idx on referral (job_seeker_id);
create index referral_vacancy_id_idx on referral (vacancy_id);
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
  date_reason       text check (length(date_reason) between 1 and 500),
  constraint placement_once_per_referral unique (referral_id),
  constraint placement_once_per_job_seeker unique (job_seeker_id),
  constraint placement_referral_id_job_seeker_id_vacancy_id_fkey foreign key (referral_id, job_seeker_id, vacancy_id) references referral(id, job_seeker_id, vacancy_id)
);
create index placement_vacancy_id_idx on placement (vacancy_id);
call access.protect('placement');
call access.append_only('placement');

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
  date_reason       text check (length(date_reason) between 1 and 500),
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
  household_id             uuid references known_household (household_id),
  persons                  integer not null check (persons between 1 and 100000),
  migrant_workers          integer not null,
  opened_on                date not null,
  sealed_content           text,
  limitation_date          date,
  limitation_basis         text,
  limitation_basis_english text,
  closed_on                date,
  closed_at                timestamptz,
  outcome                  "LegalCaseOutcome",
  staff_id                 uuid not null,
  staff_name               text not null,
  recorded_at              timestamptz not null,
  -- Why a day of long ago, or of before what it rests on, is right: kept with what happened that day.
  date_reason              text check (length(date_reason) between 1 and 500),
  closing_date_reason      text check (length(closing_date_reason) between 1 and 500),
  constraint legal_case_migrants_are_part check (migrant_workers between 0 and persons),
  constraint legal_case_closed_with_outcome check (
    case status when 'OPEN' then num_nonnulls(closed_on, closed_at, outcome) = 0
    else num_nulls(closed_on, closed_at, outcome) = 0 and closed_on >= opened_on end),
  constraint legal_case_limitation_has_basis check (limitation_date is null or limitation_basis is not null),
  constraint legal_case_content_is_sealed check (sealed_content ~ '^v2[.]')
);
comment on column legal_case.sealed_content is 'sealed; row: id; organization: organization_path';
create index legal_case_organization_path_status_opened_on_idx on legal_case (organization_path, status, opened_on);
create index legal_case_limitation_date_idx on legal_case (limitation_date) where status = 'OPEN';
create index legal_case_household_id_idx on legal_case (household_id) where household_id is not null;
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
  recorded_at       timestamptz not null,
  date_reason       text check (length(date_reason) between 1 and 500)
);
create index wage_claim_organization_path_status_opened_on_idx on wage_claim (organization_path, status, opened_on);
call access.protect('wage_claim');

create table wage_claim_worker (
  id                     uuid primary key,
  organization_path      text collate "C" not null,
  wage_claim_id          uuid not null references wage_claim,
  position               integer not null,
  name                   text not null check (length(name) between 1 and 60),
  sealed_identity_number text,
  masked_identity_number text,
  migrant_worker         boolean not null,
  household_id           uuid references known_household (household_id),
  owed_fen               bigint not null check (owed_fen > 0),
  recovered_fen          bigint not null default 0,
  -- The same worker has one reference in every instalment and claim.
  person_ref             text not null,
  constraint wage_claim_worker_never_more_than_owed check (recovered_fen between 0 and owed_fen),
  constraint wage_claim_worker_wage_claim_id_position_key unique (wage_claim_id, "position"),
  constraint wage_claim_worker_identity_number_is_sealed check (sealed_identity_number ~ '^v2[.]')
);
comment on column wage_claim_worker.sealed_identity_number is 'sealed; row: id; organization: organization_path';
create index wage_claim_worker_household_id_idx on wage_claim_worker (household_id) where household_id is not null;
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
  recorded_at       timestamptz not null,
  date_reason       text check (length(date_reason) between 1 and 500)
);
create index wage_recovery_wage_claim_id_recovered_on_idx on wage_recovery (wage_claim_id, recovered_on);
call access.protect('wage_recovery');
call access.append_only('wage_recovery');

create table wage_recovery_part (
  recovery_id       uuid not null references wage_recovery,
  worker_id         uuid not null references wage_claim_worker,
  organization_path text collate "C" not null,
  amount_fen        bigint not null check (amount_fen > 0),
  primary key (recovery_id, worker_id)
);
create index wage_recovery_part_worker_id_idx on wage_recovery_part (worker_id);
call access.protect('wage_recovery_part');
call access.append_only('wage_recovery_part');

-- A column that the database itself derives: only a trigger's own statement may change it.
create function refuse_change_of_derived() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception '% of % is derived', tg_argv[0], tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger filled_is_derived before update of filled on vacancy
  for each row execute function refuse_change_of_derived('filled');
create trigger status_is_derived before update of status on wage_claim
  for each row execute function refuse_change_of_derived('status');
create trigger worker_is_derived before update on wage_claim_worker
  for each row execute function refuse_change_of_derived('recovered_fen');

create function fill_position() returns trigger language plpgsql as $$
begin
  update vacancy set filled = filled + 1 where id = new.vacancy_id;
  if not found then
    raise exception 'the vacancy of a placement is not visible' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger placement_fills_position after insert on placement for each row execute function fill_position();

-- Recovered sums are the sums of the parts; a claim is recovered once nothing is owed any more.
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
