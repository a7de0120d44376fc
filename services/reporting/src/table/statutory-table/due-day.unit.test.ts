import { expect, test } from 'vitest';
import { localDate } from '@nuangong/primitives';
import { dueDay } from './due-day.ts';

test.each([
  ['2026-12-01', '2027-01-12'],
  ['2027-01-01', '2027-01-12'],
  ['2027-01-12', '2027-01-12'],
  ['2027-01-13', '2028-01-12'],
])('given a campaign from %s, then the table is due on %s', (from, due) => {
  expect(dueDay(localDate(from))).toBe(due);
});
