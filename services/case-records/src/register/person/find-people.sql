-- What a county may know of people by blind index: its own row, and whether they are in a living household, here or
-- elsewhere.
create function find_people(indexes bytea[], county text, untouched_since timestamptz)
returns table (identity_index bytea, identity_id uuid, person_id uuid, known_name text, household_id uuid,
  heads boolean, elsewhere boolean, let_go boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.identity_index, i.id, p.id, p.name,
    case when l.here then l.household_id end, coalesce(l.here and l.position = 0, false),
    coalesce(not l.here and l.bars, false), coalesce(not l.here and not l.bars, false)
  from unnest(indexes) as g(index)
  join identity i on i.identity_index = g.index
  left join person p on p.identity_id = i.id and p.organization_path = county and (is_in_scope(county) or starts_with(
    nullif(current_setting('nuangong.scope', true), ''), county))
  left join lateral (
    select m.household_id, m.position, is_in_scope(m.organization_path) as here,
      f.id is null or f.status not in ('DRAFT', 'RETURNED') or f.updated_at >= untouched_since as bars
    from household_member m left join case_file f on f.household_id = m.household_id
    where m.identity_id = i.id and m.living
  ) l on true;
$$;
