import { contracts, type EventData } from '@nuangong/events';
import { announce } from '@nuangong/service';
import type { IdentityContext, Transaction } from '../../builder.ts';
import type { Staff } from '../../generated/prisma/client.ts';

type EndedRights = EventData<(typeof contracts)['staff-rights-ended.v1']>;

/**
 * Ends what a member of staff may do until the next sign-in: every session, of which no refresh token is taken any more,
 * and in the other services the work that goes on in that person's name.
 */
export async function endRights(
  tx: Transaction,
  context: IdentityContext,
  staff: Pick<Staff, 'id' | 'organizationPath'>,
  act: EndedRights['act'],
): Promise<void> {
  await tx.session.updateMany({
    where: { staffId: staff.id, endedAt: null },
    data: { endedAt: context.parts.clock() },
  });
  await announceEndedRights(tx, context, staff.organizationPath, { staffId: staff.id, act, borrowerId: null });
}

/** Tells the other services that rights have ended, in the transaction that ends them. */
export async function announceEndedRights(
  tx: Transaction,
  { actor, requestId, parts }: IdentityContext,
  organizationPath: string,
  data: EndedRights,
): Promise<void> {
  const announcement = { actor, requestId, at: parts.clock() };
  await announce(tx, announcement, contracts['staff-rights-ended.v1'], [{ organizationPath, data }]);
}
