-- The audit log is read from the newest back, whole or by who did it, on whose behalf ever (王五（代李四）). Copied word
-- for word into a migration of each service.
create index on audit_entry (recorded_at, id);
create index on audit_entry (staff_name collate "C", recorded_at, id);
