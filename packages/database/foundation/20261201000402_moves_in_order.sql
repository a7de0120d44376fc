-- Moves are followed in identity's order and without a gap: one that arrives before an earlier one waits for it, because
-- where its records stand would no longer tell that they had left before.
-- These functions run as the owner: identity shows a move only to those over one of its places, and all count here.
create function access.last_followed_move() returns bigint language sql stable parallel safe
security definer set search_path = public, pg_temp as $$
  select coalesce(max(known.sequence), 0) from (
    select m.sequence, row_number() over (order by m.sequence) as place from organization_move m) as known
  where known.sequence = known.place
$$;

-- The place of the next move; the caller holds the lock of moves.
create function access.next_move() returns bigint language sql stable
security definer set search_path = public, pg_temp as $$
  select coalesce(max(m.sequence), 0) + 1 from organization_move m
$$;

create or replace function access.present_path(path text) returns text language plpgsql stable parallel safe
security definer set search_path = public, pg_temp as $$
declare
  place text := path;
  move record;
begin
  for move in select m.former_path, m.path from public.organization_move m
    where m.sequence <= access.last_followed_move() order by m.sequence
  loop
    if place ^@ move.former_path then
      place := move.path || substr(place, length(move.former_path) + 1);
    end if;
  end loop;
  return place;
end $$;

create or replace function access.reach_of(path text) returns text language plpgsql stable parallel safe
security definer set search_path = public, pg_temp as $$
declare
  place text := access.present_path(path);
  places text[] := array[path, place];
  move record;
begin
  for move in select m.former_path, m.path from public.organization_move m
    where m.sequence <= access.last_followed_move() order by m.sequence desc
  loop
    if place ^@ move.path then
      place := move.former_path || substr(place, length(move.path) + 1);
      places := places || place;
    end if;
  end loop;
  return (select above from unnest(access.at_or_above(path)) as above
    where (select bool_and(one ^@ above) from unnest(places) as one) order by length(above) desc limit 1);
end $$;

create or replace function access.follow_move(former text) returns void language plpgsql as $$
begin
  update public.organization o set organization_path = access.present_path(o.organization_path),
    parent_id = coalesce((select m.parent_id from public.organization_move m where m.organization_id = o.id
      and m.sequence <= access.last_followed_move() order by m.sequence desc limit 1), o.parent_id)
  where o.organization_path >= former and o.organization_path < left(former, -1) || '0'
    and o.organization_path <> access.present_path(o.organization_path);
end $$;

-- Stores a move and returns the moves that can be followed now, in order: none if an earlier one is not known yet.
create function access.know_move(told public.organization_move) returns setof public.organization_move
language plpgsql as $$
declare
  before bigint;
begin
  perform pg_advisory_xact_lock(7305441);
  before := access.last_followed_move();
  insert into public.organization_move (sequence, organization_id, parent_id, former_path, path, from_day, moved_at)
  values (told.sequence, told.organization_id, told.parent_id, told.former_path, told.path, told.from_day, told.moved_at)
  on conflict do nothing;
  return query select m.* from public.organization_move m
    where m.sequence > before and m.sequence <= access.last_followed_move() order by m.sequence;
end $$;
