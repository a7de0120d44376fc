-- Maker is not checker follows the person through the whole life of a file: who registered, changed or submitted a
-- household decides no step of its file, who reviewed or posted it does not open it, who suspended it does not resume it.
-- What eligibility rests on, an exit, and a posting entered afterwards wait for a second person.

-- What waits for a second person: changed facts of a household on the wall or in the register, or its exit.
create table file_proposal (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  case_file_id      uuid not null references case_file,
  kind              text not null check (kind in ('CHANGE', 'EXIT')),
  -- The state of the household that the change was made from.
  household_version integer not null,
  -- What eligibility rests on, before and after: [{ fact, before, after }].
  changes           jsonb not null default '[]',
  exit_reason       text check (exit_reason in ('AIDED', 'INCOME_ABOVE_LINE', 'MOVED', 'DIED', 'OTHER')),
  exited_on         date,
  date_reason       text check (length(date_reason) between 1 and 500),
  sealed_content    text not null check (sealed_content ~ '^v[12][.]'),
  proposed_by       uuid not null,
  proposed_by_name  text not null,
  proposed_at       timestamptz not null,
  decision          text check (decision in ('CONFIRMED', 'REFUSED', 'WITHDRAWN')),
  decided_by        uuid,
  decided_by_name   text,
  decided_at        timestamptz,
  decision_opinion  text check (length(decision_opinion) between 1 and 1000),
  -- The transaction that decided: the facts change in it and in no other.
  decided_in        bigint,
  constraint file_proposal_exit_is_whole check ((kind = 'EXIT') = (exit_reason is not null and exited_on is not null)),
  constraint file_proposal_decision_is_whole check ((decision is null) = (decided_by is null)
    and (decision is null) = (decided_by_name is null) and (decision is null) = (decided_at is null))
);
comment on column file_proposal.sealed_content is 'sealed; row: id; organization: organization_path';
create unique index file_proposal_one_open on file_proposal (case_file_id) where decision is null;
create index on file_proposal (case_file_id, proposed_at);
create index on file_proposal (organization_path, proposed_at) where decision is null;
call access.protect('file_proposal');

-- Whether someone registered, changed or submitted a household, or proposed a change of it that was confirmed.
create function made_household(file uuid, household_of_file uuid, staff uuid) returns boolean
language plpgsql stable as $$
begin
  return exists (select from household h where h.id = household_of_file and h.registered_by = staff)
    or exists (select from household_version v where v.household_id = household_of_file and v.staff_id = staff)
    or exists (select from case_file_step s
               where s.case_file_id = file and s.staff_id = staff and s.to_status in ('DRAFT', 'SUBMITTED'));
end $$;

-- Whether someone passed or posted a file.
create function reviewed_file(file uuid, staff uuid) returns boolean
language plpgsql stable as $$
begin
  return exists (select from case_file_step s
                 where s.case_file_id = file and s.staff_id = staff and s.to_status in ('COUNTY_REVIEW', 'POSTED'));
end $$;

-- A proposal is made in one's own name and decided once, by another who did not make the household what it is.
create function file_proposal_needs_two() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if access.staff() is not null and (new.decision is not null or new.proposed_by <> access.staff()) then
      raise exception 'file_proposal_by_actor' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if to_jsonb(old) - array['sealed_content'] is not distinct from to_jsonb(new) - array['sealed_content'] then
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
create trigger append_only before delete on file_proposal for each statement execute function access.refuse_change();
create trigger append_only_truncate before truncate on file_proposal
  for each statement execute function access.refuse_change();

-- Whether a proposal for a file was confirmed in the present transaction.
create function confirmed_now(file uuid, of_kind text) returns boolean language plpgsql stable as $$
begin
  return exists (select from file_proposal p where p.case_file_id = file and p.kind = of_kind
                 and p.decision = 'CONFIRMED' and p.decided_in = pg_current_xact_id()::text::bigint);
end $$;

-- A list entered after its day (张榜后补录) wants a photograph of the wall, and another's word that it hung there.
alter table public_posting add column confirmed_by uuid;
alter table public_posting add column confirmed_by_name text;
alter table public_posting add column confirmed_at timestamptz;
alter table public_posting add constraint public_posting_confirmation_is_whole
  check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (confirmed_by_name is null));

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
create index on posting_photo (posting_id);
call access.protect('posting_photo');
call access.append_only('posting_photo');

create function posting_entered_afterwards(starts_on date, published_at timestamptz) returns boolean
language sql immutable parallel safe
return starts_on < (published_at at time zone 'Asia/Shanghai')::date;

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

-- An objection is recorded in one's own name, and answered once, by another who had no hand in the file.
create function objection_answered_by_another() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if access.staff() is not null and (new.recorded_by <> access.staff() or new.answered_at is not null) then
      raise exception 'objection_by_actor' using errcode = 'check_violation';
    end if;
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

-- The life cycle, with the way back to the county's review when the class changes after the wall.
create or replace function case_file_may_go(from_status text, to_status text) returns boolean
language sql immutable parallel safe
return (from_status || '>' || to_status) = any (array[
  'DRAFT>SUBMITTED', 'RETURNED>SUBMITTED',
  'SUBMITTED>COUNTY_REVIEW', 'SUBMITTED>RETURNED', 'SUBMITTED>REJECTED',
  'COUNTY_REVIEW>POSTED', 'COUNTY_REVIEW>RETURNED', 'COUNTY_REVIEW>REJECTED',
  'POSTED>ACTIVE', 'POSTED>RETURNED', 'POSTED>REJECTED', 'POSTED>COUNTY_REVIEW',
  'ACTIVE>EXITED', 'ACTIVE>SUSPENDED', 'ACTIVE>REVOKED', 'ACTIVE>COUNTY_REVIEW',
  'SUSPENDED>ACTIVE', 'SUSPENDED>EXITED', 'SUSPENDED>REVOKED', 'SUSPENDED>COUNTY_REVIEW',
  'EXITED>DRAFT', 'REJECTED>DRAFT']);

create or replace function case_file_steps_are_lawful() returns trigger language plpgsql as $$
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
