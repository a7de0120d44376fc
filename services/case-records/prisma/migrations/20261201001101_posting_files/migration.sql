-- The files of a posting, each with what became of it there: kept when the file is posted again, elsewhere or later.
create table posting_file (
  posting_id        uuid not null references public_posting,
  case_file_id      uuid not null references case_file,
  organization_path text collate "C" not null,
  posted_at         timestamptz not null,
  -- When it left the posting and for which status; both null while it is posted there.
  left_at           timestamptz,
  left_for          text check (left_for in ('ACTIVE', 'COUNTY_REVIEW', 'RETURNED', 'REJECTED')),
  primary key (posting_id, case_file_id),
  constraint posting_file_leaving_is_whole check ((left_at is null) = (left_for is null))
);
create index posting_file_of_file on posting_file (case_file_id);
-- A file is posted by one posting at a time.
create unique index posting_file_once on posting_file (case_file_id) where left_at is null;
call access.protect('posting_file');

-- From the recorded steps: the posting of a step is the file's last one, or that of an objection raised before the next
-- step, or the latest of the same person with the step's place.
with posted as materialized (
  select s.case_file_id, s.organization_path, s.staff_id, s.opinion, s.at, s.to_status,
    lead(s.at) over later as left_at, lead(s.to_status) over later as left_for,
    count(*) filter (where s.to_status = 'POSTED') over (partition by s.case_file_id order by s.at desc, s.id desc) as from_last
  from case_file_step s
  window later as (partition by s.case_file_id order by s.at, s.id)
), placed as (
  select p.*, coalesce(
      case when p.from_last = 1 then (select c.posting_id from case_file c where c.id = p.case_file_id) end,
      (select o.posting_id from objection o where o.case_file_id = p.case_file_id and o.raised_at >= p.at
        and (p.left_at is null or o.raised_at < p.left_at) limit 1),
      (select b.id from public_posting b where b.published_by = p.staff_id and b.published_at <= p.at
        order by (b.place = p.opinion) desc, b.published_at desc limit 1)) as posting_id
  from posted p where p.to_status = 'POSTED'
)
insert into posting_file (posting_id, case_file_id, organization_path, posted_at, left_at, left_for)
select posting_id, case_file_id, organization_path, at, left_at, left_for from placed;

-- Every step to POSTED became a row, and every posted file is posted by the posting that it names.
do $$
begin
  if (select count(*) from case_file_step where to_status = 'POSTED') <> (select count(*) from posting_file)
    or exists (select from case_file c where (c.status = 'POSTED') <> exists (select from posting_file f
      where f.case_file_id = c.id and f.posting_id = c.posting_id and f.left_at is null))
    or exists (select from objection o where not exists (select from posting_file f
      where f.posting_id = o.posting_id and f.case_file_id = o.case_file_id))
  then
    raise exception 'posting_file: the files of earlier postings were not all found';
  end if;
end $$;

alter table objection add constraint objection_posting_id_case_file_id_fkey
  foreign key (posting_id, case_file_id) references posting_file (posting_id, case_file_id);

-- Written by the steps of the files alone.
create function posting_file_by_steps() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception 'posting_file_by_steps' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger by_steps before insert or update or delete on posting_file for each row
  execute function posting_file_by_steps();
call access.goes_along('posting_file');

create function posting_keeps_its_files() returns trigger language plpgsql as $$
begin
  if old.status = 'POSTED' then
    update posting_file set left_at = new.updated_at, left_for = new.status
    where case_file_id = new.id and left_at is null;
  end if;
  if new.status = 'POSTED' and new.posting_id is not null then
    insert into posting_file (posting_id, case_file_id, organization_path, posted_at)
    values (new.posting_id, new.id, new.organization_path, new.updated_at);
  end if;
  return null;
end $$;
create trigger posting_keeps_its_files after update of status on case_file for each row
  when (old.status <> new.status and 'POSTED' in (old.status, new.status)) execute function posting_keeps_its_files();

-- A person who registered, changed or submitted a household that hung on a list may not confirm that it was on display.
create or replace function made_any_on_posting(posting uuid, staff uuid) returns boolean language sql stable as $$
  select exists (select from posting_file f join case_file c on c.id = f.case_file_id
    join household_hand m on m.household_id = c.household_id
    where f.posting_id = posting and m.staff_id = staff and m.kind = 'MADE')
$$;

-- An upheld objection stands until its file was mended and submitted again, whatever the file is posted by meanwhile.
create function upheld_objection_stands(file uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from objection o where o.case_file_id = file and o.upheld
    and not exists (select from case_file_step s
      where s.case_file_id = file and s.to_status = 'SUBMITTED' and s.at >= o.answered_at));
end $$;

-- A posting is withdrawn or opened, never both: both lock its row first.
alter table public_posting add constraint public_posting_withdrawn_or_opened
  check (withdrawn_at is null or activated_at is null);

create or replace function public_posting_needs_two() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if access.staff() is not null and (new.published_by <> access.staff() or new.confirmed_by is not null) then
      raise exception 'public_posting_by_actor' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if to_jsonb(old) - array['confirmed_by', 'confirmed_by_name', 'confirmed_at', 'activated_at',
      'withdrawn_by', 'withdrawn_by_name', 'withdrawn_at', 'withdrawn_reason']
    is distinct from to_jsonb(new) - array['confirmed_by', 'confirmed_by_name', 'confirmed_at', 'activated_at',
      'withdrawn_by', 'withdrawn_by_name', 'withdrawn_at', 'withdrawn_reason'] then
    raise exception 'public_posting_stays' using errcode = 'check_violation';
  end if;
  if old.confirmed_by is distinct from new.confirmed_by or old.confirmed_at is distinct from new.confirmed_at then
    if old.confirmed_by is not null or new.confirmed_by is distinct from access.staff() then
      raise exception 'public_posting_by_actor' using errcode = 'check_violation';
    end if;
    if new.confirmed_by = old.published_by then
      raise exception 'public_posting_needs_two' using errcode = 'check_violation';
    end if;
    if old.withdrawn_at is not null then
      raise exception 'public_posting_withdrawn_stays' using errcode = 'check_violation';
    end if;
    if not exists (select from posting_photo f where f.posting_id = new.id) then
      raise exception 'public_posting_wants_photo' using errcode = 'check_violation';
    end if;
  end if;
  if to_jsonb(old) -> 'withdrawn_by' is distinct from to_jsonb(new) -> 'withdrawn_by' then
    if old.withdrawn_by is not null or new.withdrawn_by is distinct from access.staff() then
      raise exception 'public_posting_by_actor' using errcode = 'check_violation';
    end if;
    if old.activated_at is not null or exists (select from posting_file f
        where f.posting_id = old.id and f.left_for = 'ACTIVE') then
      raise exception 'public_posting_opened_stays' using errcode = 'check_violation';
    end if;
    if exists (select from posting_file f
        where f.posting_id = old.id and f.left_at is null and upheld_objection_stands(f.case_file_id)) then
      raise exception 'public_posting_objection_upheld' using errcode = 'check_violation';
    end if;
  elsif (old.withdrawn_by_name, old.withdrawn_at, old.withdrawn_reason)
      is distinct from (new.withdrawn_by_name, new.withdrawn_at, new.withdrawn_reason) then
    raise exception 'public_posting_stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- A withdrawn posting hangs no more: no photograph shows it in force.
create function posting_photo_of_posting_in_force() returns trigger language plpgsql as $$
begin
  if exists (select from public_posting p where p.id = new.posting_id and p.withdrawn_at is not null) then
    raise exception 'posting_photo_of_posting_in_force' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger of_posting_in_force before insert on posting_photo for each row
  execute function posting_photo_of_posting_in_force();

-- As before, and: no file is posted by a posting that ended, none is opened by a withdrawn one, and none leaves its
-- posting for a status other than returned or rejected while an objection to it stands.
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
