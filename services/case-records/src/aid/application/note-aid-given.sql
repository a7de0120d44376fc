-- Records the day of aid for every member of the households, so that every county can know it.
create function note_aid_given(household_ids uuid[], given_on date) returns void
language sql security definer set search_path = public, pg_temp as $$
  update identity i set last_aided_on = given_on
  from household_member m
  where m.household_id = any(household_ids) and i.id = m.identity_id
    and (i.last_aided_on is null or i.last_aided_on <= given_on)
$$;
