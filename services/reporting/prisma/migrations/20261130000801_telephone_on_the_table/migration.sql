-- The office telephone of whoever submitted a table, as its head prints it (联系电话).
alter table submission add column submitted_by_phone text check (length(submitted_by_phone) between 1 and 40);
