import { setTimeout as pause } from 'node:timers/promises';
import { scopeOf } from '@nuangong/access';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database } from './database.ts';
import { createTestEmptyDatabase } from './testing/index.ts';

let server: Awaited<ReturnType<typeof createTestEmptyDatabase>>;
let database: Database<never>;
let owner: Client;
const identity = { scope: scopeOf('51/'), staffId: '00000000-0000-7000-8000-000000000001' };

beforeAll(async () => {
  server = await createTestEmptyDatabase();
  database = createDatabase<never>({
    url: server.ownerUrl,
    connections: 2,
    connect: () => ({
      $transaction: () => Promise.reject(new Error('not asked here')),
      $disconnect: async () => undefined,
    }),
  });
  owner = new Client({ connectionString: server.ownerUrl });
  await owner.connect();
  await owner.query('create table counter (n int not null); insert into counter values (0)');
});

afterAll(async () => {
  await owner?.end();
  await database?.stop();
  await server?.drop();
});

const asleep = async () =>
  (
    await owner.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where state = 'active' and query like '%pg_sleep(30)%' and pid <> pg_backend_pid()`,
    )
  ).rows[0]?.n;

const until = async (what: () => Promise<boolean>) => {
  for (const deadline = Date.now() + 3_000; !(await what());) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await pause(20);
  }
};

test('when its caller is gone, a statement is cancelled in the database immediately, its locks released and its work rolled back', async () => {
  const gone = new AbortController();
  const work = database.until({ signal: gone.signal }).sqlTransaction(identity, async (client) => {
    await client.query('update counter set n = n + 1');
    await client.query('select pg_sleep(30)');
  });
  const ended = expect(work).rejects.toMatchObject({ name: 'WorkEnded', why: 'CALLER_GONE' });
  await until(async () => (await asleep()) === 1);
  const began = performance.now();
  gone.abort();
  await ended;
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(await asleep()).toBe(0);
  expect((await owner.query('update counter set n = n returning n')).rows).toEqual([{ n: 0 }]);
});

test('when its caller is gone between two statements, no further one is sent and nothing is committed', async () => {
  for (const before of [true, false]) {
    const gone = new AbortController();
    const work = database.until({ signal: gone.signal }).sqlTransaction(identity, async (client) => {
      await client.query('update counter set n = n + 1');
      gone.abort();
      if (before) await client.query('update counter set n = n + 1');
    });
    await expect(work).rejects.toMatchObject({ why: 'CALLER_GONE' });
  }
  const over = database.until({ signal: AbortSignal.abort() }).sqlTransaction(identity, () => Promise.resolve('x'));
  await expect(over).rejects.toMatchObject({ name: 'WorkEnded' });
  expect((await owner.query('select n from counter')).rows).toEqual([{ n: 0 }]);
});

test('a statement is cancelled at its deadline, by the database’s own timeout too', async () => {
  const signal = AbortSignal.timeout(200);
  const asked = database
    .until({ signal, at: performance.now() + 200 })
    .sqlTransaction(identity, (client) => client.query('select pg_sleep(30)'));
  await expect(asked).rejects.toMatchObject({ why: 'TIME_OVER' });
  const deaf = database
    .until({ signal: new AbortController().signal, at: performance.now() + 200 })
    .sqlTransaction(identity, (client) => client.query('select pg_sleep(30)'));
  await expect(deaf).rejects.toMatchObject({ why: 'TIME_OVER' });
});

test('a late cancel never hits the next user of the connection', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 200 }, async (_, n) => {
      const gone = new AbortController();
      const ends = n % 2 === 0;
      if (ends) setTimeout(() => gone.abort(), n / 4);
      const mine = ends ? database.until({ signal: gone.signal }) : database;
      await mine.sqlTransaction(identity, async (client) => {
        await client.query('select pg_sleep(0.001)');
        await client.query('select pg_sleep(0.001)');
      });
    }),
  );
  expect(outcomes.filter(({ status }, n) => n % 2 === 1 && status === 'rejected')).toEqual([]);
  expect(outcomes.some(({ status }, n) => n % 2 === 0 && status === 'rejected')).toBe(true);
});

test('a session’s statement ends when its client process is gone', async () => {
  const { rows } = await database.pool.query<{ client_connection_check_interval: string }>(
    'show client_connection_check_interval',
  );
  expect(rows).toEqual([{ client_connection_check_interval: '2s' }]);
});
