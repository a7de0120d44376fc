import { scopeOf, systemActor } from '@nuangong/access';
import { prismaSql } from '@nuangong/database';
import type { contracts, EventOf } from '@nuangong/events';
import type { Transaction } from '../../builder.ts';
import { followGrant } from './follow-grant.ts';

/** The grant is paid: the application becomes PAID, and the day of the aid is known to every county. */
export async function whenPaymentMade(
  event: EventOf<(typeof contracts)['payment-made.v1']>,
  tx: Transaction,
): Promise<void> {
  const { grantId, householdId, paidOn } = event.data;
  const run = prismaSql(tx);
  await followGrant(tx, systemActor(scopeOf(event.organizationPath)), { grantId, to: 'PAID', at: event.time, paidOn });
  await run('select note_aid_given(array[$1::uuid], $2::text::date)::text', householdId, paidOn);
}
