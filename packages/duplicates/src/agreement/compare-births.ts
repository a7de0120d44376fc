import type { Frequencies } from '../frequencies.ts';
import type { BirthFeature } from '../person-features.ts';
import { isNear } from './compare-digits.ts';
import { evidence, type Evidence } from './evidence.ts';

const different = evidence('different', 0.025, 0.99, 0.97);

/** Compares what is known of two birth dates, typed or from the number; the best agreement counts. */
export function compareBirths(
  one: readonly BirthFeature[],
  other: readonly BirthFeature[],
  frequencies: Frequencies,
): Evidence | undefined {
  let best: Evidence | undefined;
  for (const first of one) {
    for (const second of other) {
      const found = compareDates(first, second, frequencies);
      if (best === undefined || found.stranger > best.stranger) best = found;
    }
  }
  return best;
}

/** Compares only dates that were typed as dates: beside equal numbers they alone say something new. */
export function compareTypedBirths(
  one: readonly BirthFeature[],
  other: readonly BirthFeature[],
  frequencies: Frequencies,
): Evidence | undefined {
  const typed = (births: readonly BirthFeature[]): BirthFeature[] => births.filter(({ fromNumber }) => !fromNumber);
  return compareBirths(typed(one), typed(other), frequencies);
}

function compareDates(one: BirthFeature, other: BirthFeature, frequencies: Frequencies): Evidence {
  if (one.date === undefined || other.date === undefined) return comparePartial(one, other);
  if (one.date.whole === other.date.whole) {
    const chance = frequencies.chance('date', one.date.whole);
    return evidence('same', 0.86, chance, Math.max(chance, 0.015));
  }
  if (one.swapped === other.date.whole) return evidence('day-and-month-exchanged', 0.02, 8e-5, 5e-4);
  if (one.lunar === other.date.whole || other.lunar === one.date.whole) return evidence('lunar', 0.02, 2e-4, 5e-4);
  if (isNear(one.date, other.date)) return evidence('one-digit-off', 0.05, 0.002, 0.008);
  const sameYear = one.year === other.year;
  const sameMonth = one.month === other.month;
  const sameDay = one.day === other.day;
  if (sameYear && sameMonth) return evidence('same-month', 0.01, 0.0014, 0.0014);
  if (sameYear && sameDay) return evidence('same-year-and-day', 0.008, 5e-4, 5e-4);
  if (sameMonth && sameDay) return evidence('same-day-of-the-year', 0.015, 0.0028, 0.004);
  return different;
}

/** One of the dates lacks its day or its month. */
function comparePartial(one: BirthFeature, other: BirthFeature): Evidence {
  if (one.year !== other.year) return evidence('different', 0.06, 0.98, 0.96);
  if (one.month === undefined || other.month === undefined) return evidence('same-year', 0.9, 1 / 55, 0.03);
  if (one.month !== other.month) return evidence('different', 0.06, 0.98, 0.96);
  return evidence('same-month', 0.88, 1 / 660, 0.016);
}
