import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunSql } from '@nuangong/database';
import { recordFacts, type FactWriter } from '../../fact/fact/record-facts.ts';
import { warmthTable } from '../../testing/warmth-table.ts';
import { toldEvents } from '../../testing/arbitrary-facts.ts';
import { generatedCity, generatedCounty } from '../../testing/generate-facts.ts';
import { createReportingDatabase } from '../../testing/reporting-system.ts';
import { computeTable, type DerivedCells } from './compute-table.ts';
import type { TableScope } from '../../form/rule/rule-sql.ts';

/** The figures of table 1 as the first version of the program computed them over the facts of this seed. */
const kept = new URL('./__fixtures__/warmth-figures.json', import.meta.url);
const samples = fc.sample(toldEvents, { seed: 20_121_112, numRuns: 80 });

let database: Awaited<ReturnType<typeof createReportingDatabase>>;
let client: pg.Client;

beforeAll(async () => {
  database = await createReportingDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`select set_config('nuangong.scope', '${generatedCity.cityPath}', false)`);
}, 60_000);
afterAll(async () => {
  await client.end();
  await database.drop();
});

const runSql: RunSql = async <Row extends object>(sql: string, ...values: readonly unknown[]) =>
  (await client.query<Row>(sql, [...values])).rows;
const writer: FactWriter = {
  async $queryRawUnsafe<Rows>(sql: string, ...values: unknown[]): Promise<Rows> {
    return (await client.query(sql, values)).rows as Rows;
  },
};

const { cityPath, campaignId, from, to } = generatedCity;
const city: TableScope = { path: cityPath, from, to, campaignId };
const readings = [
  ['WHOLE', city],
  ['WHOLE', { ...city, campaignId: null }],
  ['WHOLE', { ...city, path: generatedCounty(1).path }],
  ['WHOLE', { ...city, from: '2026-12-15', to: '2027-01-15' }],
  ['WHOLE', { ...city, asOf: new Date(Date.UTC(2027, 0, 1) + 15) }],
  ['BY_SUBORDINATE', city],
] as const;

/** Every cell of a unit that is not 0 or has records, as `3A 2/2`: its value and its number of records. */
const inWords = (cells: DerivedCells): string =>
  [...cells]
    .filter(([, { value, records }]) => value !== 0n || records !== 0)
    .map(([key, { value, records }]) => `${key} ${value}/${records}`)
    .join(' ');

/** The figures of every reading of every sample, without units that have none. */
async function figures(): Promise<unknown> {
  const tables: unknown[] = [];
  for (const events of samples) {
    await client.query('begin');
    try {
      for (const { event, told } of events) await recordFacts(writer, event, [told]);
      for (const [split, scope] of readings) {
        const units = await computeTable(runSql, warmthTable, scope, split);
        const said = [...units].map(([unit, cells]) => [unit, inWords(cells)] as const);
        tables.push(Object.fromEntries(said.filter(([, figuresOfUnit]) => figuresOfUnit !== '')));
      }
    } finally {
      await client.query('rollback');
    }
  }
  return tables;
}

test('over arbitrary facts, table 1 equals its first implementation to the last digit', async () => {
  const said = await figures();
  expect(said).toEqual(JSON.parse(readFileSync(kept, 'utf8')));
}, 120_000);
