-- Under which telephone a member of staff is reached at the office (联系电话): it stands on tables and papers.
alter table staff add column office_phone text check (office_phone ~ '^[0-9-]{7,20}$');
