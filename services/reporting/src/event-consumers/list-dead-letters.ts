import type { Transaction } from '../builder.ts';
import { Prisma } from '../generated/prisma/client.ts';

/**
 * Which dead letters somebody sees: those of organisations within the subtree, and, from a city up, those too broken to
 * name an organisation. The table itself has no row-level security: the consumer writes it before it knows whose it is.
 */
export function letterWithin(scope: string): Prisma.Sql {
  const wholeSystem = scope.split('/').length <= 3;
  return Prisma.sql`(starts_with(envelope->>'organizationpath', ${scope})
    or (${wholeSystem} and envelope->>'organizationpath' is null))`;
}

/** An event that could not be handled, without its content. */
export interface WaitingDeadLetter {
  readonly id: string;
  readonly eventId: string | null;
  readonly type: string | null;
  readonly key: string | null;
  readonly cause: string;
  readonly attempts: number;
  readonly diedAt: Date;
}

/** The dead letters of organisations within the subtree, newest first; two statements. */
export async function listWaitingDeadLetters(
  tx: Transaction,
  scope: string,
  page: { readonly skip: number; readonly take: number },
): Promise<{ readonly items: readonly WaitingDeadLetter[]; readonly total: number }> {
  const items = await tx.$queryRaw<WaitingDeadLetter[]>`
    select id::text as id, event_id::text as "eventId", type, key, cause, attempts, died_at as "diedAt"
    from dead_letter
    where replayed_at is null and ${letterWithin(scope)}
    order by dead_letter.id desc offset ${page.skip}::int limit ${page.take}::int`;
  const [counted] = await tx.$queryRaw<readonly { total: number }[]>`
    select count(*)::int as total from dead_letter
    where replayed_at is null and ${letterWithin(scope)}`;
  return { items, total: counted?.total ?? 0 };
}
