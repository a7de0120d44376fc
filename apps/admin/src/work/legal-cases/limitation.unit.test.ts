import { expect, test } from 'vitest';
import { daysUntil, limitationTone } from './limitation.ts';

test('days are whole numbers, also across years, and negative once past', () => {
  expect(daysUntil('2027-01-01', '2026-12-30')).toBe(2);
  expect(daysUntil('2026-12-30', '2026-12-30')).toBe(0);
  expect(daysUntil('2026-12-29', '2027-01-02')).toBe(-4);
});

test('a limitation is marked as near from 30 days before, and as urgent from a week before', () => {
  expect([31, 30, 8, 7, 0, -1].map(limitationTone)).toEqual(['still', 'wait', 'wait', 'stop', 'stop', 'stop']);
});
