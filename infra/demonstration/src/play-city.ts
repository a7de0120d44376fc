import { localDate, localDateAt } from '@nuangong/primitives';
import type { CityAtWork } from './city-at-work.ts';
import { playLastWinter } from './last-winter.ts';
import { playThisWinter } from './this-winter.ts';
import { playWorkAndRights } from './work-and-rights.ts';

const [firstDay, lastDay] = [localDate('2026-12-01'), localDate('2027-02-28')];

/**
 * Plays what the city did from last winter until a day of this winter: `now`, or the nearest day on which the
 * demonstration's campaign runs.
 */
export async function playCity(city: CityAtWork, now: Date): Promise<void> {
  const today = localDateAt(now);
  await playLastWinter(city);
  await playWorkAndRights(city);
  await playThisWinter(city, today < firstDay ? firstDay : today > lastDay ? lastDay : today);
}
