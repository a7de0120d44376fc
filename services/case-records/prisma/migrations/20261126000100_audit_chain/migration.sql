-- The audit log's chain. Copied word for word into a migration of each service.
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
