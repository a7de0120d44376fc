import { scopeOf, systemActor } from '@nuangong/access';
import { identityOf, prismaSql, type Database } from '@nuangong/database';
import type { PrismaClientLike } from '@nuangong/event-bus';
import type { ObligationKindCode } from './kind.ts';
import { openObligations, type NewObligation } from './open-obligations.ts';

/**
 * Opens the missing obligations of records older than their kind, in all organisations; one statement for each
 * organisation with missing ones.
 */
export async function openMissingObligations<Transaction extends PrismaClientLike>(
  database: Database<Transaction>,
  code: ObligationKindCode,
  missing: readonly NewObligation[],
  at: Date,
): Promise<void> {
  for (const [path, wanted] of Map.groupBy(missing, ({ organizationPath }) => organizationPath)) {
    await database.transaction(identityOf(systemActor(scopeOf(path))), (tx) =>
      openObligations(prismaSql(tx), code, wanted, at),
    );
  }
}
