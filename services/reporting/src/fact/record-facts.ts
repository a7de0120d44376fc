import type { AnyEvent } from '@nuangong/events';
import { factRow, type FactTold } from './fact.ts';

/** What reactions write through: a transaction of the service, under row-level security. */
export interface FactWriter {
  $queryRawUnsafe<T = unknown>(sql: string, ...values: unknown[]): PromiseLike<T>;
}

const insertFacts = `
  with all_told as (
    select * from jsonb_to_recordset($1::text::jsonb) as all_told(
      id uuid, organization_path text, organization_id uuid, kind "FactKind", happened_on date, household_id uuid,
      campaign_id uuid, amount_fen bigint, count integer, persons integer, migrant_persons integer, migrant_worker boolean,
      new_generation boolean, model_worker boolean, ends text, hardship_class "HardshipClass", source "FundSource",
      aid_type "AidType", mark "FactMark", subject_id uuid, recorded_at timestamptz, event_id uuid, part smallint,
      record_id uuid, record_type text, counterparty_path text, person_ref text, related jsonb, inherits "FactKind"[],
      for_warmth boolean, only_while "FactKind")
  ), told as (
    select * from all_told
    where only_while is null or only_while = (select fact.kind from fact
      where fact.subject_id = all_told.subject_id order by fact.position desc limit 1)
  ), inserted as (
    insert into fact (id, organization_path, organization_id, kind, happened_on, household_id, campaign_id, amount_fen,
      count, persons, migrant_persons, migrant_worker, new_generation, model_worker, ends_earlier, hardship_class, source, aid_type,
      mark, subject_id, recorded_at, event_id, part, record_id, record_type, counterparty_path, person_ref, related,
      for_warmth)
    select told.id, told.organization_path, told.organization_id, told.kind, told.happened_on, told.household_id,
      coalesce(told.campaign_id, origin.campaign_id), told.amount_fen, told.count,
      coalesce(told.persons, origin.persons), coalesce(told.migrant_persons, origin.migrant_persons),
      coalesce(told.migrant_worker, origin.migrant_worker, false),
      coalesce(told.new_generation, origin.new_generation, false),
      coalesce(told.model_worker, origin.model_worker, false),
      case told.ends
        when 'ALWAYS' then true
        when 'IF_ANY' then exists (select from fact where fact.subject_id = told.subject_id)
        else false end,
      coalesce(told.hardship_class, origin.hardship_class), told.source, coalesce(told.aid_type, origin.aid_type),
      coalesce(told.mark, origin.mark), told.subject_id, told.recorded_at, told.event_id, told.part, told.record_id,
      told.record_type, told.counterparty_path, told.person_ref, coalesce(origin.related, '{}') || told.related,
      told.for_warmth
    from told
    left join lateral (
      select * from fact where fact.subject_id = told.subject_id and fact.kind = any(told.inherits)
      order by fact.position desc limit 1
    ) as origin on true
    where told.inherits is null or origin.id is not null
    returning 1
  )
  select (select count(*) from inserted)::int as inserted, (select count(*) from told)::int as told`;

/**
 * Writes the facts that one event tells, in the transaction of the reaction; one statement. Throws where a fact
 * builds on an earlier one that is not known: the event then waits among the dead letters until it is.
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
