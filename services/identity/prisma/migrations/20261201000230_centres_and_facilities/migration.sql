-- Aid centres with their posts and the people who work there, and facilities (惠民帮扶机构), each in force from a day on.

create type "FacilityKind" as enum ('HOSPITAL', 'PHARMACY', 'SUPERMARKET', 'SCHOOL', 'COUNSELLING_ROOM', 'TRAINING_BODY',
  'PLACEMENT_AGENCY');

alter table aid_centre
  -- How many public-institution posts (事业编制) it has.
  add column posts integer not null default 0 check (posts between 0 and 1000),
  add column in_force_from date not null default (now() at time zone 'Asia/Shanghai')::date,
  add column in_force_to date,
  add column changed_on date not null default (now() at time zone 'Asia/Shanghai')::date,
  add constraint centre_in_force_in_order check (in_force_to >= in_force_from),
  add constraint posts_of_a_public_institution check (public_institution or posts = 0);
create unique index aid_centre_one_open on aid_centre (organization_id) where in_force_to is null;

-- A person who works at an aid centre, with or without an account.
create table centre_post (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null references organization,
  aid_centre_id     uuid not null references aid_centre,
  name              text not null check (length(name) between 1 and 40),
  duty              text not null check (length(duty) <= 60),
  public_post       boolean not null,
  in_force_from     date not null,
  in_force_to       date,
  changed_on        date not null,
  constraint centre_post_in_force_in_order check (in_force_to >= in_force_from)
);
create index centre_post_aid_centre_id_idx on centre_post (aid_centre_id);
call access.protect('centre_post');

create table facility (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null references organization,
  kind              "FacilityKind" not null,
  name              text not null check (length(name) between 2 and 60),
  -- Whom it is run with; empty where it is the union's own.
  partner           text not null check (length(partner) <= 60),
  address           text not null check (length(address) <= 100),
  phone             text check (phone ~ '^[0-9-]{7,20}$'),
  in_force_from     date not null,
  in_force_to       date,
  changed_on        date not null,
  constraint facility_in_force_in_order check (in_force_to >= in_force_from)
);
create index facility_organization_id_idx on facility (organization_id);
call access.protect('facility');

-- No more people hold public-institution posts than the centre has; no one new joins a closed centre.
create function centre_posts_suffice() returns trigger language plpgsql as $$
declare
  centre aid_centre;
begin
  if tg_table_name = 'centre_post' then
    select * into centre from aid_centre where id = (to_jsonb(new) ->> 'aid_centre_id')::uuid for update;
    if tg_op = 'INSERT' and centre.in_force_to is not null then
      raise exception 'centre_is_open' using errcode = 'check_violation', constraint = 'centre_is_open';
    end if;
  else
    centre := new;
    if new.in_force_to is not null
      and exists (select from centre_post p where p.aid_centre_id = new.id and p.in_force_to is null) then
      raise exception 'centre_closes_without_people' using errcode = 'check_violation',
        constraint = 'centre_closes_without_people';
    end if;
  end if;
  if (select count(*) from centre_post p where p.aid_centre_id = centre.id and p.public_post and p.in_force_to is null)
    > centre.posts then
    raise exception 'centre_posts_suffice' using errcode = 'check_violation', constraint = 'centre_posts_suffice';
  end if;
  return null;
end $$;
create trigger centre_posts_suffice after insert or update on centre_post
  for each row execute function centre_posts_suffice();
create trigger centre_posts_suffice after update on aid_centre
  for each row execute function centre_posts_suffice();

create trigger centre_of_open_organization before insert on aid_centre
  for each row execute function organization_is_open();
create trigger facility_of_open_organization before insert on facility
  for each row execute function organization_is_open();

create function closed_once() returns trigger language plpgsql as $$
begin
  raise exception 'closed_once' using errcode = 'check_violation', constraint = 'closed_once';
end $$;
create trigger closed_once before update on aid_centre
  for each row when (old.in_force_to is not null) execute function closed_once();
create trigger closed_once before update on centre_post
  for each row when (old.in_force_to is not null) execute function closed_once();
create trigger closed_once before update on facility
  for each row when (old.in_force_to is not null) execute function closed_once();

-- An organisation closes after its centre and facilities too.
create function organization_closes_alone() returns trigger language plpgsql as $$
begin
  if exists (select from aid_centre c where c.organization_id = new.id and c.in_force_to is null)
    or exists (select from facility f where f.organization_id = new.id and f.in_force_to is null) then
    raise exception 'organization_closes_alone' using errcode = 'check_violation', constraint = 'organization_closes_alone';
  end if;
  return new;
end $$;
create trigger organization_closes_alone before update of in_force_to on organization
  for each row when (new.in_force_to is not null) execute function organization_closes_alone();

alter table organization_history drop constraint organization_history_record_type_check;
alter table organization_history add constraint organization_history_record_type_check
  check (record_type in ('ORGANIZATION', 'AID_CENTRE', 'CENTRE_POST', 'FACILITY'));
create index organization_history_record_id_idx on organization_history (record_id, from_day, id);
insert into organization_history (organization_path, organization_id, record_type, record_id, from_day, state)
select c.organization_path, c.organization_id, 'AID_CENTRE', c.id, c.changed_on, to_jsonb(c) from aid_centre c;
create trigger aid_centre_keeps_history after insert or update on aid_centre
  for each row execute function keep_history('AID_CENTRE');
create trigger centre_post_keeps_history after insert or update on centre_post
  for each row execute function keep_history('CENTRE_POST');
create trigger facility_keeps_history after insert or update on facility
  for each row execute function keep_history('FACILITY');
