-- Who registered, changed, submitted, reviewed or put forward a household decides nothing about its aid: it follows the
-- person, through a lent or changed role too.

-- Who handled a household: registered or changed it, submitted, returned, rejected, passed or posted its file. Opening the
-- file after its posting is a decision of its own and no handling.
create function household_handlers(of_household uuid) returns table (staff_id uuid)
language sql stable as $$
  select h.registered_by from household h where h.id = of_household
  union all
  select v.staff_id from household_version v where v.household_id = of_household
  union all
  select unnest(array[f.opened_by, f.submitted_by, f.reviewed_by]) from case_file f where f.household_id = of_household
  union all
  select s.staff_id from case_file f join case_file_step s on s.case_file_id = f.id
  where f.household_id = of_household and s.to_status in ('SUBMITTED', 'RETURNED', 'REJECTED', 'COUNTY_REVIEW', 'POSTED')
$$;

-- What one person handled is looked up when their own queue is counted.
create index household_version_of_staff on household_version (staff_id);
create index case_file_step_of_staff on case_file_step (staff_id);

-- An approval and a rejection are given in one's own name, by who had no hand in the household; an amount lies within
-- its sheet's range.
drop trigger maker_is_not_checker on aid_application;
create or replace function application_maker_is_not_checker() returns trigger language plpgsql as $$
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
