import { parseLocalDate, problem, refuse, type LocalDate, type Result } from '@nuangong/primitives';

/**
 * Reads the day on which something happened: a calendar day that is not later than today.
 *
 * @param what what the day is called in Chinese: 退出日期, 走访日期.
 */
export function readDayUpToToday(text: string, today: LocalDate, field: string, what: string): Result<LocalDate> {
  const day = parseLocalDate(text, { field });
  if (!day.ok || day.value <= today) return day;
  return refuse(
    problem(
      'DATE_IN_FUTURE',
      { zh: `${what}不能晚于今天，核对后重录`, en: 'The day lies in the future.' },
      field,
    ),
  );
}
