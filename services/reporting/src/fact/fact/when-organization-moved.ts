import { prismaSql } from '@nuangong/database';
import type { EventOfType } from '@nuangong/events';
import { organizationReactions } from '@nuangong/organizations';
import type { FactWriter } from './record-facts.ts';

/**
 * Lets the states of an organisation that moved (its files, centre, facilities) count with the new superior from the day
 * of the move; every other fact stays where it was recorded.
 */
export async function whenOrganizationMoved(
  event: EventOfType<'nuangong.organization-moved.v1'>,
  tx: FactWriter,
): Promise<void> {
  await organizationReactions['nuangong.organization-moved.v1'](event, tx);
  await prismaSql(tx)(
    `select tell_moved_states(array(select distinct subject_id from fact where fact_is_state(kind)
       and organization_path >= $1 and organization_path < left($1, -1) || '0'))::text`,
    event.data.formerPath,
  );
}
