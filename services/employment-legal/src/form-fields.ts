import {
  isAfter,
  isUuid,
  ok,
  parseLocalDate,
  problem,
  refuse,
  type LocalDate,
  type Result,
} from '@nuangong/primitives';

/** Reads a whole number within bounds; refuses with NUMBER_OUT_OF_RANGE. */
export function readCount(count: number, field: string, least: number, most: number): Result<number> {
  if (Number.isSafeInteger(count) && count >= least && count <= most) return ok(count);
  const zh = `应为 ${least} 至 ${most} 的整数，核对后重录`;
  return refuse(problem('NUMBER_OUT_OF_RANGE', { zh, en: `Use a whole number from ${least} to ${most}` }, field));
}

/** Reads the day on which something happened, today where it is left out; refuses a day that has not come. */
export function readPastDay(typed: string | null | undefined, field: string, today: LocalDate): Result<LocalDate> {
  if (typed == null || typed.trim() === '') return ok(today);
  const day = parseLocalDate(typed, { field });
  if (!day.ok || !isAfter(day.value, today)) return day;
  return refuse(
    problem(
      'DATE_IN_FUTURE',
      { zh: '日期不能晚于今天，核对后重录', en: 'The day lies in the future; check it' },
      field,
    ),
  );
}

/** The ids among texts that a client sent: others belong to no record. */
export function onlyIds(ids: readonly string[]): string[] {
  return ids.filter(isUuid);
}
