-- The scope written into the policies themselves. Copied word for word into a migration of each service. They mean what
-- they meant: but a function is looked up and taken apart wherever a policy names it, at every planning, which on a page
-- that joins nine tables was a tenth of the page's time.
create or replace procedure access.protect(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format($policy$create policy subtree on %s
    using (organization_path >= nullif(current_setting('nuangong.scope', true), '')
      and organization_path < left(nullif(current_setting('nuangong.scope', true), ''), -1) || '0')
    with check (organization_path >= nullif(current_setting('nuangong.scope', true), '')
      and organization_path < left(nullif(current_setting('nuangong.scope', true), ''), -1) || '0')$policy$, target);
end $$;

create or replace procedure access.protect_issued(target regclass) language plpgsql as $$
begin
  call access.protect(target);
  execute format($policy$create policy issued_above on %s for select
    using (nullif(current_setting('nuangong.scope', true), '') ^@ organization_path)$policy$, target);
end $$;

create function access.scope_written_out(condition text) returns text language sql immutable
  return replace(replace(condition, 'access.scope()', $s$nullif(current_setting('nuangong.scope', true), '')$s$),
    'access.scope_end()', $s$(left(nullif(current_setting('nuangong.scope', true), ''), -1) || '0')$s$);

do $$
declare
  p record;
begin
  for p in select * from pg_policies where concat(qual, with_check) ~ 'access\.scope' loop
    execute format('alter policy %I on %I.%I', p.policyname, p.schemaname, p.tablename)
      || coalesce(' using (' || access.scope_written_out(p.qual) || ')', '')
      || coalesce(' with check (' || access.scope_written_out(p.with_check) || ')', '');
  end loop;
end $$;
drop function access.scope_written_out(text);
