-- The aid that counts against visible households that are to be put forward under a version of a policy.
create function frequency_of_households(households uuid[], of_version uuid, of_campaign uuid, on_day date)
returns table (household_id uuid, aided_on date, turns_left integer, waiting integer, people uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  with listed as materialized (
    select array_agg(m.household_id) as asked, array_agg(m.identity_id) as identities,
      array_agg(of_version) as versions, array_agg(of_campaign) as campaigns, array_agg(on_day) as days
    from household_member m
    where m.household_id = any(households) and m.identity_id is not null and is_in_scope(m.organization_path)
  )
  select c.asked_for, c.aided_on, c.turns_left, c.waiting,
    array(select m.identity_id from household_member m where m.household_id = c.asked_for and m.identity_id is not null)
  from listed l cross join lateral aid_that_counts(l.asked, l.identities, l.versions, l.campaigns, l.days) c
$$;
