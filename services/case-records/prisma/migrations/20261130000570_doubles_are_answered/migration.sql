-- Who looks like one person under two identities is looked into before aid is approved: the answer is on the household.

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
