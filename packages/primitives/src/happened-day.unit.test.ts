import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstOrdinaryDay, readHappenedDay, readPlannedDay, type DayFloor } from './happened-day.ts';
import { addDays, localDate, type LocalDate } from './local-date.ts';
import type { Result } from './result.ts';

const today = localDate('2026-12-08');
const what = { zh: '退出日期', en: 'the day of the exit' };
const opened: DayFloor = { on: localDate('2026-03-01'), what: { zh: '建档日期', en: 'the day the file was opened' } };
const noReason = { text: null, field: 'dateReason' };
const rule = { field: 'exitedOn', what, today, reason: noReason };

const codeOf = (result: Result<unknown>) => (result.ok ? undefined : result.problems[0]?.code);
const anyDay = fc.integer({ min: -40_000, max: 4000 }).map((offset) => addDays(today, offset));
const reasons = fc.constantFrom(undefined, '', '  ', '补录旧账');

describe('a day on which something happened', () => {
  it.each([
    ['2026-12-08', undefined],
    ['2026年3月1日', undefined],
    ['2026-12-09', 'DATE_IN_FUTURE'],
    ['2026-02-28', 'DATE_BEFORE_BASIS'],
    ['2026-02-30', 'DATE_IMPOSSIBLE'],
    ['上周', 'DATE_NOT_A_DATE'],
  ])('%s: %s', (text, code) => {
    expect(codeOf(readHappenedDay(text, { ...rule, restsOn: [undefined, opened] }))).toBe(code);
  });

  it('is refused before the day it depends on, with what to do', () => {
    expect(readHappenedDay('2026-02-28', { ...rule, restsOn: [opened] })).toEqual({
      ok: false,
      problems: [
        {
          code: 'DATE_BEFORE_BASIS',
          field: 'exitedOn',
          message: {
            zh: '退出日期不能早于建档日期（2026-03-01），核对后重录',
            en: 'The day of the exit is before the day the file was opened (2026-03-01); check it.',
          },
        },
      ],
    });
  });

  it('before 1 January of last year needs a reason, which is returned to be kept', () => {
    const reason = (text: string) => ({ ...rule, reason: { text, field: 'dateReason' } });
    expect(readHappenedDay('2025-01-01', reason(''))).toEqual({ ok: true, value: { on: '2025-01-01', reason: null } });
    expect(readHappenedDay('2024-12-31', reason(' '))).toMatchObject({
      problems: [{ code: 'DATE_REASON_MISSING', field: 'dateReason' }],
    });
    expect(readHappenedDay('2024-12-31', reason(' 补录旧账 '))).toEqual({
      ok: true,
      value: { on: '2024-12-31', reason: '补录旧账' },
    });
    expect(codeOf(readHappenedDay('2024-12-31', rule))).toBe('DATE_REASON_MISSING');
    expect(codeOf(readHappenedDay('1850-12-31', reason('补录旧账')))).toBe('DATE_TOO_OLD');
    expect(codeOf(readHappenedDay('2026-12-31', reason('补录旧账')))).toBe('DATE_IN_FUTURE');
    expect(codeOf(readHappenedDay('2026-12-01', reason('字'.repeat(501))))).toBe('TEXT_TOO_LONG');
  });

  it('may precede a floor with a reason only when the floor allows it', () => {
    const claim: DayFloor = { ...opened, unlessReason: true };
    const read = (floor: DayFloor, text?: string) =>
      codeOf(
        readHappenedDay('2026-02-01', {
          ...rule,
          restsOn: [floor],
          reason: { text, field: 'dateReason' },
        }),
      );
    expect([read(claim), read(claim, ''), read(claim, '先付后报'), read(opened, '先付后报')]).toEqual([
      'DATE_REASON_MISSING',
      'DATE_REASON_MISSING',
      undefined,
      'DATE_BEFORE_BASIS',
    ]);
  });

  it('is not after today, not before a firm floor, and not older than last year without a reason', () => {
    fc.assert(
      fc.property(anyDay, fc.array(anyDay, { maxLength: 3 }), reasons, (day, floors, text) => {
        const restsOn = floors.map((on) => ({ ...opened, on }));
        const read = readHappenedDay(day, {
          ...rule,
          restsOn,
          reason: { text, field: 'dateReason' },
        });
        const reason = (text ?? '').trim() === '' ? null : text;
        const right =
          day <= today &&
          day >= '1950-01-01' &&
          floors.every((floor) => day >= floor) &&
          (day >= firstOrdinaryDay(today) || reason !== null);
        expect(read.ok ? read.value : read.ok).toEqual(right ? { on: day, reason } : false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a planned day', () => {
  const planned = {
    field: 'from',
    what: { zh: '开始日期', en: 'the first day' },
    today,
    mostDaysBack: 60,
    mostDaysAhead: 30,
  };

  it('is within its bounds, both included, and not before the day it depends on', () => {
    fc.assert(
      fc.property(fc.integer({ min: -90, max: 90 }), fc.option(fc.integer({ min: -90, max: 90 })), (offset, floor) => {
        const day: LocalDate = addDays(today, offset);
        const restsOn = floor === null ? [] : [{ ...opened, on: addDays(today, floor) }];
        const right = offset >= -60 && offset <= 30 && (floor === null || offset >= floor);
        expect(readPlannedDay(day, { ...planned, restsOn }).ok).toBe(right);
      }),
    );
  });

  it.each([
    ['2026-10-08', 'DATE_TOO_OLD'],
    ['2027-01-08', 'DATE_TOO_FAR'],
    ['2026-13-01', 'DATE_IMPOSSIBLE'],
    ['', 'DATE_NOT_A_DATE'],
  ])('%s: %s', (text, code) => {
    expect(codeOf(readPlannedDay(text, planned))).toBe(code);
  });
});
