-- A file tells how many of its workers are migrant workers; before, that one of them was.
alter table fact add column migrant_persons integer not null default 0;
comment on column fact.migrant_persons is 'Of the persons, the migrant workers.';
update fact set migrant_persons = persons, migrant_worker = persons > 0
where kind in ('CASE_FILE_ACTIVATED', 'CASE_FILE_SUSPENDED') and migrant_worker;
alter table fact
  add constraint fact_migrants_within_persons check (migrant_persons between 0 and persons),
  add constraint fact_migrants_of_a_file check (kind not in ('CASE_FILE_ACTIVATED', 'CASE_FILE_SUSPENDED')
    or migrant_worker = (migrant_persons > 0));
