-- The audit log is read from the newest back, whole or by who did it, on whose behalf ever (王五（代李四）). Copied word
-- for word into a migration of each service.
create index on audit_entry (recorded_at, id);
create index on audit_entry (split_part(staff_name, '（代', 1), recorded_at, id);
