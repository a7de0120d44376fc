-- A dibao line takes effect when a second person has confirmed it, and from its first day the class of every open file
-- under it is judged anew, with a list of those that changed.
alter table dibao_line add column set_by_name text not null default '';
alter table dibao_line add column awaits_confirmation boolean not null default false;
alter table dibao_line add column confirmed_by uuid;
alter table dibao_line add column confirmed_by_name text;
alter table dibao_line add column confirmed_at timestamptz;
-- When the last file under it had been judged by it.
alter table dibao_line add column begun_at timestamptz;
alter table dibao_line add constraint dibao_line_confirmation_is_whole
  check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (confirmed_by_name is null)
    and not (awaits_confirmation and confirmed_by is not null));
create index on dibao_line (valid_from) where begun_at is null;

create function dibao_line_needs_two() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if access.staff() is not null and (not new.awaits_confirmation or new.set_by <> access.staff()
        or new.begun_at is not null) then
      raise exception 'dibao_line_by_actor' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if not old.awaits_confirmation then
      raise exception 'dibao_line_stays' using errcode = 'check_violation';
    end if;
    return old;
  end if;
  if to_jsonb(old) - array['awaits_confirmation', 'confirmed_by', 'confirmed_by_name', 'confirmed_at', 'begun_at']
    is distinct from
    to_jsonb(new) - array['awaits_confirmation', 'confirmed_by', 'confirmed_by_name', 'confirmed_at', 'begun_at']
    or (new.awaits_confirmation and not old.awaits_confirmation) then
    raise exception 'dibao_line_stays' using errcode = 'check_violation';
  end if;
  if old.awaits_confirmation and not new.awaits_confirmation then
    if new.confirmed_by is distinct from access.staff() then
      raise exception 'dibao_line_by_actor' using errcode = 'check_violation';
    end if;
    if new.confirmed_by = old.set_by then
      raise exception 'dibao_line_needs_two' using errcode = 'check_violation';
    end if;
  elsif old.confirmed_by is distinct from new.confirmed_by or old.confirmed_at is distinct from new.confirmed_at then
    raise exception 'dibao_line_stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger needs_two before insert or update or delete on dibao_line for each row
  execute function dibao_line_needs_two();

-- The line in force for an organisation on a day: its own or that of the nearest above it, the latest begun.
create function dibao_line_in_force(path text, on_day date) returns setof dibao_line
language sql stable as $$
  select d.* from dibao_line d
  where starts_with(path, d.organization_path) and d.valid_from <= on_day and not d.awaits_confirmation
  order by length(d.organization_path) desc, d.valid_from desc limit 1
$$;

-- The class of hardship by income per head and causes, as household/hardship.ts decides it.
create function hardship_class_of(income_fen bigint, causes text[], line_fen bigint, margin numeric) returns text
language sql immutable parallel safe
return case when line_fen is null then null
  when income_fen < line_fen then 'BELOW_LINE'
  when causes && array['MAJOR_ILLNESS', 'ACCIDENT', 'DISASTER'] then 'SUDDEN'
  when income_fen <= line_fen * trunc(margin * 100)::bigint / 100 then 'MARGINAL' end;

-- Whose class a line changed.
create table hardship_reclass (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  dibao_line_id     uuid not null references dibao_line,
  household_id      uuid not null references household,
  case_file_id      uuid not null references case_file,
  case_file_status  text not null,
  old_class         text,
  new_class         text,
  judged_at         timestamptz not null,
  unique (dibao_line_id, household_id)
);
create index on hardship_reclass (household_id);
call access.protect('hardship_reclass');
call access.append_only('hardship_reclass');

-- Lines whose first day has come and under which files are still to be judged, in whichever county.
create function dibao_lines_to_begin(on_day date) returns table (line_id uuid, organization_path text)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, organization_path from dibao_line
  where begun_at is null and not awaits_confirmation and valid_from <= on_day order by valid_from, organization_path
$$;
do $$ begin
  execute format('create policy lines_to_begin_owner on dibao_line for select to %I using (true)', current_user);
end $$;
