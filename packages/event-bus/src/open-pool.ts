import { Pool, type PoolConfig } from 'pg';
import type { Logger } from 'pino';
import { describeError } from './describe-error.ts';

/**
 * A pool that survives the death of its connections. A lent but idle connection reports its death only by an event, and
 * without a listener that event ends the process. Here it has a listener, and the holder learns of it from the next
 * statement.
 */
export function openPool(config: PoolConfig, log: Logger | undefined): Pool {
  const pool = new Pool(config);
  const tell = (error: Error) => log?.warn({ cause: describeError(error) }, 'a database connection was lost');
  pool.on('error', tell);
  pool.on('connect', (client) => client.on('error', tell));
  return pool;
}
