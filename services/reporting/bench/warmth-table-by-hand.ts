import { campaignId } from './invented-facts.ts';

/**
 * The derived cells of table 1 for every county of city 5101, hand-written for this table, campaign and winter: a row
 * for each county, a column for each cell under its key. Endings are read once, with two columns; payments, visits
 * and exits are grouped by household before they are counted, and files are looked up only for the trainings and legal
 * cases of the winter.
 */
export const warmthTableByHand = `
with profile as materialized (
  select id as profile, dimensions->>'aidType' as aid_type, dimensions->>'mark' as mark,
    dimensions->>'source' as source, dimensions->>'hardshipClass' as hardship_class, dimensions ? 'aided' as aided,
    dimensions ? 'forLaidOff' as for_laid_off, dimensions ? 'forWarmth' as for_warmth,
    dimensions ? 'migrantWorker' as migrant_worker, dimensions ? 'modelWorker' as model_worker
  from fact_profile
), ended as materialized (
  select subject_id, position from fact
  where ends_earlier and happened_on <= case kind when 'CASE_FILE_EXITED' then date '2026-11-30' else date
    '2027-02-28' end
), ended_in_year as materialized (
  select subject_id, position from fact where ends_earlier and happened_on <= '2026-12-31'
), without_worker as materialized (
  select beneficiary_id from fact as file
  where organization_path >= '51/5101/' collate "C" and organization_path < '51/51010' collate "C"
    and kind = 'CASE_FILE_ACTIVATED' and persons = 0 and happened_on <= '2027-02-28'
    and not exists (select from fact as newer where newer.kind = 'CASE_FILE_ACTIVATED'
      and newer.beneficiary_id = file.beneficiary_id and newer.position > file.position
      and newer.happened_on <= '2027-02-28')
), taken as not materialized (
  select access.unit_below('51/5101/', organization_path) as county, *
  from fact join profile using (profile)
  where organization_path >= '51/5101/' collate "C" and organization_path < '51/51010' collate "C"
    and kind not in ('GRANT_APPROVED', 'PAYMENT_RETURNED', 'CASE_FILE_EXITED')
    and happened_on <= '2027-02-28'
    and (kind = 'CASE_FILE_ACTIVATED' or campaign_id = '${campaignId}' or happened_on >= '2026-12-01' and campaign_id
      is null)
    and not exists (select from ended where ended.subject_id = fact.subject_id
      and ended.position > fact.position)
), counted as (
  select county,
    sum(persons) filter (where kind = 'CASE_FILE_ACTIVATED') as "2A",
    sum(migrant_persons) filter (where kind = 'CASE_FILE_ACTIVATED' and migrant_worker) as "2A.migrant",
    count(*) filter (where kind = 'CASE_FILE_ACTIVATED') as "3A",
    count(*) filter (where kind = 'CASE_FILE_ACTIVATED' and migrant_worker) as "3A.migrant",
    count(*) filter (where kind = 'CASE_FILE_ACTIVATED' and hardship_class = 'BELOW_LINE') as "3B",
    count(*) filter (where kind = 'CASE_FILE_ACTIVATED' and hardship_class = 'MARGINAL') as "3C",
    count(*) filter (where kind = 'CASE_FILE_ACTIVATED' and hardship_class = 'SUDDEN') as "3D",
    sum(amount_fen) filter (where raised) as "5A",
    sum(amount_fen) filter (where raised and source in ('CENTRAL_FISCAL', 'PROVINCIAL_FISCAL', 'LOCAL_FISCAL')) as
      "5B",
    sum(amount_fen) filter (where raised and source = 'UNION') as "5C",
    sum(amount_fen) filter (where raised and source = 'DONATION') as "5D",
    sum(amount_fen) filter (where raised and source = 'OTHER') as "5E",
    sum(amount_fen) filter (where kind = 'PAYMENT_MADE' and warmth) as "6A",
    sum(amount_fen) filter (where kind = 'PAYMENT_MADE' and warmth and model_worker) as "6B",
    sum(amount_fen) filter (where kind = 'PAYMENT_MADE' and warmth and migrant_worker) as "6C",
    sum(count) filter (where kind = 'VACANCY_OFFERED' and for_laid_off) as "7C",
    count(*) filter (where kind = 'PAYMENT_MADE' and aid_type = 'LIVING') as "7D",
    count(*) filter (where kind = 'PAYMENT_MADE' and aid_type = 'MEDICAL') as "7F",
    count(*) filter (where kind = 'PAYMENT_MADE' and aid_type = 'EDUCATION') as "7G",
    sum(amount_fen) filter (where kind = 'PAYMENT_MADE' and mark = 'HEATING') as "7L.amount",
    count(distinct person_ref) filter (where kind = 'WAGES_RECOVERED') as "8C",
    sum(amount_fen) filter (where kind = 'WAGES_RECOVERED') as "8C.amount",
    count(distinct person_ref) filter (where kind = 'WAGES_RECOVERED' and migrant_worker) as "8C.migrant",
    sum(amount_fen) filter (where kind = 'WAGES_RECOVERED' and migrant_worker) as "8C.migrant-amount"
  from (select *, campaign_id is not null or for_warmth as warmth,
      kind in ('RECEIPT_RECORDED', 'ALLOCATION_RECEIVED') and (campaign_id is not null or for_warmth)
      and (counterparty_path is null or not starts_with(counterparty_path, '51/5101/' || county || '/')) as raised
        from taken) as taken
  group by county
), registered as (
  select county, count(*) filter (where kind = 'TRAINING_ATTENDED') as "7E",
    sum(least(persons, workers)) filter (where kind = 'LEGAL_CASE_OPENED') as "7H"
  from taken cross join lateral (
    select file.persons as workers from fact as file
    where file.kind = 'CASE_FILE_ACTIVATED' and file.beneficiary_id = taken.beneficiary_id
      and file.happened_on <= taken.happened_on
      and not exists (select from fact as left_on where left_on.ends_earlier and left_on.subject_id = file.subject_id
        and left_on.kind = 'CASE_FILE_EXITED' and left_on.position > file.position
        and left_on.happened_on < taken.happened_on)
    order by file.position desc limit 1) as file
  where kind in ('TRAINING_ATTENDED', 'LEGAL_CASE_OPENED')
  group by county
), household as (
  select county, organization_path, beneficiary_id, bool_or(kind = 'VISIT_MADE') as visited,
    bool_or(paid) as paid, bool_or(paid and migrant_worker) as migrant, bool_or(paid and model_worker) as model,
    bool_or(kind = 'PAYMENT_MADE' and mark = 'HEATING') as heating
  from (select *, kind = 'PAYMENT_MADE' and (campaign_id is not null or for_warmth) as paid from taken) as taken
  where kind in ('VISIT_MADE', 'PAYMENT_MADE') and beneficiary_id is not null
  group by county, organization_path, beneficiary_id
), households as (
  select county, count(*) filter (where visited) as "4A.households", count(*) filter (where paid) as "4C",
    count(*) filter (where paid and (migrant or without_worker.beneficiary_id is null)) as "4C.workers",
    count(*) filter (where migrant) as "4C.migrant", count(*) filter (where model) as "4C.model",
    count(*) filter (where heating) as "7L"
  from household left join without_worker using (beneficiary_id) group by county
), out_of_poverty as (
  select access.unit_below('51/5101/', organization_path) as county, count(distinct beneficiary_id) as "3E"
  from fact join profile using (profile)
  where organization_path >= '51/5101/' collate "C" and organization_path < '51/51010' collate "C"
    and kind = 'CASE_FILE_EXITED' and aided and happened_on between '2026-01-01' and '2026-12-31'
    and not exists (select from ended_in_year as ended where ended.subject_id = fact.subject_id
      and ended.position > fact.position)
  group by county
)
select * from counted left join households using (county) left join registered using (county)
  left join out_of_poverty using (county)`;
