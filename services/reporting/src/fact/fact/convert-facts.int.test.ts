import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestEmptyDatabase, migrateBefore } from '@nuangong/database/testing';

const serviceDirectory = new URL('../../..', import.meta.url).pathname;
const conversion = '20261201000202_facts_as_data';

let database: Awaited<ReturnType<typeof createTestEmptyDatabase>>;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestEmptyDatabase();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await migrateBefore(client, serviceDirectory, conversion);
}, 60_000);
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** A fact in the former columns: its number, kind, and the columns that it fills. */
const before = [
  [1, 'CASE_FILE_ACTIVATED', { hardship_class: 'SUDDEN', persons: 2, migrant_persons: 1, migrant_worker: true }],
  [2, 'CASE_FILE_EXITED', { hardship_class: 'SUDDEN', mark: 'AIDED', ends_earlier: true }],
  [
    3,
    'PAYMENT_MADE',
    { aid_type: 'LIVING', mark: 'HEATING', model_worker: true, for_warmth: true, amount_fen: 30_000 },
  ],
  [4, 'PAYMENT_MADE', { aid_type: 'LIVING', mark: 'HEATING', model_worker: true, for_warmth: true, amount_fen: 5 }],
  [5, 'RECEIPT_RECORDED', { source: 'UNION', household_id: null }],
  [6, 'VACANCY_OFFERED', { mark: 'FOR_LAID_OFF', household_id: null }],
  [7, 'VISIT_MADE', { mark: 'WITH_GOODS_OR_MONEY' }],
  [8, 'LEGAL_CASE_OPENED', { related: { legalCaseKind: 'MEDIATION', migrantWorkers: 1 } }],
] as const;

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

async function insertInColumns(number: number, kind: string, said: object): Promise<void> {
  const row = {
    id: id(number),
    organization_path: '51/5101/',
    organization_id: id(100),
    kind,
    happened_on: '2026-12-08',
    household_id: id(200),
    subject_id: id(number),
    recorded_at: '2026-12-08T00:00:00Z',
    event_id: id(number),
    record_id: id(number),
    record_type: 'RECORD',
    ...said,
  };
  const names = Object.keys(row);
  await client.query(
    `insert into fact (${names.join(', ')}) select ${names.join(', ')} from jsonb_populate_record(null::fact, $1)`,
    [JSON.stringify(row)],
  );
}

test('facts in columns are converted to facts with an equal profile, and the sums stay the same', async () => {
  for (const [number, kind, said] of before) await insertInColumns(number, kind, said);
  await client.query(readFileSync(`${serviceDirectory}/prisma/migrations/${conversion}/migration.sql`, 'utf8'));
  const { rows } = await client.query<{ kind: string; dimensions: object; amount: string; related: object }>(
    `select fact.kind, dimensions, amount_fen::text as amount, related
     from fact join fact_profile on fact_profile.id = fact.profile order by fact.id`,
  );
  expect(rows.map(({ kind, dimensions }) => [kind, dimensions])).toEqual([
    ['CASE_FILE_ACTIVATED', { beneficiary: 'HOUSEHOLD', hardshipClass: 'SUDDEN', migrantWorker: true }],
    ['CASE_FILE_EXITED', { beneficiary: 'HOUSEHOLD', hardshipClass: 'SUDDEN', aided: true }],
    ...[3, 4].map(() => [
      'PAYMENT_MADE',
      { beneficiary: 'HOUSEHOLD', aidType: 'LIVING', mark: 'HEATING', modelWorker: true, forWarmth: true },
    ]),
    ['RECEIPT_RECORDED', { source: 'UNION' }],
    ['VACANCY_OFFERED', { forLaidOff: true }],
    ['VISIT_MADE', { beneficiary: 'HOUSEHOLD', withGoodsOrMoney: true }],
    ['LEGAL_CASE_OPENED', { beneficiary: 'HOUSEHOLD', legalCaseKind: 'MEDIATION' }],
  ]);
  expect(rows.map(({ amount }) => amount)).toEqual(['0', '0', '30000', '5', '0', '0', '0', '0']);
  expect(rows.at(-1)?.related).toEqual({ migrantWorkers: 1 });
  const profiles = await client.query<{ count: number }>('select count(*)::int as count from fact_profile');
  expect(profiles.rows[0]?.count).toBe(7);
});

test('a profile is append-only, and its id follows from its content', async () => {
  await expect(client.query(`update fact_profile set dimensions = '{}'`)).rejects.toThrow('append-only');
  await expect(
    client.query(`insert into fact_profile (id, kind, dimensions) values (1, 'VISIT_MADE', '{}')`),
  ).rejects.toThrow('fact_profile_id_of_content');
});
