-- Applications of all organisations that await funds, that no book in force is obliged to find: its path, and since when.
create function applications_without_obligation(on_day date)
returns table (id uuid, book_path text, number text, since timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  with unobliged as materialized (
    select a.id, a.number, coalesce(c.book_path, access.book_of(a.organization_path)) as book_path
    from aid_application a left join campaign c on c.id = a.campaign_id
    where a.status = 'AWAITING_FUNDS' and not exists (select from obligation b
      where b.kind = 'FUNDS_AWAITED' and b.record_id = a.id and b.status = 'OPEN')
  )
  select u.id, u.book_path, u.number, (select max(s.at) from application_step s
    where s.application_id = u.id and s.to_status = 'AWAITING_FUNDS')
  from unobliged u join organization o on o.organization_path = u.book_path
  where o.in_force_to is null or o.in_force_to >= on_day
$$;
