import { expect, test } from 'vitest';
import { obligationTasks } from './obligation-tasks.ts';

const posting = {
  kind: 'POSTING_ENDED',
  name: '公示期满，建档',
  total: 6,
  overdue: 2,
  today: 1,
  week: 0,
  reminded: 3,
  escalated: 1,
  nextDueOn: '2026-12-10',
} as const;

test('obligations are grouped by time span, each line opens its list, and tags are listed once', () => {
  const tasks = obligationTasks({ caseRecordsObligations: [posting], identityObligations: null });
  expect(tasks.map(({ due, count, dueOn, to }) => [due, count, dueOn, to])).toEqual([
    ['overdue', 2, undefined, '/obligations?kind=POSTING_ENDED&overdue=1&mine=1'],
    ['today', 1, '2026-12-10', '/obligations?kind=POSTING_ENDED&mine=1'],
    ['later', 3, undefined, '/obligations?kind=POSTING_ENDED&mine=1'],
  ]);
  expect(tasks.map(({ reminded, escalated }) => [reminded, escalated])).toEqual([
    [3, 1],
    [0, 0],
    [0, 0],
  ]);
});
