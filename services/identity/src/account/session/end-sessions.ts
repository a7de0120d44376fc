import type { Actor } from '@nuangong/access';
import type { Transaction } from '../../builder.ts';

/** Ends every session of the actor except the present one; returns how many. */
export async function endOtherSessionsOf(tx: Transaction, actor: Actor, at: Date): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { staffId: actor.staffId, endedAt: null, expiresAt: { gt: at }, id: { not: actor.sessionId } },
    data: { endedAt: at },
  });
  return count;
}
