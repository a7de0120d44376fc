-- Households that are no longer living and cannot become so again, because people of theirs are in another living one.
create function households_that_cannot_return(households uuid[]) returns table (household_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct m.household_id
  from household_member m join household_member o on o.identity_id = m.identity_id and o.living
    and o.household_id <> m.household_id
  where m.household_id = any(households) and not m.living and is_in_scope(m.organization_path)
$$;
