-- Whose rights ended, as identity tells it: no job begun with them goes on. Copied word for word into each service with jobs.
create table rights_ended (
  organization_path text collate "C" not null,
  staff_id          uuid not null,
  -- Where only what was lent to this colleague has ended; else all that the person could do until then.
  borrower_id       uuid,
  act               text not null check (act in ('ACCOUNT_CLOSED', 'ROLES_CHANGED', 'PASSWORD_RESET', 'DELEGATION_ENDED')),
  ended_at          timestamptz not null,
  constraint rights_ended_once unique nulls not distinct (organization_path, staff_id, borrower_id)
);
call access.protect('rights_ended');
