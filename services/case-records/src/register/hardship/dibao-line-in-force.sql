-- The line in force for an organisation on a day: its own latest, or that of the nearest organisation above it.
create function dibao_line_in_force(path text, on_day date) returns setof dibao_line
language sql stable as $$
  select d.* from dibao_line d
  where starts_with(path, d.organization_path) and d.valid_from <= on_day and not d.awaits_confirmation
  order by length(d.organization_path) desc, d.valid_from desc limit 1
$$;
