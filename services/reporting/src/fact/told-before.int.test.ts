import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk, type StatisticsDesk } from '../testing/statistics-desk.ts';
import { caseFile, county, householdOf, legalCase, recovery } from '../testing/winter-campaign.ts';
import { organizationOf } from '../testing/reporting-system.ts';

const migration = new URL('../../prisma/migrations/20261130000802_told_before/migration.sql', import.meta.url);

let desk: StatisticsDesk;
beforeAll(async () => {
  desk = await openDesk(0);
}, 120_000);
afterAll(() => desk.system.stop());

/** Puts a fact in as a version of before wrote it. */
const tellAsBefore = (number: number, part: number, fact: Readonly<Record<string, string | number | boolean>>) => {
  const row = {
    organization_path: county,
    organization_id: organizationOf(county).id,
    subject_id: `00000000-0000-7000-8aaa-${String(number).padStart(12, '0')}`,
    event_id: `00000000-0000-7000-8bbb-${String(number).padStart(12, '0')}`,
    part,
    recorded_at: '2026-12-20T02:00:00Z',
    ...fact,
  };
  const columns = Object.keys(row);
  return desk.system.asOwner(
    `insert into fact (id, ${columns.join(', ')}) values (uuidv7(), ${columns.map((_column, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  );
};

const claim = '00000000-0000-7000-8ccc-000000000001';
const wages = { kind: 'WAGES_RECOVERED', record_id: claim, record_type: 'WAGE_CLAIM', happened_on: '2026-12-19', count: 1 };
const legal = {
  kind: 'LEGAL_CASE_OPENED',
  record_id: claim,
  record_type: 'LEGAL_CASE',
  happened_on: '2026-12-19',
  household_id: householdOf(1),
};

test('facts of before count as they would be told now: each worker once, a case by its persons', async () => {
  for (const instalment of [1, 2]) {
    await tellAsBefore(instalment, 0, { ...wages, persons: 3, amount_fen: 30_000 });
    await tellAsBefore(instalment, 1, { ...wages, persons: 9, amount_fen: 90_000, migrant_worker: true });
  }
  await tellAsBefore(3, 0, { ...legal, persons: 3, count: 1 });
  await tellAsBefore(3, 1, { ...legal, persons: 9, migrant_worker: true });
  await desk.publish([caseFile(1, county, { workers: 4 }), recovery(1, 7, { a: 10_000n }), legalCase(1, { persons: 2 })]);
  const sql = readFileSync(migration, 'utf8');
  await desk.system.asOwner(sql);
  await desk.system.asOwner(sql);
  const table = await desk.cells();
  const said = ['8C', '8C.amount', '8C.migrant', '8C.migrant-amount', '7H'];
  expect(Object.fromEntries(said.map((key) => [key, table[key]?.value]))).toEqual({
    '8C': '13',
    '8C.amount': '0.25',
    '8C.migrant': '9',
    '8C.migrant-amount': '0.18',
    '7H': '4',
  });
});
