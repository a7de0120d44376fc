import { createDatabase, type Database } from '@nuangong/database';
import { createTestEmptyDatabase } from '@nuangong/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Transaction } from './builder.ts';
import { PrismaClient } from './generated/prisma/client.ts';

let server: Awaited<ReturnType<typeof createTestEmptyDatabase>>;

beforeAll(async () => {
  server = await createTestEmptyDatabase();
});

afterAll(() => server.drop());

/** A transaction on a database whose only connection is held by another for 600 ms. */
async function waitBehindAnother(connectionWaitMs: number): Promise<unknown> {
  const database: Database<Transaction> = createDatabase<Transaction>({
    url: server.ownerUrl,
    connect: (adapter) => new PrismaClient({ adapter }),
    connections: 1,
    connectionWaitMs,
  });
  try {
    const other = await database.pool.connect();
    setTimeout(() => other.release(), 600);
    return await database.withoutIdentity((tx) => tx.$queryRaw`select 1 as one`);
  } finally {
    await database.stop();
  }
}

test('a loader waits for a connection for its configured time, then gives up', async () => {
  expect(await waitBehindAnother(10_000)).toEqual([{ one: 1 }]);
  await expect(waitBehindAnother(50)).rejects.toThrow(/Unable to start a transaction in the given time/);
});
