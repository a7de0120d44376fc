import type { Brand } from './brand.ts';
import { ok, problem, refuse, type Result } from './result.ts';
import { withoutSpaces } from './typed-text.ts';

/** A calendar day, 'YYYY-MM-DD', without hour and time zone. Sorts as text. */
export type LocalDate = Brand<string, 'LocalDate'>;

const SHAPES = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

const DAY = 86_400_000;
const SHANGHAI = 8 * 3_600_000;

/**
 * Reads a day in the shapes clerks write: 2026-11-23, 2026年11月23日, 2026.11.23, 2026/11/23, 20261123.
 * Refuses with DATE_NOT_A_DATE (another shape) or DATE_IMPOSSIBLE (no such day, such as 2026-02-30).
 */
export function parseLocalDate(text: string, options: { readonly field?: string } = {}): Result<LocalDate> {
  const plain = withoutSpaces(text);
  for (const shape of SHAPES) {
    const [, year, month, day] = shape.exec(plain) ?? [];
    if (year === undefined || month === undefined || day === undefined) continue;
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isLocalDate(date)
      ? ok(date)
      : refuse(problem('DATE_IMPOSSIBLE', impossible(year, month, day), options.field));
  }
  return refuse(
    problem(
      'DATE_NOT_A_DATE',
      { zh: '日期应写成 2026-11-23 或 2026年11月23日，改写后重录', en: 'The date must be written as 2026-11-23' },
      options.field,
    ),
  );
}

/** Whether the text is a day that exists, exactly 'YYYY-MM-DD', year 1000 or later. */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** A day from a literal: throws unless it exists and is 'YYYY-MM-DD'. */
export function localDate(text: string): LocalDate {
  if (isLocalDate(text)) return text;
  throw new Error(`Not a day: ${text}`);
}

/** The day in China (UTC+8) at an instant. */
export function localDateAt(instant: Date): LocalDate {
  return localDate(new Date(instant.getTime() + SHANGHAI).toISOString().slice(0, 10));
}

/** The instant at which a day begins in China. */
export function startOfDay(date: LocalDate): Date {
  return new Date(`${date}T00:00:00+08:00`);
}

/** The minute in China (UTC+8) at an instant, for people: 2026-12-01 14:08. */
export function localMinuteAt(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI).toISOString().slice(0, 16).replace('T', ' ');
}

/** Compares two days for sorting, earlier first. */
export function compareLocalDates(one: LocalDate, other: LocalDate): -1 | 0 | 1 {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

export function isBefore(one: LocalDate, other: LocalDate): boolean {
  return one < other;
}

export function isAfter(one: LocalDate, other: LocalDate): boolean {
  return one > other;
}

/** The day `days` later, or earlier below zero. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return localDate(new Date(midnight(date) + days * DAY).toISOString().slice(0, 10));
}

/** The same day of the month `months` later (earlier below zero); the month's last day where it is shorter. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return localDate(first.toISOString().slice(0, 10));
}

/** The same day `years` later (earlier below zero); 29 February becomes 28 February in an ordinary year. */
export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, years * 12);
}

/** Days from one day to another: 1 from today to tomorrow, below zero when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (midnight(to) - midnight(from)) / DAY;
}

/** Day of the week, Monday 1 to Sunday 7. */
export function dayOfWeek(date: LocalDate): number {
  return new Date(midnight(date)).getUTCDay() || 7;
}

/** Whole years completed on `date` by someone born on `birthDate`; below zero before birth. */
export function ageOn(birthDate: LocalDate, date: LocalDate): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** A day as prose and papers write it: 2026年11月23日. */
export function formatLocalDateChinese(date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
}

const englishMonths = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The same in English: 23 November 2026. */
export function formatLocalDateEnglish(date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${englishMonths[month - 1] ?? ''} ${year}`;
}

/** Year, month (1 to 12) and day of the month. */
export function partsOf(date: LocalDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function midnight(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function impossible(year: string, month: string, day: string): { readonly zh: string; readonly en: string } {
  return {
    zh: `${year}年${Number(month)}月${Number(day)}日不存在，核对原件后重录`,
    en: `There is no day ${year}-${month}-${day}; check it against the original`,
  };
}
