-- Facts of before: as replaying their events would tell them now. A recovery told as many workers as it had, not who they
-- were: those of one claim are taken for the same ones each time, and the first stands for the money of all.
insert into fact (id, organization_path, organization_id, kind, happened_on, household_id, campaign_id, count, persons,
  migrant_worker, subject_id, recorded_at, event_id, part, record_id, record_type, person_ref, related)
select uuidv7(), organization_path, organization_id, kind, happened_on, household_id, campaign_id, 1, 1, migrant_worker,
  subject_id, recorded_at, event_id, 100 + part * 10000 + place, record_id, record_type,
  record_id || case when migrant_worker then '/migrant/' else '/other/' end || place, related
from fact cross join lateral generate_series(1, persons - 1) as place
where kind = 'WAGES_RECOVERED' and person_ref is null;

update fact set count = 1, persons = 1,
  person_ref = record_id || case when migrant_worker then '/migrant/0' else '/other/0' end
where kind = 'WAGES_RECOVERED' and person_ref is null and persons > 0;

-- A legal case was two facts where it had migrant workers and others.
with told_twice as (
  select event_id, min(part) as part, sum(persons) as persons from fact
  where kind = 'LEGAL_CASE_OPENED' group by event_id having count(*) > 1
), joined as (
  update fact set persons = told_twice.persons, count = 1, migrant_worker = false
  from told_twice where fact.event_id = told_twice.event_id and fact.part = told_twice.part
)
delete from fact using told_twice where fact.event_id = told_twice.event_id and fact.part <> told_twice.part;
