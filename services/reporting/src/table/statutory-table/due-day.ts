import { localDate, type LocalDate } from '@nuangong/primitives';

/** The first 12 January on or after a day, when tables are due at the city (§002). */
export function dueDay(from: LocalDate): LocalDate {
  const year = Number(from.slice(0, 4));
  return localDate(`${from.slice(5) <= '01-12' ? year : year + 1}-01-12`);
}
