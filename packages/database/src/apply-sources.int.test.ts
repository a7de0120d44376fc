import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applySources } from './apply-sources.ts';
import { createTestEmptyDatabase, layFoundation } from './testing/index.ts';

let folder: string;
let database: Awaited<ReturnType<typeof createTestEmptyDatabase>>;
let owner: Client;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuangong-sources-'));
  await mkdir(join(folder, 'grant'));
  database = await createTestEmptyDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await layFoundation(owner);
});
afterEach(async () => {
  await owner.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const write = (path: string, sql: string) => writeFile(join(folder, path), sql);
async function apply(): Promise<void> {
  await owner.query('begin');
  await applySources(owner, folder).catch(async (error: unknown) => {
    await owner.query('rollback');
    throw error;
  });
  await owner.query('commit');
}
const value = async (sql: string): Promise<unknown> => (await owner.query(`select ${sql} as value`)).rows[0]?.value;
const identifier = () => value(`'twice'::regproc::oid`);

test('a source is applied once, and again only when it changed, even with another return type', async () => {
  await write('grant/twice.sql', 'create function twice(n integer) returns integer language sql return n * 2;');
  await apply();
  const first = await identifier();
  await apply();
  expect(await identifier()).toBe(first);
  expect(await value('twice(4)')).toBe(8);
  await write('grant/twice.sql', `create function twice(n integer) returns text language sql return n || ' ' || n;`);
  await apply();
  expect(await value('twice(4)')).toBe('4 4');
});

test('sources may call each other in any order, and are dropped together although one depends on the other', async () => {
  await write('a.sql', 'create function called_early() returns integer language sql as $$ select called_late() $$;');
  await write('b.sql', 'create function called_late() returns integer language sql return 7;');
  await write('c.sql', 'create function resting() returns integer language sql return called_late() + 1;');
  await apply();
  expect([await value('called_early()'), await value('resting()')]).toEqual([7, 8]);
  await rm(join(folder, 'c.sql'));
  await write('b.sql', 'create function called_late() returns integer language sql return 9;');
  await apply();
  expect(await value('called_early()')).toBe(9);
  await expect(value('resting()')).rejects.toThrow('does not exist');
});

test('when a source cannot be applied, the error names it and all sources stay unchanged', async () => {
  await write('grant/twice.sql', 'create function twice(n integer) returns integer language sql return n * 2;');
  await apply();
  await write('grant/broken.sql', 'create function;');
  await expect(apply()).rejects.toThrow('the SQL source grant/broken.sql cannot be applied');
  expect(await value('twice(4)')).toBe(8);
});
