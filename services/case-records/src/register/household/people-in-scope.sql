-- The visible people with these indexes; for a search, which must not reveal anyone else.
create function people_in_scope(indexes bytea[]) returns table (person_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from identity i join person p on p.identity_id = i.id
  where i.identity_index = any(indexes)
    and exists (select from household_member m where m.person_id = p.id and is_in_scope(m.organization_path));
$$;
