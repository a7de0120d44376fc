import { afterAll, beforeAll, expect, test } from 'vitest';
import { organizationOf } from '../../testing/reporting-system.ts';
import { cityStatistics, openDesk, statistics, stranger, type StatisticsDesk } from '../../testing/statistics-desk.ts';
import { county } from '../../testing/winter-campaign.ts';

let desk: StatisticsDesk;
beforeAll(async () => {
  desk = await openDesk(3);
}, 120_000);
afterAll(() => desk.system.stop());

test('given several figures, when some are refused, then the others are saved and each refusal names its cell', async () => {
  const { problems, entered } = await desk.enterAll([
    { cell: '10A', value: '52300' },
    { cell: '10B', value: '1.5' },
    { cell: '7D', value: '4' },
    { cell: '9', value: '1' },
    { cell: '99Z', value: '1' },
    { cell: '11A', value: '9.75' },
  ]);
  expect(problems).toEqual([]);
  expect(entered).toEqual({
    figures: [
      { key: '10A', value: '52300' },
      { key: '11A', value: '9.75' },
    ],
    refused: [
      { cell: '10B', problems: [{ code: 'FIGURE_NOT_WHOLE', field: 'value' }] },
      { cell: '7D', problems: [{ code: 'REASON_NEEDED', field: 'reason' }] },
      { cell: '9', problems: [{ code: 'CELL_COMPUTED', field: 'cell' }] },
      { cell: '99Z', problems: [{ code: 'NOT_FOUND', field: 'cell' }] },
    ],
  });
  const table = await desk.cells();
  expect([table['10A']?.value, table['10B']?.value, table['11A']?.value]).toEqual(['52300', '', '9.75']);
  const audited = await desk.system.asOwner(`select after->>'cell' as cell from audit_entry order by id`);
  expect(audited).toEqual([{ cell: '10A' }, { cell: '11A' }]);
  const many = Array.from({ length: 1001 }, () => ({ cell: '10A', value: '1' }));
  expect((await desk.enterAll(many)).problems).toEqual([{ code: 'TOO_MANY_FIGURES', field: 'figures' }]);
});

test('the history of a cell lists every value and its author, latest first, for those who may read the table', async () => {
  await desk.enter({ cell: '10C', value: '5' });
  await desk.enter({ cell: '10C', value: '' });
  await desk.enter({ cell: '10C', value: '52300' });
  await desk.enter({ cell: '7D', value: '4', reason: '一户由乡镇代发' });
  expect((await desk.submit()).problems).toEqual([]);
  expect(await desk.history('10C')).toMatchObject([
    { kind: 'SUBMITTED', value: '52300', by: '赵敏' },
    { kind: 'ENTERED', value: '52300', by: '赵敏' },
    { kind: 'TAKEN_BACK', value: '', by: '赵敏' },
    { kind: 'ENTERED', value: '5', by: '赵敏' },
  ]);
  const ofCounty = organizationOf(county).id;
  expect(await desk.history('7D', cityStatistics, ofCounty)).toMatchObject([
    { kind: 'SUBMITTED', value: '4' },
    { kind: 'ENTERED', value: '4', reason: '一户由乡镇代发' },
  ]);
  expect(await desk.history('7D', stranger, ofCounty)).toEqual([]);
  expect(await desk.history('7D', statistics, ofCounty)).toHaveLength(2);
});
