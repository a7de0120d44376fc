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
  -- The address and session of the person who acted; none while the system reacts to an event.
  address           inet,
  session_id        text,
  recorded_at       timestamptz not null default clock_timestamp()
);
create index on audit_entry (record_type, record_id, id);
create index on audit_entry (organization_path, id);
-- Read from the newest back, whole or by who did it, on whose behalf ever (王五（代李四）).
create index on audit_entry (recorded_at, id);
create index on audit_entry (staff_name collate "C", recorded_at, id);
call access.protect('audit_entry');
call access.append_only('audit_entry');

-- The audit log's chain.
-- Each seal's hash is keyed and covers the seal before it and every column of one entry: an entry that is changed,
-- removed or slipped in under a seal no longer fits, and without the service's key no fitting seal can be made.
-- Seals have places of their own, since entries become visible out of the order of their ids.
-- no row security on audit_seal: it holds numbers and hashes alone, of all organisations' entries in one chain
create table audit_seal (
  place    bigint primary key check (place > 0),
  entry_id bigint not null unique,
  hash     bytea not null check (length(hash) = 32)
);
call access.append_only('audit_seal');

-- Entries of every organisation that have no seal yet, by id: for the sealer, who acts for none of them.
create function unsealed_audit_entries(after_id bigint, most integer) returns setof audit_entry
language sql stable security definer set search_path = public, pg_temp as $$
  select e.* from audit_entry e
  where e.id > after_id and not exists (select from audit_seal s where s.entry_id = e.id)
  order by e.id limit most
$$;
revoke execute on function unsealed_audit_entries(bigint, integer) from public;
