import { scopeOf, systemActor } from '@nuangong/access';
import { reasonTold, type contracts, type EventOf } from '@nuangong/events';
import type { Keyring } from '@nuangong/sealing';
import type { Transaction } from '../../builder.ts';
import { followGrant } from './follow-grant.ts';

/** An unpaid grant was released: the application becomes LAPSED, with the payer's reason in its history. */
export async function whenGrantReleased(
  event: EventOf<(typeof contracts)['grant-released.v1']>,
  tx: Transaction,
  keyring: Keyring,
): Promise<void> {
  const { grantId } = event.data;
  const opinion = reasonTold(event.data, (sealed) => keyring.openFromTransit(sealed, grantId));
  const news = { grantId, to: 'LAPSED', at: event.time, opinion } as const;
  await followGrant(tx, systemActor(scopeOf(event.organizationPath)), news, keyring);
}
