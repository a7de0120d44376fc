-- Every service knows the tree of unions by one table of the same columns: identity's own, and elsewhere what identity's
-- events tell (packages/organizations). Some services had a table of their own before this step.
create table if not exists organization (
  id                uuid primary key,
  organization_path text collate "C" not null unique,
  code              text not null,
  name              text not null,
  kind              text not null
);
alter table organization add column if not exists parent_id uuid;
-- The first day in force, and the last one once the organisation is closed.
alter table organization add column in_force_from date not null default (now() at time zone 'Asia/Shanghai')::date;
alter table organization add column in_force_to date;
alter table organization add constraint organization_in_force_in_order check (in_force_to >= in_force_from);
create index if not exists organization_parent_id_idx on organization (parent_id);

-- Seen within the subtree and, for whose county and book a path is, by everything below.
alter table organization enable row level security;
alter table organization force row level security;
drop policy if exists subtree on organization;
drop policy if exists issued_above on organization;
call access.protect_issued('organization');

-- The paths of an organisation and of all above it, as its own path spells them: 51/, 51/5101/, 51/5101/510101/.
create function access.at_or_above(path text) returns text[] language sql immutable parallel safe
  return array(select left(path, place) from generate_series(1, length(path)) as place
    where substring(path from place for 1) = '/' order by place);

-- The last code of a path, the organisation's own.
create function access.code_of(path text) returns text language sql immutable parallel safe
  return split_part(path, '/', -2);

-- Whether organisations of a kind keep households' files and a book of their own, or belong to the nearest above that does.
create function access.is_seat(kind text) returns boolean language sql immutable parallel safe
  return kind not in ('BASE_UNION', 'AID_STATION');

-- An organisation and all above it, the nearest first; refused where this service has not yet heard of it.
create function access.lineage(path text) returns setof organization language plpgsql stable parallel safe as $$
begin
  return query select o.* from public.organization o where o.organization_path = any (access.at_or_above(path))
    order by length(o.organization_path) desc;
  if not exists (select from public.organization o where o.organization_path = path) then
    raise exception 'organization_is_known: %', coalesce(path, 'no path')
      using errcode = 'foreign_key_violation', constraint = 'organization_is_known';
  end if;
end $$;

-- The county or industry union that an organisation belongs to, by kinds and however deep; of a city or province, itself,
-- and for an organisation directly below a city, the city.
create function access.county_of(path text) returns text language plpgsql stable parallel safe as $$
begin
  return coalesce((select above.organization_path from access.lineage(path) as above
    where access.is_seat(above.kind::text) order by length(above.organization_path) desc limit 1), path);
end $$;

-- The book that pays an organisation's aid if it has no book itself: its county's.
create function access.book_of(path text) returns text language plpgsql stable parallel safe as $$
begin
  return access.county_of(path);
end $$;

-- The city that an organisation belongs to; for an organisation above cities, itself.
create function access.city_of(path text) returns text language plpgsql stable parallel safe as $$
begin
  return coalesce((select above.organization_path from access.lineage(path) as above
    where above.kind::text = 'CITY' order by length(above.organization_path) desc limit 1), path);
end $$;

-- Whether a path is a city's or one above: who looks after what belongs to no organisation.
create function access.is_city_or_above(path text) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select from public.organization o where o.organization_path = path
    and o.kind::text in ('PROVINCE', 'CITY'));
end $$;

-- The organisation right above; null at the top.
create function access.parent_of(path text) returns text language plpgsql stable parallel safe as $$
begin
  return (select above.organization_path from access.lineage(path) as above
    where above.organization_path <> path order by length(above.organization_path) desc limit 1);
end $$;

-- The code of the unit right below `top` to which a path belongs; empty for `top` itself.
create function access.unit_below(top text, path text) returns text language sql immutable parallel safe
  return split_part(substring(path from length(top) + 1), '/', 1);
