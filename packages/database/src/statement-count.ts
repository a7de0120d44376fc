import type { Pool, PoolClient } from 'pg';

/** Counts the statements sent over a pool's connections, so that tests can assert that a page's cost is constant. */
export function countStatements(pool: Pool): () => number {
  let count = 0;
  pool.on('connect', (client: PoolClient) => {
    const send = client.query.bind(client) as (...parameters: unknown[]) => unknown;
    Object.assign(client, {
      query: (...parameters: unknown[]) => {
        count += 1;
        return send(...parameters);
      },
    });
  });
  return () => count;
}
