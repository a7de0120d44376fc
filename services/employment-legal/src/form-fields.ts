import { isUuid, type LocalDate } from '@nuangong/primitives';

/** The day as typed, or today where none was typed. */
export function dayOrToday(typed: string | null | undefined, today: LocalDate): string {
  return typed == null || typed.trim() === '' ? today : typed;
}

/** The valid ids among texts sent by a client; the others match no record. */
export function onlyIds(ids: readonly string[]): string[] {
  return ids.filter(isUuid);
}
