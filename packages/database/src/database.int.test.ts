import { scopeOf } from '@nuangong/access';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database } from './database.ts';
import { createTestEmptyDatabase } from './testing/index.ts';

let server: Awaited<ReturnType<typeof createTestEmptyDatabase>>;
let database: Database<never>;

beforeAll(async () => {
  server = await createTestEmptyDatabase();
  database = createDatabase<never>({
    url: server.ownerUrl,
    connect: () => ({
      $transaction: () => Promise.reject(new Error('not asked here')),
      $disconnect: async () => undefined,
    }),
  });
});

afterAll(async () => {
  await database.stop();
  await server.drop();
});

async function endSession(pid: number | undefined): Promise<void> {
  const client = new Client({ connectionString: server.ownerUrl });
  await client.connect();
  await client.query('select pg_terminate_backend($1, 5000)', [pid]);
  await client.end();
}

test('when an idle connection in a transaction dies, the transaction fails and the process continues', async () => {
  const identity = { scope: scopeOf('51/'), staffId: '00000000-0000-7000-8000-000000000001' };
  const work = database.sqlTransaction(identity, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    await endSession(rows[0]?.pid);
    await client.query('select 1');
  });
  await expect(work).rejects.toThrow();
  await expect(database.sqlTransaction(identity, (client) => client.query('select 1'))).resolves.toBeDefined();
});
