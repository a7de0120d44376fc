import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { createTestEmptyDatabase, type TestDatabase } from './testing/index.ts';

let folder: string;
let database: Pick<TestDatabase, 'ownerUrl' | 'drop'>;
let owner: Client;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuangong-migrate-'));
  await mkdir(join(folder, 'src'));
  database = await createTestEmptyDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterEach(async () => {
  await owner.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, sql: string): Promise<void> {
  const directory = join(folder, 'prisma', 'migrations', name);
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'migration.sql'), sql);
}
const run = () => migrate({ databaseUrl: database.ownerUrl, serviceDirectory: folder });

test('given data that a migration refuses, then the error names it and nothing changes; once the data is corrected, the migration is applied', async () => {
  await write('20270101000000_names', 'create table named (name text not null); insert into named values (1), (1);');
  await run();
  await write(
    '20270101000010_once',
    'alter table named add column day date; create unique index named_once on named (name);',
  );
  await expect(run()).rejects.toThrow(/20270101000010_once.*Key \(name\)=\(1\) is duplicated.*run it again/su);
  expect((await owner.query('select * from named limit 1')).fields.map(({ name }) => name)).toEqual(['name']);
  await expect(run()).rejects.toThrow(/named_once/u);
  await owner.query('delete from named where ctid = (select min(ctid) from named)');
  expect(await run()).toEqual(['20270101000010_once']);
  expect(await run()).toEqual([]);
});

test('given a run that was killed between the script and its record, then the next run continues', async () => {
  await write('20270101000000_names', 'create table named (name text not null)');
  await run();
  await owner.query(
    `insert into _prisma_migrations (id, checksum, migration_name, started_at) values ('x', '', 'y', now())`,
  );
  await write('20270101000010_more', 'create table more (name text not null) -- and no semicolon');
  expect(await run()).toEqual(['20270101000010_more']);
});

test('given two processes that migrate at the same time, then each migration is applied once', async () => {
  await write('20270101000000_names', 'create table named (name text not null)');
  const applied = await Promise.all([run(), run()]);
  expect(applied.flat().filter((name) => name === '20270101000000_names')).toHaveLength(1);
});
