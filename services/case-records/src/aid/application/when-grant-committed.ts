import { scopeOf, systemActor } from '@nuangong/access';
import type { contracts, EventOf } from '@nuangong/events';
import type { Transaction } from '../../builder.ts';
import { followGrant } from './follow-grant.ts';

/** Money is set aside for the grant: the application becomes FUNDED. */
export async function whenGrantCommitted(
  event: EventOf<(typeof contracts)['grant-committed.v1']>,
  tx: Transaction,
): Promise<void> {
  await followGrant(tx, systemActor(scopeOf(event.organizationPath)), {
    grantId: event.data.grantId,
    to: 'FUNDED',
    at: event.time,
  });
}
