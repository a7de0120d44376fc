import { isUuid, ok, problem, refuse, type LocalDate, type Result } from '@nuangong/primitives';

/** Reads a whole number within bounds; refuses with NUMBER_OUT_OF_RANGE. */
export function readCount(count: number, field: string, least: number, most: number): Result<number> {
  if (Number.isSafeInteger(count) && count >= least && count <= most) return ok(count);
  const zh = `应为 ${least} 至 ${most} 的整数，核对后重录`;
  return refuse(problem('NUMBER_OUT_OF_RANGE', { zh, en: `Use a whole number from ${least} to ${most}` }, field));
}

/** The day as typed, or today where none was typed. */
export function dayOrToday(typed: string | null | undefined, today: LocalDate): string {
  return typed == null || typed.trim() === '' ? today : typed;
}

/** The valid ids among texts sent by a client; the others match no record. */
export function onlyIds(ids: readonly string[]): string[] {
  return ids.filter(isUuid);
}
