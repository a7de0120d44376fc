-- The tables of case records: people and households, case files, policies, campaigns, applications.

-- The county (51/5101/510101/) that an organisation belongs to; an organisation above counties is its own.
create function county_path(path text) returns text language sql immutable parallel safe
  return coalesce(substring(path from '^[^/]+/[^/]+/[^/]+/'), path);

-- A name as it is compared: without spaces and dots of whatever kind, capitals or not.
create function folded_name(name text) returns text language sql immutable parallel safe
  return lower(translate(normalize(name, NFKC), ' ·•・‧∙⋅･.', ''));

-- A person is the county's that wrote them: name, contacts and facts are that county's own. What the whole city shares is
-- an identity: a blind index and the day of the last aid, which only the functions below can reach.
create table identity (
  id             uuid primary key default uuidv7(),
  identity_index bytea not null,
  last_aided_on  date,
  registered_at  timestamptz not null default clock_timestamp(),
  constraint identity_once_in_the_city unique (identity_index)
);
comment on column identity.identity_index is 'blind index; copy of: person.identity_index';
alter table identity enable row level security;

-- One person once in the whole city. Rows have no owner: they are visible through the households that refer to them.
create table person (
  id                        uuid primary key default uuidv7(),
  name                      text not null check (length(name) between 1 and 60),
  document_kind             text not null check (document_kind in ('RESIDENT', 'RESIDENCE_PERMIT_HK', 'RESIDENCE_PERMIT_MO', 'RESIDENCE_PERMIT_TW', 'FOREIGN_PERMANENT_RESIDENCE')),
  sealed_identity           text not null,
  identity_index            bytea not null,
  masked_identity           text not null,
  identity_verified         boolean not null default false,
  birth_date                date not null,
  sex                       text not null check (sex in ('MALE', 'FEMALE')),
  sealed_phone              text,
  masked_phone              text,
  sealed_bank_account       text,
  masked_bank_account       text,
  registered_at             timestamptz not null default clock_timestamp(),
  organization_path         text collate "C" not null,
  identity_id               uuid not null,
  sealed_as                 uuid not null,
  -- Whether another county has a different name for a person; only that they differ is shown.
  named_otherwise_elsewhere boolean not null default false,
  -- Telephone and account can be compared without being opened: by blind indexes of their own.
  phone_index               bytea,
  account_index             bytea,
  constraint person_once_in_a_county unique (organization_path, identity_id),
  constraint person_of_county_and_identity unique (id, organization_path, identity_id),
  constraint person_has_identity foreign key (identity_id) references identity,
  constraint person_bank_account_is_sealed check (sealed_bank_account ~ '^v2[.]'),
  -- Nothing but sealed texts.
  constraint person_identity_is_sealed check (sealed_identity ~ '^v2[.]'),
  constraint person_phone_is_sealed check (sealed_phone ~ '^v2[.]')
);
comment on column person.sealed_identity is 'sealed; row: sealed_as';
comment on column person.identity_index is 'blind index; of: sealed_identity';
comment on column person.sealed_phone is 'sealed; row: sealed_as';
comment on column person.sealed_bank_account is 'sealed; row: sealed_as';
comment on column person.sealed_as is 'The id under which the row’s numbers are sealed: its own, but of rows parted from another county’s.';
comment on column person.phone_index is 'blind index; of: sealed_phone';
comment on column person.account_index is 'blind index; of: sealed_bank_account';
create index person_identity_id_idx on person (identity_id);
create index person_identity_index_idx on person (identity_index);
create index person_sealed_as_idx on person (sealed_as);
create index person_phone_index_idx on person (phone_index) where phone_index is not null;
create index person_account_index_idx on person (account_index) where account_index is not null;
alter table person enable row level security;

create table household_member (
  id                 uuid primary key default uuidv7(),
  household_id       uuid not null,
  organization_path  text collate "C" not null,
  position           integer not null,
  person_id          uuid,
  name               text not null,
  relation           text not null,
  monthly_income_fen bigint check (monthly_income_fen >= 0),
  schooling          text,
  -- Text about a person's health is sealed: here, in a household's remark and in a visit's findings. The causes
  -- of hardship stay coded and in plain: the statutory tables count households by them.
  sealed_health      text,
  -- One person, one living household in the city: a member (the head is the first, at position 0) carries its identity and
  -- whether its household is living, and both follow by foreign keys.
  living             boolean not null default true,
  identity_id        uuid,
  county_path        text collate "C" generated always as (county_path(organization_path)) stored,
  head_of            uuid generated always as (case when position = 0 then person_id end) stored,
  standing           text check (standing in ('WORKER', 'FARMER', 'TOWNSPERSON')),
  rural_registration boolean not null default false,
  constraint member_heads_household unique (household_id, head_of),
  constraint member_is_person_of_own_county foreign key (person_id, county_path, identity_id)
    references person (id, organization_path, identity_id),
  constraint member_has_person_and_identity check ((person_id is null) = (identity_id is null)),
  constraint household_member_at_its_place unique (household_id, position) deferrable,
  constraint household_member_head_stands_with_household check (position > 0 or (standing is null and not rural_registration)),
  constraint household_member_health_is_sealed check (sealed_health ~ '^v2[.]')
);
comment on column household_member.sealed_health is 'sealed; row: id; organization: organization_path';
create unique index person_in_one_living_household on household_member (identity_id) where living;
create index household_member_person_id_idx on household_member (person_id) where person_id is not null;
create index household_member_identity_id_idx on household_member (identity_id);
call access.protect('household_member');

create table household (
  id                  uuid primary key default uuidv7(),
  organization_path   text collate "C" not null,
  organization_id     uuid not null,
  organization_name   text not null,
  head_id             uuid not null references person,
  head_name           text not null,
  unit_name           text not null default '',
  declared_size       integer not null check (declared_size between 1 and 30),
  monthly_income_fen  bigint not null check (monthly_income_fen between 0 and 1000000000),
  dibao_status        text not null check (dibao_status in ('NONE', 'DIBAO', 'MARGINAL')),
  causes              text[] not null check (causes <@ array['MAJOR_ILLNESS', 'DISABILITY', 'SCHOOLING', 'ACCIDENT', 'DISASTER', 'UNEMPLOYMENT', 'FAMILY_CHANGE', 'UNPAID_WAGES', 'OTHER']),
  hardship_class      text check (hardship_class in ('BELOW_LINE', 'MARGINAL', 'SUDDEN')),
  model_worker_honour text not null default 'NONE' check (model_worker_honour in ('NONE', 'CITY', 'PROVINCIAL', 'NATIONAL')),
  migrant_worker      boolean not null default false,
  new_generation      boolean not null default false,
  live                boolean not null default true,
  roster_row_id       uuid,
  registered_by       uuid not null,
  registered_at       timestamptz not null,
  changed_at          timestamptz not null,
  sealed_remark       text,
  -- Names as they are sought: without spaces and dots of whatever kind, so that 阿依·古丽 is found however the dot is typed.
  sought_head         text generated always as (folded_name(head_name)) stored,
  sought_unit         text generated always as (folded_name(unit_name)) stored,
  head_standing       text not null default 'WORKER' check (head_standing in ('WORKER', 'FARMER', 'TOWNSPERSON')),
  constraint household_of_organization unique (id, organization_path, live),
  constraint household_is_headed_by_first_member foreign key (id, head_id)
    references household_member (household_id, head_of) deferrable initially deferred,
  constraint household_migrant_worker_is_worker check (not migrant_worker or head_standing = 'WORKER'),
  constraint household_remark_is_sealed check (sealed_remark ~ '^v2[.]')
);
comment on column household.sealed_remark is 'sealed; row: id; organization: organization_path';
-- What one person handled is looked up when their own queue is counted, and by file where a step is decided.
create index household_of_registrar on household (registered_by);
create index household_organization_path_head_name_idx on household (organization_path, head_name);
create index household_head_id_idx on household (head_id);
create index household_roster_row_id_idx on household (roster_row_id) where roster_row_id is not null;
call access.protect('household');

-- Each state of a household as it was written: who, when, why.
create table household_version (
  id                uuid primary key default uuidv7(),
  household_id      uuid not null references household,
  organization_path text collate "C" not null,
  version           integer not null,
  why               text not null,
  staff_id          uuid not null,
  staff_name        text not null,
  changed_at        timestamptz not null,
  sealed_state      text not null,
  constraint household_version_household_id_version_key unique (household_id, version),
  constraint household_version_state_is_sealed check (sealed_state ~ '^v2[.]')
);
comment on column household_version.why is 'sealed; row: id; organization: organization_path; or plain';
comment on column household_version.sealed_state is 'sealed; row: id; organization: organization_path';
-- What one person handled is looked up when their own queue is counted.
create index household_version_of_staff on household_version (staff_id);
call access.protect('household_version');

-- Public postings are also read by the organisations below: their households are posted.
create table public_posting (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  organization_name text not null,
  place             text not null,
  starts_on         date not null,
  ends_on           date not null,
  working_days      integer not null check (working_days between 1 and 60),
  provisional       boolean not null,
  published_by      uuid not null,
  published_by_name text not null,
  published_at      timestamptz not null,
  activated_at      timestamptz,
  -- A list recorded after its day (张榜后补录) needs a photograph, and another person's confirmation that it was on display.
  confirmed_by      uuid,
  confirmed_by_name text,
  confirmed_at      timestamptz,
  constraint public_posting_check check (ends_on > starts_on),
  constraint public_posting_confirmation_is_whole check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (confirmed_by_name is null))
);
create index public_posting_organization_path_published_at_idx on public_posting (organization_path, published_at);
call access.protect_issued('public_posting');

create table case_file (
  id                uuid primary key default uuidv7(),
  household_id      uuid not null unique references household,
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  county_code       text not null,
  year              integer not null,
  sequence          integer not null check (sequence > 0),
  number            text not null unique,
  status            text not null default 'DRAFT' check (status in ('DRAFT', 'SUBMITTED', 'COUNTY_REVIEW', 'POSTED', 'ACTIVE', 'EXITED', 'RETURNED', 'REJECTED', 'SUSPENDED', 'REVOKED')),
  version           integer not null default 1 check (version > 0),
  opened_by         uuid not null,
  submitted_by      uuid,
  reviewed_by       uuid,
  activated_by      uuid,
  posting_id        uuid references public_posting,
  activated_on      date,
  exited_on         date,
  exit_reason       text check (exit_reason in ('AIDED', 'INCOME_ABOVE_LINE', 'MOVED', 'DIED', 'OTHER')),
  updated_at        timestamptz not null,
  constraint case_file_exit_has_reason check (status <> 'EXITED' or (exited_on is not null and exit_reason is not null)),
  constraint case_file_county_code_year_sequence_key unique (county_code, year, sequence)
);
create index case_file_organization_path_status_number_idx on case_file (organization_path, status, number);
create index case_file_posting_id_idx on case_file (posting_id) where posting_id is not null;
call access.protect('case_file');

create table case_file_step (
  id                uuid primary key default uuidv7(),
  case_file_id      uuid not null references case_file,
  organization_path text collate "C" not null,
  from_status       text,
  to_status         text not null,
  at                timestamptz not null,
  staff_id          uuid not null,
  staff_name        text not null,
  opinion           text,
  happened_on       date,
  date_reason       text,
  constraint case_file_step_date_reason_is_sealed check (date_reason ~ '^v2[.]')
);
comment on column case_file_step.opinion is 'sealed; row: id; organization: organization_path; or plain';
comment on column case_file_step.date_reason is 'sealed; row: id; organization: organization_path';
create index case_file_step_of_staff on case_file_step (staff_id);
create index case_file_step_case_file_id_at_idx on case_file_step (case_file_id, at);
call access.protect('case_file_step');

create table objection (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  posting_id        uuid not null references public_posting,
  case_file_id      uuid not null references case_file,
  raised_by         text not null,
  text              text not null,
  raised_at         timestamptz not null,
  recorded_by       uuid not null,
  finding           text,
  upheld            boolean,
  answered_at       timestamptz,
  answered_by       uuid,
  constraint objection_answer_is_whole check ((finding is null) = (answered_at is null) and (finding is null) = (upheld is null)),
  constraint objection_raised_by_is_sealed check (raised_by ~ '^v2[.]')
);
comment on column objection.raised_by is 'sealed; row: id; organization: organization_path';
comment on column objection.text is 'sealed; row: id; organization: organization_path; or plain';
comment on column objection.finding is 'sealed; row: id; organization: organization_path; or plain';
create index objection_of_file on objection (case_file_id);
create index objection_posting_id_idx on objection (posting_id);
create index objection_case_file_id_idx on objection (case_file_id) where answered_at is null;
call access.protect('objection');

create table evidence (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  case_file_id      uuid not null references case_file,
  kind              text not null,
  file_name         text not null,
  content_type      text not null check (content_type in ('application/pdf', 'image/jpeg', 'image/png')),
  size              integer not null check (size between 1 and 20971520),
  sha256            text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_by       uuid not null,
  uploaded_by_name  text not null,
  uploaded_at       timestamptz not null
);
create index evidence_of_uploader on evidence (uploaded_by);
create index evidence_case_file_id_idx on evidence (case_file_id);
call access.protect('evidence');
call access.append_only('evidence');

create table visit (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  household_id      uuid not null references household,
  visited_on        date not null,
  visitors          text not null,
  leader_led        boolean not null,
  brought           text,
  campaign_id       uuid,
  staff_id          uuid not null,
  staff_name        text not null,
  recorded_at       timestamptz not null,
  sealed_findings   text,
  -- The day on which a step or a visit happened, and why it is right where it lies far back.
  date_reason       text,
  constraint visit_brought_is_sealed check (brought ~ '^v2[.]'),
  constraint visit_date_reason_is_sealed check (date_reason ~ '^v2[.]'),
  constraint visit_findings_is_sealed check (sealed_findings ~ '^v2[.]')
);
comment on column visit.brought is 'sealed; row: id; organization: organization_path';
comment on column visit.sealed_findings is 'sealed; row: id; organization: organization_path';
comment on column visit.date_reason is 'sealed; row: id; organization: organization_path';
create index visit_household_id_visited_on_idx on visit (household_id, visited_on);
call access.protect('visit');

-- The minimum-living line is set by the county and read by everyone below it.
create table dibao_line (
  id                     uuid primary key default uuidv7(),
  organization_path      text collate "C" not null,
  organization_id        uuid not null,
  organization_name      text not null,
  valid_from             date not null,
  monthly_per_capita_fen bigint not null check (monthly_per_capita_fen between 1 and 100000000),
  margin_factor          numeric(4,2) not null check ((margin_factor >= (1)::numeric) and (margin_factor <= (10)::numeric)),
  set_by                 uuid not null,
  set_at                 timestamptz not null,
  -- A dibao line takes effect when a second person has confirmed it, and from its first day the class of every open file
  -- under it is reassessed, with a list of those that changed.
  set_by_name            text not null default '',
  awaits_confirmation    boolean not null default false,
  confirmed_by           uuid,
  confirmed_by_name      text,
  confirmed_at           timestamptz,
  -- When the last file under it had been judged by it.
  begun_at               timestamptz,
  constraint dibao_line_one_a_day unique (organization_path, valid_from),
  constraint dibao_line_confirmation_is_whole check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (confirmed_by_name is null)
    and not (awaits_confirmation and confirmed_by is not null))
);
create index dibao_line_valid_from_idx on dibao_line (valid_from) where begun_at is null;
call access.protect_issued('dibao_line');

create table roster_import (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  organization_name text not null,
  file_name         text not null,
  file_sha256       text not null,
  file_size         bigint not null,
  status            text not null,
  problems          jsonb not null default '[]'::jsonb,
  rows_total        integer not null default 0,
  rows_done         integer not null default 0,
  accepted          integer not null default 0,
  rejected          integer not null default 0,
  already_present   integer not null default 0,
  started_by        uuid,
  started_by_name   text,
  uploaded_by       uuid not null,
  uploaded_by_name  text not null,
  uploaded_at       timestamptz not null,
  started_at        timestamptz,
  finished_at       timestamptz,
  -- Whether rows are taken that the clerk does not see in the workbook, and the size of households it does not give.
  take_hidden       boolean not null default false,
  household_size    integer check (household_size between 1 and 30),
  -- What a reading of all rows would refuse and what it noticed; counted again when what is read changes.
  revision          integer not null default 1,
  expected_rejected integer,
  refused_rows      jsonb not null default '[]'::jsonb,
  notices           jsonb not null default '[]'::jsonb,
  differing         integer not null default 0,
  changed           integer not null default 0,
  put_away_at       timestamptz,
  constraint roster_import_status_check check (status in ('UPLOADED', 'READY', 'RUNNING', 'DONE', 'CANCELLED', 'REFUSED', 'FAILED')),
  constraint roster_import_at_work_is_not_put_away check (put_away_at is null or status not in ('UPLOADED', 'RUNNING')),
  constraint roster_import_ends_with_a_reason check (status not in ('REFUSED', 'FAILED') or jsonb_array_length(problems) > 0)
);
create index roster_import_organization_path_uploaded_at_idx on roster_import (organization_path, uploaded_at);
call access.protect('roster_import');

-- Cells are sealed: they hold identity numbers, telephones and bank accounts as the clerk wrote them.
create table roster_row (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  import_id         uuid not null references roster_import,
  row_number        integer not null,
  sealed_cells      text not null,
  outcome           text,
  name              text not null default '',
  identity_index    bytea,
  reasons           jsonb not null default '[]'::jsonb,
  readings          text[] not null default '{}',
  household_id      uuid,
  -- The sheet of the row. On the first sheet a row keeps the place that its cells are sealed for.
  sheet_number      integer not null default 1,
  hidden            boolean not null default false,
  place             text generated always as ( case when sheet_number = 1 then row_number::text else sheet_number::text || '/' || row_number::text end) stored not null,
  -- Corrected by hand: the corrected cells, beside those that were sent.
  sealed_correction text,
  -- The fields in which the row differs from the household that is registered, and what was decided about it.
  differing         text[] not null default '{}',
  decided_why       text,
  decided_by        uuid,
  decided_by_name   text,
  decided_at        timestamptz,
  constraint roster_row_once unique (import_id, sheet_number, row_number),
  constraint roster_row_outcome_check check (outcome in ('ACCEPTED', 'REJECTED', 'ALREADY_PRESENT', 'DIFFERENT', 'CHANGED')),
  constraint roster_row_decided_with_reason check (
    (decided_at is null) = (decided_why is null) and (decided_at is null) = (decided_by is null)
    and (decided_at is null) = (decided_by_name is null) and (outcome <> 'CHANGED' or decided_at is not null)),
  constraint roster_row_cells_is_sealed check (sealed_cells ~ '^v2[.]'),
  constraint roster_row_correction_is_sealed check (sealed_correction ~ '^v2[.]')
);
comment on column roster_row.sealed_cells is 'sealed; row: import_id/place; organization: organization_path';
comment on column roster_row.identity_index is 'blind index; copy of: person.identity_index';
comment on column roster_row.sealed_correction is 'sealed; row: import_id/place; organization: organization_path';
comment on column roster_row.decided_why is 'sealed; row: id; organization: organization_path; or plain';
create index roster_row_of_household on roster_row (household_id) where household_id is not null;
create index roster_row_of_decider on roster_row (decided_by) where decided_by is not null;
create index roster_row_import_id_identity_index_idx on roster_row (import_id, identity_index) where identity_index is not null;
call access.protect('roster_row');

-- What an organisation's clerks said the headings of their own rosters mean.
create table roster_mapping (
  organization_path text collate "C" not null,
  heading           text not null,
  field             text,
  primary key (organization_path, heading)
);
call access.protect('roster_mapping');

-- File numbers, without a gap for each county and year. Only these functions reach the counter.
create table case_file_counter (
  county_code text not null,
  year        integer not null,
  last        integer not null,
  primary key (county_code, year)
);
alter table case_file_counter enable row level security;

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
  in_force_to       date,
  aid_type          text not null,
  mark              text,
  purpose           text not null,
  amount_fen        bigint not null check (amount_fen > 0),
  amount_min_fen    bigint not null check (amount_min_fen > 0),
  amount_max_fen    bigint not null,
  frequency         jsonb not null,
  decision          jsonb not null,
  content_hash      text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  issued_at         timestamptz,
  issued_by         uuid,
  constraint policy_version_check check (in_force_to >= in_force_from),
  constraint policy_version_check1 check (amount_max_fen >= amount_min_fen),
  constraint policy_version_check2 check ((issued_at is null) = (issued_by is null)),
  constraint policy_version_once unique (policy_id, version)
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
  body              text,
  evidence          text[] not null default '{}',
  note              text,
  note_en           text,
  primary key (policy_version_id, code),
  constraint policy_clause_says_something check (coalesce(body, note) is not null)
);
call access.protect_issued('policy_clause');

create table campaign (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  organization_name text not null,
  name              text not null check (length(name) between 2 and 100),
  status            text not null default 'OPEN' check (status in ('DRAFT', 'OPEN', 'CLOSED')),
  starts_on         date not null,
  ends_on           date not null,
  policy_version_id uuid not null references policy_version,
  standard_fen      bigint not null check (standard_fen > 0),
  budget_fen        bigint not null check (budget_fen > 0),
  opened_by         uuid not null,
  opened_by_name    text not null,
  opened_at         timestamptz not null,
  -- A campaign may name whose book pays its aid, its own organisation's or one's below; null is the book nearest to each
  -- household's organisation.
  book_id           uuid,
  book_path         text collate "C",
  book_name         text,
  constraint campaign_check check (ends_on >= starts_on),
  constraint campaign_name_once unique (organization_path, name),
  constraint campaign_book_is_whole check (num_nulls(book_id, book_path, book_name) in (0, 3)),
  constraint campaign_book_is_within check (book_path ^@ organization_path)
);
call access.protect_issued('campaign');

create table campaign_phase (
  campaign_id       uuid not null references campaign,
  organization_path text collate "C" not null,
  position          integer not null,
  name              text not null,
  name_en           text not null,
  starts_on         date not null,
  ends_on           date not null,
  primary key (campaign_id, "position"),
  constraint campaign_phase_check check (ends_on >= starts_on)
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
  constraint campaign_quota_check check (county_path ^@ organization_path)
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
  amount_max_fen    bigint not null,
  cap_fen           bigint,
  clauses_for       text[] not null,
  clauses_against   text[] not null,
  evidence_missing  text[] not null,
  lines             jsonb not null,
  inputs            jsonb not null,
  inputs_hash       text not null check (inputs_hash ~ '^[0-9a-f]{64}$'),
  decided_at        timestamptz not null,
  decided_by        uuid not null,
  constraint decision_sheet_check check (amount_max_fen >= amount_min_fen),
  constraint decision_sheet_once unique (policy_version_id, case_file_id, organization_path, inputs_hash)
);
create index decision_sheet_household_id_idx on decision_sheet (household_id);
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
  status            text not null,
  head_name         text not null,
  unit_name         text not null,
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
  sought_head       text generated always as (folded_name(head_name)) stored,
  sought_unit       text generated always as (folded_name(unit_name)) stored,
  -- The version of the file for which the decision is valid: the one it was made on, or the one after a suspension in
  -- which nothing else happened to the file.
  standing_version  integer check (standing_version > 0),
  constraint application_cites_clause check (cardinality(clause_codes) > 0),
  constraint application_never_below_300 check (amount_fen >= 30000 or aid_type <> 'LIVING'),
  constraint application_amount_positive check (amount_fen between 1 and 100000000),
  constraint application_missing_while_waiting check ((missing_fen is not null) = (status = 'AWAITING_FUNDS')),
  constraint aid_application_county_code_year_sequence_key unique (county_code, year, sequence),
  constraint aid_application_status_check check (status in ('DRAFT', 'SUBMITTED',
    'BASE_REVIEW', 'COUNTY_REVIEW', 'CITY_REVIEW', 'APPROVED', 'AWAITING_FUNDS', 'FUNDED', 'PAID', 'FOLLOWED_UP', 'RETURNED',
    'REJECTED', 'WITHDRAWN', 'SUSPENDED', 'LAPSED')),
  constraint application_grant_is_whole check (
    (status in ('APPROVED', 'AWAITING_FUNDS', 'FUNDED', 'PAID', 'FOLLOWED_UP', 'LAPSED'))
    = (grant_id is not null and approved_by is not null and approved_at is not null and approved_name is not null
    and snapshot is not null and snapshot_hash is not null)),
  constraint application_opinion_required check (
    status not in ('RETURNED', 'REJECTED', 'WITHDRAWN', 'SUSPENDED') or length(trim(coalesce(opinion, ''))) > 0)
);
comment on column aid_application.opinion is 'sealed; row: id; organization: organization_path; or plain';
create unique index application_once_a_campaign on aid_application (campaign_id, case_file_id)
  where status not in ('RETURNED', 'WITHDRAWN', 'LAPSED');
create index application_of_campaign on aid_application (campaign_id, organization_path) include (status, amount_fen);
create index aid_application_organization_path_status_number_idx on aid_application (organization_path, status, number);
create index aid_application_household_id_idx on aid_application (household_id);
create index aid_application_case_file_id_idx on aid_application (case_file_id);
call access.protect('aid_application');

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
comment on column application_step.opinion is 'sealed; row: id; organization: organization_path; or plain';
create index application_step_application_id_at_idx on application_step (application_id, at);
call access.protect('application_step');

-- Application numbers, without a gap for each county and year; the counter stays locked until commit.
create table application_counter (
  county_code text not null,
  year        integer not null,
  last        integer not null,
  primary key (county_code, year)
);
alter table application_counter enable row level security;

-- Who asked whether an identity is registered in the city: by form of one identity, by roster of so many, and of how many
-- the answer was that they are registered elsewhere. The limits are counted from it.
create table identity_asking (
  id                bigint generated always as identity primary key,
  organization_path text collate "C" not null,
  staff_id          uuid not null,
  kind              text not null check (kind in ('FORM', 'ROSTER')),
  identity_index    bytea,
  asked             integer not null check (asked > 0),
  told              integer not null,
  asked_at          timestamptz not null,
  constraint identity_asking_check check ((told >= 0) and (told <= asked)),
  constraint identity_asking_by_form_is_of_one check ((kind = 'FORM') = (identity_index is not null) and (kind = 'ROSTER' or asked = 1))
);
create index identity_asking_organization_path_asked_at_idx on identity_asking (organization_path, asked_at);
call access.protect('identity_asking');
call access.append_only('identity_asking');

-- What was uploaded lies sealed in the folder of files, under the row's id; each file has a key of its own. The same
-- content is stored once, even if different people upload it.
-- no row security on stored_file: content hashes and sealed keys alone, of files that several organisations may have sent
create table stored_file (
  id         uuid primary key,
  sha256     text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  size       bigint not null check (size >= 0),
  sealed_key text not null check (sealed_key ~ '^v2[.]'),
  stored_at  timestamptz not null default clock_timestamp()
);
comment on column stored_file.sealed_key is 'sealed; row: id';
-- no row security on stored_file: content hashes and sealed keys alone, of files that several organisations may have sent

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
  why               text not null check (length(TRIM(BOTH from why)) > 0),
  successor_id      uuid references person,
  staff_id          uuid not null,
  staff_name        text not null,
  recorded_at       timestamptz not null,
  transaction_id    xid8 not null default pg_current_xact_id(),
  constraint household_move_moved_on_reason_is_sealed check (moved_on_reason ~ '^v2[.]')
);
comment on column household_move.moved_on_reason is 'sealed; row: id; organization: organization_path';
comment on column household_move.why is 'sealed; row: id; organization: organization_path; or plain';
create index household_move_household_id_recorded_at_idx on household_move (household_id, recorded_at);
call access.protect('household_move');

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
  why               text not null check (length(TRIM(BOTH from why)) > 0),
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
  constraint person_correction_after_is_sealed check (sealed_after ~ '^v2[.]'),
  constraint person_correction_before_is_sealed check (sealed_before ~ '^v2[.]')
);
comment on column person_correction.sealed_before is 'sealed; row: id; organization: organization_path';
comment on column person_correction.sealed_after is 'sealed; row: id; organization: organization_path';
comment on column person_correction.why is 'sealed; row: id; organization: organization_path; or plain';
comment on column person_correction.opinion is 'sealed; row: id; organization: organization_path; or plain';
create unique index person_correction_one_waiting on person_correction (household_id) where state = 'WAITING';
create index person_correction_of_staff on person_correction (corrected_by);
create index person_correction_household_id_corrected_at_idx on person_correction (household_id, corrected_at);
create index person_correction_person_id_idx on person_correction (person_id);
call access.protect('person_correction');

-- What was found about two who look like one person, in words; the last one counts.
create table same_person_answer (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  household_id      uuid not null references household,
  double_id         uuid not null,
  why               text not null check (length(TRIM(BOTH from why)) > 0),
  staff_id          uuid not null,
  staff_name        text not null,
  answered_at       timestamptz not null
);
comment on column same_person_answer.why is 'sealed; row: id; organization: organization_path; or plain';
create index same_person_answer_household_id_double_id_idx on same_person_answer (household_id, double_id);
call access.protect('same_person_answer');

-- A workbook's sheets: each is offered, chosen or not, has its own headings, and lists what is not read.
create table roster_sheet (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  import_id         uuid not null references roster_import,
  number            integer not null check (number > 0),
  name              text not null,
  state             text not null check (state in ('READ', 'HIDDEN', 'NO_HEADINGS', 'NO_ROWS', 'CHART')),
  chosen            boolean not null,
  header_row        integer,
  width             integer,
  columns           jsonb not null default '[]'::jsonb,
  preview_rows      integer[] not null default '{}'::integer[],
  skipped           jsonb not null default '[]'::jsonb,
  skipped_rows      integer not null default 0,
  rows_shown        integer not null default 0,
  rows_hidden       integer not null default 0,
  constraint roster_sheet_read_or_not_chosen check (state = 'READ' or not chosen),
  constraint roster_sheet_read_has_headings check (state <> 'READ' or (header_row > 0 and width > 0)),
  constraint roster_sheet_once unique (import_id, number)
);
call access.protect('roster_sheet');

-- What waits for a second person: changed facts of a posted or active household, or its exit.
create table file_proposal (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  case_file_id      uuid not null references case_file,
  kind              text not null check (kind in ('CHANGE', 'EXIT')),
  -- The state of the household that the change was made from.
  household_version integer not null,
  -- What eligibility rests on, before and after: [{ fact, before, after }].
  changes           jsonb not null default '[]'::jsonb,
  exit_reason       text check (exit_reason in ('AIDED', 'INCOME_ABOVE_LINE', 'MOVED', 'DIED', 'OTHER')),
  exited_on         date,
  date_reason       text,
  sealed_content    text not null check (sealed_content ~ '^v2[.]'),
  proposed_by       uuid not null,
  proposed_by_name  text not null,
  proposed_at       timestamptz not null,
  decision          text check (decision in ('CONFIRMED', 'REFUSED', 'WITHDRAWN')),
  decided_by        uuid,
  decided_by_name   text,
  decided_at        timestamptz,
  decision_opinion  text,
  -- The transaction that decided: the facts change in it and in no other.
  decided_in        bigint,
  constraint file_proposal_exit_is_whole check ((kind = 'EXIT') = (exit_reason is not null and exited_on is not null)),
  constraint file_proposal_decision_is_whole check ((decision is null) = (decided_by is null)
    and (decision is null) = (decided_by_name is null) and (decision is null) = (decided_at is null)),
  constraint file_proposal_date_reason_is_sealed check (date_reason ~ '^v2[.]')
);
comment on column file_proposal.date_reason is 'sealed; row: id; organization: organization_path';
comment on column file_proposal.sealed_content is 'sealed; row: id; organization: organization_path';
comment on column file_proposal.decision_opinion is 'sealed; row: id; organization: organization_path; or plain';
create unique index file_proposal_one_open on file_proposal (case_file_id) where decision is null;
create index file_proposal_case_file_id_proposed_at_idx on file_proposal (case_file_id, proposed_at);
create index file_proposal_organization_path_proposed_at_idx on file_proposal (organization_path, proposed_at) where decision is null;
call access.protect('file_proposal');

create table posting_photo (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  posting_id        uuid not null references public_posting,
  file_name         text not null,
  content_type      text not null check (content_type in ('application/pdf', 'image/jpeg', 'image/png')),
  size              integer not null check (size between 1 and 20971520),
  sha256            text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_by       uuid not null,
  uploaded_by_name  text not null,
  uploaded_at       timestamptz not null
);
create index posting_photo_posting_id_idx on posting_photo (posting_id);
call access.protect('posting_photo');
call access.append_only('posting_photo');

-- Whose class a line changed.
create table hardship_reclass (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  dibao_line_id     uuid not null references dibao_line,
  household_id      uuid not null references household,
  case_file_id      uuid not null references case_file,
  case_file_status  text not null,
  old_class         text,
  new_class         text,
  judged_at         timestamptz not null,
  constraint hardship_reclass_dibao_line_id_household_id_key unique (dibao_line_id, household_id)
);
create index hardship_reclass_household_id_idx on hardship_reclass (household_id);
call access.protect('hardship_reclass');
call access.append_only('hardship_reclass');

-- Whom an application counts: the people of its household, by their identities in the city, when it was put forward.
create table application_person (
  application_id    uuid not null references aid_application,
  identity_id       uuid not null references identity,
  organization_path text collate "C" not null,
  primary key (application_id, identity_id)
);
create index application_person_identity_id_idx on application_person (identity_id);
call access.protect('application_person');
call access.append_only('application_person');

-- Who saw whose whole number. The limit is counted from it, before anything is shown.
create table unmasking (
  id                bigint generated always as identity primary key,
  organization_path text collate "C" not null,
  staff_id          uuid not null,
  person_id         uuid not null,
  number            text not null check (number in ('IDENTITY', 'PHONE', 'BANK_ACCOUNT')),
  asked_at          timestamptz not null
);
create index unmasking_staff_id_asked_at_idx on unmasking (staff_id, asked_at);
call access.protect('unmasking');
call access.append_only('unmasking');

alter table household_member add constraint member_of_household foreign key (household_id, organization_path, living) references household(id, organization_path, live) on update cascade;

-- MADE: what the household is, comes from them: they registered, changed or submitted it, sent the roster that it came
-- from or decided what a roster said otherwise, corrected its payee, gave its evidence. HANDLED: they returned, rejected,
-- passed or posted its file, proposed or confirmed a change, confirmed its payee, recorded an objection. Opening the file,
-- answering an objection or a suspected double are decisions of their own, made beside the decision on the aid.
create view household_hand with (security_invoker) as
  select h.id as household_id, h.registered_by as staff_id, 'MADE' as kind from household h
  union all
  select v.household_id, v.staff_id, 'MADE' from household_version v
  union all
  select f.household_id, f.opened_by, 'MADE' from case_file f
  union all
  select f.household_id, f.submitted_by, 'MADE' from case_file f where f.submitted_by is not null
  union all
  select f.household_id, s.staff_id, case when s.to_status in ('DRAFT', 'SUBMITTED') then 'MADE' else 'HANDLED' end
  from case_file_step s join case_file f on f.id = s.case_file_id
  where s.to_status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'REJECTED', 'COUNTY_REVIEW', 'POSTED')
  union all
  select c.household_id, c.corrected_by, 'MADE' from person_correction c where c.state <> 'REFUSED'
  union all
  select f.household_id, e.uploaded_by, 'MADE' from evidence e join case_file f on f.id = e.case_file_id
  union all
  select h.id, i.uploaded_by, 'MADE' from household h join roster_row r on r.id = h.roster_row_id
    join roster_import i on i.id = r.import_id
  union all
  select r.household_id, r.decided_by, 'MADE' from roster_row r where r.household_id is not null and r.decided_by is not null
  union all
  select f.household_id, f.reviewed_by, 'HANDLED' from case_file f where f.reviewed_by is not null
  union all
  select f.household_id, p.proposed_by, 'HANDLED' from file_proposal p join case_file f on f.id = p.case_file_id
  where p.kind = 'CHANGE' and (p.decision is null or p.decision = 'CONFIRMED')
  union all
  select f.household_id, p.decided_by, 'HANDLED' from file_proposal p join case_file f on f.id = p.case_file_id
  where p.kind = 'CHANGE' and p.decision = 'CONFIRMED'
  union all
  select c.household_id, c.decided_by, 'HANDLED' from person_correction c where c.state = 'DONE' and c.decided_by is not null
  union all
  select f.household_id, o.recorded_by, 'HANDLED' from objection o join case_file f on f.id = o.case_file_id;

-- The number before the first, looked up and not sought among all: `not exists` was planned as reading every case file
-- of the city for each batch.
create function case_file_numbers_have_no_gap() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from (select county_code, year, min(sequence) as first, max(sequence) as last, count(*) as files
                 from opened group by county_code, year) o
    left join case_file_counter c using (county_code, year)
    where c.last is distinct from o.last or o.last - o.first + 1 <> o.files
       or (o.first > 1 and (select f.sequence from case_file f where f.county_code = o.county_code
           and f.year = o.year and f.sequence = o.first - 1) is null)
  ) then
    raise exception 'case_file_numbers_have_no_gap' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger numbers_have_no_gap after insert on case_file referencing new table as opened
  for each statement execute function case_file_numbers_have_no_gap();

create function case_file_stays() returns trigger language plpgsql as $$
begin
  raise exception 'case_file_stays: a case file is never deleted' using errcode = 'restrict_violation';
end $$;
create trigger case_file_stays before delete on case_file for each row execute function case_file_stays();

create function case_file_opens_as_draft() returns trigger language plpgsql as $$
begin
  if new.status <> 'DRAFT' or new.submitted_by is not null then
    raise exception 'case_file_opens_as_draft' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger opens_as_draft before insert on case_file for each row execute function case_file_opens_as_draft();

create function posting_entered_afterwards(starts_on date, published_at timestamptz) returns boolean
language sql immutable parallel safe
return starts_on < (published_at at time zone 'Asia/Shanghai')::date;

-- The life cycle, with the way back to county review when the class changes after posting.
create function case_file_may_go(from_status text, to_status text) returns boolean
language sql immutable parallel safe
return (from_status || '>' || to_status) = any (array[
  'DRAFT>SUBMITTED', 'RETURNED>SUBMITTED',
  'SUBMITTED>COUNTY_REVIEW', 'SUBMITTED>RETURNED', 'SUBMITTED>REJECTED',
  'COUNTY_REVIEW>POSTED', 'COUNTY_REVIEW>RETURNED', 'COUNTY_REVIEW>REJECTED',
  'POSTED>ACTIVE', 'POSTED>RETURNED', 'POSTED>REJECTED', 'POSTED>COUNTY_REVIEW',
  'ACTIVE>EXITED', 'ACTIVE>SUSPENDED', 'ACTIVE>REVOKED', 'ACTIVE>COUNTY_REVIEW',
  'SUSPENDED>ACTIVE', 'SUSPENDED>EXITED', 'SUSPENDED>REVOKED', 'SUSPENDED>COUNTY_REVIEW',
  'EXITED>DRAFT', 'REJECTED>DRAFT']);

-- Whether a proposal for a file was confirmed in the present transaction.
create function confirmed_now(file uuid, of_kind text) returns boolean language plpgsql stable as $$
begin
  return exists (select from file_proposal p where p.case_file_id = file and p.kind = of_kind
                 and p.decision = 'CONFIRMED' and p.decided_in = pg_current_xact_id()::text::bigint);
end $$;

-- Whether someone passed or posted a file.
create function reviewed_file(file uuid, staff uuid) returns boolean
language plpgsql stable as $$
begin
  return exists (select from case_file_step s
                 where s.case_file_id = file and s.staff_id = staff and s.to_status in ('COUNTY_REVIEW', 'POSTED'));
end $$;

-- Whether someone registered, changed or submitted a household, or proposed a change of it that was confirmed.
create function made_household(file uuid, household_of_file uuid, staff uuid) returns boolean
language plpgsql stable as $$
begin
  return exists (select from household_hand m
                 where m.household_id = household_of_file and m.staff_id = staff and m.kind = 'MADE');
end $$;

-- The three rules that no role passes by: the life cycle, maker is not checker, active only after posting by real name.
create function case_file_steps_are_lawful() returns trigger language plpgsql as $$
declare
  today date := (now() at time zone 'Asia/Shanghai')::date;
  actor uuid := access.staff();
begin
  if not case_file_may_go(old.status, new.status) then
    raise exception 'case_file_life_cycle: % does not lead to %', old.status, new.status using errcode = 'check_violation';
  end if;
  if new.status = 'SUBMITTED' then
    if new.submitted_by is distinct from actor then
      raise exception 'case_file_submitted_by_actor' using errcode = 'check_violation';
    end if;
  elsif new.submitted_by is distinct from old.submitted_by then
    raise exception 'case_file_submitter_stays' using errcode = 'check_violation';
  elsif new.status in ('COUNTY_REVIEW', 'RETURNED', 'REJECTED', 'POSTED', 'ACTIVE')
    and (actor is null or actor = old.submitted_by or actor = old.opened_by
      or made_household(old.id, old.household_id, actor)) then
    raise exception 'case_file_maker_is_not_checker' using errcode = 'check_violation';
  end if;
  if new.status = 'EXITED' and not confirmed_now(new.id, 'EXIT') then
    raise exception 'case_file_exit_needs_two' using errcode = 'check_violation';
  end if;
  if new.status = 'COUNTY_REVIEW' and old.status <> 'SUBMITTED' and not confirmed_now(new.id, 'CHANGE') then
    raise exception 'case_file_posted_anew_after_change' using errcode = 'check_violation';
  end if;
  if new.status = 'ACTIVE' and old.status = 'SUSPENDED' and actor = (
      select s.staff_id from case_file_step s where s.case_file_id = new.id and s.to_status = 'SUSPENDED'
      order by s.at desc, s.id desc limit 1) then
    raise exception 'case_file_resumed_by_another' using errcode = 'check_violation';
  end if;
  if new.status = 'ACTIVE' and old.status = 'POSTED' then
    if reviewed_file(new.id, actor) then
      raise exception 'case_file_opened_by_another' using errcode = 'check_violation';
    end if;
    if not exists (select from household h join person p on p.id = h.head_id
                   where h.id = new.household_id and p.identity_verified and h.hardship_class is not null) then
      raise exception 'case_file_real_name_first' using errcode = 'check_violation';
    end if;
    if not exists (select from public_posting p where p.id = new.posting_id and p.ends_on < today
        and (p.confirmed_at is not null or not posting_entered_afterwards(p.starts_on, p.published_at))) then
      raise exception 'case_file_posted_first' using errcode = 'check_violation';
    end if;
    if exists (select from objection o where o.case_file_id = new.id and o.answered_at is null) then
      raise exception 'case_file_objections_answered_first' using errcode = 'check_violation';
    end if;
    if exists (select from file_proposal p where p.case_file_id = new.id and p.decision is null) then
      raise exception 'case_file_proposal_decided_first' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
create trigger steps_are_lawful before update on case_file for each row
  when (old.status is distinct from new.status) execute function case_file_steps_are_lawful();

-- Outside a step, who submitted a file and its number are not to be rewritten.
create function case_file_facts_stay() returns trigger language plpgsql as $$
begin
  raise exception 'case_file_facts_stay' using errcode = 'check_violation';
end $$;
create trigger facts_stay before update on case_file for each row
  when (old.number is distinct from new.number or old.household_id <> new.household_id
    or old.county_code <> new.county_code or old.year <> new.year or old.sequence <> new.sequence
    or (old.status = new.status and old.submitted_by is distinct from new.submitted_by))
  execute function case_file_facts_stay();

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

create function application_numbers_have_no_gap() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from (select county_code, year, min(sequence) as first, max(sequence) as last, count(*) as applications
                 from added group by county_code, year) o
    left join application_counter c using (county_code, year)
    where c.last is distinct from o.last or o.last - o.first + 1 <> o.applications
       or (o.first > 1 and (select a.sequence from aid_application a where a.county_code = o.county_code
           and a.year = o.year and a.sequence = o.first - 1) is null)
  ) then
    raise exception 'application_numbers_have_no_gap' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger numbers_have_no_gap after insert on aid_application referencing new table as added
  for each statement execute function application_numbers_have_no_gap();

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

create function application_may_go(from_status text, to_status text) returns boolean
language sql immutable parallel safe
return (from_status || '>' || to_status) = any (array[
  'DRAFT>SUBMITTED', 'SUBMITTED>BASE_REVIEW', 'SUBMITTED>COUNTY_REVIEW', 'BASE_REVIEW>COUNTY_REVIEW',
  'COUNTY_REVIEW>CITY_REVIEW', 'COUNTY_REVIEW>APPROVED', 'CITY_REVIEW>APPROVED',
  'SUBMITTED>RETURNED', 'BASE_REVIEW>RETURNED', 'COUNTY_REVIEW>RETURNED', 'CITY_REVIEW>RETURNED',
  'SUBMITTED>REJECTED', 'BASE_REVIEW>REJECTED', 'COUNTY_REVIEW>REJECTED', 'CITY_REVIEW>REJECTED',
  'DRAFT>WITHDRAWN', 'SUBMITTED>WITHDRAWN', 'BASE_REVIEW>WITHDRAWN', 'COUNTY_REVIEW>WITHDRAWN', 'CITY_REVIEW>WITHDRAWN',
  'SUBMITTED>SUSPENDED', 'BASE_REVIEW>SUSPENDED', 'COUNTY_REVIEW>SUSPENDED', 'CITY_REVIEW>SUSPENDED',
  'SUSPENDED>SUBMITTED', 'SUSPENDED>BASE_REVIEW', 'SUSPENDED>COUNTY_REVIEW', 'SUSPENDED>CITY_REVIEW',
  'SUSPENDED>WITHDRAWN',
  'APPROVED>AWAITING_FUNDS', 'APPROVED>FUNDED', 'AWAITING_FUNDS>FUNDED', 'FUNDED>PAID', 'PAID>FUNDED',
  'PAID>FOLLOWED_UP', 'APPROVED>LAPSED', 'AWAITING_FUNDS>LAPSED', 'FUNDED>LAPSED']);

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

-- An approval's facts stay; who sees every organisation's rows (the owner, never a service) may rewrite the index.
create function application_facts_stay() returns trigger language plpgsql as $$
begin
  raise exception 'application_facts_stay' using errcode = 'check_violation';
end $$;
create trigger facts_stay before update on aid_application for each row
  when ((old.number, old.household_id, old.case_file_id, old.case_file_version, old.decision_sheet_id,
         old.put_forward_by, old.organization_path)
        is distinct from (new.number, new.household_id, new.case_file_id, new.case_file_version, new.decision_sheet_id,
         new.put_forward_by, new.organization_path)
    or (old.standing_version is distinct from new.standing_version and 'SUSPENDED' not in (old.status, new.status))
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

-- People who proposed or confirmed a change of the household also count as having handled it.
create function household_handlers(of_household uuid) returns table (staff_id uuid)
language sql stable as $$
  select m.staff_id from household_hand m where m.household_id = of_household
$$;

create function application_maker_is_not_checker() returns trigger language plpgsql as $$
begin
  if exists (select from decided d join before_it b using (id)
             where d.status in ('APPROVED', 'REJECTED') and b.status <> d.status
               and (access.staff() is null or access.staff() = d.put_forward_by
                 or (d.status = 'APPROVED' and d.approved_by is distinct from access.staff())
                 or exists (select from household_handlers(d.household_id) h where h.staff_id = access.staff()))) then
    raise exception 'application_maker_is_not_checker' using errcode = 'check_violation';
  end if;
  if exists (select from decided d join before_it b using (id) join decision_sheet s on s.id = d.decision_sheet_id
             where d.status = 'APPROVED' and b.status <> d.status
               and d.amount_fen not between s.amount_min_fen and s.amount_max_fen) then
    raise exception 'application_amount_within_range' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger maker_is_not_checker after update on aid_application
  referencing old table as before_it new table as decided
  for each statement execute function application_maker_is_not_checker();

-- Whose a person is, under which number, does not change.
create function person_stays() returns trigger language plpgsql as $$
begin
  raise exception 'person_stays' using errcode = 'check_violation';
end $$;
create trigger person_stays before update on person for each row
  when ((old.id, old.organization_path, old.identity_id, old.sealed_as)
    is distinct from (new.id, new.organization_path, new.identity_id, new.sealed_as))
  execute function person_stays();

-- A rejected, exited or revoked household blocks no one; once opened or worked on again, it is living.
create function household_lives_by_its_file() returns trigger language plpgsql as $$
begin
  update household h set live = f.status not in ('REJECTED', 'EXITED', 'REVOKED')
  from changed f where h.id = f.household_id and h.live <> (f.status not in ('REJECTED', 'EXITED', 'REVOKED'));
  return null;
end $$;
create trigger household_lives_by_its_file after update on case_file referencing new table as changed
  for each statement execute function household_lives_by_its_file();

-- A county's household does not have more people than it declares.
create function household_size_holds_members() returns trigger language plpgsql as $$
begin
  if exists (select from household h join household_member m on m.household_id = h.id
      where h.id = new.household_id and m.position >= h.declared_size) then
    raise exception 'household_size_holds_members' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger size_holds_member after insert or update on household_member
  for each row when (new.position > 0) execute function household_size_holds_members();

create function household_size_holds_its_members() returns trigger language plpgsql as $$
begin
  if exists (select from household_member m where m.household_id = new.id and m.position >= new.declared_size) then
    raise exception 'household_size_holds_members' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger size_holds_members after update on household
  for each row when (new.declared_size < old.declared_size) execute function household_size_holds_its_members();

create function person_is_named_otherwise() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.named_otherwise_elsewhere := exists (select from person o where o.identity_id = new.identity_id
    and o.organization_path <> new.organization_path and folded_name(o.name) <> folded_name(new.name));
  return new;
end $$;
create trigger named_otherwise before insert or update of name on person
  for each row execute function person_is_named_otherwise();

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

-- Made in one's own name, decided once; only the owner, who sees all organisations' rows, may seal it again.
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

-- The head's name in household lists is the person's name, so the payee's name is the one shown.
create function household_calls_its_head_by_name() returns trigger language plpgsql as $$
begin
  update household h set head_name = new.name where h.head_id = new.id and h.head_name <> new.name;
  update household_member m set name = new.name where m.person_id = new.id and m.name <> new.name;
  return null;
end $$;
create trigger household_calls_its_head_by_name after update on person for each row
  when (old.name is distinct from new.name) execute function household_calls_its_head_by_name();

-- A proposal is made in one's own name and decided once, by another who did not make the household what it is.
create function file_proposal_needs_two() returns trigger language plpgsql as $$
declare
  sealed constant text[] := array['sealed_content', 'decision_opinion', 'date_reason'];
begin
  if tg_op = 'INSERT' then
    if access.staff() is not null and (new.decision is not null or new.proposed_by <> access.staff()) then
      raise exception 'file_proposal_by_actor' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if to_jsonb(old) - sealed is not distinct from to_jsonb(new) - sealed then
    if row_security_active('file_proposal') then
      raise exception 'file_proposal_stays' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.decision is not null or new.decision is null
    or to_jsonb(old) - array['decision', 'decided_by', 'decided_by_name', 'decided_at', 'decision_opinion', 'decided_in']
      is distinct from
      to_jsonb(new) - array['decision', 'decided_by', 'decided_by_name', 'decided_at', 'decision_opinion', 'decided_in']
  then
    raise exception 'file_proposal_stays' using errcode = 'check_violation';
  end if;
  if new.decided_by is distinct from access.staff() then
    raise exception 'file_proposal_by_actor' using errcode = 'check_violation';
  end if;
  if (new.decision = 'WITHDRAWN') <> (new.decided_by = old.proposed_by) or (new.decision <> 'WITHDRAWN'
    and made_household(new.case_file_id, (select household_id from case_file where id = new.case_file_id), new.decided_by))
  then
    raise exception 'file_proposal_needs_two' using errcode = 'check_violation';
  end if;
  new.decided_in := pg_current_xact_id()::text::bigint;
  return new;
end $$;
create trigger needs_two before insert or update on file_proposal for each row execute function file_proposal_needs_two();

create function public_posting_needs_two() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if access.staff() is not null and (new.published_by <> access.staff() or new.confirmed_by is not null) then
      raise exception 'public_posting_by_actor' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if to_jsonb(old) - array['confirmed_by', 'confirmed_by_name', 'confirmed_at', 'activated_at']
    is distinct from to_jsonb(new) - array['confirmed_by', 'confirmed_by_name', 'confirmed_at', 'activated_at'] then
    raise exception 'public_posting_stays' using errcode = 'check_violation';
  end if;
  if old.confirmed_by is distinct from new.confirmed_by or old.confirmed_at is distinct from new.confirmed_at then
    if old.confirmed_by is not null or new.confirmed_by is distinct from access.staff() then
      raise exception 'public_posting_by_actor' using errcode = 'check_violation';
    end if;
    if new.confirmed_by = old.published_by then
      raise exception 'public_posting_needs_two' using errcode = 'check_violation';
    end if;
    if not exists (select from posting_photo f where f.posting_id = new.id) then
      raise exception 'public_posting_wants_photo' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
create trigger needs_two before insert or update on public_posting for each row
  execute function public_posting_needs_two();

-- An objection is recorded in one's own name, and answered once, by another person who did not handle the file.
create function objection_answered_by_another() returns trigger language plpgsql as $$
declare
  sealed constant text[] := array['raised_by', 'text', 'finding'];
begin
  if tg_op = 'INSERT' then
    if access.staff() is not null and (new.recorded_by <> access.staff() or new.answered_at is not null) then
      raise exception 'objection_by_actor' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if not row_security_active('objection') and to_jsonb(old) - sealed is not distinct from to_jsonb(new) - sealed then
    return new;
  end if;
  if old.answered_at is not null
    or to_jsonb(old) - array['finding', 'upheld', 'answered_at', 'answered_by']
      is distinct from to_jsonb(new) - array['finding', 'upheld', 'answered_at', 'answered_by']
    or new.answered_by is distinct from access.staff() then
    raise exception 'objection_stays' using errcode = 'check_violation';
  end if;
  if new.answered_by = old.recorded_by or reviewed_file(new.case_file_id, new.answered_by)
    or made_household(new.case_file_id, (select household_id from case_file where id = new.case_file_id), new.answered_by)
  then
    raise exception 'objection_answered_by_another' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger answered_by_another before insert or update on objection for each row
  execute function objection_answered_by_another();

create function dibao_line_needs_two() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if access.staff() is not null and (not new.awaits_confirmation or new.set_by <> access.staff()
        or new.begun_at is not null) then
      raise exception 'dibao_line_by_actor' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if not old.awaits_confirmation then
      raise exception 'dibao_line_stays' using errcode = 'check_violation';
    end if;
    return old;
  end if;
  if to_jsonb(old) - array['awaits_confirmation', 'confirmed_by', 'confirmed_by_name', 'confirmed_at', 'begun_at']
    is distinct from
    to_jsonb(new) - array['awaits_confirmation', 'confirmed_by', 'confirmed_by_name', 'confirmed_at', 'begun_at']
    or (new.awaits_confirmation and not old.awaits_confirmation) then
    raise exception 'dibao_line_stays' using errcode = 'check_violation';
  end if;
  if old.awaits_confirmation and not new.awaits_confirmation then
    if new.confirmed_by is distinct from access.staff() then
      raise exception 'dibao_line_by_actor' using errcode = 'check_violation';
    end if;
    if new.confirmed_by = old.set_by then
      raise exception 'dibao_line_needs_two' using errcode = 'check_violation';
    end if;
  elsif old.confirmed_by is distinct from new.confirmed_by or old.confirmed_at is distinct from new.confirmed_at then
    raise exception 'dibao_line_stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger needs_two before insert or update or delete on dibao_line for each row
  execute function dibao_line_needs_two();

-- Facts behind eligibility are changed freely in a draft; by two people once posted or active; never in other states or
-- after. Who left the household by a recorded move is counted out of it by that.
create function household_facts_change_by_two() returns trigger language plpgsql as $$
declare
  file record;
begin
  select c.id, c.status into file from case_file c where c.household_id = new.id;
  if not found or file.status in ('DRAFT', 'RETURNED') then
    return new;
  end if;
  if file.status in ('POSTED', 'ACTIVE', 'SUSPENDED') and (confirmed_now(file.id, 'CHANGE')
    or (new.declared_size <= old.declared_size
      and (old.monthly_income_fen, old.dibao_status, old.causes, old.model_worker_honour)
        = (new.monthly_income_fen, new.dibao_status, new.causes, new.model_worker_honour)
      and (new.head_id <> old.head_id
        or (old.head_standing, old.migrant_worker) = (new.head_standing, new.migrant_worker))
      and exists (select from household_move m
                  where m.household_id = new.id and m.transaction_id = pg_current_xact_id()))) then
    return new;
  end if;
  raise exception 'household_facts_change_by_two' using errcode = 'check_violation';
end $$;
create trigger facts_change_by_two before update on household for each row
  when (old.declared_size <> new.declared_size or old.monthly_income_fen <> new.monthly_income_fen
    or old.dibao_status <> new.dibao_status or old.causes <> new.causes
    or old.model_worker_honour <> new.model_worker_honour or old.head_standing <> new.head_standing
    or old.migrant_worker <> new.migrant_worker)
  execute function household_facts_change_by_two();

-- A person who registered, changed or submitted a household on a list may not confirm that the list was on display.
create function made_any_on_posting(posting uuid, staff uuid) returns boolean language sql stable as $$
  select exists (select from case_file c join household_hand m on m.household_id = c.household_id
    where c.posting_id = posting and m.staff_id = staff and m.kind = 'MADE')
$$;

create function public_posting_confirmed_by_no_maker() returns trigger language plpgsql as $$
begin
  if made_any_on_posting(new.id, new.confirmed_by) then
    raise exception 'public_posting_confirmed_by_no_maker' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger confirmed_by_no_maker before update on public_posting for each row
  when (old.confirmed_by is null and new.confirmed_by is not null)
  execute function public_posting_confirmed_by_no_maker();

-- A file whose class changed goes back to the county's review and is posted again: no application is pending meanwhile.
create function applications_follow_their_file() returns trigger language plpgsql as $$
begin
  with followed as materialized (
    select a.id, a.status, a.organization_path, s.at, s.staff_id, s.staff_name, f.version,
      s.to_status in ('SUSPENDED', 'ACTIVE')
        and coalesce(a.standing_version, a.case_file_version) = f.version - 1 as stands,
      case s.to_status when 'ACTIVE' then (select p.from_status from application_step p
          where p.application_id = a.id and p.to_status = 'SUSPENDED' order by p.at desc, p.id desc limit 1)
        when 'SUSPENDED' then 'SUSPENDED' else 'WITHDRAWN' end as next_status,
      case s.to_status when 'ACTIVE' then null when 'SUSPENDED' then '档案已暂停，恢复后继续审批'
        when 'REVOKED' then '档案已取消，申请随之撤回'
        when 'COUNTY_REVIEW' then '家庭情况变更，档案重新审核公示，申请随之撤回'
        else '档案已退出' || coalesce('（' || case f.exit_reason when 'AIDED' then '帮扶后脱困'
          when 'INCOME_ABOVE_LINE' then '收入高于低保边缘线' when 'MOVED' then '迁出本地' when 'DIED' then '户主去世' end
          || '）', '') || '，申请随之撤回' end as why
    from stepped s join case_file f on f.id = s.case_file_id join aid_application a on a.case_file_id = f.id
    where case when s.to_status in ('EXITED', 'REVOKED')
          or (s.to_status = 'COUNTY_REVIEW' and s.from_status in ('ACTIVE', 'SUSPENDED'))
        then a.status in ('DRAFT', 'SUBMITTED', 'BASE_REVIEW', 'COUNTY_REVIEW', 'CITY_REVIEW', 'SUSPENDED')
      when s.to_status = 'SUSPENDED' then a.status in ('SUBMITTED', 'BASE_REVIEW', 'COUNTY_REVIEW', 'CITY_REVIEW')
      when s.to_status = 'ACTIVE' and s.from_status = 'SUSPENDED' then a.status = 'SUSPENDED' end
  ), moved as (
    update aid_application a set status = m.next_status, opinion = m.why,
      standing_version = case when m.stands then m.version else a.standing_version end
    from followed m where a.id = m.id
    returning a.id
  )
  insert into application_step (application_id, organization_path, from_status, to_status, at, staff_id, staff_name,
    opinion)
  select m.id, m.organization_path, m.status, m.next_status, m.at, m.staff_id, m.staff_name, m.why
  from followed m join moved using (id);
  return null;
end $$;
create trigger applications_follow_their_file after insert on case_file_step referencing new table as stepped
  for each statement execute function applications_follow_their_file();

-- An approval rests on the file as it was decided on.
create function application_file_unchanged() returns trigger language plpgsql as $$
begin
  if exists (select from decided d join before_it b using (id) join case_file f on f.id = d.case_file_id
             where d.status = 'APPROVED' and b.status <> d.status
               and f.version <> coalesce(d.standing_version, d.case_file_version)) then
    raise exception 'application_file_unchanged' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger file_unchanged after update on aid_application
  referencing old table as before_it new table as decided
  for each statement execute function application_file_unchanged();

create function application_uses_quota(status text, measure text) returns boolean language sql immutable parallel safe
return case measure when 'GRANTED' then status in ('APPROVED', 'AWAITING_FUNDS', 'FUNDED', 'PAID', 'FOLLOWED_UP')
  else status not in ('RETURNED', 'REJECTED', 'WITHDRAWN', 'LAPSED') end;

-- What is used of each quota, and of each campaign's budget: a row without a county, for whose households there is no quota.
create function quota_use(campaigns uuid[], measure text)
returns table (campaign_id uuid, county_path text, name text, by_quota boolean, households integer, budget_fen bigint,
  used_households integer, used_fen bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  with used as materialized (
    select a.campaign_id, a.organization_path, count(*)::int as households, sum(a.amount_fen) as amount_fen
    from aid_application a
    where a.campaign_id = any(campaigns) and application_uses_quota(a.status, measure)
    group by a.campaign_id, a.organization_path
  )
  select q.campaign_id, q.county_path, q.county_name, true, q.households, q.budget_fen,
    coalesce(sum(u.households), 0)::int, coalesce(sum(u.amount_fen), 0)::bigint
  from campaign_quota q left join used u on u.campaign_id = q.campaign_id and starts_with(u.organization_path, q.county_path)
  where q.campaign_id = any(campaigns)
  group by q.campaign_id, q.county_id
  union all
  select c.id, null, c.name, exists (select from campaign_quota q where q.campaign_id = c.id), null, c.budget_fen,
    coalesce(sum(u.households), 0)::int, coalesce(sum(u.amount_fen), 0)::bigint
  from campaign c left join used u on u.campaign_id = c.id
  where c.id = any(campaigns)
  group by c.id
$$;
revoke execute on function quota_use(campaigns uuid[], measure text) from public;

create function hold_campaigns(campaigns uuid[]) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('quotas of campaign ' || c, 0))
  from (select distinct c from unnest(campaigns) as c where c is not null order by c) as ordered(c)
$$;

create function application_quota_is_held() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  measure text := tg_argv[0];
  campaigns uuid[];
begin
  if measure = 'STANDING' then
    campaigns := array(select distinct n.campaign_id from taking n where n.campaign_id is not null);
  else
    campaigns := array(select distinct n.campaign_id from taking n join before_it b using (id)
      where n.campaign_id is not null and n.status = 'APPROVED' and b.status <> n.status);
  end if;
  if campaigns = '{}' then
    return null;
  end if;
  perform hold_campaigns(campaigns);
  if exists (select from quota_use(campaigns, measure) u
             where (u.used_households > u.households or u.used_fen > u.budget_fen)
               and exists (select from taking n where n.campaign_id = u.campaign_id
                           and (u.county_path is null or starts_with(n.organization_path, u.county_path))))
    or exists (select from taking n where n.campaign_id = any(campaigns)
               and exists (select from campaign_quota q where q.campaign_id = n.campaign_id)
               and not exists (select from campaign_quota q where q.campaign_id = n.campaign_id
                               and starts_with(n.organization_path, q.county_path))) then
    raise exception 'application_quota_is_held' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger quota_is_held_by_what_stands after insert on aid_application referencing new table as taking
  for each statement execute function application_quota_is_held('STANDING');
create trigger quota_is_held_by_what_is_granted after update on aid_application
  referencing old table as before_it new table as taking
  for each statement execute function application_quota_is_held('GRANTED');

create function application_counts_people() returns trigger language plpgsql as $$
begin
  insert into application_person (application_id, identity_id, organization_path)
  select n.id, m.identity_id, n.organization_path
  from added n join household_member m on m.household_id = n.household_id where m.identity_id is not null;
  return null;
end $$;
create trigger counts_people after insert on aid_application referencing new table as added
  for each statement execute function application_counts_people();

-- Whether aid that was given counts against aid that is asked for: of the period, and of the kind.
create function aid_counts(frequency jsonb, asked_on date, given_on date, same_campaign boolean, same_policy boolean,
  same_kind boolean) returns boolean language sql immutable parallel safe
return case frequency ->> 'period'
    when 'CAMPAIGN' then coalesce(same_campaign, false)
    when 'CALENDAR_YEAR' then given_on >= date_trunc('year', asked_on::timestamp)::date
    else given_on > (asked_on - interval '1 year')::date end
  and case coalesce(frequency ->> 'against', 'ANY') when 'POLICY' then same_policy when 'AID_TYPE' then same_kind else true end;

-- The aid that counts against what is asked for: `asked[n]`, under a version of a policy, in a campaign or none, on a day,
-- wants to count `identities[n]`. For each asked: the day of the latest aid that counts, how many turns it leaves, and how
-- many undecided applications of the same campaign would take one. Neither whose aid it was, nor where, nor how much.
create function aid_that_counts(asked uuid[], identities uuid[], versions uuid[], campaigns uuid[], days date[])
returns table (asked_for uuid, aided_on date, turns_left integer, waiting integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with wanted as materialized (
    select * from unnest($1, $2, $3, $4, $5) as w(asked_for, identity_id, version_id, campaign_id, asked_on)
  ), terms as materialized (
    select v.id, v.policy_id, p.code, v.aid_type, v.mark, v.frequency
    from policy_version v join policy p on p.id = v.policy_id where v.id = any($3)
  ), other as materialized (
    select distinct w.asked_for, a.id,
      case when a.status in ('APPROVED', 'AWAITING_FUNDS', 'FUNDED', 'PAID', 'FOLLOWED_UP')
        then coalesce(a.paid_on, (a.approved_at at time zone 'Asia/Shanghai')::date) end as given_on,
      w.asked_on, a.campaign_id = w.campaign_id as same_campaign, a.aid_type, a.mark, a.decision_sheet_id, w.version_id
    from wanted w join application_person n on n.identity_id = w.identity_id
    join aid_application a on a.id = n.application_id
    where a.id <> w.asked_for and a.status not in ('RETURNED', 'REJECTED', 'WITHDRAWN', 'LAPSED')
  ), counted as (
    select o.asked_for, max(o.given_on) as aided_on, count(o.given_on)::int as given,
      count(*) filter (where o.given_on is null and o.same_campaign)::int as waiting
    from other o join terms t on t.id = o.version_id
    join decision_sheet s on s.id = o.decision_sheet_id
    join policy_version v on v.id = s.policy_version_id join policy p on p.id = v.policy_id
    where aid_counts(t.frequency, o.asked_on, coalesce(o.given_on, o.asked_on), o.same_campaign, p.code = t.code,
      o.aid_type = t.aid_type and o.mark is not distinct from t.mark)
    group by o.asked_for
  )
  select distinct on (w.asked_for) w.asked_for, c.aided_on,
    (t.frequency ->> 'times')::int - coalesce(c.given, 0), coalesce(c.waiting, 0)
  from wanted w join terms t on t.id = w.version_id left join counted c on c.asked_for = w.asked_for
$$;
revoke execute on function aid_that_counts(asked uuid[], identities uuid[], versions uuid[], campaigns uuid[], days date[]) from public;

create function frequency_as_asked(applications uuid[], on_day date)
returns table (asked_for uuid, aided_on date, turns_left integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with listed as (
    select array_agg(a.id) as asked, array_agg(n.identity_id) as identities, array_agg(s.policy_version_id) as versions,
      array_agg(a.campaign_id) as campaigns, array_agg(on_day) as days
    from aid_application a join application_person n on n.application_id = a.id
    join decision_sheet s on s.id = a.decision_sheet_id
    where a.id = any(applications)
  )
  select c.asked_for, c.aided_on, c.turns_left
  from listed l cross join lateral aid_that_counts(l.asked, l.identities, l.versions, l.campaigns, l.days) c
$$;
revoke execute on function frequency_as_asked(applications uuid[], on_day date) from public;

create function hold_people(applications uuid[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  select from identity i
  where i.id in (select n.identity_id from application_person n where n.application_id = any(applications))
  order by i.id for no key update
$$;
revoke execute on function hold_people(applications uuid[]) from public;

create function application_frequency_is_held() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  approved uuid[] := array(select d.id from decided d join before_it b using (id)
    where d.status = 'APPROVED' and b.status <> d.status);
  on_day date := (select min((d.approved_at at time zone 'Asia/Shanghai')::date) from decided d where d.id = any(approved));
begin
  if approved = '{}' then
    return null;
  end if;
  perform hold_people(approved);
  if exists (select from frequency_as_asked(approved, on_day) c where c.turns_left <= 0) then
    raise exception 'application_frequency_is_held' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger frequency_is_held after update on aid_application
  referencing old table as before_it new table as decided
  for each statement execute function application_frequency_is_held();

-- Whether an organisation's rows are within the present transaction's subtree.
create function is_in_scope(path text) returns boolean language sql stable parallel safe
  return path >= nullif(current_setting('nuangong.scope', true), '')
    and path < left(nullif(current_setting('nuangong.scope', true), ''), -1) || '0';

-- Heads of living households who may be one person under two identities: the same name and birth date, and the same
-- telephone or account. Of a household within sight; of the other one, where it is out of sight, only that there is one.
-- Null asks for all households within sight.
create function suspected_doubles(households uuid[])
returns table (household_id uuid, double_id uuid, other_household_id uuid, same_phone boolean, same_account boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with own as materialized (
    select h.id as household_id, p.id, p.identity_id, p.birth_date, folded_name(p.name) as name, p.phone_index,
      p.account_index
    from household h join person p on p.id = h.head_id
    where h.live and is_in_scope(h.organization_path) and (households is null or h.id = any(households))
  ), alike as (
    select own.household_id, own.identity_id, o.id, o.identity_id as other_identity, true as same_phone,
      coalesce(o.account_index = own.account_index, false) as same_account
    from own join person o on o.phone_index = own.phone_index and o.birth_date = own.birth_date
      and o.identity_id <> own.identity_id and folded_name(o.name) = own.name
    union
    select own.household_id, own.identity_id, o.id, o.identity_id,
      coalesce(o.phone_index = own.phone_index, false), true
    from own join person o on o.account_index = own.account_index and o.birth_date = own.birth_date
      and o.identity_id <> own.identity_id and folded_name(o.name) = own.name
  )
  select a.household_id,
    md5(least(a.identity_id, a.other_identity)::text || greatest(a.identity_id, a.other_identity)::text)::uuid,
    case when is_in_scope(oh.organization_path) then oh.id end, a.same_phone, a.same_account
  from alike a join household oh on oh.head_id = a.id and oh.live
$$;

-- The unanswered suspicions of households within sight: by what two are alike, and nothing of the other one.
create function unanswered_doubles(households uuid[])
returns table (household_id uuid, same_phone boolean, same_account boolean, elsewhere boolean)
language sql stable as $$
  select d.household_id, bool_or(d.same_phone), bool_or(d.same_account), bool_or(d.other_household_id is null)
  from suspected_doubles(households) d
  where not exists (select from same_person_answer a
    where a.household_id = d.household_id and a.double_id = d.double_id)
  group by d.household_id
$$;

create function application_double_is_answered() returns trigger language plpgsql as $$
declare
  approved uuid[] := array(select d.household_id from decided d join before_it b using (id)
    where d.status = 'APPROVED' and b.status <> d.status);
begin
  if approved <> '{}' and exists (select from unanswered_doubles(approved)) then
    raise exception 'application_double_is_answered' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger double_is_answered after update on aid_application
  referencing old table as before_it new table as decided
  for each statement execute function application_double_is_answered();

-- History is never rewritten; who sees every organisation's rows (the owner, never a service) may seal its texts again.
create function only_sealed_anew() returns trigger language plpgsql as $$
begin
  if row_security_active(tg_relid) or to_jsonb(old) - tg_argv is distinct from to_jsonb(new) - tg_argv then
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger only_sealed_anew before update on household_version for each row execute function only_sealed_anew('sealed_state', 'why');
create trigger only_sealed_anew before update on case_file_step
  for each row execute function only_sealed_anew('opinion', 'date_reason');
create trigger only_sealed_anew before update on visit
  for each row execute function only_sealed_anew('brought', 'date_reason', 'sealed_findings');
create trigger only_sealed_anew before update on application_step for each row execute function only_sealed_anew('opinion');
create trigger only_sealed_anew before update on household_move
  for each row execute function only_sealed_anew('why', 'moved_on_reason');
create trigger only_sealed_anew before update on same_person_answer for each row execute function only_sealed_anew('why');

-- A person who handled the household may not decide that its head differs from a suspected duplicate.
create function double_answered_by_another() returns trigger language plpgsql as $$
begin
  if new.staff_id is distinct from access.staff()
    or exists (select from household_hand m
               where m.household_id = new.household_id and m.staff_id = new.staff_id and m.kind = 'MADE') then
    raise exception 'double_answered_by_another' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger double_answered_by_another before insert on same_person_answer for each row
  execute function double_answered_by_another();

create trigger append_only_truncate before truncate on household_version
  for each statement execute function access.refuse_change();
create trigger append_only before delete on household_version
  for each statement execute function access.refuse_change();
create trigger append_only_truncate before truncate on case_file_step
  for each statement execute function access.refuse_change();
create trigger append_only before delete on case_file_step for each statement execute function access.refuse_change();
create trigger append_only_truncate before truncate on visit
  for each statement execute function access.refuse_change();
create trigger append_only before delete on visit for each statement execute function access.refuse_change();
create trigger append_only_truncate before truncate on application_step
  for each statement execute function access.refuse_change();
create trigger append_only before delete on application_step for each statement execute function access.refuse_change();
create trigger append_only_truncate before truncate on household_move
  for each statement execute function access.refuse_change();
create trigger append_only before delete on household_move for each statement execute function access.refuse_change();
create trigger append_only_truncate before truncate on same_person_answer
  for each statement execute function access.refuse_change();
create trigger append_only before delete on same_person_answer for each statement execute function access.refuse_change();
create trigger append_only before delete on file_proposal for each statement execute function access.refuse_change();
create trigger append_only_truncate before truncate on file_proposal
  for each statement execute function access.refuse_change();

create policy seen_through_household on person
  using ((EXISTS ( SELECT    from household h   where (h.head_id = person.id))) or (EXISTS ( SELECT    from household_member m   where (m.person_id = person.id))));

-- What looks across organisations runs as the tables' owner, whom row-level security binds too unless a policy lets it.
do $$ begin
  execute format('create policy frequency_owner on household_member for select to %I using (true)', current_user);
  execute format('create policy registry_owner on household for select to %I using (true)', current_user);
  execute format('create policy registry_owner on case_file for select to %I using (true)', current_user);
  execute format('create policy lines_to_begin_owner on dibao_line for select to %I using (true)', current_user);
  execute format('create policy unfinished_owner on roster_import for select to %I using (true)', current_user);
  execute format('create policy frequency_owner on policy for select to %I using (true)', current_user);
  execute format('create policy frequency_owner on policy_version for select to %I using (true)', current_user);
  execute format('create policy quotas_owner on campaign for select to %I using (true)', current_user);
  execute format('create policy quotas_owner on campaign_quota for select to %I using (true)', current_user);
  execute format('create policy frequency_owner on decision_sheet for select to %I using (true)', current_user);
  execute format('create policy application_owner on aid_application for select to %I using (true)', current_user);
  execute format('create policy frequency_owner on application_person for select to %I using (true)', current_user);
end $$;
