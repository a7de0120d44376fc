-- Departments (协作部门) and contacts (联系人) of an organisation, each in force from a day on. The kinds of departments
-- are data: a new one is a row here, and no program changes.

-- no row security on department_kind: the same words for everybody
create table department_kind (
  code     text primary key check (code ~ '^[A-Z][A-Z_]{1,39}$'),
  name     text not null unique check (length(name) between 2 and 20),
  name_en  text not null unique check (length(name_en) between 2 and 60),
  position integer not null unique
);
insert into department_kind (code, name, name_en, position) values
  ('HUMAN_RESOURCES', '人社', 'Human resources and social security', 1),
  ('CIVIL_AFFAIRS', '民政', 'Civil affairs', 2),
  ('FINANCE', '财政', 'Finance', 3),
  ('PUBLIC_SECURITY', '公安', 'Public security', 4),
  ('HOUSING', '住建', 'Housing and construction', 5),
  ('MARKET_REGULATION', '市场监管', 'Market regulation', 6),
  ('COMPETENT_BUREAU', '主管局', 'Competent bureau of a trade', 7),
  ('COUNTY_BUREAU', '科局', 'Bureau or section of the county', 8),
  ('TOWN_AFFAIRS', '镇社会事务办', 'Social-affairs office of a town', 9);

alter table department
  alter column id set default uuidv7(),
  add column changed_on date not null,
  add constraint department_of_a_known_kind foreign key (kind) references department_kind,
  add constraint department_of_an_organization foreign key (organization_id) references organization,
  add constraint department_of_its_organization unique (id, organization_id);
create unique index department_once on department (organization_id, kind, name) where in_force_to is null;

create table contact (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null references organization,
  -- Of which department of the organisation; null: the organisation's own.
  department_id     uuid,
  name              text not null check (length(name) between 1 and 40),
  duty              text not null check (length(duty) <= 60),
  phone             text not null check (phone ~ '^[0-9]+(-[0-9]+)*$' and length(replace(phone, '-', '')) >= 7 and length(phone) <= 20),
  in_force_from     date not null,
  in_force_to       date,
  changed_on        date not null,
  constraint contact_in_force_in_order check (in_force_to >= in_force_from),
  constraint contact_is_a_line check (concat(name, duty) !~ '[\n\r\t]'),
  constraint contact_of_a_department_there foreign key (department_id, organization_id)
    references department (id, organization_id)
);
create unique index contact_once on contact (organization_id, department_id, name, phone) nulls not distinct
  where in_force_to is null;
create index contact_department_id_idx on contact (department_id);
call access.protect('contact');

create trigger department_of_open_organization before insert on department
  for each row execute function organization_is_open();
create trigger contact_of_open_organization before insert on contact
  for each row execute function organization_is_open();
create trigger closed_once before update on department
  for each row when (old.in_force_to is not null) execute function closed_once();
create trigger closed_once before update on contact
  for each row when (old.in_force_to is not null) execute function closed_once();

-- Nobody new stands for a closed department, and it closes after its contacts.
create function department_is_open() returns trigger language plpgsql as $$
begin
  perform from department d where d.id = new.department_id and d.in_force_to is not null for share;
  if found then
    raise exception 'department_is_open' using errcode = 'check_violation', constraint = 'department_is_open';
  end if;
  return new;
end $$;
create trigger department_is_open before insert or update of department_id on contact
  for each row when (new.in_force_to is null) execute function department_is_open();

create function department_closes_without_contacts() returns trigger language plpgsql as $$
begin
  if exists (select from contact c where c.department_id = new.id and c.in_force_to is null) then
    raise exception 'department_closes_without_contacts' using errcode = 'check_violation',
      constraint = 'department_closes_without_contacts';
  end if;
  return new;
end $$;
create trigger department_closes_without_contacts before update of in_force_to on department
  for each row when (new.in_force_to is not null) execute function department_closes_without_contacts();

-- An organisation closes after its departments and contacts too.
create or replace function organization_closes_alone() returns trigger language plpgsql as $$
begin
  if exists (select from aid_centre c where c.organization_id = new.id and c.in_force_to is null)
    or exists (select from facility f where f.organization_id = new.id and f.in_force_to is null)
    or exists (select from department d where d.organization_id = new.id and d.in_force_to is null)
    or exists (select from contact c where c.organization_id = new.id and c.in_force_to is null) then
    raise exception 'organization_closes_alone' using errcode = 'check_violation', constraint = 'organization_closes_alone';
  end if;
  return new;
end $$;

create or replace function closes_after_its_own() returns trigger language plpgsql as $$
declare
  latest date;
begin
  if tg_table_name = 'organization' then
    select max(in_force_to) into latest from (
      select in_force_to from organization where parent_id = new.id
      union all select in_force_to from aid_centre where organization_id = new.id
      union all select in_force_to from facility where organization_id = new.id
      union all select in_force_to from department where organization_id = new.id
      union all select in_force_to from contact where organization_id = new.id
    ) as own;
  elsif tg_table_name = 'department' then
    select max(in_force_to) into latest from contact where department_id = new.id;
  else
    select max(in_force_to) into latest from centre_post where aid_centre_id = new.id;
  end if;
  if latest > new.in_force_to then
    raise exception 'closes_after_its_own' using errcode = 'check_violation', constraint = 'closes_after_its_own';
  end if;
  return new;
end $$;
create trigger closes_after_its_own before update of in_force_to on department
  for each row when (new.in_force_to is not null) execute function closes_after_its_own();

alter table organization_history drop constraint organization_history_record_type_check;
alter table organization_history add constraint organization_history_record_type_check
  check (record_type in ('ORGANIZATION', 'AID_CENTRE', 'CENTRE_POST', 'FACILITY', 'AUTHORITY_RANK', 'DEPARTMENT', 'CONTACT'));
create trigger department_keeps_history after insert or update on department
  for each row execute function keep_history('DEPARTMENT');
create trigger contact_keeps_history after insert or update on contact
  for each row execute function keep_history('CONTACT');

do $$
begin
  if (select count(*) from department_kind) <> 9 then
    raise exception 'the nine kinds of departments must be there';
  end if;
end $$;
