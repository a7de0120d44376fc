import { scopeOf, systemActor } from '@nuangong/access';
import type { contracts, EventOf } from '@nuangong/events';
import { fen } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import { followGrant } from './follow-grant.ts';

/** Funds lacks permitted money: the application waits, and shows how much is missing. */
export async function whenGrantAwaitingFunds(
  event: EventOf<(typeof contracts)['grant-awaiting-funds.v1']>,
  tx: Transaction,
): Promise<void> {
  await followGrant(tx, systemActor(scopeOf(event.organizationPath)), {
    grantId: event.data.grantId,
    to: 'AWAITING_FUNDS',
    at: event.time,
    missing: fen(event.data.missingFen),
  });
}
