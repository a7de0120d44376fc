import type { RunSql } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import type { CaseRecordsContext } from '../../builder.ts';
import type { EnteredPerson } from './enter-household-people.ts';
import { wordsPlace } from '../written-words/sealed-words.ts';

/**
 * Corrects the names of a household's people where the typed name was chosen as right; before, after and why are kept.
 * One statement; none if nothing is corrected.
 */
export async function keepNames(
  run: RunSql,
  { actor, parts }: Pick<CaseRecordsContext, 'actor' | 'parts'>,
  { householdId, organizationPath }: { readonly householdId: string; readonly organizationPath: string },
  people: Iterable<EnteredPerson>,
): Promise<void> {
  const corrected = [...people].flatMap(({ personId, name, correction }) => {
    if (correction === undefined) return [];
    const id = newEventId();
    const why = parts.keyring.seal(correction.why, wordsPlace('person_correction', 'why', { id, organizationPath }));
    return [{ id, person_id: personId, name, before: correction.before, why }];
  });
  if (corrected.length === 0) return;
  await run(
    correctNames,
    JSON.stringify(corrected),
    householdId,
    organizationPath,
    actor.staffId,
    actor.name,
    parts.clock().toISOString(),
  );
}

const correctNames = `
  with given as materialized (
    select * from jsonb_to_recordset($1::jsonb) as g(id uuid, person_id uuid, name text, before text, why text)
  ), renamed as (
    update person p set name = g.name from given g where p.id = g.person_id
  )
  insert into person_correction (id, organization_path, household_id, person_id, state, money_waits, changed, before, after,
    why, corrected_by, corrected_by_name, corrected_at)
  select g.id, $3::text, $2::uuid, g.person_id, 'DONE', false, true, jsonb_build_object('name', g.before),
    jsonb_build_object('name', g.name), g.why, $4::uuid, $5::text, $6::timestamptz
  from given g`;
