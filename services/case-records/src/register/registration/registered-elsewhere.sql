-- What one county may know of another's household: that it exists, and when aid was last given.
create function registered_elsewhere(index bytea) returns table (registered boolean, last_aided_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from household_member m where m.identity_id = i.id and m.living), i.last_aided_on
  from identity i where i.identity_index = index;
$$;
