-- The bodies outside the unions that an organisation works with (协作部门), by kind; identity's own, and elsewhere what
-- its events tell (packages/organizations).
create table department (
  id                uuid primary key,
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  kind              text not null check (kind ~ '^[A-Z][A-Z_]{1,39}$'),
  name              text not null check (length(name) between 2 and 60 and name !~ '[\n\r\t]'),
  in_force_from     date not null,
  in_force_to       date,
  constraint department_in_force_in_order check (in_force_to >= in_force_from)
);
create index department_organization_path_idx on department (organization_path, kind);
call access.protect_issued('department');
