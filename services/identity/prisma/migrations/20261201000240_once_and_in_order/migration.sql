-- Registrations are unique: a code regardless of case, a person in one position of a centre, a facility by its name.

-- What an earlier version took and this one does not is named, for a person to correct.
do $$
declare
  faults text;
begin
  select string_agg(fault, '; ') into faults from (
    select 'organisation code in two cases: ' || string_agg(organization_path, ', ') as fault
    from organization group by lower(organization_path) having count(*) > 1
    union all
    select format('person twice at a centre: %s (%s)', name, duty) from centre_post where in_force_to is null
    group by aid_centre_id, name, duty having count(*) > 1
    union all
    select format('facility twice: %s %s of %s', kind, name, organization_path) from facility where in_force_to is null
    group by organization_path, organization_id, kind, name having count(*) > 1
    union all
    select format('telephone of the facility %s: %s', name, phone) from facility
    where in_force_to is null and (phone !~ '^[0-9]+(-[0-9]+)*$' or length(replace(phone, '-', '')) < 7)
  ) as f;
  if faults is not null then
    raise exception 'close or correct first: %', faults;
  end if;
end $$;
update organization set name = regexp_replace(name, '\s*[\n\r\t]\s*', ' ', 'g') where name ~ '[\n\r\t]';
update aid_centre set name = regexp_replace(name, '\s*[\n\r\t]\s*', ' ', 'g')
where name ~ '[\n\r\t]' and in_force_to is null;
update centre_post set name = regexp_replace(name, '\s*[\n\r\t]\s*', ' ', 'g'),
  duty = regexp_replace(duty, '\s*[\n\r\t]\s*', ' ', 'g')
where name || duty ~ '[\n\r\t]' and in_force_to is null;
update facility set name = regexp_replace(name, '\s*[\n\r\t]\s*', ' ', 'g'),
  partner = regexp_replace(partner, '\s*[\n\r\t]\s*', ' ', 'g'),
  address = regexp_replace(address, '\s*[\n\r\t]\s*', ' ', 'g')
where name || partner || address ~ '[\n\r\t]' and in_force_to is null;

create unique index organization_code_once on organization (lower(organization_path));
create unique index centre_post_once on centre_post (aid_centre_id, name, duty) where in_force_to is null;
create unique index facility_once on facility (organization_id, kind, name) where in_force_to is null;

-- A telephone has seven digits at least; hyphens stand between them.
alter table facility drop constraint facility_phone_check;
alter table facility add constraint facility_phone_check
  check (phone ~ '^[0-9]+(-[0-9]+)*$' and length(replace(phone, '-', '')) >= 7 and length(phone) <= 20) not valid;

-- A name is one line; what is closed stays as it was.
alter table organization add constraint organization_name_is_a_line check (name !~ '[\n\r\t]');
alter table aid_centre add constraint aid_centre_name_is_a_line check (name !~ '[\n\r\t]') not valid;
alter table centre_post add constraint centre_post_is_a_line check (name !~ '[\n\r\t]' and duty !~ '[\n\r\t]') not valid;
alter table facility add constraint facility_is_a_line check (concat(name, partner, address) !~ '[\n\r\t]') not valid;

-- What belongs to something is closed by the day on which that closes.
create function closes_after_its_own() returns trigger language plpgsql as $$
declare
  latest date;
begin
  if tg_table_name = 'organization' then
    select max(in_force_to) into latest from (
      select in_force_to from organization where parent_id = new.id
      union all select in_force_to from aid_centre where organization_id = new.id
      union all select in_force_to from facility where organization_id = new.id
    ) as own;
  else
    select max(in_force_to) into latest from centre_post where aid_centre_id = new.id;
  end if;
  if latest > new.in_force_to then
    raise exception 'closes_after_its_own' using errcode = 'check_violation', constraint = 'closes_after_its_own';
  end if;
  return new;
end $$;
create trigger closes_after_its_own before update of in_force_to on organization
  for each row when (new.in_force_to is not null) execute function closes_after_its_own();
create trigger closes_after_its_own before update of in_force_to on aid_centre
  for each row when (new.in_force_to is not null) execute function closes_after_its_own();
