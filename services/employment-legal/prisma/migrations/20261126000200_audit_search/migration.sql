-- The audit log is read from the newest back, whole or by who did it. Copied word for word into a migration of each service.
create index on audit_entry (recorded_at, id);
create index on audit_entry (staff_name, recorded_at, id);
