import { formatLocalDateChinese, formatLocalDateEnglish, localDate } from '@nuangong/primitives';

const cityTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** A date in a list, "2026-11-23", of a date or of an instant in the city's time; a missing one is —. */
export function day(value: string | null | undefined): string {
  if (value === null || value === undefined) return '—';
  return value.length <= 10 ? value : cityTime.format(new Date(value)).slice(0, 10);
}

/** An instant in a list in the city's time: "2026-11-23 14:08"; of a date, which has no time, the date. */
export function moment(value: string | null | undefined): string {
  if (value === null || value === undefined) return '—';
  return value.length <= 10 ? value : cityTime.format(new Date(value));
}

/** A date in prose and on paper: "2026年11月23日", or "23 November 2026". */
export function longDay(value: string | null | undefined, language: 'zh' | 'en'): string {
  if (value === null || value === undefined) return '—';
  const date = localDate(day(value));
  return language === 'zh' ? formatLocalDateChinese(date) : formatLocalDateEnglish(date);
}

/** Today's date in the city. */
export function today(now: Date): string {
  return cityTime.format(now).slice(0, 10);
}
