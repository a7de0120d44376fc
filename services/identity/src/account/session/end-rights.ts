import { contracts, type EventData } from '@nuangong/events';
import { announce } from '@nuangong/service';
import type { IdentityContext, Transaction } from '../../builder.ts';
import type { Staff } from '../../generated/prisma/client.ts';

type EndedRights = EventData<(typeof contracts)['staff-rights-ended.v1']>;

/**
 * Ends a member of staff's rights until the next sign-in: every session, whose refresh tokens are then rejected, and
 * jobs in the other services that run in that person's name.
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

/** Announces to the other services that rights have ended, in the same transaction. */
export async function announceEndedRights(
  tx: Transaction,
  { actor, requestId, parts }: IdentityContext,
  organizationPath: string,
  data: EndedRights,
): Promise<void> {
  const announcement = { actor, requestId, at: parts.clock() };
  await announce(tx, announcement, contracts['staff-rights-ended.v1'], [{ organizationPath, data }]);
}
