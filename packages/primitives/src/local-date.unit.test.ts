import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  compareLocalDates,
  dayOfWeek,
  daysBetween,
  formatLocalDateChinese,
  localDate,
  localDateAt,
  parseLocalDate,
  startOfDay,
} from './local-date.ts';

const days = fc.integer({ min: -40_000, max: 40_000 }).map((offset) => addDays(localDate('2000-01-01'), offset));

describe('local dates', () => {
  it.each([
    '2026-11-23',
    '2026年11月23日',
    '2026.11.23',
    '2026/11/23',
    '20261123',
    '２０２６年１１月２３日',
    ' 2026 年 11 月 23 日',
  ])('reads %s', (text) => {
    expect(parseLocalDate(text)).toEqual({ ok: true, value: '2026-11-23' });
  });

  it.each([
    ['2026-02-30', 'DATE_IMPOSSIBLE'],
    ['2026-13-01', 'DATE_IMPOSSIBLE'],
    ['20260229', 'DATE_IMPOSSIBLE'],
    ['0000-01-01', 'DATE_IMPOSSIBLE'],
    ['26-11-23', 'DATE_NOT_A_DATE'],
    ['2026-11/23', 'DATE_NOT_A_DATE'],
    ['', 'DATE_NOT_A_DATE'],
  ])('refuses %s: %s', (text, code) => {
    expect(parseLocalDate(text, { field: 'from' })).toMatchObject({ ok: false, problems: [{ code, field: 'from' }] });
  });

  it('counts days, months and years', () => {
    expect(addDays(localDate('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addMonths(localDate('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(localDate('2026-01-31'), -2)).toBe('2025-11-30');
    expect(addYears(localDate('2024-02-29'), 1)).toBe('2025-02-28');
    expect(dayOfWeek(localDate('2026-11-23'))).toBe(1);
    expect(formatLocalDateChinese(localDate('2026-01-05'))).toBe('2026年1月5日');
  });

  it('counts whole years of age', () => {
    expect(ageOn(localDate('2010-11-23'), localDate('2026-11-23'))).toBe(16);
    expect(ageOn(localDate('2010-11-24'), localDate('2026-11-23'))).toBe(15);
    expect(ageOn(localDate('2008-02-29'), localDate('2026-02-28'))).toBe(17);
  });

  it('gives the day in China of an instant', () => {
    expect(localDateAt(new Date('2026-11-23T15:59:59Z'))).toBe('2026-11-23');
    expect(localDateAt(new Date('2026-11-23T16:00:00Z'))).toBe('2026-11-24');
  });

  it('reads back what it writes, and subtracts what it added', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -9999, max: 9999 }), (date, count) => {
        expect(parseLocalDate(formatLocalDateChinese(date))).toEqual({ ok: true, value: date });
        expect(daysBetween(date, addDays(date, count))).toBe(count);
        expect(compareLocalDates(date, addDays(date, count))).toBe(Math.sign(-count) + 0);
      }),
    );
  });

  it('begins in China', () => {
    expect(startOfDay(localDate('2026-12-01'))).toEqual(new Date('2026-11-30T16:00:00Z'));
  });
});
