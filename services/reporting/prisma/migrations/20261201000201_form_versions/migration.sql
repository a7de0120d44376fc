-- A form that an organisation drafts and another of its people issues, beside those that come with the service: from then
-- on it is filled there and below, and stays as it is.
create table form_version (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  code              text not null check (code ~ '^[a-z][a-z0-9-]{2,40}$'),
  version           integer not null check (version between 1990 and 2200),
  definition        jsonb not null,
  drafted_by        uuid not null,
  drafted_by_name   text not null,
  drafted_at        timestamptz not null,
  issued_by         uuid,
  issued_by_name    text,
  issued_at         timestamptz,
  constraint form_version_issued_whole check (num_nulls(issued_by, issued_by_name, issued_at) in (0, 3)),
  constraint form_version_needs_two check (issued_by <> drafted_by),
  constraint form_version_agrees check (definition->>'code' = code and (definition->>'version')::integer = version)
);
create unique index form_version_organization_path_code_version_key on form_version (organization_path, code, version);
create index form_version_code_idx on form_version (code);
comment on column form_version.version is 'The first year for which it is filled.';
call access.protect('form_version');
create policy issued_above on form_version for select
  using (issued_at is not null and nullif(current_setting('nuangong.scope', true), '') ^@ organization_path);

create function issued_form_stays() returns trigger language plpgsql as $$
begin
  if old.issued_at is not null then
    raise exception 'issued_form_stays' using errcode = 'restrict_violation', constraint = 'issued_form_stays';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger issued_form_stays before update or delete on form_version
  for each row execute function issued_form_stays();
