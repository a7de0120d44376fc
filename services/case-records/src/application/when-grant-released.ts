import { scopeOf, systemActor } from '@nuangong/access';
import { prismaSql } from '@nuangong/database';
import type { contracts, EventOf } from '@nuangong/events';
import type { Keyring } from '@nuangong/sealing';
import type { Transaction } from '../builder.ts';
import { followGrant } from './follow-grant.ts';

/** When an unpaid grant is released, its application has lapsed, with the payer's reason in its history. */
export async function whenGrantReleased(
  event: EventOf<(typeof contracts)['grant-released.v1']>,
  tx: Transaction,
  keyring: Keyring,
): Promise<void> {
  const { grantId, reason, sealedReason } = event.data;
  const opinion = sealedReason === undefined ? reason : keyring.openFromTransit(sealedReason, grantId);
  const news = {
    grantId,
    to: 'LAPSED',
    at: event.time,
    opinion,
  } as const;
  await followGrant(prismaSql(tx), systemActor(scopeOf(event.organizationPath)), news, keyring);
}
