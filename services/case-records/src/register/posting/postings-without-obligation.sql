-- Postings of all organisations in force that files are still posted by, and that nobody is obliged to open.
create function postings_without_obligation(on_day date)
returns table (id uuid, organization_path text, place text, ends_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.organization_path, p.place, p.ends_on from public_posting p
  join organization o on o.organization_path = p.organization_path
  where p.activated_at is null and (o.in_force_to is null or o.in_force_to >= on_day)
    and exists (select from case_file c where c.posting_id = p.id and c.status = 'POSTED')
    and not exists (select from obligation b where b.kind = 'POSTING_ENDED' and b.record_id = p.id and b.status = 'OPEN')
$$;
