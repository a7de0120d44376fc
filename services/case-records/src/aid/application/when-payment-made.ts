import { scopeOf, systemActor } from '@nuangong/access';
import { prismaSql } from '@nuangong/database';
import type { contracts, EventOf } from '@nuangong/events';
import type { Transaction } from '../../builder.ts';
import { followGrant } from './follow-grant.ts';

/** When a grant is paid, its application is paid, and every county can know when the household was last aided. */
export async function whenPaymentMade(
  event: EventOf<(typeof contracts)['payment-made.v1']>,
  tx: Transaction,
): Promise<void> {
  const { grantId, householdId, paidOn } = event.data;
  const run = prismaSql(tx);
  await followGrant(run, systemActor(scopeOf(event.organizationPath)), { grantId, to: 'PAID', at: event.time, paidOn });
  await run('select note_aid_given(array[$1::uuid], $2::text::date)::text', householdId, paidOn);
}
