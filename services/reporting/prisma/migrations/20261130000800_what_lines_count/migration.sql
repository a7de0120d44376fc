-- Money booked to no campaign counts in a campaign's table only where it is for sending warmth.
alter table fact add column for_warmth boolean not null default false;
comment on column fact.for_warmth is 'Money for sending warmth, whatever it is booked to.';

-- The file of a household as it stood on a day, and the few households whose file tells of no worker.
create index fact_file_of_household on fact (household_id, position desc) where kind = 'CASE_FILE_ACTIVATED';
create index fact_file_without_worker on fact (organization_path)
  where kind = 'CASE_FILE_ACTIVATED' and persons = 0;
