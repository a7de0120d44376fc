-- A reviewer undoes their own step of the day while nothing was built on it: the file waits for review again. The step
-- stays; a counter-step names it.
alter table case_file_step add column undoes uuid references case_file_step (id);
create unique index case_file_step_undoes_key on case_file_step (undoes);

create or replace function case_file_may_go(from_status text, to_status text) returns boolean
language sql immutable parallel safe
return (from_status || '>' || to_status) = any (array[
  'DRAFT>SUBMITTED', 'RETURNED>SUBMITTED',
  'SUBMITTED>COUNTY_REVIEW', 'SUBMITTED>RETURNED', 'SUBMITTED>REJECTED',
  'COUNTY_REVIEW>POSTED', 'COUNTY_REVIEW>RETURNED', 'COUNTY_REVIEW>REJECTED',
  'POSTED>ACTIVE', 'POSTED>RETURNED', 'POSTED>REJECTED', 'POSTED>COUNTY_REVIEW',
  'ACTIVE>EXITED', 'ACTIVE>SUSPENDED', 'ACTIVE>REVOKED', 'ACTIVE>COUNTY_REVIEW',
  'SUSPENDED>ACTIVE', 'SUSPENDED>EXITED', 'SUSPENDED>REVOKED', 'SUSPENDED>COUNTY_REVIEW',
  'EXITED>DRAFT', 'REJECTED>DRAFT',
  'COUNTY_REVIEW>SUBMITTED', 'REJECTED>SUBMITTED']);

-- The step that someone may undo: the file's last, their own, of the same day, from the queue of review, and the file has
-- not changed since.
create function case_file_step_to_undo(file uuid, staff uuid, led_to text, changed_at timestamptz, at timestamptz)
returns uuid language plpgsql stable as $$
begin
  return (select s.id from (select * from case_file_step l where l.case_file_id = file order by l.at desc, l.id desc limit 1) s
    where s.staff_id = staff and s.from_status = 'SUBMITTED' and s.to_status = led_to and s.undoes is null
      and s.at = changed_at
      and (s.at at time zone 'Asia/Shanghai')::date = (case_file_step_to_undo.at at time zone 'Asia/Shanghai')::date);
end $$;

-- As before, and: a file comes back to the queue of review only from its last step, by the person who took it.
create or replace function case_file_steps_are_lawful() returns trigger language plpgsql as $$
declare
  today date := (now() at time zone 'Asia/Shanghai')::date;
  actor uuid := access.staff();
begin
  if not case_file_may_go(old.status, new.status) then
    raise exception 'case_file_life_cycle: % does not lead to %', old.status, new.status using errcode = 'check_violation';
  end if;
  if new.status = 'SUBMITTED' and old.status in ('COUNTY_REVIEW', 'REJECTED')
    or (new.status = 'SUBMITTED' and old.status = 'RETURNED' and new.submitted_by is distinct from actor) then
    if new.submitted_by is distinct from old.submitted_by
      or case_file_step_to_undo(new.id, actor, old.status, old.updated_at, new.updated_at) is null then
      raise exception 'case_file_undone_by_its_author' using errcode = 'check_violation';
    end if;
  elsif new.status = 'SUBMITTED' then
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
  if new.status = 'COUNTY_REVIEW' and old.status <> 'SUBMITTED' and not confirmed_now(new.id, 'CHANGE')
    and not (old.status = 'POSTED' and exists (select from public_posting p
      where p.id = old.posting_id and p.withdrawn_by = actor)) then
    raise exception 'case_file_posted_anew_after_change' using errcode = 'check_violation';
  end if;
  if new.status in ('COUNTY_REVIEW', 'ACTIVE') and old.status = 'POSTED' and not confirmed_now(new.id, 'CHANGE')
    and upheld_objection_stands(new.id) then
    raise exception 'case_file_objection_upheld' using errcode = 'check_violation';
  end if;
  if new.status = 'POSTED' and exists (select from public_posting p
      where p.id = new.posting_id and (p.withdrawn_at is not null or p.activated_at is not null)) then
    raise exception 'case_file_posting_in_force' using errcode = 'check_violation';
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
    if not exists (select from public_posting p where p.id = new.posting_id and p.ends_on < today and p.withdrawn_at is null
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

-- A counter-step has the step that it answers, and a step back to the queue is a counter-step.
create function case_file_undo_answers_its_step() returns trigger language plpgsql as $$
begin
  if new.undoes is null then
    if new.to_status = 'SUBMITTED' and (new.from_status in ('COUNTY_REVIEW', 'REJECTED') or (new.from_status = 'RETURNED'
        and new.staff_id is distinct from (select f.submitted_by from case_file f where f.id = new.case_file_id))) then
      raise exception 'case_file_undo_answers_its_step' using errcode = 'check_violation';
    end if;
  elsif new.to_status <> 'SUBMITTED' or new.undoes is distinct from
      case_file_step_to_undo(new.case_file_id, new.staff_id, new.from_status, (
        select s.at from case_file_step s where s.id = new.undoes), new.at) then
    raise exception 'case_file_undo_answers_its_step' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger undo_answers_its_step before insert on case_file_step for each row
  execute function case_file_undo_answers_its_step();

-- A file that came back to the queue has the counter-step, by the end of its transaction.
create function case_file_undone_has_its_step() returns trigger language plpgsql as $$
begin
  if not exists (select from case_file_step s
                 where s.case_file_id = new.id and s.undoes is not null and s.from_status = old.status
                   and s.at = new.updated_at) then
    raise exception 'case_file_undo_answers_its_step' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger undone_has_its_step after update of status on case_file deferrable initially deferred
  for each row when (new.status = 'SUBMITTED' and old.status in ('COUNTY_REVIEW', 'REJECTED'))
  execute function case_file_undone_has_its_step();

-- Who undoes their own step is not one who submitted the household.
create or replace view household_hand with (security_invoker) as
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
  where s.undoes is null
    and s.to_status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'REJECTED', 'COUNTY_REVIEW', 'POSTED')
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
  select f.household_id, o.recorded_by, 'HANDLED' from objection o join case_file f on f.id = o.case_file_id
  union all
  select n.household_id, n.answered_by, 'MADE' from policy_fact_answer n;
