-- What was uploaded lies sealed in the folder of files, under the row's id; each file has a key of its own. The same
-- content is kept once, whoever sent it.
-- no row security on stored_file: content hashes and sealed keys alone, of files that several organisations may have sent
create table stored_file (
  id         uuid primary key,
  sha256     text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  size       bigint not null check (size >= 0),
  sealed_key text not null check (sealed_key ~ '^v[12][.]'),
  stored_at  timestamptz not null default clock_timestamp()
);
comment on column stored_file.sealed_key is 'sealed; row: id';
