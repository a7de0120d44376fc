import { localDate, type LocalDate } from '@nuangong/primitives';

/** A day as Prisma represents date columns. */
export function storedDate(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** The day in a date column. */
export function readStoredDate(stored: Date): LocalDate {
  return localDate(stored.toISOString().slice(0, 10));
}
