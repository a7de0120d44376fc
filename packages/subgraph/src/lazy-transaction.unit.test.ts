import { expect, test } from 'vitest';
import { lazyTransaction } from './lazy-transaction.ts';

/** A stand-in for Prisma's transaction client. */
const client = {
  household: {
    rows: ['a', 'b'],
    findMany(given: { take: number }) {
      return Promise.resolve(this.rows.slice(0, given.take));
    },
  },
  $queryRawUnsafe: (sql: string) => Promise.resolve([sql]),
};

function opening() {
  let opened = 0;
  const tx = lazyTransaction<typeof client>({
    open: () => {
      opened += 1;
      return Promise.resolve(client);
    },
    asSnapshot: () => undefined,
    finish: () => Promise.resolve(),
  });
  return { tx, opened: () => opened };
}

test('given a request that reads nothing, when it ends, then no transaction was opened', () => {
  const { tx, opened } = opening();
  expect('household' in tx).toBe(true);
  expect(opened()).toBe(0);
});

test('given a model or a raw statement, when it is called, then the open transaction runs it', async () => {
  const { tx } = opening();
  expect(await tx.household.findMany({ take: 1 })).toEqual(['a']);
  expect(await tx.$queryRawUnsafe('select 1')).toEqual(['select 1']);
});

test('given the client itself, when it is awaited, then it is not taken for a promise', async () => {
  const { tx } = opening();
  expect(await Promise.resolve(tx)).toBe(tx);
});

test('given many concurrent statements, when one is refused, then each ran alone, in order', async () => {
  const ran: string[] = [];
  let running = false;
  const connection = {
    async $queryRawUnsafe(sql: string): Promise<string> {
      if (running) throw new Error('the connection is running a statement');
      running = true;
      await new Promise((resolve) => setImmediate(resolve));
      running = false;
      ran.push(sql);
      if (sql === 'second') throw new Error('refused by the database');
      return sql;
    },
  };
  const tx = lazyTransaction<typeof connection>({
    open: () => Promise.resolve(connection),
    asSnapshot: () => undefined,
    finish: () => Promise.resolve(),
  });

  const answers = await Promise.allSettled(['first', 'second', 'third'].map((sql) => tx.$queryRawUnsafe(sql)));

  expect(ran).toEqual(['first', 'second', 'third']);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
