import { fileURLToPath } from 'node:url';
import { scopeOf } from '@nuangong/access';
import { createDatabase, type Database, type RowIdentity, prismaSql } from '@nuangong/database';
import { createTestDatabase } from '@nuangong/database/testing';
import { inMilliseconds, interleave, millisecondsOf, type Measurement } from '@nuangong/measurement';
import { Client } from 'pg';
import type { Transaction } from '../src/builder.ts';
import { computeTable, type DerivedCells } from '../src/table/statutory-table/compute-table.ts';
import { warmthTable } from '../src/testing/warmth-table.ts';
import { PrismaClient } from '../src/generated/prisma/client.ts';
import { campaignId, insertInventedFacts } from './invented-facts.ts';
import { warmthTableByHand } from './warmth-table-by-hand.ts';

const runs = 9;
const counties = 23;
const identity: RowIdentity = { scope: scopeOf('51/5101/'), staffId: '00000000-0000-7000-8000-000000000001' };
const scope = { path: identity.scope, from: '2026-12-01', to: '2027-02-28', campaignId };

/**
 * Table 1 of 23 counties over 1,000,000 facts: `computeTable` as the service calls it (through Prisma), against SQL
 * hand-written for this table through node-pg. Both in a transaction of the service's role under row-level security,
 * over the same rows; the answers are compared cell by cell first.
 */
export async function measure(): Promise<readonly Measurement[]> {
  const serviceDirectory = fileURLToPath(new URL('..', import.meta.url));
  const databases = await createTestDatabase({ serviceDirectory, serviceRole: 'nuangong_reporting' });
  await loadFacts(databases.ownerUrl);
  const { url } = databases;
  const database = createDatabase<Transaction>({ url, connect: (adapter) => new PrismaClient({ adapter }) });
  const ours = () =>
    database.transaction(identity, (tx) => computeTable(prismaSql(tx), warmthTable, scope, 'BY_SUBORDINATE'));
  const byHand = () => readByHand(database);
  try {
    demandSameCells(await ours(), await byHand());
    const timed = await interleave(
      runs,
      () => millisecondsOf(ours),
      () => millisecondsOf(byHand),
    );
    const { ours: service, byHand: hand } = timed;
    return [
      {
        zh: '23 个县的表一，100 万条事实，与手写 SQL 相比的用时',
        en: 'table 1 of 23 counties over 1,000,000 facts: time against hand-written SQL',
        ratios: service.map((each, run) => each / (hand[run] ?? Number.NaN)),
        aim: { most: 1.5 },
        detail: `${inMilliseconds(service)}; by hand ${inMilliseconds(hand)}`,
      },
    ];
  } finally {
    await database.stop();
    await databases.drop();
  }
}

/** Loads the facts and creates the secondary indexes afterwards, which takes half the time and gives the same table. */
async function loadFacts(ownerUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows: indexes } = await owner.query<{ name: string; definition: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
       where indrelid = 'fact'::regclass and not indisunique`,
    );
    for (const { name } of indexes) await owner.query(`drop index ${name}`);
    await owner.query(insertInventedFacts);
    for (const { definition } of indexes) await owner.query(definition);
    await owner.query('vacuum analyze fact');
  } finally {
    await owner.end();
  }
}

async function readByHand(database: Database<Transaction>): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return database.sqlTransaction(identity, async (client) => (await client.query(warmthTableByHand)).rows);
}

function demandSameCells(
  ours: ReadonlyMap<string, DerivedCells>,
  byHand: readonly Readonly<Record<string, unknown>>[],
): void {
  const differing = byHand.flatMap((row) => {
    const cells = ours.get(`${identity.scope}${String(row['county'])}/`) ?? new Map();
    const wrong = [...cells].filter(([key, { value }]) => value !== BigInt(String(row[key] ?? 0)));
    return wrong.map(([key]) => `${String(row['county'])} ${key}`);
  });
  if (ours.size !== counties || byHand.length !== counties || differing.length > 0) {
    const what = `${ours.size} and ${byHand.length} counties, ${differing.slice(0, 5).join(', ')}`;
    throw new Error(`service and hand differ: ${what}`);
  }
}
