import type { Brand } from './brand.ts';
import { addDays, addMonths, daysBetween, localDate, type LocalDate } from './local-date.ts';
import { ok, problem, refuse, type Result } from './result.ts';
import { withoutSpaces } from './typed-text.ts';

/** Days from `from` to `to`, both included. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate };

/** A month of the accounts, 'YYYY-MM'. Sorts as text. */
export type AccountingMonth = Brand<string, 'AccountingMonth'>;

/** A quarter of a year. */
export type Quarter = 1 | 2 | 3 | 4;

/** Makes a period. Refuses with PERIOD_REVERSED when it would end before it starts. */
export function period(from: LocalDate, to: LocalDate, field?: string): Result<Period> {
  if (from <= to) return ok({ from, to });
  return refuse(
    problem(
      'PERIOD_REVERSED',
      {
        zh: `结束日期 ${to} 早于开始日期 ${from}，调换或重录`,
        en: `The end ${to} is before the start ${from}; swap or correct them`,
      },
      field,
    ),
  );
}

/** Whether a day lies in the period. */
export function periodIncludes(span: Period, date: LocalDate): boolean {
  return span.from <= date && date <= span.to;
}

/** Whether two periods share a day. */
export function periodsOverlap(one: Period, other: Period): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** How many days the period has; a single day is 1. */
export function daysIn(span: Period): number {
  return daysBetween(span.from, span.to) + 1;
}

/** 1 January to 31 December. */
export function yearPeriod(year: number): Period {
  return { from: localDate(`${year}-01-01`), to: localDate(`${year}-12-31`) };
}

/** The three months of a quarter. */
export function quarterPeriod(year: number, quarter: Quarter): Period {
  const from = localDate(`${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`);
  return { from, to: addDays(addMonths(from, 3), -1) };
}

/** The days of a month of the accounts. */
export function monthPeriod(month: AccountingMonth): Period {
  const from = localDate(`${month}-01`);
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** Reads a month: 2026-11, 2026年11月, 2026/11, 2026.11, 202611. Refuses with MONTH_NOT_A_MONTH. */
export function parseAccountingMonth(text: string, options: { readonly field?: string } = {}): Result<AccountingMonth> {
  const plain = withoutSpaces(text);
  const match = /^([1-9]\d{3})(?:[-/.](\d{1,2})|年(\d{1,2})月|(\d{2}))$/.exec(plain);
  const month = (match?.[2] ?? match?.[3] ?? match?.[4] ?? '').padStart(2, '0');
  if (match !== null && month >= '01' && month <= '12') return ok(`${match[1]}-${month}` as AccountingMonth);
  return refuse(
    problem(
      'MONTH_NOT_A_MONTH',
      { zh: '月份应写成 2026-11 或 2026年11月，改写后重录', en: 'The month must be written as 2026-11' },
      options.field,
    ),
  );
}

/** The month of the accounts a day falls in. */
export function accountingMonthOf(date: LocalDate): AccountingMonth {
  return date.slice(0, 7) as AccountingMonth;
}

/** The month `months` later, or earlier below zero. */
export function shiftAccountingMonth(month: AccountingMonth, months: number): AccountingMonth {
  return accountingMonthOf(addMonths(localDate(`${month}-01`), months));
}

/** A month as papers write it: 2026年11月. */
export function formatAccountingMonthChinese(month: AccountingMonth): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}
