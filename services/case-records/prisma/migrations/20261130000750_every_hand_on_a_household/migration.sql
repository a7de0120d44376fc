-- Every hand that somebody had in a household stands in one place, for all rules that follow the person.

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

-- What one person handled is looked up when their own queue is counted, and by file where a step is decided.
create index household_of_registrar on household (registered_by);
create index person_correction_of_staff on person_correction (corrected_by);
create index evidence_of_uploader on evidence (uploaded_by);
create index roster_row_of_decider on roster_row (decided_by) where decided_by is not null;
create index objection_of_file on objection (case_file_id);

create or replace function household_handlers(of_household uuid) returns table (staff_id uuid)
language sql stable as $$
  select m.staff_id from household_hand m where m.household_id = of_household
$$;

create or replace function made_household(file uuid, household_of_file uuid, staff uuid) returns boolean
language plpgsql stable as $$
begin
  return exists (select from household_hand m
                 where m.household_id = household_of_file and m.staff_id = staff and m.kind = 'MADE');
end $$;

create or replace function made_any_on_posting(posting uuid, staff uuid) returns boolean language sql stable as $$
  select exists (select from case_file c join household_hand m on m.household_id = c.household_id
    where c.posting_id = posting and m.staff_id = staff and m.kind = 'MADE')
$$;

-- Whoever made the household what it is does not say that its head is another than who looks alike.
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
