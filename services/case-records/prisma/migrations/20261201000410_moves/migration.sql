-- Households, their files and all that belongs to them go along when their organisation moves (access.goes_along). What a
-- county or city issues (policies, campaigns, lines) does not move with a union below it; unmaskings and searches by
-- identity number stay where they were made.
call access.goes_along('household_member', kept => '{member_county_follows}',
  following => '{county_path,person_id,head_of}');
call access.goes_along('person_correction', following => '{person_id}');
call access.goes_along('household');
call access.goes_along('household_version');
call access.goes_along('household_move');
call access.goes_along('same_person_answer');
call access.goes_along('visit');
call access.goes_along('hardship_reclass');
call access.goes_along('case_file');
call access.goes_along('case_file_step');
call access.goes_along('evidence');
call access.goes_along('file_proposal');
call access.goes_along('objection');
call access.goes_along('public_posting');
call access.goes_along('posting_photo');
call access.goes_along('eligibility_decision');
call access.goes_along('aid_application');
call access.goes_along('application_step');
call access.goes_along('application_person');
call access.goes_along('roster_import');
call access.goes_along('roster_sheet');
call access.goes_along('roster_row');
call access.goes_along('roster_mapping');
call access.goes_along('policy_fact_answer');

alter table household_member alter constraint member_of_household deferrable initially immediate;

-- The person of a county with the identity of a person of another; made beforehand (enter_moved_people).
create function person_of_county(other uuid, county text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select own.id from person p join person own on own.identity_id = p.identity_id and own.organization_path = county
  where p.id = other
$$;
revoke execute on function person_of_county(uuid, text) from public;

-- A member's person is the county's own, so that a move to another county changes the person, and with it the head.
create or replace function member_county() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.county_path := access.county_of(new.organization_path);
  if tg_op = 'UPDATE' and new.county_path <> old.county_path and new.person_id is not null then
    new.person_id := person_of_county(new.person_id, new.county_path);
  end if;
  return new;
end $$;
create function household_head_follows() returns trigger language plpgsql as $$
begin
  update household h set head_id = new.person_id where h.id = new.household_id and h.head_id = old.person_id;
  return null;
end $$;
create trigger household_head_follows after update of organization_path on household_member
  for each row when (new.position = 0 and old.person_id <> new.person_id) execute function household_head_follows();
create function correction_follows_person() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.person_id := person_of_county(new.person_id, access.county_of(new.organization_path));
  return new;
end $$;
create trigger correction_follows_person before update of organization_path on person_correction
  for each row when (old.organization_path <> new.organization_path) execute function correction_follows_person();
