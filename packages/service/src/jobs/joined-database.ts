import { prismaSql, type Database } from '@nuangong/database';
import type { TransactionClient } from '../transaction-client.ts';

/**
 * A database whose transactions are parts of one that is open: a command within a piece of a job is kept or undone by
 * itself, and with the piece. Rules that wait for the end of a transaction are asked at the end of each command.
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
