import type { Transaction } from '../../builder.ts';
import type { Prisma } from '../../generated/prisma/client.ts';

/** How long an act stays in the owner's list; in milliseconds. */
const shownMs = 90 * 24 * 60 * 60 * 1000;

/** Recent acts on somebody's account, including those that wait for that person's decision. */
export function actsOnAccount(staffId: string, now: Date): Prisma.AccountActWhereInput {
  return { staffId, askedAt: { gt: new Date(now.getTime() - shownMs) } };
}

/** The number of acts on the account that its owner has not seen since they were decided. */
export async function countUnseenActs(tx: Transaction, staffId: string, now: Date): Promise<number> {
  const since = new Date(now.getTime() - shownMs);
  const [row] = await tx.$queryRaw<{ unseen: number }[]>`
    select count(*)::int as unseen from account_act
    where staff_id = ${staffId}::uuid and asked_at > ${since} and (seen_at is null or seen_at < decided_at)`;
  return row?.unseen ?? 0;
}

/** Which acts a list shows. */
export interface AccountActFilter {
  readonly waiting?: boolean | null | undefined;
  readonly staffId?: string | null | undefined;
  readonly forMe?: boolean | null | undefined;
}

/** Acts that the administrator may decide, waiting ones, or those that were decided or have lapsed; all by default. */
export function actsWhere(
  { waiting, staffId, forMe }: AccountActFilter,
  actorId: string,
  now: Date,
): Prisma.AccountActWhereInput {
  const others = { askedById: { not: actorId }, kind: { not: 'LEND' }, NOT: { staffId: actorId } } as const;
  return {
    ...(forMe === true && { AND: [others, { outcome: null, expiresAt: { gt: now } }] }),
    ...(staffId != null && { staffId }),
    ...(waiting === true && { outcome: null, expiresAt: { gt: now } }),
    ...(waiting === false && { NOT: { outcome: null, expiresAt: { gt: now } } }),
  };
}
