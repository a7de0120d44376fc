import { isUuid, ok, refuse, type Result } from '@nuangong/primitives';
import { notFound } from '@nuangong/subgraph';
import type { Transaction } from '../../builder.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { lockBook } from '../../ledger/ledger/post-entry.ts';

const withState = {
  holds: { where: { endedAt: null } },
  decisions: { where: { status: 'PROPOSED' } },
} as const satisfies Prisma.GrantInclude;

export type GrantToDecide = Prisma.GrantGetPayload<{ include: typeof withState }>;

/** Finds the grant of a command with its open holds and proposal, and locks its book until the transaction ends. */
export async function findGrantToDecide(tx: Transaction, id: string): Promise<Result<GrantToDecide>> {
  const missing = refuse(notFound({ zh: '救助', en: 'grant' }, 'grantId'));
  if (!isUuid(id)) return missing;
  const seen = await tx.grant.findUnique({ where: { id } });
  if (seen === null) return missing;
  await lockBook(tx, seen.bookPath);
  return ok(await tx.grant.findUniqueOrThrow({ where: { id }, include: withState }));
}
