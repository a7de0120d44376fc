-- Counts the people of a household, the workers among them, and the migrant workers among those. A member of unknown
-- standing is not counted as a worker.
create function household_workers(of_household uuid)
  returns table (members int, workers int, migrant_workers int, new_generation boolean)
language sql stable as $$
  select greatest(h.declared_size, count(m.id))::int,
    ((h.head_standing = 'WORKER')::int + count(*) filter (where m.standing = 'WORKER'))::int,
    (h.migrant_worker::int + count(*) filter (where m.standing = 'WORKER' and m.rural_registration))::int,
    h.new_generation or coalesce(bool_or(m.standing = 'WORKER' and m.rural_registration
      and p.birth_date >= '1980-01-01'), false)
  from household h left join household_member m on m.household_id = h.id left join person p on p.id = m.person_id
  where h.id = of_household
  group by h.id
$$;
