import type { HouseholdFilter } from '../graph/generated/operation-types.ts';

const wholeNumber = /^\d{17}[\dXx]$/;

/** What to look for where a name, an identity number or a file number may be typed. */
export function householdFilter(typed: string): HouseholdFilter {
  const text = typed.trim();
  return wholeNumber.test(text) ? { identityNumber: text.toUpperCase() } : { search: text };
}

/** The list of households, narrowed by what it can be narrowed by. */
export function householdsAt(filter: HouseholdFilter): string {
  return `/households?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
