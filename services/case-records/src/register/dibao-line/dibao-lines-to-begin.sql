-- Confirmed lines of all counties whose first day has come and whose files are not yet reassessed.
create function dibao_lines_to_begin(on_day date) returns table (line_id uuid, organization_path text)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, organization_path from dibao_line
  where begun_at is null and not awaits_confirmation and valid_from <= on_day order by valid_from, organization_path
$$;
