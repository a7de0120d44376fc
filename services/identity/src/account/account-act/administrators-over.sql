-- How many may confirm an act on an account of this organisation, beside its maker: also of superiors, who are not seen.
create function administrators_over(path text, besides uuid[]) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from staff s
  where s.active and s.roles @> '{ADMINISTRATOR}' and path ^@ s.organization_path and s.id <> all (besides)
$$;
