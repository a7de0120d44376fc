import type { AnyEvent } from '@nuangong/events';
import { factRow, type FactTold } from './fact.ts';

/** What reactions write through: a transaction of the service, under row-level security. */
export interface FactWriter {
  $queryRawUnsafe<T = unknown>(sql: string, ...values: unknown[]): PromiseLike<T>;
}

const insertFacts = `
  with all_told as (
    select * from jsonb_to_recordset($1::text::jsonb) as all_told(
      id uuid, organization_path text, organization_id uuid, kind text, dimensions jsonb, happened_on date,
      beneficiary_id uuid, campaign_id uuid, amount_fen bigint, count integer, persons integer, migrant_persons integer,
      ends text, subject_id uuid, recorded_at timestamptz, event_id uuid, part smallint, record_id uuid,
      record_type text, counterparty_path text, person_ref text, related jsonb, inherits text[], only_while text)
  ), told as (
    select * from all_told
    where only_while is null or only_while = (select fact.kind from fact
      where fact.subject_id = all_told.subject_id order by fact.position desc limit 1)
  ), completed as (
    select told.id, told.organization_path, told.organization_id, told.kind, told.happened_on, told.beneficiary_id,
      coalesce(told.campaign_id, origin.campaign_id) as campaign_id, told.amount_fen, told.count,
      coalesce(told.persons, origin.persons) as persons,
      coalesce(told.migrant_persons, origin.migrant_persons) as migrant_persons,
      case told.ends
        when 'ALWAYS' then true
        when 'IF_ANY' then exists (select from fact where fact.subject_id = told.subject_id)
        else false end as ends_earlier,
      told.subject_id, told.recorded_at, told.event_id, told.part, told.record_id, told.record_type,
      told.counterparty_path, told.person_ref, coalesce(origin.related, '{}') || told.related as related,
      (select coalesce(jsonb_object_agg(name, value), '{}')
        from jsonb_each(coalesce(origin.dimensions, '{}') || told.dimensions) as dimension(name, value)
        where value <> 'false') as dimensions
    from told
    left join lateral (
      select fact.id, campaign_id, persons, migrant_persons, related, dimensions
      from fact join fact_profile on fact_profile.id = fact.profile
      where fact.subject_id = told.subject_id and fact.kind = any(told.inherits)
      order by fact.position desc limit 1
    ) as origin on true
    where told.inherits is null or origin.id is not null
  ), profiled as (
    select *, fact_profile_id(kind, dimensions) as profile from completed
  ), profiles as (
    insert into fact_profile (id, kind, dimensions)
    select distinct profile, kind, dimensions from profiled order by profile
    on conflict (id) do nothing
  ), inserted as (
    insert into fact (id, organization_path, organization_id, kind, profile, happened_on, beneficiary_id, campaign_id,
      amount_fen, count, persons, migrant_persons, ends_earlier, subject_id, recorded_at, event_id, part, record_id,
      record_type, counterparty_path, person_ref, related)
    select id, organization_path, organization_id, kind, profile, happened_on, beneficiary_id, campaign_id,
      amount_fen, count, persons, migrant_persons, ends_earlier, subject_id, recorded_at, event_id, part, record_id,
      record_type, counterparty_path, person_ref, related
    from profiled order by part
    returning 1
  )
  select (select count(*) from inserted)::int as inserted, (select count(*) from told)::int as told`;

/**
 * Writes the facts of one event in the transaction of the reaction; one statement. Throws when a fact builds on an
 * earlier one that is not known; the event then stays among the dead letters until it is handled again.
 */
export async function recordFacts(
  tx: FactWriter,
  event: Pick<AnyEvent, 'id' | 'time'>,
  told: readonly FactTold[],
): Promise<void> {
  const rows = told.map((each, part) => factRow(event, each, part));
  const [answer] = await tx.$queryRawUnsafe<readonly { inserted: number; told: number }[]>(
    insertFacts,
    JSON.stringify(rows),
  );
  if (answer === undefined || answer.inserted !== answer.told) {
    const [first] = told;
    throw new Error(
      `${first?.kind} builds on ${first?.inheritsFrom?.join(' or ')} of ${first?.subjectId ?? first?.recordId}, unknown here`,
    );
  }
}
