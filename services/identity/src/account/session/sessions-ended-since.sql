-- The gateway refuses access tokens of sessions that have ended; it asks for all of them, and learns nothing but ids.
create function sessions_ended_since(moment timestamptz) returns setof uuid
  language sql stable security definer set search_path = public as $$
  select id from session where ended_at >= moment
$$;
