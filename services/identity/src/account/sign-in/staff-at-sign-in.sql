-- Before anybody has signed in, no scope is set and row-level security shows nothing. These two answer only for one
-- exact username or one exact refresh token.
create function staff_at_sign_in(wanted text)
  returns table (id uuid, organization_path text, password_hash text, active boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select id, organization_path, password_hash, active from staff where username = wanted
$$;
