-- Answers only for one exact subject, or for one exact username whose account has no subject yet.
create function staff_at_outside_sign_in(subject text, wanted text)
  returns table (id uuid, organization_path text, active boolean, linked boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select id, organization_path, active, outside_subject is not null from staff
  where outside_subject = subject or (outside_subject is null and username = wanted)
  order by outside_subject nulls last limit 1
$$;
