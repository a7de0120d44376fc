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

-- Events out and in: the text of packages/event-bus, word for word.
create table outbox (
  position bigint generated always as identity primary key,
  event_id uuid not null unique,
  topic text not null,
  key text not null,
  type text not null,
  envelope jsonb not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  recorded_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz
);
create index outbox_unsent on outbox (position) where sent_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;

create function wake_outbox_relay() returns trigger language plpgsql as $wake$
begin
  perform pg_notify('outbox', '');
  return null;
end
$wake$;
create trigger outbox_wakes_relay after insert on outbox for each statement execute function wake_outbox_relay();

create table inbox (
  consumer text not null,
  event_id uuid not null,
  handled_at timestamptz not null default clock_timestamp(),
  primary key (consumer, event_id)
);

create table dead_letter (
  id bigint generated always as identity primary key,
  consumer text not null,
  event_id uuid,
  type text,
  key text,
  envelope jsonb not null,
  cause text not null,
  stack text,
  attempts integer not null,
  died_at timestamptz not null default clock_timestamp(),
  replayed_at timestamptz,
  unique (consumer, event_id)
);
