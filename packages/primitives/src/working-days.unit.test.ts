import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from './local-date.ts';
import {
  addWorkingDays,
  HOLIDAYS_KNOWN_TO,
  isProvisional,
  isWorkingDay,
  workingDayOnOrAfter,
  workingDaysBetween,
} from './working-days.ts';

const days = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays(localDate('2022-01-01'), offset));

describe('working days', () => {
  it('counts five days of posting over National Day with its make-up Saturday', () => {
    expect(addWorkingDays(localDate('2026-09-29'), 5)).toBe('2026-10-12');
    expect(workingDaysBetween(localDate('2026-09-29'), localDate('2026-10-12'))).toBe(5);
  });

  it.each([
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
    ['2026-09-20', true],
    ['2026-02-14', true],
    ['2026-02-23', false],
    ['2026-11-23', true],
    ['2026-11-22', false],
  ])('%s: %s', (date, working) => {
    expect(isWorkingDay(localDate(date))).toBe(working);
  });

  it('moves a limit that ends on a rest day to the next working day, but not from a make-up workday', () => {
    expect(workingDayOnOrAfter(localDate('2026-10-03'))).toBe('2026-10-08');
    expect(workingDayOnOrAfter(localDate('2026-10-10'))).toBe('2026-10-10');
  });

  it('marks days beyond the announced years as provisional', () => {
    expect(isProvisional(localDate('2026-12-31'))).toBe(HOLIDAYS_KNOWN_TO < '2026-12-31');
    expect(HOLIDAYS_KNOWN_TO >= '2026-12-31').toBe(true);
    expect(isProvisional(addDays(HOLIDAYS_KNOWN_TO, 1))).toBe(true);
    expect(isProvisional(localDate('1999-06-01'))).toBe(true);
  });

  it('observes the statutory holidays of years not announced yet', () => {
    for (const holiday of [
      '2035-01-01',
      '2035-02-07',
      '2035-02-08',
      '2035-02-09',
      '2035-04-05',
      '2035-05-01',
      '2035-05-02',
      '2035-10-01',
    ]) {
      expect([holiday, isWorkingDay(localDate(holiday))]).toEqual([holiday, false]);
    }
    expect(isWorkingDay(localDate('2035-10-08'))).toBe(true);
    const festivals = ['2027-02-05', '2027-02-08', '2027-06-09', '2027-09-15'];
    expect(festivals.filter((day) => isWorkingDay(localDate(day)))).toEqual([]);
  });

  it('never ends on a rest day, and subtracts what it added', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const to = addWorkingDays(from, count);
        expect(isWorkingDay(to)).toBe(true);
        expect(workingDaysBetween(from, to)).toBe(count);
      }),
      { numRuns: 60 },
    );
  });

  it('counts the same backwards and forwards between working days', () => {
    fc.assert(
      fc.property(days.filter(isWorkingDay), fc.integer({ min: -40, max: 40 }), (from, count) => {
        expect(addWorkingDays(addWorkingDays(from, count), -count)).toBe(from);
        expect(workingDaysBetween(from, addWorkingDays(from, count))).toBe(count);
      }),
      { numRuns: 60 },
    );
  });
});
