-- The service's data keys, each wrapped under a master key of the environment. One is current; the older ones open what is
-- still sealed under them until sealed again; then they are retired, and their wrapped bytes destroyed a day later.
-- no row security on data_key: it holds wrapped keys alone, of all organisations' fields
create table data_key (
  id         integer primary key check (id > 0),
  cipher     text not null check (cipher in ('AES256GCM', 'SM4SM3')),
  master_id  text not null check (master_id ~ '^[0-9a-f]{8}$'),
  wrapped    bytea,
  state      text not null check (state in ('CURRENT', 'OPENING', 'RETIRED')),
  -- Random nonces of 96 bits: a key seals at most 2^32 texts (NIST SP 800-38D, 8.3). Taken in blocks before use.
  uses       bigint not null default 0 constraint data_key_seals_at_most_2_to_32 check (uses between 0 and 4294967296),
  made_at    timestamptz not null default clock_timestamp(),
  retired_at timestamptz,
  constraint data_key_destroyed_after_retiring check (wrapped is not null or state = 'RETIRED'),
  constraint data_key_retired_at check ((state = 'RETIRED') = (retired_at is not null))
);
create unique index data_key_one_current on data_key (state) where state = 'CURRENT';

create function data_key_never_comes_back() returns trigger language plpgsql as $$
begin
  raise exception 'data_key_never_comes_back: a key goes from CURRENT to OPENING to RETIRED and stays'
    using errcode = 'check_violation';
end $$;
create trigger never_comes_back before update on data_key for each row
  when (old.id <> new.id or old.cipher <> new.cipher or new.uses < old.uses
    or (old.wrapped is null and new.wrapped is not null)
    or (old.state, new.state) in (('OPENING', 'CURRENT'), ('RETIRED', 'CURRENT'), ('RETIRED', 'OPENING')))
  execute function data_key_never_comes_back();
create trigger never_deleted before delete on data_key for each statement execute function access.refuse_change();
create trigger never_truncated before truncate on data_key for each statement execute function access.refuse_change();
