import { scopeOf, systemActor } from '@nuangong/access';
import { prismaSql } from '@nuangong/database';
import type { contracts, EventOf } from '@nuangong/events';
import { fen } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import { followGrant } from './follow-grant.ts';

/** When the permitted funds are short, the application waits, and how much is missing can be seen. */
export async function whenGrantAwaitingFunds(
  event: EventOf<(typeof contracts)['grant-awaiting-funds.v1']>,
  tx: Transaction,
): Promise<void> {
  await followGrant(prismaSql(tx), systemActor(scopeOf(event.organizationPath)), {
    grantId: event.data.grantId,
    to: 'AWAITING_FUNDS',
    at: event.time,
    missing: fen(event.data.missingFen),
  });
}
