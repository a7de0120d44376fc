/**
 * Adds facts from a query with a column for each dimension, for tests and measurements of many facts: `query` gives
 * household_id, hardship_class, source, aid_type, mark, aided, for_laid_off, migrant_worker, new_generation,
 * model_worker and for_warmth besides the columns of `fact`, and `told`, the order in which they are recorded.
 */
export function factsInColumns(query: string): string {
  return `
  with told as (
    select *, jsonb_strip_nulls(jsonb_build_object('beneficiary', case when household_id is not null then 'HOUSEHOLD' end,
      'hardshipClass', hardship_class, 'source', source, 'aidType', aid_type, 'mark', mark, 'aided', nullif(aided, false),
      'forLaidOff', nullif(for_laid_off, false), 'migrantWorker', nullif(migrant_worker, false),
      'newGeneration', nullif(new_generation, false), 'modelWorker', nullif(model_worker, false),
      'forWarmth', nullif(for_warmth, false))) as dimensions
    from (${query}) as in_columns
  ), profiled as materialized (
    select *, fact_profile_id(kind, dimensions) as profile from told
  ), profiles as (
    insert into fact_profile (id, kind, dimensions)
    select distinct profile, kind, dimensions from profiled on conflict (id) do nothing
  )
  insert into fact (id, organization_path, organization_id, kind, profile, happened_on, beneficiary_id, campaign_id,
    amount_fen, count, persons, migrant_persons, ends_earlier, subject_id, recorded_at, event_id, part, record_id,
    record_type, counterparty_path, person_ref, related)
  select id, organization_path, organization_id, kind, profile, happened_on, household_id, campaign_id,
    amount_fen, count, persons, migrant_persons, ends_earlier, subject_id, recorded_at, event_id, part, record_id,
    record_type, counterparty_path, person_ref, related
  from profiled order by told`;
}
