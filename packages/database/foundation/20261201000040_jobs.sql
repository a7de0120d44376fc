-- A command over a whole list, processed in bounded parts on behalf of the person who gave it.
create table job (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  -- What is done (case-file.submit), of which record's list (a campaign's id; empty where it is the unit's own).
  kind              text not null,
  subject           text not null,
  -- What the command was given beside its rows, and what each piece leaves to the next.
  input             jsonb not null,
  state             jsonb not null default '{}',
  -- The person who gave the command, with the roles at that time.
  actor             jsonb not null,
  staff_id          uuid not null,
  staff_name        text not null,
  request_id        text not null,
  status            text not null default 'RUNNING' check (status in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
  total             integer not null check (total >= 0),
  done              integer not null default 0 check (done >= 0),
  refused           integer not null default 0 check (refused >= 0),
  -- Why it failed, as problems.
  reasons           jsonb not null default '[]',
  -- How many rows the next piece takes, and how many rows in turn were refused by a whole piece's refusal.
  piece             integer not null check (piece > 0),
  strikes           integer not null default 0,
  started_at        timestamptz not null,
  worked_at         timestamptz not null,
  finished_at       timestamptz,
  constraint job_within_its_list check (done + refused <= total),
  constraint job_ends_once check ((finished_at is null) = (status = 'RUNNING')),
  constraint job_tells_why_it_failed check ((status = 'FAILED') = (reasons <> '[]'))
);
create index job_of_staff on job (organization_path, staff_id, id desc);
create unique index job_one_at_a_time on job (organization_path, kind, subject) where status = 'RUNNING';
call access.protect('job');

create table job_row (
  job_id            uuid not null references job on delete cascade,
  place             integer not null,
  organization_path text collate "C" not null,
  record_id         uuid not null,
  -- The record's number, for people.
  label             text not null,
  outcome           text check (outcome in ('DONE', 'REFUSED')),
  problems          jsonb not null default '[]',
  primary key (job_id, place),
  constraint job_row_refused_for_a_reason check (coalesce(outcome = 'REFUSED', false) = (problems <> '[]'))
);
create index job_row_left on job_row (job_id, place) where outcome is null;
create index job_row_refused on job_row (job_id, place) where outcome = 'REFUSED';
call access.protect('job_row');

-- What was commanded stays as it was; a job that ended stays ended.
create function job_stays() returns trigger language plpgsql as $$
begin
  raise exception 'job_stays' using errcode = 'check_violation';
end $$;
create trigger job_stays before update on job for each row
  when (old.status <> 'RUNNING' or (old.id, old.organization_path, old.kind, old.subject, old.input, old.actor, old.staff_id,
    old.total) is distinct from (new.id, new.organization_path, new.kind, new.subject, new.input, new.actor, new.staff_id, new.total))
  execute function job_stays();
create trigger job_row_stays before update on job_row for each row
  when (old.outcome is not null or (old.job_id, old.place, old.organization_path, old.record_id, old.label)
    is distinct from (new.job_id, new.place, new.organization_path, new.record_id, new.label))
  execute function job_stays();

-- Jobs in progress, in all units: only the worker of the service calls this.
create function unfinished_jobs() returns table (id uuid, organization_path text)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, organization_path from job where status = 'RUNNING' order by worked_at
$$;
do $$ begin
  execute format('create policy unfinished_owner on job for select to %I using (true)', current_user);
end $$;

-- People whose rights ended, from identity's events: no job started with those rights continues.
create table rights_ended (
  organization_path text collate "C" not null,
  staff_id          uuid not null,
  -- Set if only the delegation to this colleague ended; otherwise all rights of the person ended.
  borrower_id       uuid,
  act               text not null check (act in ('ACCOUNT_CLOSED', 'ROLES_CHANGED', 'PASSWORD_RESET', 'DELEGATION_ENDED')),
  ended_at          timestamptz not null,
  constraint rights_ended_once unique nulls not distinct (organization_path, staff_id, borrower_id)
);
call access.protect('rights_ended');
