import { prismaSql } from '@nuangong/database';
import type { EventOfType } from '@nuangong/events';
import { moveRecords, rememberMove } from '@nuangong/organizations';
import type { FactWriter } from './record-facts.ts';

/**
 * Lets the states of an organisation that moved (its files, centre, facilities) count with the new superior from the
 * day of the move; all other facts stay with their former organisation.
 */
export async function whenOrganizationMoved(
  event: EventOfType<'nuangong.organization-moved.v1'>,
  tx: FactWriter,
): Promise<void> {
  const run = prismaSql(tx);
  for (const formerPath of await rememberMove(run, event.data)) {
    await moveRecords(run, formerPath);
    await run(
      `select tell_moved_states(array(select distinct subject_id from fact where fact_is_state(kind)
         and organization_path >= $1 and organization_path < left($1, -1) || '0'))::text`,
      formerPath,
    );
  }
}
