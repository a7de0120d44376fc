import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { columnsThatDiffer } from '@nuangong/database/testing';
import { getDatamodel } from '../generated/pothos-types.ts';
import { PrismaClient } from '../generated/prisma/client.ts';
import { actorOf, organizationOf, startReporting, type ReportingSystem } from '../testing/reporting-system.ts';
import {
  applicationOf,
  campaignId,
  city,
  county,
  decisionSheetOf,
  household,
  householdOf,
  caseFileOf,
  money,
  opening,
  otherCounty,
  otherWork,
  paymentOf,
  returned,
  voucherOf,
} from '../testing/winter-campaign.ts';

const statistics = actorOf(county, ['STATISTICS']);
const stranger = actorOf(otherCounty, ['STATISTICS', 'ADMINISTRATOR'], '林峰');
const cityStatistics = actorOf(city, ['STATISTICS'], '谢芳');
const households = 325;

interface TableAnswer {
  statutoryTable: {
    organizationName: string;
    campaignId: string;
    from: string;
    to: string;
    preparedBy: string;
    preparedOn: string;
    exportUrl: string;
    submission: { status: string; submittedBy: string } | null;
    checks: { code: string; ok: boolean; severity: string; message: string }[];
    lines: { code: string; heading: string | null; cells: { key: string; value: string; derived: string | null; difference: string | null; state: string; records: number; rule: string }[] }[];
  } | null;
}

const tableQuery = `query ($organizationId: ID) {
  statutoryTable(form: "warmth-table", organizationId: $organizationId) {
    organizationName campaignId from to preparedBy preparedOn exportUrl submission { status submittedBy }
    checks { code ok severity message }
    lines { code heading cells { key value derived difference state records rule } }
  }
}`;

let system: ReportingSystem;
let published = 0;

beforeAll(async () => {
  system = await startReporting(() => new Date('2027-01-10T04:00:00Z'));
  await publish([...opening(), ...money(), ...Array.from({ length: households }, (_, at) => household(at + 1)).flat()]);
}, 120_000);
afterAll(() => system.stop());

async function publish(events: Parameters<ReportingSystem['publish']>[0]): Promise<void> {
  await system.publish(events);
  published += events.length;
  await system.untilHandled(published);
}

async function cells(actor = statistics, organizationId?: string) {
  const { statutoryTable } = await system.ask<TableAnswer>(actor, tableQuery, { organizationId });
  const all = statutoryTable?.lines.flatMap((line) => line.cells) ?? [];
  return Object.fromEntries(all.map((cell) => [cell.key, cell]));
}

const enter = (input: Readonly<Record<string, unknown>>, actor = statistics) =>
  system.ask<{ enterFigure: { problems: { code: string; field: string | null }[]; figure: { value: string; derived: string | null; state: string; reason: string | null } | null } }>(
    actor,
    `mutation ($input: EnterFigureInput!) { enterFigure(input: $input) { problems { code field } figure { value derived state reason } } }`,
    { input: { form: 'warmth-table', ...input } },
  );

const submit = (actor = statistics, input: Readonly<Record<string, unknown>> = {}) =>
  system.ask<{ submitTable: { problems: { code: string; field: string | null }[]; submission: { status: string; submittedBy: string } | null } }>(
    actor,
    `mutation ($input: SubmitTableInput!) { submitTable(input: $input) { problems { code field } submission { status submittedBy } } }`,
    { input: { form: 'warmth-table', ...input } },
  );

describe('the table of the winter campaign', () => {
  test('says 325 households and 9.75 万元, from two sources, without anything being typed', async () => {
    const table = await cells();
    const said = ['2A', '3A', '3B', '3C', '3D', '4C', '4C.migrant', '4C.model', '5A', '5B', '5C', '6A', '6B', '6C', '7D'];
    expect(Object.fromEntries(said.map((key) => [key, table[key]?.value]))).toEqual({
      '2A': '488', '3A': '325', '3B': '108', '3C': '109', '3D': '108', '4C': '325', '4C.migrant': '65', '4C.model': '32',
      '5A': '9.75', '5B': '4.875', '5C': '4.875', '6A': '9.75', '6B': '0.96', '6C': '1.95', '7D': '325',
    });
    expect(table['4C']).toMatchObject({ state: 'AUTO', records: 325 });
    expect(table['1A']).toMatchObject({ state: 'EMPTY', value: '' });
  });

  test('is headed by the organisation, the campaign’s days, and who prepares it', async () => {
    const { statutoryTable } = await system.ask<TableAnswer>(statistics, tableQuery, {});
    expect(statutoryTable).toMatchObject({
      organizationName: '510101总工会', campaignId, from: '2026-12-01', to: '2027-02-28', preparedBy: '赵敏',
      preparedOn: '2027-01-10', submission: null,
    });
    expect(statutoryTable?.lines.filter((line) => line.heading !== null).map((line) => line.code)).toEqual([
      '4A', '5A', '6A', '7A', '8A',
    ]);
  });

  test('costs the same statements whoever asks and however much there is', async () => {
    const cost = async (actor = statistics, organizationId?: string) => {
      const before = system.service.database.statements();
      await system.ask(actor, tableQuery, { organizationId });
      return system.service.database.statements() - before;
    };
    expect(await cost()).toBe(await cost(cityStatistics));
    expect(await cost()).toBeLessThanOrEqual(10);
    const page = async (perPage: number) => {
      const before = system.service.database.statements();
      await system.ask(statistics, `{ cellRecords(form: "warmth-table", cell: "4C", perPage: ${perPage}) { total items { title links { recordId } } } }`);
      return system.service.database.statements() - before;
    };
    expect(await page(10)).toBe(await page(50));
  });

  test('of the city counts the money that came from outside the city, once', async () => {
    const table = await cells(cityStatistics);
    expect([table['5A']?.value, table['5C']?.value, table['6A']?.value, table['3A']?.value]).toEqual([
      '9.75', '4.875', '9.75', '325',
    ]);
    const answer = await system.ask<{ tableForSubordinates: { organizationId: string; submittedAt: string | null; figures: { key: string; value: string }[] }[] }>(
      cityStatistics,
      `{ tableForSubordinates(form: "warmth-table") { organizationId submittedAt figures { key value } } }`,
    );
    expect(answer.tableForSubordinates.map((each) => each.figures.find(({ key }) => key === '6A')?.value)).toEqual(['9.75', '0']);
  });
});

describe('the records behind a cell', () => {
  interface RecordsAnswer {
    cellRecords: { total: number; sumAmount: string; sumCount: number; items: { recordType: string; recordId: string; title: string; on: string; amount: string | null; count: number; organizationName: string; links: { recordType: string; recordId: string }[] }[] };
  }
  const records = (cell: string, actor = statistics, organizationId?: string) =>
    system.ask<RecordsAnswer>(
      actor,
      `query ($organizationId: ID) { cellRecords(form: "warmth-table", cell: "${cell}", organizationId: $organizationId, perPage: 200) {
        total sumAmount sumCount items { recordType recordId title on amount count organizationName links { recordType recordId } } } }`,
      { organizationId },
    );

  test('are 325 payments of 300 yuan, each leading to its voucher, approval, decision sheet and roster row', async () => {
    const { cellRecords } = await records('4C');
    expect(cellRecords).toMatchObject({ total: 325, sumAmount: '97500.00', sumCount: 325 });
    const [first] = cellRecords.items;
    const number = Number.parseInt(first!.recordId.slice(-12), 16);
    expect(first).toMatchObject({
      recordType: 'PAYMENT', recordId: paymentOf(number), title: `王${number} 510101-2026-${String(number).padStart(6, '0')}`, on: '2026-12-12', amount: '300.00', count: 1,
      organizationName: '510101总工会',
    });
    expect(first?.links).toEqual([
      { recordType: 'PAYMENT', recordId: paymentOf(number) },
      { recordType: 'VOUCHER', recordId: voucherOf(number) },
      { recordType: 'APPLICATION', recordId: applicationOf(number) },
      { recordType: 'DECISION_SHEET', recordId: decisionSheetOf(number) },
      { recordType: 'ROSTER_ROW', recordId: applicationOf(number) },
      { recordType: 'CASE_FILE', recordId: caseFileOf(number) },
      { recordType: 'HOUSEHOLD', recordId: householdOf(number) },
    ]);
  });

  test('of an entered cell and of an unknown one are none', async () => {
    expect((await records('1A')).cellRecords.total).toBe(0);
    expect((await records('99Z')).cellRecords.total).toBe(0);
  });

  test('are nobody else’s: another county gets no table, no records and no figures by asking for this one', async () => {
    const own = organizationOf(county).id;
    expect((await system.ask<TableAnswer>(stranger, tableQuery, { organizationId: own })).statutoryTable).toBeNull();
    expect((await records('4C', stranger, own)).cellRecords).toMatchObject({ total: 0, sumAmount: '0.00', items: [] });
    expect((await cells(stranger))['4C']?.value).toBe('0');
    expect((await cells(statistics, organizationOf(city).id))['4C']).toBeUndefined();
    expect((await enter({ cell: '1A', value: '1', organizationId: own }, stranger)).enterFigure.problems).toEqual([
      { code: 'NOT_FOUND', field: null },
    ]);
    expect((await submit(stranger, { organizationId: own })).submitTable.problems).toEqual([{ code: 'NOT_FOUND', field: null }]);
    const url = `/files/reporting/warmth-table.xlsx?organizationId=${own}`;
    expect((await system.download(stranger, url)).status).toBe(404);
    const seen = await system.service.database.sqlTransaction({ scope: stranger.scope, staffId: stranger.staffId }, async (client) => {
      const { rows } = await client.query<{ facts: bigint }>('select count(*) as facts from fact');
      return rows[0]?.facts;
    });
    expect(seen).toBe(0n);
  });
});

describe('figures by hand', () => {
  test.each([
    ['-1', 'FIGURE_NEGATIVE'],
    ['0.001', 'FIGURE_NOT_WHOLE'],
    ['1000000000000000', 'FIGURE_TOO_LARGE'],
  ])('%s is refused at its field', async (value, code) => {
    expect((await enter({ cell: '1A', value })).enterFigure).toEqual({ problems: [{ code, field: 'value' }], figure: null });
  });

  test('are refused for a cell that does not exist, a role that may not, and an adjustment without a reason', async () => {
    const problems = async (...given: Parameters<typeof enter>) => (await enter(...given)).enterFigure.problems;
    expect(await problems({ cell: '99Z', value: '1' })).toEqual([{ code: 'NOT_FOUND', field: 'cell' }]);
    expect(await problems({ cell: '1A', value: '1' }, actorOf(county, ['APPROVER']))).toEqual([{ code: 'FORBIDDEN', field: null }]);
    expect(await problems({ cell: '7D', value: '1' })).toEqual([{ code: 'REASON_NEEDED', field: 'reason' }]);
    expect(await problems({ cell: '1A', value: '1', from: '2026-02-30', to: '2026-03-01' })).toEqual([
      { code: 'DATE_IMPOSSIBLE', field: 'from' },
    ]);
    expect(await system.refusals(actorOf(county, ['CLERK']), '{ reportForms { code } }')).toEqual(['FORBIDDEN']);
  });

  test('show both values, keep every earlier entry, and can be taken back', async () => {
    const reason = '两户由乡镇代发';
    expect((await enter({ cell: '7D', value: '327', reason })).enterFigure.figure).toEqual({
      value: '327', derived: '325', state: 'ADJUSTED', reason,
    });
    expect((await enter({ cell: '7D', value: '' })).enterFigure.figure).toMatchObject({ value: '325', state: 'AUTO' });
    const kept = await system.asOwner(`select value::text as value from figure_entry where cell = '7D' order by id`);
    expect(kept).toEqual([{ value: '327' }, { value: null }]);
    await expect(system.asOwner(`update figure_entry set value = 1`)).rejects.toThrow('append-only');
  });
});

describe('submission', () => {
  test('waits until the checks hold; then freezes the values, and what changes later shows beside them', async () => {
    await enter({ cell: '3B', value: '109', reason: '多一户' });
    expect((await submit()).submitTable).toEqual({ problems: [{ code: 'CHECK_NOT_MET', field: '3A' }], submission: null });
    await enter({ cell: '3B', value: '' });
    await enter({ cell: '1A', value: '12000' });
    expect((await submit()).submitTable).toEqual({
      problems: [], submission: { status: 'SUBMITTED', submittedBy: '赵敏' },
    });
    expect((await submit()).submitTable.problems).toEqual([{ code: 'ALREADY_SUBMITTED', field: null }]);
    expect((await cells(cityStatistics))['1A']).toMatchObject({ value: '12000', state: 'AUTO' });

    await publish([returned(3), ...otherWork()]);
    const table = await cells();
    expect(table['6A']).toMatchObject({ value: '9.75', derived: '9.72', difference: '-0.03', state: 'CHANGED', records: 324 });
    expect(table['4C']).toMatchObject({ value: '325', derived: '324', difference: '-1', state: 'CHANGED' });
    expect(table['8C.amount']).toMatchObject({ value: '0', derived: '18.6', difference: '18.6' });
    expect(table['3A']).toMatchObject({ value: '325', state: 'AUTO' });

    expect((await submit()).submitTable.problems).toEqual([]);
    const again = await cells();
    const said = ['3A', '3E', '4A.households', '4C', '6A', '7C', '7D', '7E', '7H', '8C', '8C.amount', '8C.migrant', '8C.migrant-amount'];
    expect(Object.fromEntries(said.map((key) => [key, again[key]?.value]))).toEqual({
      '3A': '325', '3E': '1', '4A.households': '1', '4C': '324', '6A': '9.72', '7C': '5', '7D': '324', '7E': '1', '7H': '12',
      '8C': '12', '8C.amount': '18.6', '8C.migrant': '9', '8C.migrant-amount': '13.95',
    });
  });

  test('twice at once is done once', async () => {
    await enter({ cell: '4B', value: '3' });
    const outcomes = await Promise.all([submit(), submit(), submit()]);
    const codes = outcomes.map(({ submitTable }) => submitTable.problems.map((one) => one.code).join() || 'done').sort();
    expect(codes).toEqual(['ALREADY_SUBMITTED', 'ALREADY_SUBMITTED', 'done']);
  });
});

describe('beside the tables', () => {
  test('the official sheet comes as a workbook to whoever may read, in words to whoever may not', async () => {
    const { statutoryTable } = await system.ask<TableAnswer>(statistics, tableQuery, {});
    const answer = await system.download(statistics, statutoryTable!.exportUrl);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
    expect(Buffer.from(await answer.arrayBuffer()).subarray(0, 2).toString()).toBe('PK');
    const path = '/files/reporting/warmth-table.xlsx';
    expect((await system.download(undefined, path)).status).toBe(401);
    expect((await system.download(actorOf(county, ['CLERK']), path)).status).toBe(403);
    expect((await system.download(statistics, '/files/reporting/another-table.xlsx')).status).toBe(404);
    const badPeriod = await system.download(statistics, `${path}?from=2026-02-30&to=2026-03-01`);
    expect([badPeriod.status, await badPeriod.json()]).toMatchObject([400, { problems: [{ code: 'DATE_IMPOSSIBLE', field: 'from' }] }]);
  });

  test('what waits is counted: own table, and subordinates that have not submitted', async () => {
    const work = (actor: typeof statistics) =>
      system.ask(actor, '{ reportingWork { toSubmit subordinatesNotSubmitted subordinates dueOn } }');
    expect(await work(statistics)).toEqual({
      reportingWork: { toSubmit: 0, subordinatesNotSubmitted: 0, subordinates: 0, dueOn: '2027-01-12' },
    });
    expect(await work(cityStatistics)).toEqual({
      reportingWork: { toSubmit: 1, subordinatesNotSubmitted: 1, subordinates: 2, dueOn: '2027-01-12' },
    });
  });

  test('a return of a payment unknown here waits among the dead letters of its own organisation, and can be handled later', async () => {
    await publish([returned(900)]);
    const letters = async (actor: typeof statistics) => {
      const { deadLetters } = await system.ask<{ deadLetters: { total: number; items: { id: string; cause: string; type: string }[] } }>(
        actor, '{ deadLetters { total items { id cause type } } }',
      );
      return deadLetters;
    };
    const administrator = actorOf(county, ['ADMINISTRATOR']);
    const waiting = await letters(administrator);
    expect(waiting.total).toBe(1);
    expect(waiting.items[0]?.cause).toContain('PAYMENT_RETURNED builds on PAYMENT_MADE');
    expect((await letters(stranger)).total).toBe(0);
    const replay = (actor: typeof statistics) =>
      system.ask<{ replayDeadLetters: { ok: boolean; problems: { code: string }[] }[] }>(
        actor,
        'mutation ($input: ReplayDeadLettersInput!) { replayDeadLetters(input: $input) { ok problems { code } } }',
        { input: { ids: [waiting.items[0]?.id] } },
      );
    expect((await replay(stranger)).replayDeadLetters).toEqual([{ ok: false, problems: [{ code: 'NOT_FOUND' }] }]);
    expect((await replay(administrator)).replayDeadLetters[0]?.problems).toEqual([{ code: 'FAILED_AGAIN' }]);
    await publish(household(900));
    expect((await replay(administrator)).replayDeadLetters).toEqual([{ ok: true, problems: [] }]);
    const { eventConsumers } = await system.ask<{ eventConsumers: { name: string; lastHandledAt: string; lagSeconds: number; deadLetters: number }[] }>(
      administrator, '{ eventConsumers { name lastHandledAt lagSeconds deadLetters } }',
    );
    expect(eventConsumers).toMatchObject([{ name: 'reporting', deadLetters: 0 }]);
    expect(eventConsumers[0]?.lagSeconds).toBeLessThan(3600 * 24 * 3650);
  });

  test('facts are only ever added by the service’s role', async () => {
    for (const statement of ['update fact set amount_fen = 1', 'delete from fact', 'truncate fact']) {
      const attempt = system.service.database.sqlTransaction({ scope: statistics.scope, staffId: statistics.staffId }, (client) =>
        client.query(statement),
      );
      await expect(attempt).rejects.toThrow(/append-only|permission denied/);
    }
  });

  test('the migrations and the schema say the same', async () => {
    expect(await columnsThatDiffer(system.ownerUrl, (adapter) => new PrismaClient({ adapter }), getDatamodel())).toEqual([]);
  });
});
