-- The day on which a step or a visit happened, and why it is right where it lies far back.
alter table visit add column date_reason text check (length(date_reason) between 1 and 500);
alter table case_file_step add column happened_on date;
alter table case_file_step add column date_reason text check (length(date_reason) between 1 and 500);
