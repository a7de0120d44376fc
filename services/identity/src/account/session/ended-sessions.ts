import type { Database } from '@nuangong/database';
import type { Transaction } from '../../builder.ts';
import { accessTokenLifetimeSeconds } from './session.ts';

/** The ids of sessions that ended so recently that one of their access tokens may still be valid. */
export async function readEndedSessions(database: Database<Transaction>, now: Date): Promise<readonly string[]> {
  const since = new Date(now.getTime() - accessTokenLifetimeSeconds * 1000);
  const { rows } = await database.pool.query<{ id: string }>('select sessions_ended_since($1) as id', [since]);
  return rows.map(({ id }) => id);
}
