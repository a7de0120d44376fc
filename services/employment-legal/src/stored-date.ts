import { localDate, type LocalDate } from '@nuangong/primitives';

/** A day as Prisma's date columns hold it. */
export function storedDate(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** A day out of a date column. */
export function readStoredDate(stored: Date): LocalDate {
  return localDate(stored.toISOString().slice(0, 10));
}
