import { expect, test } from 'vitest';
import { day, longDay, moment } from './dates.ts';

test('a day without a time is shown without one, not as eight in the morning', () => {
  expect(moment('2026-12-01')).toBe('2026-12-01');
  expect(moment('2026-12-01T04:05:00Z')).toBe('2026-12-01 12:05');
  expect(day('2026-12-01T20:05:00Z')).toBe('2026-12-02');
});

test('a day in prose is written in the user’s language', () => {
  expect(longDay('2026-12-01', 'zh')).toBe('2026年12月1日');
  expect(longDay('2026-12-01T20:05:00Z', 'en')).toBe('2 December 2026');
});
