-- The tables of reporting: facts, figures, submissions.

create type "OrganizationKind" as enum ('PROVINCE', 'CITY', 'COUNTY', 'INDUSTRY_UNION', 'BASE_UNION', 'AID_STATION');

create type "FactKind" as enum ('CASE_FILE_ACTIVATED', 'CASE_FILE_EXITED', 'CASE_FILE_SUSPENDED', 'GRANT_APPROVED', 'PAYMENT_MADE', 'PAYMENT_RETURNED', 'RECEIPT_RECORDED', 'ALLOCATION_RECEIVED', 'VISIT_MADE', 'VACANCY_OFFERED', 'TRAINING_ATTENDED', 'LEGAL_CASE_OPENED', 'WAGES_RECOVERED');

create type "HardshipClass" as enum ('BELOW_LINE', 'MARGINAL', 'SUDDEN');

create type "FundSource" as enum ('CENTRAL_FISCAL', 'PROVINCIAL_FISCAL', 'LOCAL_FISCAL', 'UNION', 'DONATION', 'OTHER');

create type "AidType" as enum ('LIVING', 'MEDICAL', 'EDUCATION', 'JOB_REFERRAL', 'JOB_TRAINING', 'POLICY_ADVICE', 'LEGAL_AID', 'STARTUP_LOAN', 'OTHER');

create type "FactMark" as enum ('HEATING', 'HOLIDAY_VISIT', 'AIDED', 'FOR_LAID_OFF', 'WITH_GOODS_OR_MONEY');

-- Organisations and campaigns: read models from other services' events.
create table organization (
  id                uuid primary key,
  organization_path text collate "C" not null unique,
  code              text not null,
  name              text not null,
  kind              "OrganizationKind" not null,
  parent_id         uuid
);
create index organization_parent_id_idx on organization (parent_id);
call access.protect_issued('organization');

create table campaign (
  id                uuid primary key,
  organization_path text collate "C" not null,
  name              text not null,
  starts_on         date not null,
  ends_on           date not null,
  constraint campaign_check check (ends_on >= starts_on)
);
create index campaign_organization_path_starts_on_idx on campaign (organization_path, starts_on);
call access.protect_issued('campaign');

-- What happened: one row for each thing that a cell may count, written by reactions to events and by nothing else.
create table fact (
  id                uuid primary key,
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  kind              "FactKind" not null,
  happened_on       date not null,
  household_id      uuid,
  campaign_id       uuid,
  amount_fen        bigint not null default 0 check (amount_fen >= 0),
  count             integer not null default 0 check (count >= 0),
  persons           integer not null default 0 check (persons >= 0),
  migrant_worker    boolean not null default false,
  new_generation    boolean not null default false,
  model_worker      boolean not null default false,
  ends_earlier      boolean not null default false,
  hardship_class    "HardshipClass",
  source            "FundSource",
  aid_type          "AidType",
  mark              "FactMark",
  subject_id        uuid not null,
  recorded_at       timestamptz not null,
  event_id          uuid not null,
  part              smallint not null default 0,
  record_id         uuid not null,
  record_type       text not null,
  counterparty_path text collate "C",
  person_ref        text,
  related           jsonb not null default '{}'::jsonb,
  -- The order in which facts arrived, which for one subject is the order of its events. A service's clock says when
  -- something was recorded, and may be set back: it never says what came first.
  position          bigint generated always as identity,
  -- Money booked to no campaign counts in a campaign's table only where it is for sending warmth.
  for_warmth        boolean not null default false,
  -- The number of migrant workers of a file.
  migrant_persons   integer not null default 0,
  constraint fact_event_id_part_key unique (event_id, part),
  constraint fact_migrants_within_persons check (migrant_persons between 0 and persons),
  constraint fact_migrants_of_a_file check (kind not in ('CASE_FILE_ACTIVATED', 'CASE_FILE_SUSPENDED')
    or migrant_worker = (migrant_persons > 0))
);
comment on column fact.ends_earlier is 'The earlier facts of the same subject hold no longer from this one on.';
comment on column fact.subject_id is 'The thing whose state the fact tells: the case file, the payment, the grant.';
comment on column fact.for_warmth is 'Money for sending warmth, whatever it is booked to.';
comment on column fact.migrant_persons is 'Of the persons, the migrant workers.';
create index fact_of_unit on fact (organization_path, kind, happened_on);
create index fact_ends_earlier on fact (subject_id) include (kind, happened_on, recorded_at, position) where ends_earlier;
create index fact_of_subject on fact (subject_id, kind);
create index fact_grant_of_household on fact (household_id) where kind = 'GRANT_APPROVED';
-- The file of a household on a day, and the few households whose file has no worker.
create index fact_file_of_household on fact (household_id, position desc) where kind = 'CASE_FILE_ACTIVATED';
create index fact_file_without_worker on fact (organization_path)
  where kind = 'CASE_FILE_ACTIVATED' and persons = 0;
call access.protect('fact');

-- A value given by hand: of an entered cell, or beside a derived one with a reason. The last one of a cell counts; a
-- null value takes an earlier one back.
create table figure_entry (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  form_code         text not null,
  form_version      integer not null,
  campaign_id       uuid,
  starts_on         date not null,
  ends_on           date not null,
  cell              text not null,
  value             bigint check (value >= 0),
  derived           bigint,
  reason            text check (length(reason) between 2 and 500),
  entered_by        uuid not null,
  entered_by_name   text not null,
  entered_at        timestamptz not null
);
create index figure_entry_organization_id_form_code_starts_on_ends_on_ce_idx on figure_entry (organization_id, form_code, starts_on, ends_on, cell, id desc);
call access.protect('figure_entry');
call access.append_only('figure_entry');

-- A table as it was submitted: every cell frozen.
create table submission (
  id                 uuid primary key default uuidv7(),
  organization_path  text collate "C" not null,
  organization_id    uuid not null,
  form_code          text not null,
  form_version       integer not null,
  campaign_id        uuid,
  starts_on          date not null,
  ends_on            date not null,
  status             text not null check (status = 'SUBMITTED'),
  cells              jsonb not null,
  remarks            text check (length(remarks) between 1 and 1000),
  submitted_by       uuid not null,
  submitted_by_name  text not null,
  submitted_at       timestamptz not null,
  -- The office telephone of the person who submitted a table, as printed in its header (联系电话).
  submitted_by_phone text check (length(submitted_by_phone) between 1 and 40)
);
create index submission_organization_id_form_code_starts_on_ends_on_id_idx on submission (organization_id, form_code, starts_on, ends_on, id desc);
create index submission_organization_path_form_code_starts_on_ends_on_id_idx on submission (organization_path, form_code, starts_on, ends_on, id desc);
call access.protect('submission');
call access.append_only('submission');

-- Facts are only ever added; the one exception is the owner's maintenance procedure below.
create function fact_is_append_only() returns trigger language plpgsql as $$
begin
  if current_user = (select tableowner from pg_tables where schemaname = 'public' and tablename = 'fact') then
    return null;
  end if;
  raise exception 'fact is append-only' using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete or truncate on fact
  for each statement execute function fact_is_append_only();

create statistics fact_dimensions (ndistinct)
  on kind, aid_type, mark, source, hardship_class, migrant_worker, new_generation, model_worker from fact;

-- The same policy with the scope looked up once a statement, not once a row: a table reads a million rows. `is true`
-- keeps the planner from taking the two for a narrow range whose bounds it cannot know.
alter policy subtree on fact
  using ((organization_path >= (select nullif(current_setting('nuangong.scope', true), ''))) is true
    and (organization_path < (select left(nullif(current_setting('nuangong.scope', true), ''), -1) || '0')) is true)
  with check (organization_path >= nullif(current_setting('nuangong.scope', true), '') and organization_path < left(nullif(current_setting('nuangong.scope', true), ''), -1) || '0');
