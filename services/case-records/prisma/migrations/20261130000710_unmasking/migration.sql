-- Who saw whose whole number. The limit is counted from it, before anything is shown.
create table unmasking (
  id                bigint generated always as identity primary key,
  organization_path text collate "C" not null,
  staff_id          uuid not null,
  person_id         uuid not null,
  number            text not null check (number in ('IDENTITY', 'PHONE', 'BANK_ACCOUNT')),
  asked_at          timestamptz not null
);
create index on unmasking (staff_id, asked_at);
call access.protect('unmasking');
call access.append_only('unmasking');
