-- Campaigns of all organisations that began within the last year, whose tables are due.
create function campaigns_with_tables(on_day date)
returns table (id uuid, organization_path text, name text, starts_on date, ends_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, organization_path, name, starts_on, ends_on from campaign
  where starts_on <= on_day and starts_on > on_day - 366 order by starts_on, id
$$;
