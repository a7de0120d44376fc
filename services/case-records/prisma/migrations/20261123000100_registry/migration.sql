-- People, households, case files, postings, evidence, visits, dibao lines and rosters.

-- One person once in the whole city. Rows belong to nobody: they are seen through the households that refer to them.
create table person (
  id                  uuid primary key default uuidv7(),
  name                text not null check (length(name) between 1 and 60),
  document_kind       text not null check (document_kind in ('RESIDENT', 'RESIDENCE_PERMIT_HK', 'RESIDENCE_PERMIT_MO',
                        'RESIDENCE_PERMIT_TW', 'FOREIGN_PERMANENT_RESIDENCE')),
  sealed_identity     text not null,
  identity_index      bytea not null,
  masked_identity     text not null,
  identity_verified   boolean not null default false,
  birth_date          date not null,
  sex                 text not null check (sex in ('MALE', 'FEMALE')),
  sealed_phone        text,
  masked_phone        text,
  sealed_bank_account text,
  masked_bank_account text,
  last_aided_on       date,
  last_amount_fen     bigint check (last_amount_fen >= 0),
  registered_at       timestamptz not null default clock_timestamp(),
  constraint person_once_in_the_city unique (identity_index)
);

create table household (
  id                        uuid primary key default uuidv7(),
  organization_path         text collate "C" not null,
  organization_id           uuid not null,
  organization_name         text not null,
  head_id                   uuid not null references person,
  head_name                 text not null,
  unit_name                 text not null default '',
  declared_size             integer not null check (declared_size between 1 and 30),
  monthly_income_fen        bigint not null check (monthly_income_fen between 0 and 1000000000),
  dibao_status              text not null check (dibao_status in ('NONE', 'DIBAO', 'MARGINAL')),
  causes                    text[] not null check (causes <@ array['MAJOR_ILLNESS', 'DISABILITY', 'SCHOOLING', 'ACCIDENT',
                              'DISASTER', 'UNEMPLOYMENT', 'FAMILY_CHANGE', 'UNPAID_WAGES', 'OTHER']),
  hardship_class            text check (hardship_class in ('BELOW_LINE', 'MARGINAL', 'SUDDEN')),
  model_worker_honour       text not null default 'NONE'
                              check (model_worker_honour in ('NONE', 'CITY', 'PROVINCIAL', 'NATIONAL')),
  migrant_worker            boolean not null default false,
  new_generation            boolean not null default false,
  remark                    text,
  live                      boolean not null default true,
  roster_row_id             uuid,
  registered_by             uuid not null,
  registered_at             timestamptz not null,
  changed_at                timestamptz not null
);
create unique index household_one_live_in_the_city on household (head_id) where live;
create index on household (organization_path, head_name);
create index on household (head_id);
create index on household (roster_row_id) where roster_row_id is not null;
call access.protect('household');

create table household_member (
  id                 uuid primary key default uuidv7(),
  household_id       uuid not null references household,
  organization_path  text collate "C" not null,
  position           integer not null,
  person_id          uuid references person,
  name               text not null,
  relation           text not null,
  monthly_income_fen bigint check (monthly_income_fen >= 0),
  health             text,
  schooling          text,
  unique (household_id, position)
);
create index on household_member (person_id) where person_id is not null;
call access.protect('household_member');

-- Each state of a household as it was written: who, when, why.
create table household_version (
  id                uuid primary key default uuidv7(),
  household_id      uuid not null references household,
  organization_path text collate "C" not null,
  version           integer not null,
  state             jsonb not null,
  why               text not null,
  staff_id          uuid not null,
  staff_name        text not null,
  changed_at        timestamptz not null,
  unique (household_id, version)
);
call access.protect('household_version');
call access.append_only('household_version');

-- Public postings are read by the organisations below too: their households are on the wall.
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
  check (ends_on > starts_on)
);
create index on public_posting (organization_path, published_at);
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
  status            text not null default 'DRAFT' check (status in ('DRAFT', 'SUBMITTED', 'COUNTY_REVIEW', 'POSTED', 'ACTIVE',
                      'EXITED', 'RETURNED', 'REJECTED', 'SUSPENDED', 'REVOKED')),
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
  unique (county_code, year, sequence),
  constraint case_file_exit_has_reason check (status <> 'EXITED' or (exited_on is not null and exit_reason is not null))
);
create index on case_file (organization_path, status, number);
create index on case_file (posting_id) where posting_id is not null;
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
  opinion           text
);
create index on case_file_step (case_file_id, at);
call access.protect('case_file_step');
call access.append_only('case_file_step');

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
  constraint objection_answer_is_whole check ((finding is null) = (answered_at is null) and (finding is null) = (upheld is null))
);
create index on objection (posting_id);
create index on objection (case_file_id) where answered_at is null;
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
create index on evidence (case_file_id);
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
  findings          text,
  campaign_id       uuid,
  staff_id          uuid not null,
  staff_name        text not null,
  recorded_at       timestamptz not null
);
create index on visit (household_id, visited_on);
call access.protect('visit');

-- The minimum-living line is set by the county and read by everyone below it.
create table dibao_line (
  id                     uuid primary key default uuidv7(),
  organization_path      text collate "C" not null,
  organization_id        uuid not null,
  organization_name      text not null,
  valid_from             date not null,
  monthly_per_capita_fen bigint not null check (monthly_per_capita_fen between 1 and 100000000),
  margin_factor          numeric(4, 2) not null check (margin_factor between 1 and 10),
  set_by                 uuid not null,
  set_at                 timestamptz not null,
  constraint dibao_line_one_a_day unique (organization_path, valid_from)
);
call access.protect_issued('dibao_line');

create table roster_import (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  organization_name text not null,
  file_name         text not null,
  file_sha256       text not null,
  file_size         bigint not null,
  status            text not null check (status in ('UPLOADED', 'READY', 'RUNNING', 'DONE', 'CANCELLED', 'REFUSED')),
  sheet_name        text,
  header_row        integer,
  columns           jsonb not null default '[]',
  preview_rows      integer[] not null default '{}',
  skipped           jsonb not null default '[]',
  problems          jsonb not null default '[]',
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
  finished_at       timestamptz
);
create index on roster_import (organization_path, uploaded_at);
call access.protect('roster_import');

-- Cells are sealed: they hold identity numbers, telephones and bank accounts as the clerk wrote them.
create table roster_row (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  import_id         uuid not null references roster_import,
  row_number        integer not null,
  sealed_cells      text not null,
  outcome           text check (outcome in ('ACCEPTED', 'REJECTED', 'ALREADY_PRESENT')),
  name              text not null default '',
  identity_index    bytea,
  reasons           jsonb not null default '[]',
  readings          text[] not null default '{}',
  household_id      uuid,
  unique (import_id, row_number)
);
create index on roster_row (import_id, identity_index) where identity_index is not null;
create index roster_row_of_household on roster_row (household_id) where household_id is not null;
call access.protect('roster_row');

-- What an organisation's clerks said the headings of their own rosters mean.
create table roster_mapping (
  organization_path text collate "C" not null,
  heading           text not null,
  field             text,
  primary key (organization_path, heading)
);
call access.protect('roster_mapping');

-- Who sees a person: whoever sees a household headed by them or a member that is them.
alter table person enable row level security;
create policy seen_through_household on person
  using (exists (select from household h where h.head_id = person.id)
    or exists (select from household_member m where m.person_id = person.id));

-- The functions below run as the owner of the tables, who sees all households of the city and answers only what they say.
do $$ begin
  execute format('create policy registry_owner on household for select to %I using (true)', current_user);
end $$;

-- Registers people, or finds those that are registered already; numbers come sealed for the id that is proposed.
create function register_people(people jsonb) returns table (identity_index bytea, person_id uuid)
language sql security definer set search_path = public, pg_temp as $$
  insert into person (id, identity_index, name, document_kind, sealed_identity, masked_identity, birth_date, sex,
    sealed_phone, masked_phone, sealed_bank_account, masked_bank_account, identity_verified)
  select p.id, decode(p.index, 'hex'), p.name, p.document_kind, p.sealed_identity, p.masked_identity, p.birth_date, p.sex,
    p.sealed_phone, p.masked_phone, p.sealed_bank_account, p.masked_bank_account, true
  from jsonb_to_recordset(people) as p(id uuid, index text, name text, document_kind text, sealed_identity text,
    masked_identity text, birth_date date, sex text, sealed_phone text, masked_phone text, sealed_bank_account text,
    masked_bank_account text)
  on conflict on constraint person_once_in_the_city do nothing;
  select p.identity_index, p.id from person p
  where p.identity_index in (select decode(g.index, 'hex') from jsonb_to_recordset(people) as g(index text));
$$;

-- Whether people are registered, by blind index, and the live household they head, wherever it is.
create function find_people(indexes bytea[])
returns table (identity_index bytea, person_id uuid, live_household_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.identity_index, p.id, h.id
  from person p left join household h on h.head_id = p.id and h.live
  where p.identity_index = any(indexes);
$$;

-- What one county may know of another's household: that there is one, and when and how much aid was last given.
create function registered_elsewhere(index bytea)
returns table (registered boolean, last_aided_on date, last_amount_fen bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from household h where h.head_id = p.id and h.live), p.last_aided_on, p.last_amount_fen
  from person p where p.identity_index = index;
$$;

-- Notes that aid was given to households' heads, so that every county of the city can know it.
create function note_aid_given(household_ids uuid[], given_on date, amounts_fen bigint[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  update person p set last_aided_on = given_on, last_amount_fen = aid.amount
  from unnest(household_ids, amounts_fen) as aid(household_id, amount)
  join household h on h.id = aid.household_id
  where p.id = h.head_id and (p.last_aided_on is null or p.last_aided_on <= given_on)
$$;

-- File numbers, without a gap for each county and year. Nobody but these functions reaches the counter.
create table case_file_counter (
  county_code text not null,
  year        integer not null,
  last        integer not null,
  primary key (county_code, year)
);
alter table case_file_counter enable row level security;

-- Takes the next `wanted` numbers of a county's year and answers the first; the counter stays locked until commit.
create function take_case_file_numbers(county text, of_year integer, wanted integer) returns integer
language sql security definer set search_path = public, pg_temp as $$
  insert into case_file_counter as c (county_code, year, last) values (county, of_year, wanted)
  on conflict (county_code, year) do update set last = c.last + wanted
  returning last - wanted + 1
$$;

create function case_file_numbers_have_no_gap() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from (select county_code, year, min(sequence) as first, max(sequence) as last, count(*) as files
                 from opened group by county_code, year) o
    left join case_file_counter c using (county_code, year)
    where c.last is distinct from o.last or o.last - o.first + 1 <> o.files
       or (o.first > 1 and not exists (select from case_file f
           where f.county_code = o.county_code and f.year = o.year and f.sequence = o.first - 1))
  ) then
    raise exception 'case_file_numbers_have_no_gap' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger numbers_have_no_gap after insert on case_file referencing new table as opened
  for each statement execute function case_file_numbers_have_no_gap();
do $$ begin
  execute format('create policy registry_owner on case_file for select to %I using (true)', current_user);
end $$;

create function case_file_stays() returns trigger language plpgsql as $$
begin
  raise exception 'case_file_stays: a case file is never deleted' using errcode = 'restrict_violation';
end $$;
create trigger case_file_stays before delete on case_file for each row execute function case_file_stays();

-- The life cycle: a file starts as a draft and goes only where the life cycle leads.
create function case_file_may_go(from_status text, to_status text) returns boolean
language sql immutable parallel safe
return (from_status || '>' || to_status) = any (array[
  'DRAFT>SUBMITTED', 'RETURNED>SUBMITTED',
  'SUBMITTED>COUNTY_REVIEW', 'SUBMITTED>RETURNED', 'SUBMITTED>REJECTED',
  'COUNTY_REVIEW>POSTED', 'COUNTY_REVIEW>RETURNED', 'COUNTY_REVIEW>REJECTED',
  'POSTED>ACTIVE', 'POSTED>RETURNED', 'POSTED>REJECTED',
  'ACTIVE>EXITED', 'ACTIVE>SUSPENDED', 'ACTIVE>REVOKED',
  'SUSPENDED>ACTIVE', 'SUSPENDED>EXITED', 'SUSPENDED>REVOKED',
  'EXITED>DRAFT', 'REJECTED>DRAFT']);

create function case_file_opens_as_draft() returns trigger language plpgsql as $$
begin
  if new.status <> 'DRAFT' or new.submitted_by is not null then
    raise exception 'case_file_opens_as_draft' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger opens_as_draft before insert on case_file for each row execute function case_file_opens_as_draft();

-- The three rules that no role passes by: the life cycle, maker is not checker, active only after posting by real name.
create function case_file_steps_are_lawful() returns trigger language plpgsql as $$
declare today date := (now() at time zone 'Asia/Shanghai')::date;
begin
  if not case_file_may_go(old.status, new.status) then
    raise exception 'case_file_life_cycle: % does not lead to %', old.status, new.status using errcode = 'check_violation';
  end if;
  if new.status = 'SUBMITTED' then
    if new.submitted_by is distinct from access.staff() then
      raise exception 'case_file_submitted_by_actor' using errcode = 'check_violation';
    end if;
  elsif new.submitted_by is distinct from old.submitted_by then
    raise exception 'case_file_submitter_stays' using errcode = 'check_violation';
  elsif new.status in ('COUNTY_REVIEW', 'RETURNED', 'REJECTED', 'POSTED', 'ACTIVE')
    and (access.staff() is null or access.staff() = old.submitted_by) then
    raise exception 'case_file_maker_is_not_checker' using errcode = 'check_violation';
  end if;
  if new.status = 'ACTIVE' and old.status = 'POSTED' then
    if not exists (select from household h join person p on p.id = h.head_id
                   where h.id = new.household_id and p.identity_verified and h.hardship_class is not null) then
      raise exception 'case_file_real_name_first' using errcode = 'check_violation';
    end if;
    if not exists (select from public_posting p where p.id = new.posting_id and p.ends_on < today) then
      raise exception 'case_file_posted_first' using errcode = 'check_violation';
    end if;
    if exists (select from objection o where o.case_file_id = new.id and o.answered_at is null) then
      raise exception 'case_file_objections_answered_first' using errcode = 'check_violation';
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

-- Rosters that a service which stopped left unread or half imported, in whichever county.
create function unfinished_roster_imports() returns table (import_id uuid, organization_path text)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, organization_path from roster_import where status in ('UPLOADED', 'RUNNING') order by uploaded_at
$$;
do $$ begin
  execute format('create policy unfinished_owner on roster_import for select to %I using (true)', current_user);
end $$;
