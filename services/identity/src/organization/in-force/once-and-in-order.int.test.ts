import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestEmptyDatabase, migrateBefore } from '@nuangong/database/testing';

const serviceDirectory = new URL('../../..', import.meta.url).pathname;
const migration = '20261201000240_once_and_in_order';
const sql = readFileSync(`${serviceDirectory}/prisma/migrations/${migration}/migration.sql`, 'utf8');

let database: Awaited<ReturnType<typeof createTestEmptyDatabase>>;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestEmptyDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await migrateBefore(owner, serviceDirectory, migration);
}, 60_000);
afterAll(async () => {
  await owner.end();
  await database.drop();
});

test('given invalid rows of an earlier version, then the migration names them; after correction it makes names one line', async () => {
  await owner.query(`
    insert into organization (id, organization_path, code, name, kind, in_force_from, changed_on)
    values ('00000000-0000-7000-8000-000000000001', '51/', '51', E'省总\\n 工会', 'PROVINCE', '2020-01-01', '2020-01-01');
    insert into facility (organization_path, organization_id, kind, name, partner, address, phone, in_force_from, changed_on)
    select '51/', '00000000-0000-7000-8000-000000000001', 'PHARMACY', '爱心药店', '', E'人民路\\n1号', '-------', '2020-01-01',
      '2020-01-01' from generate_series(1, 2)`);
  await expect(owner.query(sql)).rejects.toThrow(
    /close or correct first: facility twice: PHARMACY 爱心药店 of 51\/.*telephone of the facility 爱心药店: -------/u,
  );
  await owner.query(`update facility set phone = null;
    update facility set in_force_to = '2026-01-01', changed_on = '2026-01-01' where ctid = (select min(ctid) from facility)`);
  await owner.query(sql);
  expect((await owner.query('select name from organization')).rows).toEqual([{ name: '省总 工会' }]);
  expect((await owner.query('select address from facility where in_force_to is null')).rows).toEqual([
    { address: '人民路 1号' },
  ]);
});
