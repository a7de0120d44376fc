-- A workbook's sheets: each is offered, chosen or not, has headings of its own, and says what of it is not read.
create table roster_sheet (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  import_id         uuid not null references roster_import,
  number            integer not null check (number > 0),
  name              text not null,
  state             text not null check (state in ('READ', 'HIDDEN', 'NO_HEADINGS', 'NO_ROWS', 'CHART')),
  chosen            boolean not null,
  header_row        integer,
  width             integer,
  columns           jsonb not null default '[]',
  preview_rows      integer[] not null default '{}',
  skipped           jsonb not null default '[]',
  skipped_rows      integer not null default 0,
  rows_shown        integer not null default 0,
  rows_hidden       integer not null default 0,
  constraint roster_sheet_once unique (import_id, number),
  constraint roster_sheet_read_or_not_chosen check (state = 'READ' or not chosen),
  constraint roster_sheet_read_has_headings check (state <> 'READ' or (header_row > 0 and width > 0))
);
call access.protect('roster_sheet');

alter table roster_import no force row level security;
alter table roster_row no force row level security;
alter table roster_sheet no force row level security;
insert into roster_sheet (organization_path, import_id, number, name, state, chosen, header_row, width, columns,
  preview_rows, skipped, skipped_rows, rows_shown)
select organization_path, id, 1, coalesce(sheet_name, ''), 'READ', true, header_row,
  greatest(1, (select max((c ->> 'index')::int) + 1 from jsonb_array_elements(columns) as c)), columns, preview_rows,
  skipped, jsonb_array_length(skipped), rows_total
from roster_import where header_row is not null;

alter table roster_import
  drop column sheet_name, drop column header_row, drop column columns, drop column preview_rows, drop column skipped,
  -- Whether rows are taken that the clerk does not see in the workbook, and the size of households it does not give.
  add column take_hidden boolean not null default false,
  add column household_size integer check (household_size between 1 and 30),
  -- What a reading of all rows would refuse and what it noticed; counted anew when what is read changes.
  add column revision integer not null default 1,
  add column expected_rejected integer,
  add column refused_rows jsonb not null default '[]',
  add column notices jsonb not null default '[]',
  add column differing integer not null default 0,
  add column changed integer not null default 0,
  add column put_away_at timestamptz,
  drop constraint roster_import_status_check,
  add constraint roster_import_status_check
    check (status in ('UPLOADED', 'READY', 'RUNNING', 'DONE', 'CANCELLED', 'REFUSED', 'FAILED')),
  add constraint roster_import_at_work_is_not_put_away check (put_away_at is null or status not in ('UPLOADED', 'RUNNING')),
  add constraint roster_import_ends_with_a_reason
    check (status not in ('REFUSED', 'FAILED') or jsonb_array_length(problems) > 0);

-- A row stands on a sheet. Of the first sheet it keeps the place that its cells are sealed for.
alter table roster_row
  add column sheet_number integer not null default 1,
  add column hidden boolean not null default false,
  add column place text not null generated always as (
    case when sheet_number = 1 then row_number::text else sheet_number::text || '/' || row_number::text end) stored,
  drop constraint roster_row_import_id_row_number_key,
  add constraint roster_row_once unique (import_id, sheet_number, row_number),
  -- Corrected by hand: the corrected cells, beside those that were sent.
  add column sealed_correction text,
  -- The fields in which the row differs from the household that is registered, and what was decided about it.
  add column differing text[] not null default '{}',
  add column decided_why text check (length(decided_why) between 1 and 500),
  add column decided_by uuid,
  add column decided_by_name text,
  add column decided_at timestamptz,
  drop constraint roster_row_outcome_check,
  add constraint roster_row_outcome_check
    check (outcome in ('ACCEPTED', 'REJECTED', 'ALREADY_PRESENT', 'DIFFERENT', 'CHANGED')),
  add constraint roster_row_decided_with_reason check (
    (decided_at is null) = (decided_why is null) and (decided_at is null) = (decided_by is null)
    and (decided_at is null) = (decided_by_name is null) and (outcome <> 'CHANGED' or decided_at is not null));
alter table roster_row add constraint roster_row_correction_is_sealed check (sealed_correction ~ '^v[12][.]');
comment on column roster_row.sealed_cells is 'sealed; row: import_id/place; organization: organization_path';
comment on column roster_row.sealed_correction is 'sealed; row: import_id/place; organization: organization_path';
alter table roster_import force row level security;
alter table roster_row force row level security;
alter table roster_sheet force row level security;
