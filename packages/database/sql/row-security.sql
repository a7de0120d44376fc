-- Row-level security keyed on the organisation's subtree. Copied word for word into each service's first migration.
create schema access;

-- The subtree that the present transaction may see, as set by packages/database; nothing set: nothing seen.
create function access.scope() returns text language sql stable parallel safe
  return nullif(current_setting('nuangong.scope', true), '');

-- The end of the subtree's range: paths end with '/', and '0' follows '/' in the collation "C".
create function access.scope_end() returns text language sql stable parallel safe
  return left(nullif(current_setting('nuangong.scope', true), ''), -1) || '0';

create function access.staff() returns uuid language sql stable parallel safe
  return nullif(current_setting('nuangong.staff', true), '')::uuid;

-- Rows that belong to an organisation: seen and written within the subtree.
create procedure access.protect(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy subtree on %s
    using (organization_path >= access.scope() and organization_path < access.scope_end())
    with check (organization_path >= access.scope() and organization_path < access.scope_end())', target);
end $$;

-- Rows that an organisation issues for those below it (campaigns, policies): written within the subtree, seen also by the subordinates.
create procedure access.protect_issued(target regclass) language plpgsql as $$
begin
  call access.protect(target);
  execute format('create policy issued_above on %s for select
    using (access.scope() ^@ organization_path)', target);
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

-- What was done: who, what, on which record, before and after, when, in which request.
create table audit_entry (
  id                bigint generated always as identity primary key,
  organization_path text collate "C" not null,
  staff_id          uuid not null,
  staff_name        text not null,
  action            text not null,
  record_type       text not null,
  record_id         text not null,
  before            jsonb,
  after             jsonb,
  request_id        text,
  recorded_at       timestamptz not null default clock_timestamp()
);
create index on audit_entry (record_type, record_id, id);
create index on audit_entry (organization_path, id);
call access.protect('audit_entry');
call access.append_only('audit_entry');
