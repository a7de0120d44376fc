import { describe, expect, it } from 'vitest';
import { localDate } from './local-date.ts';
import {
  accountingMonthOf,
  daysIn,
  formatAccountingMonthChinese,
  monthPeriod,
  parseAccountingMonth,
  period,
  periodIncludes,
  periodsOverlap,
  quarterPeriod,
  shiftAccountingMonth,
} from './period.ts';
import { valueOf } from './result.ts';

describe('periods', () => {
  it('include both ends and never end before they begin', () => {
    const span = valueOf(period(localDate('2026-11-01'), localDate('2026-11-30')));
    expect([
      daysIn(span),
      periodIncludes(span, localDate('2026-11-30')),
      periodIncludes(span, localDate('2026-12-01')),
    ]).toEqual([30, true, false]);
    expect(periodsOverlap(span, { from: span.to, to: span.to })).toBe(true);
    expect(period(span.to, span.from)).toMatchObject({ problems: [{ code: 'PERIOD_REVERSED' }] });
  });

  it('are made for months and quarters', () => {
    const month = accountingMonthOf(localDate('2024-02-10'));
    expect(monthPeriod(month)).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(quarterPeriod(2026, 4)).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(shiftAccountingMonth(month, -2)).toBe('2023-12');
    expect(formatAccountingMonthChinese(month)).toBe('2024年2月');
  });

  it.each(['2026-11', '2026年11月', '2026/11', '202611'])('reads %s', (text) => {
    expect(valueOf(parseAccountingMonth(text))).toBe('2026-11');
  });

  it.each(['2026-13', '2026-00', '11', '2026'])('refuses %s', (text) => {
    expect(parseAccountingMonth(text)).toMatchObject({ problems: [{ code: 'MONTH_NOT_A_MONTH' }] });
  });
});
