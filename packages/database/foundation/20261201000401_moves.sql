-- Moves of organisations below another superior, in the order in which identity made them; identity's own, and elsewhere
-- what its events tell. What is living goes along with its organisation; what was recorded stays under the former path.
-- no row security on organization_move: it holds paths and days, of no person
create table organization_move (
  sequence        bigint primary key,
  organization_id uuid not null,
  parent_id       uuid not null,
  former_path     text collate "C" not null,
  path            text collate "C" not null,
  from_day        date not null,
  moved_at        timestamptz not null,
  constraint organization_moves_elsewhere check (former_path <> path)
);
create index organization_move_organization_id_idx on organization_move (organization_id, sequence);
call access.append_only('organization_move');

-- Where an organisation stands that once had, or still has, a path: every move known is followed in order.
create function access.present_path(path text) returns text language plpgsql stable parallel safe as $$
declare
  place text := path;
  move record;
begin
  for move in select m.former_path, m.path from public.organization_move m order by m.sequence loop
    if place ^@ move.former_path then
      place := move.path || substr(place, length(move.former_path) + 1);
    end if;
  end loop;
  return place;
end $$;

-- The nearest path at or above every place where the organisation of a path stood or stands; of one that never moved,
-- its own path. Reactions see that far: what was recorded before a move is still under the former path.
create function access.reach_of(path text) returns text language plpgsql stable parallel safe as $$
declare
  place text := access.present_path(path);
  places text[] := array[path, place];
  move record;
begin
  for move in select m.former_path, m.path from public.organization_move m order by m.sequence desc loop
    if place ^@ move.path then
      place := move.former_path || substr(place, length(move.path) + 1);
      places := places || place;
    end if;
  end loop;
  return (select above from unnest(access.at_or_above(path)) as above
    where (select bool_and(one ^@ above) from unnest(places) as one) order by length(above) desc limit 1);
end $$;

-- A row goes along with its organisation and changes in nothing else; columns that follow from the path are named.
create function access.only_moves() returns trigger language plpgsql as $$
declare
  following text[] := array['organization_path'] || tg_argv::text[];
begin
  if new.organization_path <> access.present_path(old.organization_path)
    or to_jsonb(new) - following is distinct from to_jsonb(old) - following
  then
    raise exception '% stays with its organisation', tg_table_name using errcode = 'restrict_violation',
      constraint = 'stays_with_its_organization';
  end if;
  return null;
end $$;

-- Declares that the rows of a table go along when their organisation moves (`access.move_records`). Its other row
-- triggers on updates say what may change of a record where it stands, so they are left out of a move, which
-- `access.only_moves` alone checks; those named in `kept` act on a move too.
create procedure access.goes_along(target regclass, kept text[] default '{}', following text[] default '{}')
language plpgsql as $$
declare
  part record;
  head text;
  here constant text := 'old.organization_path is not distinct from new.organization_path';
begin
  for part in
    select t.tgname as name, pg_get_triggerdef(t.oid) as definition, t.tgtype as bits
    from pg_trigger t
    -- On updates (16), not of other columns alone, and without a table of changed rows.
    where t.tgrelid = target and not t.tgisinternal and t.tgtype & 16 > 0 and t.tgname <> all (kept)
      and t.tgnewtable is null and t.tgoldtable is null
      and (t.tgattr::text = '' or exists (select from pg_attribute a where a.attrelid = target
        and a.attname = 'organization_path' and a.attnum = any (t.tgattr)))
  loop
    execute format('drop trigger %I on %s', part.name, target);
    head := format(case when part.definition ^@ 'CREATE CONSTRAINT' then 'create constraint trigger %I' else 'create trigger %I' end,
      part.name);
    -- Of an insert (4), a delete (8) or a truncate (32) as before.
    if part.bits & 44 > 0 then
      execute regexp_replace(replace(part.definition, ' TRIGGER ' || quote_ident(part.name) || ' ',
        ' TRIGGER ' || quote_ident(part.name || '_otherwise') || ' '), ' OR UPDATE( OF [a-z_]+(, [a-z_]+)*)?| UPDATE( OF [a-z_]+(, [a-z_]+)*)? OR', '');
    end if;
    execute concat(head, case when part.bits & 2 > 0 then ' before update' else ' after update' end,
      substring(part.definition from ' UPDATE( OF [a-z_]+(?:, [a-z_]+)*)'), ' on ', target,
      substring(part.definition from ' (?:NOT )?DEFERRABLE INITIALLY (?:DEFERRED|IMMEDIATE)'),
      ' for each row when (', here, ' and ' || substring(part.definition from ' WHEN (\(.*\)) EXECUTE FUNCTION'), ')',
      substring(part.definition from ' EXECUTE FUNCTION .*$'));
  end loop;
  execute format('create trigger only_moves after update on %s for each row
    when (old.organization_path is distinct from new.organization_path) execute function access.only_moves(%s)',
    target, (select string_agg(quote_literal(one), ', ') from unnest(following) as one));
end $$;

-- Takes along what is living of an organisation that moved away from a path, in every table that was declared so, and
-- ends its running jobs, which were given by people of the former place. Obligations not escalated yet are told to the
-- present superior.
create function access.move_records(former text) returns void language plpgsql as $$
declare
  target regclass;
  beyond constant text collate "C" := left(former, -1) || '0';
begin
  set constraints all deferred;
  update public.job set status = 'CANCELLED', finished_at = clock_timestamp()
  where organization_path >= former and organization_path < beyond and status = 'RUNNING';
  update public.obligation o set organization_path = access.present_path(o.organization_path),
    escalates_to = case when access.present_path(o.organization_path) ^@ o.escalates_to then o.escalates_to
      when o.escalates_to is not null then access.parent_of(access.present_path(o.organization_path)) end
  where o.organization_path >= former and o.organization_path < beyond
    and o.organization_path <> access.present_path(o.organization_path);
  for target in
    select t.tgrelid::regclass from pg_trigger t where t.tgfoid = 'access.only_moves'::regproc
      and t.tgrelid <> 'public.obligation'::regclass
    order by t.tgrelid
  loop
    execute format('update %s set organization_path = access.present_path(organization_path)
      where organization_path >= $1 and organization_path < $2
        and organization_path <> access.present_path(organization_path)', target) using former, beyond;
  end loop;
end $$;

-- Lets the read model follow the moves known of the organisations that once stood at a path; their records follow next.
create function access.follow_move(former text) returns void language plpgsql as $$
begin
  update public.organization o set organization_path = access.present_path(o.organization_path),
    parent_id = coalesce((select m.parent_id from public.organization_move m where m.organization_id = o.id
      order by m.sequence desc limit 1), o.parent_id)
  where o.organization_path >= former and o.organization_path < left(former, -1) || '0'
    and o.organization_path <> access.present_path(o.organization_path);
end $$;

-- What every service keeps of organisations goes along; jobs, audit entries and events stay as they were recorded.
call access.goes_along('organization_setting');
call access.goes_along('department');
call access.goes_along('obligation', following => '{escalates_to}');
call access.goes_along('obligation_step');
