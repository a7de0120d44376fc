import { scopeOf, systemActor } from '@nuangong/access';
import { identityOf, pgSql, prismaSql, type Database, type RunSql } from '@nuangong/database';
import { moveRecords } from './remember-move.ts';

/** The part of a Prisma transaction that this uses. */
interface TransactionClient {
  $queryRawUnsafe(sql: string, ...values: unknown[]): PromiseLike<unknown>;
}

/** How long after a move records are still gathered, in days; covers a service that was down during the move. */
const lateDays = 7;

/**
 * Moves the records written under a former path by requests that began before a move and committed during it.
 * Idempotent; `follow` moves the current records of the organisations that once had a path.
 */
export async function gatherLateRecords<Tx extends TransactionClient>(
  database: Pick<Database<Tx>, 'pool' | 'transaction'>,
  follow: (run: RunSql, formerPath: string) => Promise<void> = moveRecords,
): Promise<void> {
  const moves = await pgSql(database.pool)<{ formerPath: string; top: string }>(
    `select former_path as "formerPath", (access.at_or_above(former_path))[1] as top from organization_move
     where sequence <= access.last_followed_move() and moved_at > now() - $1 * interval '1 day' order by sequence`,
    lateDays,
  );
  for (const { formerPath, top } of moves) {
    await database.transaction(identityOf(systemActor(scopeOf(top))), (tx) => follow(prismaSql(tx), formerPath));
  }
}
