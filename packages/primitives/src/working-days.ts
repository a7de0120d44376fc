import chineseDays from 'chinese-days';
import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, dayOfWeek, localDate, partsOf, type LocalDate } from './local-date.ts';

const HOLIDAYS: ReadonlySet<string> = new Set(Object.keys(calendar.holidays));
const MAKE_UP_WORKDAYS: ReadonlySet<string> = new Set(Object.keys(calendar.workdays));
const KNOWN_YEARS: ReadonlySet<number> = new Set(
  Object.keys(calendar.holidays)
    .filter((day) => day.endsWith('-10-01'))
    .map((day) => Number(day.slice(0, 4))),
);
const SOLAR_STATUTORY: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);
const LUNAR_STATUTORY: ReadonlySet<string> = new Set(['1/1', '1/2', '1/3', '5/5', '8/15']);

/** The last day whose holidays and make-up workdays have been announced and are in the calendar. */
export const HOLIDAYS_KNOWN_TO: LocalDate = localDate(`${Math.max(...KNOWN_YEARS)}-12-31`);

/**
 * Whether the answers about a day may still change, because its year's holidays and make-up workdays are not announced
 * or not in the calendar. Such days are judged only by weekends and the statutory holidays.
 */
export function isProvisional(date: LocalDate): boolean {
  return !KNOWN_YEARS.has(partsOf(date).year);
}

/** Whether offices work on a day: Mondays to Fridays except public holidays, and make-up workdays at weekends. */
export function isWorkingDay(date: LocalDate): boolean {
  if (isProvisional(date)) return dayOfWeek(date) <= 5 && !isStatutoryHoliday(date);
  if (MAKE_UP_WORKDAYS.has(date)) return true;
  return dayOfWeek(date) <= 5 && !HOLIDAYS.has(date);
}

/**
 * The `days`-th working day after a day, which itself does not count; before it if `days` is negative; the day itself
 * for 0. `isProvisional` of the result says whether it may still change.
 */
export function addWorkingDays(from: LocalDate, days: number): LocalDate {
  if (!Number.isSafeInteger(days)) throw new Error(`Not a whole number of days: ${days}`);
  const step = days < 0 ? -1 : 1;
  let date = from;
  for (let left = Math.abs(days); left > 0;) {
    date = addDays(date, step);
    if (isWorkingDay(date)) left -= 1;
  }
  return date;
}

/** The day itself if it is a working day, else the next one: the end of a deadline that falls on a rest day. */
export function workingDayOnOrAfter(date: LocalDate): LocalDate {
  return isWorkingDay(date) ? date : addWorkingDays(date, 1);
}

/**
 * The number of working days after `from` up to and including `to`; 0 for the same day, negative if `to` is earlier.
 */
export function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  if (to < from) return -countWorkingDays(to, addDays(from, -1));
  return countWorkingDays(addDays(from, 1), to);
}

function countWorkingDays(from: LocalDate, to: LocalDate): number {
  let count = 0;
  for (let date = from; date <= to; date = addDays(date, 1)) if (isWorkingDay(date)) count += 1;
  return count;
}

/** Whether a day is a holiday by 全国年节及纪念日放假办法 (2024), before any rearrangement of weekends. */
function isStatutoryHoliday(date: LocalDate): boolean {
  if (SOLAR_STATUTORY.has(date.slice(5)) || date.slice(5) === tombSweepingDay(partsOf(date).year)) return true;
  return LUNAR_STATUTORY.has(lunarDay(date)) || lunarDay(addDays(date, 1)) === '1/1';
}

/** Month and day of the lunar calendar as '8/15'; a leap month, which has no festivals, includes 'leap'. */
function lunarDay(date: LocalDate): string {
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(date);
  return `${isLeap ? 'leap ' : ''}${lunarMon}/${lunarDay}`;
}

/** The day when the sun reaches 15 degrees, 4 or 5 April, by the usual formula for this century. */
function tombSweepingDay(year: number): string {
  const inCentury = year % 100;
  return `04-0${Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4)}`;
}
