-- Row-level security keyed on the organisation's subtree.
create schema access;

-- The subtree that the present transaction may see, as set by packages/database; nothing set: nothing seen.
create function access.scope() returns text language sql stable parallel safe
  return nullif(current_setting('nuangong.scope', true), '');

-- The end of the subtree's range: paths end with '/', and '0' follows '/' in the collation "C".
create function access.scope_end() returns text language sql stable parallel safe
  return left(nullif(current_setting('nuangong.scope', true), ''), -1) || '0';

create function access.staff() returns uuid language sql stable parallel safe
  return nullif(current_setting('nuangong.staff', true), '')::uuid;

-- Rows that belong to an organisation: seen and written within the subtree. The scope is written out in the policies: a
-- function is looked up and taken apart wherever a policy names it, at every planning, which on a page that joins nine
-- tables was a tenth of the page's time.
create procedure access.protect(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format($policy$create policy subtree on %s
    using (organization_path >= nullif(current_setting('nuangong.scope', true), '')
      and organization_path < left(nullif(current_setting('nuangong.scope', true), ''), -1) || '0')
    with check (organization_path >= nullif(current_setting('nuangong.scope', true), '')
      and organization_path < left(nullif(current_setting('nuangong.scope', true), ''), -1) || '0')$policy$, target);
end $$;

-- Rows that an organisation issues for those below it (campaigns, policies): written within the subtree, seen also by the subordinates.
create procedure access.protect_issued(target regclass) language plpgsql as $$
begin
  call access.protect(target);
  execute format($policy$create policy issued_above on %s for select
    using (nullif(current_setting('nuangong.scope', true), '') ^@ organization_path)$policy$, target);
end $$;

-- Rows that are only ever added.
create function access.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create procedure access.append_only(target regclass) language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %s
    for each statement execute function access.refuse_change()', target);
  execute format('create trigger append_only_truncate before truncate on %s
    for each statement execute function access.refuse_change()', target);
end $$;

-- The SQL sources beside a service's operations, as they were applied last: what they made, to be dropped for the next.
create table access.applied_sources (
  one      boolean primary key default true check (one),
  digest   text not null,
  routines text[] not null
);
