create function session_at_refresh(wanted bytea)
  returns table (id uuid, organization_path text, staff_id uuid, current boolean, expires_at timestamptz, ended_at timestamptz)
  language sql stable security definer set search_path = public as $$
  select id, organization_path, staff_id, refresh_hash = wanted, expires_at, ended_at from session
  where refresh_hash = wanted or used_hashes @> array[wanted]
$$;
