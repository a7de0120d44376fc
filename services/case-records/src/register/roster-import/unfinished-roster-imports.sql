-- Imports of all counties that a stopped service left unread, half imported, or read but without a preview.
create function unfinished_roster_imports() returns table (import_id uuid, organization_path text)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, organization_path from roster_import
  where status in ('UPLOADED', 'RUNNING') or (status = 'READY' and expected_rejected is null)
  order by uploaded_at
$$;
