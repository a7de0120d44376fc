import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunSql } from '@nuangong/database';
import { contracts, readEvent, type EventData, type EventOfType } from '@nuangong/events';
import { valueOf } from '@nuangong/primitives';
import type { FactWriter } from '../../fact/fact/record-facts.ts';
import { whenAidCentreChanged } from '../../fact/fact/when-aid-centre-changed.ts';
import { whenFacilityChanged } from '../../fact/fact/when-facility-changed.ts';
import { parseForm } from '../../form/form/parse-form.ts';
import { createReportingDatabase, eventOf, organizationOf } from '../../testing/reporting-system.ts';
import { computeTable } from './compute-table.ts';

const county = '51/5101/510101/';
const words = { zh: '机构', en: 'Places' };

/** A form of states only: centres on the last day, of which public institutions, on any day; hospitals. */
const form = valueOf(
  parseForm({
    code: 'places',
    version: 2026,
    title: words,
    period: 'CALENDAR_YEAR',
    sectionHeadings: {},
    lines: [
      ['1', 'AID_CENTRE', 'LAST_DAY', []],
      ['2', 'AID_CENTRE', 'LAST_DAY', [{ test: 'FLAG', dimension: 'publicInstitution' }]],
      ['3', 'AID_CENTRE', 'ANY_DAY', []],
      ['4', 'FACILITY', 'LAST_DAY', [{ test: 'ONE_OF', dimension: 'facilityKind', values: ['HOSPITAL'] }]],
    ].map(([code, kind, when, where]) => ({
      code,
      section: '1',
      label: words,
      printed: `{${String(code)}}`,
      cells: [
        {
          key: code,
          label: words,
          unit: '个',
          kind: 'DERIVED',
          type: 'COUNT',
          rule: { kinds: [kind], when, where, measure: { of: 'SUM', what: 'COUNT' }, words },
        },
      ],
    })),
    checks: [],
    note: words,
  }),
);

let database: Awaited<ReturnType<typeof createReportingDatabase>>;
let client: pg.Client;
const runSql: RunSql = async <Row extends object>(sql: string, ...values: readonly unknown[]) =>
  (await client.query<Row>(sql, [...values])).rows;
const writer: FactWriter = {
  async $queryRawUnsafe<Rows>(sql: string, ...values: unknown[]): Promise<Rows> {
    return (await client.query(sql, values)).rows as Rows;
  },
};

beforeAll(async () => {
  database = await createReportingDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`select set_config('nuangong.scope', '${county}', false)`);
}, 60_000);
afterAll(async () => {
  await client.end();
  await database.drop();
});

const id = (number: number) => `00000000-0000-7000-8000-0000000000${number}`;

async function centre(number: number, said: Partial<EventData<(typeof contracts)['aid-centre-changed.v1']>>) {
  const contract = contracts['aid-centre-changed.v1'];
  const data = { ...contract.example, aidCentreId: id(number), organization: organizationOf(county), ...said };
  const event = readEvent(eventOf(contract, county, data));
  await whenAidCentreChanged(event as EventOfType<'nuangong.aid-centre-changed.v1'>, writer);
}

async function hospital(number: number, from: string, to: string | null) {
  const contract = contracts['facility-changed.v1'];
  const data = { ...contract.example, facilityId: id(number), organization: organizationOf(county), from, to };
  const event = readEvent(eventOf(contract, county, data));
  await whenFacilityChanged(event as EventOfType<'nuangong.facility-changed.v1'>, writer);
}

async function countedFrom(from: string, to: string): Promise<Readonly<Record<string, number>>> {
  const tables = await computeTable(runSql, form, { path: county, from, to, campaignId: null });
  return Object.fromEntries([...(tables.get(county) ?? [])].map(([key, { value }]) => [key, Number(value)]));
}

test('centres and facilities count by their state on the last day or on any day, as the rule says', async () => {
  await centre(11, { from: '2025-03-01', publicInstitution: false });
  await centre(11, { from: '2026-06-01', publicInstitution: true });
  await centre(12, { from: '2025-03-01', publicInstitution: true });
  await centre(12, { from: '2025-03-01', publicInstitution: true, to: '2026-10-31' });
  await centre(13, { from: '2027-01-01' });
  await hospital(21, '2026-01-01', null);
  await hospital(22, '2026-01-01', null);
  await hospital(22, '2026-01-01', '2026-12-31');
  expect(await countedFrom('2026-01-01', '2026-12-31')).toEqual({ '1': 1, '2': 1, '3': 2, '4': 2 });
  expect(await countedFrom('2026-01-01', '2026-05-31')).toEqual({ '1': 2, '2': 1, '3': 2, '4': 2 });
  expect(await countedFrom('2026-10-31', '2026-10-31')).toEqual({ '1': 2, '2': 2, '3': 2, '4': 2 });
  expect(await countedFrom('2026-11-01', '2027-01-01')).toEqual({ '1': 2, '2': 2, '3': 2, '4': 1 });
});
