import { prismaSql, type Database } from '@nuangong/database';
import type { TransactionClient } from '../transaction-client.ts';

/**
 * A database whose transactions are savepoints of an open one: a command within a piece of a job is kept or rolled back
 * separately, and together with the piece. Deferred constraints are checked at the end of each command.
 */
export function joinedDatabase<Tx extends TransactionClient>(database: Database<Tx>, tx: Tx): Database<Tx> {
  const run = prismaSql(tx);
  const joined: Database<Tx> = {
    ...database,
    async transaction(_identity, work) {
      await run('savepoint command');
      try {
        const value = await work(tx);
        await run('set constraints all immediate');
        await run('set constraints all deferred');
        await run('release savepoint command');
        return value;
      } catch (error) {
        await run('rollback to savepoint command');
        throw error;
      }
    },
    sqlTransaction: () => Promise.reject(new Error('a piece of a job has one transaction, its own')),
    until: () => joined,
  };
  return joined;
}
