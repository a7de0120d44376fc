import { contracts } from '@nuangong/events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf, eventOf, organizationOf } from '../../testing/reporting-system.ts';
import {
  cityStatistics,
  openDesk,
  statistics,
  stranger,
  tableQuery,
  type StatisticsDesk,
  type TableAnswer,
} from '../../testing/statistics-desk.ts';
import {
  applicationOf,
  campaignId,
  caseFileOf,
  city,
  county,
  eligibilityDecisionOf,
  householdOf,
  paymentOf,
  voucherOf,
} from '../../testing/winter-campaign.ts';

let desk: StatisticsDesk;
const auditor = actorOf(county, ['AUDITOR']);
beforeAll(async () => {
  desk = await openDesk(325);
}, 120_000);
afterAll(() => desk.system.stop());

describe('the table of the winter campaign', () => {
  test('shows 325 households and 9.75 万元, from two sources, without typed figures', async () => {
    const table = await desk.cells();
    const said = [
      '2A',
      '3A',
      '3B',
      '3C',
      '3D',
      '4C',
      '4C.migrant',
      '4C.model',
      '5A',
      '5B',
      '5C',
      '6A',
      '6B',
      '6C',
      '7D',
    ];
    expect(Object.fromEntries(said.map((key) => [key, table[key]?.value]))).toEqual({
      '2A': '488',
      '3A': '325',
      '3B': '108',
      '3C': '109',
      '3D': '108',
      '4C': '325',
      '4C.migrant': '65',
      '4C.model': '32',
      '5A': '9.75',
      '5B': '4.875',
      '5C': '4.875',
      '6A': '9.75',
      '6B': '0.96',
      '6C': '1.95',
      '7D': '325',
    });
    expect(table['4C']).toMatchObject({ state: 'AUTO', records: 325 });
    expect(table['1A']).toMatchObject({ state: 'EMPTY', value: '' });
  });

  test('has a heading with the organisation, the campaign’s days, and the reporting officer, not the reader', async () => {
    const { statutoryTable } = await desk.system.ask<TableAnswer>(statistics, tableQuery, {});
    expect(statutoryTable).toMatchObject({
      organizationName: '510101总工会',
      campaignId,
      from: '2026-12-01',
      to: '2027-02-28',
      preparedBy: '赵敏',
      preparedByPhone: '0810-8101007',
      preparedOn: '2027-01-10',
      submission: null,
    });
    const lookers = await Promise.all(
      [auditor, cityStatistics].map((who) =>
        desk.system.ask<TableAnswer>(who, tableQuery, { organizationId: organizationOf(county).id }),
      ),
    );
    expect(lookers.map((each) => each.statutoryTable?.preparedBy)).toEqual(['', '']);
    expect(statutoryTable?.lines.filter((line) => line.heading !== null).map((line) => line.code)).toEqual([
      '4A',
      '5A',
      '6A',
      '7A',
      '8A',
    ]);
  });

  test('costs the same statements for any user and any amount of data', async () => {
    const cost = async (actor = statistics, organizationId?: string) => {
      const before = desk.system.service.database.statements();
      await desk.system.ask(actor, tableQuery, { organizationId });
      return desk.system.service.database.statements() - before;
    };
    expect(await cost()).toBe(await cost(cityStatistics));
    expect(await cost()).toBeLessThanOrEqual(10);
    const page = async (perPage: number) => {
      const before = desk.system.service.database.statements();
      await desk.system.ask(
        statistics,
        `{ cellRecords(form: "warmth-table", cell: "4C", perPage: ${perPage}) {
          total items { title links { recordId } }
        } }`,
      );
      return desk.system.service.database.statements() - before;
    };
    expect(await page(10)).toBe(await page(50));
  });

  test('of the city counts money from outside the city once', async () => {
    const table = await desk.cells(cityStatistics);
    expect([table['5A']?.value, table['5C']?.value, table['6A']?.value, table['3A']?.value]).toEqual([
      '9.75',
      '4.875',
      '9.75',
      '325',
    ]);
    const answer = await desk.system.ask<{
      tableForSubordinates: {
        organizationId: string;
        submittedAt: string | null;
        figures: { key: string; value: string }[];
      }[];
    }>(
      cityStatistics,
      `{ tableForSubordinates(form: "warmth-table") { organizationId submittedAt figures { key value } } }`,
    );
    expect(answer.tableForSubordinates.map((each) => each.figures.find(({ key }) => key === '6A')?.value)).toEqual([
      '9.75',
      '0',
    ]);
  });
});

describe('the records behind a cell', () => {
  interface RecordsAnswer {
    cellRecords: {
      total: number;
      sumAmount: string;
      sumCount: number;
      items: {
        recordType: string;
        recordId: string;
        title: string;
        on: string;
        amount: string | null;
        count: number;
        organizationName: string;
        householdId: string | null;
        links: { recordType: string; recordId: string }[];
      }[];
    };
  }
  const records = (cell: string, actor = statistics, organizationId?: string) =>
    desk.system.ask<RecordsAnswer>(
      actor,
      `query ($organizationId: ID) {
        cellRecords(form: "warmth-table", cell: "${cell}", organizationId: $organizationId, perPage: 200) {
          total sumAmount sumCount
          items { recordType recordId householdId title on amount count organizationName links { recordType recordId } }
        }
      }`,
      { organizationId },
    );

  test('are 325 payments, each leading to its voucher, approval, decision sheet and roster row', async () => {
    const { cellRecords } = await records('4C', auditor);
    expect(cellRecords).toMatchObject({ total: 325, sumAmount: '97500.00', sumCount: 325 });
    const [first] = cellRecords.items;
    const number = Number.parseInt(first!.recordId.slice(-12), 16);
    expect(first).toMatchObject({
      recordType: 'PAYMENT',
      recordId: paymentOf(number),
      title: `王${number} 510101-2026-${String(number).padStart(6, '0')}`,
      on: '2026-12-12',
      amount: '300.00',
      count: 1,
      organizationName: '510101总工会',
    });
    expect(first?.links).toEqual([
      { recordType: 'PAYMENT', recordId: paymentOf(number) },
      { recordType: 'VOUCHER', recordId: voucherOf(number) },
      { recordType: 'APPLICATION', recordId: applicationOf(number) },
      { recordType: 'ELIGIBILITY_DECISION', recordId: eligibilityDecisionOf(number) },
      { recordType: 'ROSTER_ROW', recordId: applicationOf(number) },
      { recordType: 'CASE_FILE', recordId: caseFileOf(number) },
      { recordType: 'HOUSEHOLD', recordId: householdOf(number) },
    ]);
  });

  test.each(['STATISTICS', 'ADMINISTRATOR'] as const)(
    'show %s number, unit, day and amount, but no name, household or link to a forbidden page',
    async (role) => {
      const { cellRecords } = await records('4C', actorOf(county, [role]));
      expect(cellRecords).toMatchObject({ total: 325, sumAmount: '97500.00', sumCount: 325 });
      expect(cellRecords.items.every(({ title }) => /^510101-2026-\d{6}$/.test(title))).toBe(true);
      const [first] = cellRecords.items;
      expect(first).toMatchObject({
        householdId: null,
        on: '2026-12-12',
        amount: '300.00',
        organizationName: '510101总工会',
        links: [],
      });
      expect(JSON.stringify(cellRecords)).not.toMatch(/王\d/);
      const money = (await records('5A', actorOf(county, [role]))).cellRecords.items;
      expect(money.map(({ links, recordType, recordId }) => ({ links, own: { recordType, recordId } }))).toEqual(
        money.map(({ recordType, recordId }) => ({ links: [{ recordType, recordId }], own: { recordType, recordId } })),
      );
    },
  );

  test('are found by a part of a name or of a voucher’s number, and the sums follow', async () => {
    const found = (actor: typeof statistics, search: string) =>
      desk.system
        .ask<{ cellRecords: { total: number; sumAmount: string; items: readonly { name: string | null }[] } }>(
          actor,
          `query ($search: String) {
             cellRecords(form: "warmth-table", cell: "4C", search: $search) { total sumAmount items { name voucherNumber } } }`,
          { search },
        )
        .then(({ cellRecords }) => cellRecords);
    expect(await found(auditor, '王325')).toMatchObject({ total: 1, sumAmount: '300.00', items: [{ name: '王325' }] });
    expect((await found(auditor, '2026-00003')).total).toBe(10);
    expect((await found(auditor, '没有这个名字')).total).toBe(0);
    expect((await found(actorOf(county, ['STATISTICS']), '王325')).total).toBe(0);
  });

  test('are exported as the reader sees them, with an audit entry', async () => {
    const { cellRecords } = await desk.system.ask<{ cellRecords: { exportUrl: string } }>(
      statistics,
      '{ cellRecords(form: "warmth-table", cell: "4C") { exportUrl } }',
    );
    const answer = await desk.system.download(statistics, cellRecords.exportUrl);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheet')]);
    const [entry] = await desk.system.asOwner<{ after: unknown }>(
      `select after from audit_entry where action = 'list.export'`,
    );
    expect(entry?.after).toEqual({ form: 'warmth-table', cell: '4C', entries: 325 });
  });

  test('are empty for an entered cell and an unknown one', async () => {
    expect((await records('1A')).cellRecords.total).toBe(0);
    expect((await records('99Z')).cellRecords.total).toBe(0);
  });

  test('are not visible to another county: it gets no table, record or figure', async () => {
    const own = organizationOf(county).id;
    expect(
      (await desk.system.ask<TableAnswer>(stranger, tableQuery, { organizationId: own })).statutoryTable,
    ).toBeNull();
    expect((await records('4C', stranger, own)).cellRecords).toMatchObject({
      total: 0,
      sumAmount: '0.00',
      items: [],
    });
    expect((await desk.cells(stranger))['4C']?.value).toBe('0');
    expect((await desk.cells(statistics, organizationOf(city).id))['4C']).toBeUndefined();
    expect((await desk.enter({ cell: '1A', value: '1', organizationId: own }, stranger)).problems).toEqual([
      { code: 'NOT_FOUND', field: null },
    ]);
    expect((await desk.submit(stranger, { organizationId: own })).problems).toEqual([
      { code: 'NOT_FOUND', field: null },
    ]);
    const url = `/files/reporting/warmth-table.xlsx?organizationId=${own}`;
    expect((await desk.system.download(stranger, url)).status).toBe(404);
    const seen = await desk.system.service.database.sqlTransaction(
      { scope: stranger.scope, staffId: stranger.staffId },
      async (client) => {
        const { rows } = await client.query<{ facts: bigint }>('select count(*) as facts from fact');
        return rows[0]?.facts;
      },
    );
    expect(seen).toBe(0n);
  });
});

test('the official sheet is a workbook for permitted users, and a refusal with a message for others', async () => {
  const { statutoryTable } = await desk.system.ask<TableAnswer>(statistics, tableQuery, {});
  const half = await desk.system.download(statistics, '/files/reporting/warmth-table.xlsx?from=2026-01-01');
  expect([half.status, await half.text()]).toEqual([400, expect.stringMatching(/"field":"to"/u)]);
  const answer = await desk.system.download(statistics, statutoryTable!.exportUrl);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]);
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  const path = '/files/reporting/warmth-table.xlsx';
  expect((await desk.system.download(undefined, path)).status).toBe(401);
  expect((await desk.system.download(actorOf(county, ['CLERK']), path)).status).toBe(403);
  expect((await desk.system.download(statistics, '/files/reporting/another-table.xlsx')).status).toBe(404);
  const badPeriod = await desk.system.download(statistics, `${path}?from=2026-02-30&to=2026-03-01`);
  expect([badPeriod.status, await badPeriod.json()]).toMatchObject([
    400,
    { problems: [{ code: 'DATE_IMPOSSIBLE', field: 'from' }] },
  ]);
});

test('a campaign opened for later does not replace the running one', async () => {
  await desk.publish([
    eventOf(contracts['campaign-opened.v1'], city, {
      campaignId: crypto.randomUUID(),
      name: '2027年五一送温暖活动',
      organization: organizationOf(city),
      from: '2027-03-01',
      to: '2027-05-31',
      policyPack: 'county-winter-300',
      standardFen: 30_000n,
      budgetFen: 1_500_000n,
    }),
  ]);
  expect((await desk.cells())['4C']?.value).toBe('325');
});
