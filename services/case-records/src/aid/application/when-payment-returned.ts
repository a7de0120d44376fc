import { scopeOf, systemActor } from '@nuangong/access';
import { reasonTold, type contracts, type EventOf } from '@nuangong/events';
import type { Keyring } from '@nuangong/sealing';
import type { Transaction } from '../../builder.ts';
import { followGrant } from './follow-grant.ts';

/** The bank returned a payment: the application becomes FUNDED again, with the bank's reason in its history. */
export async function whenPaymentReturned(
  event: EventOf<(typeof contracts)['payment-returned.v1']>,
  tx: Transaction,
  keyring: Keyring,
): Promise<void> {
  const { grantId } = event.data;
  const opinion = reasonTold(event.data, (sealed) => keyring.openFromTransit(sealed, grantId));
  const news = { grantId, to: 'FUNDED', at: event.time, opinion } as const;
  await followGrant(tx, systemActor(scopeOf(event.organizationPath)), news, keyring);
}
