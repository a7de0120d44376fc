import { isUuid } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import type { PublicPosting } from '../../generated/prisma/client.ts';

/**
 * Locks a posting of the actor's subtree and reads it; null if there is none. Opening, confirming, withdrawing and
 * adding files each lock it first, so that one sees what the other did.
 */
export async function lockPosting(tx: Transaction, postingId: string): Promise<PublicPosting | null> {
  if (!isUuid(postingId)) return null;
  const locked = await tx.$queryRaw<object[]>`select from public_posting where id = ${postingId}::uuid for update`;
  return locked.length === 0 ? null : tx.publicPosting.findUnique({ where: { id: postingId } });
}
