-- What people answer of a household where the register does not say it: asked when aid is applied for, or the answer of who
-- was asked first. The latest applies; earlier ones are kept.
create table policy_fact_answer (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  household_id      uuid not null references household,
  fact              text not null check (fact ~ '^[a-z][A-Za-z]*([.][a-z][A-Za-z]*)?$'),
  value             jsonb not null,
  answered_by       uuid not null,
  answered_by_name  text not null,
  answered_at       timestamptz not null
);
create index policy_fact_answer_of_household on policy_fact_answer (household_id, fact, answered_at desc);
create index policy_fact_answer_of_staff on policy_fact_answer (answered_by);
call access.protect('policy_fact_answer');
call access.append_only('policy_fact_answer');

-- A person who answers a fact behind a decision counts as having handled the household.
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
  select f.household_id, o.recorded_by, 'HANDLED' from objection o join case_file f on f.id = o.case_file_id
  union all
  select n.household_id, n.answered_by, 'MADE' from policy_fact_answer n;
