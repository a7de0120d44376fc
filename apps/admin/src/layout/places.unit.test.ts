import { expect, test } from 'vitest';
import { places, waitingAt } from './places.ts';

const reportingWork = { toSubmit: 1, subordinatesNotSubmitted: 0, subordinates: 0, dueOn: '2027-01-31' };

test('the table waits for those who submit it, not for those who only read it', () => {
  const table = places.find((place) => place.to === '/reports/warmth-table')!;
  expect(waitingAt(table, ['report.read', 'report.submit'], { reportingWork })).toBe(1);
  expect(waitingAt(table, ['report.read', 'case-file.review'], { reportingWork })).toBeUndefined();
});
