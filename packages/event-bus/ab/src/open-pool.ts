import { Pool, type PoolConfig } from 'pg';
import type { Logger } from 'pino';
import { describeError } from './describe-error.ts';

/**
 * A pool of connections that outlives the death of any of them. A connection that dies while it is lent out and not
 * asked anything tells by an event alone, which nobody hearing ends the process: here it is heard, and whoever holds
 * the connection learns of it from the next statement.
 */
export function openPool(config: PoolConfig, log: Logger | undefined): Pool {
  const pool = new Pool(config);
  const tell = (error: Error) => log?.warn({ cause: describeError(error) }, 'a database connection was lost');
  pool.on('error', tell);
  pool.on('connect', (client) => client.on('error', tell));
  return pool;
}
