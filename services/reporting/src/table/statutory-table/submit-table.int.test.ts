import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf, organizationOf } from '../../testing/reporting-system.ts';
import {
  cityStatistics,
  openDesk,
  statistics,
  tableQuery,
  type StatisticsDesk,
  type TableAnswer,
} from '../../testing/statistics-desk.ts';
import { county, otherWork, returned } from '../../testing/winter-campaign.ts';

let desk: StatisticsDesk;
beforeAll(async () => {
  desk = await openDesk(30);
}, 120_000);
afterAll(() => desk.system.stop());

describe('figures by hand', () => {
  test.each([
    ['-1', 'FIGURE_NEGATIVE'],
    ['0.001', 'FIGURE_NOT_WHOLE'],
    ['1000000000000000', 'FIGURE_TOO_LARGE'],
  ])('%s is refused at its field', async (value, code) => {
    expect(await desk.enter({ cell: '1A', value })).toEqual({
      problems: [{ code, field: 'value' }],
      figure: null,
    });
  });

  test('are refused for an unknown cell, a role that may not, and an adjustment without a reason', async () => {
    const problems = async (...given: Parameters<typeof desk.enter>) => (await desk.enter(...given)).problems;
    expect(await problems({ cell: '99Z', value: '1' })).toEqual([{ code: 'NOT_FOUND', field: 'cell' }]);
    expect(await problems({ cell: '1A', value: '1' }, actorOf(county, ['APPROVER']))).toEqual([
      { code: 'FORBIDDEN', field: null },
    ]);
    expect(await problems({ cell: '7D', value: '1' })).toEqual([{ code: 'REASON_NEEDED', field: 'reason' }]);
    expect(await problems({ cell: '1A', value: '1', from: '2026-02-30', to: '2026-03-01' })).toEqual([
      { code: 'DATE_IMPOSSIBLE', field: 'from' },
    ]);
    expect(await desk.system.refusals(actorOf(county, ['CLERK']), '{ reportForms { code } }')).toEqual(['FORBIDDEN']);
  });

  test('cannot be submitted for a period that has not begun', async () => {
    const next = { from: '2199-01-01', to: '2199-12-31' };
    expect((await desk.submit(statistics, next)).problems).toEqual([{ code: 'PERIOD_NOT_BEGUN', field: 'from' }]);
  });

  test('show both values, keep every earlier entry, and can be removed', async () => {
    const reason = '两户由乡镇代发';
    expect((await desk.enter({ cell: '7D', value: '32', reason })).figure).toEqual({
      value: '32',
      derived: '30',
      state: 'ADJUSTED',
      reason,
    });
    expect((await desk.enter({ cell: '7D', value: '' })).figure).toMatchObject({
      value: '30',
      state: 'AUTO',
    });
    const kept = await desk.system.asOwner(
      `select value::text as value from figure_entry where cell = '7D' order by id`,
    );
    expect(kept).toEqual([{ value: '32' }, { value: null }]);
    await expect(desk.system.asOwner(`update figure_entry set value = 1`)).rejects.toThrow('append-only');
  });
});

describe('submission', () => {
  test('waits until the checks pass, then freezes the values; later changes are shown beside them', async () => {
    await desk.enter({ cell: '3B', value: '109', reason: '多一户' });
    expect(await desk.submit()).toEqual({
      problems: [{ code: 'CHECK_NOT_MET', field: '3A' }],
      submission: null,
    });
    await desk.enter({ cell: '3B', value: '' });
    await desk.enter({ cell: '1A', value: '12000' });
    expect(await desk.submit()).toEqual({
      problems: [],
      submission: { status: 'SUBMITTED', submittedBy: '赵敏' },
    });
    expect((await desk.submit()).problems).toEqual([{ code: 'ALREADY_SUBMITTED', field: null }]);
    expect((await desk.cells(cityStatistics))['1A']).toMatchObject({ value: '', state: 'EMPTY' });

    await desk.publish([returned(3), ...otherWork()]);
    const table = await desk.cells();
    expect(table['6A']).toMatchObject({
      value: '0.9',
      derived: '0.87',
      difference: '-0.03',
      state: 'CHANGED',
      records: 29,
    });
    expect(table['4C']).toMatchObject({ value: '30', derived: '29', difference: '-1', state: 'CHANGED' });
    expect(table['8C.amount']).toMatchObject({ value: '0', derived: '18.6', difference: '18.6' });
    expect(table['3A']).toMatchObject({ value: '30', state: 'AUTO' });
    const earlier = await desk.system.ask<{ statutoryTable: { submission: null; lines: { cells: unknown[] }[] } }>(
      statistics,
      `{ statutoryTable(form: "warmth-table", asOf: "2026-12-31T00:00:00Z") {
        submission { id } lines { cells { key value state } }
      } }`,
    );
    expect(earlier.statutoryTable.submission).toBeNull();
    expect(earlier.statutoryTable.lines.flatMap((line) => line.cells)).toEqual(
      expect.arrayContaining([
        { key: '6A', value: '0.9', state: 'AUTO' },
        { key: '1A', value: '', state: 'EMPTY' },
      ]),
    );

    expect((await desk.submit()).problems).toEqual([]);
    const again = await desk.cells();
    const said = [
      '3A',
      '3E',
      '4A.households',
      '4C',
      '6A',
      '7C',
      '7D',
      '7E',
      '7H',
      '8C',
      '8C.amount',
      '8C.migrant',
      '8C.migrant-amount',
    ];
    expect(Object.fromEntries(said.map((key) => [key, again[key]?.value]))).toEqual({
      '3A': '30',
      '3E': '0',
      '4A.households': '1',
      '4C': '29',
      '6A': '0.87',
      '7C': '5',
      '7D': '29',
      '7E': '1',
      '7H': '0',
      '8C': '12',
      '8C.amount': '18.6',
      '8C.migrant': '9',
      '8C.migrant-amount': '13.95',
    });
  });

  test('shows every reader who submitted the table, and the office telephone', async () => {
    const { statutoryTable } = await desk.system.ask<TableAnswer>(cityStatistics, tableQuery, {
      organizationId: organizationOf(county).id,
    });
    expect(statutoryTable).toMatchObject({ preparedBy: '赵敏', preparedByPhone: '0810-8101007' });
  });

  test('done twice concurrently takes effect once', async () => {
    await desk.enter({ cell: '4B', value: '3' });
    const outcomes = await Promise.all([desk.submit(), desk.submit(), desk.submit()]);
    const codes = outcomes.map(({ problems }) => problems.map((one) => one.code).join() || 'done').sort();
    expect(codes).toEqual(['ALREADY_SUBMITTED', 'ALREADY_SUBMITTED', 'done']);
  });
});

test('waiting work is counted: the own table, and subordinates that have not submitted', async () => {
  const work = (actor: typeof statistics) =>
    desk.system.ask(actor, '{ reportingWork { toSubmit subordinatesNotSubmitted subordinates dueOn } }');
  expect(await work(statistics)).toEqual({
    reportingWork: { toSubmit: 0, subordinatesNotSubmitted: 0, subordinates: 0, dueOn: '2027-01-12' },
  });
  expect(await work(cityStatistics)).toEqual({
    reportingWork: { toSubmit: 1, subordinatesNotSubmitted: 1, subordinates: 2, dueOn: '2027-01-12' },
  });
});
