-- Applications of all organisations that await funds without an obligation of the book in force: its path, and since
-- when.
create function applications_without_obligation(on_day date)
returns table (id uuid, book_path text, number text, since timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  with unobliged as materialized (
    select a.id, a.number, book_that_pays(a.id) as book_path from aid_application a
    where a.status = 'AWAITING_FUNDS' and not exists (select from obligation b
      where b.kind = 'FUNDS_AWAITED' and b.record_id = a.id and b.status = 'OPEN')
  )
  select u.id, u.book_path, u.number, (select max(s.at) from application_step s
    where s.application_id = u.id and s.to_status = 'AWAITING_FUNDS')
  from unobliged u join organization o on o.organization_path = u.book_path
  where o.in_force_to is null or o.in_force_to >= on_day
$$;

-- Returned applications of all organisations without an obligation to correct them, and since when. One whose household
-- was put forward again since needs nothing.
create function returned_without_obligation()
returns table (id uuid, organization_path text, number text, put_forward_by uuid, since timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.organization_path, a.number, a.put_forward_by, (select max(s.at) from application_step s
    where s.application_id = a.id and s.to_status = 'RETURNED')
  from aid_application a
  where a.status = 'RETURNED' and not exists (select from obligation b
      where b.kind = 'APPLICATION_RETURNED' and b.record_id = a.id and b.status = 'OPEN')
    and not exists (select from aid_application n where n.case_file_id = a.case_file_id
      and n.campaign_id is not distinct from a.campaign_id and n.sequence > a.sequence and n.year >= a.year
      and n.status not in ('WITHDRAWN', 'LAPSED'))
$$;
