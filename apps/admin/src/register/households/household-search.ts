import type { HouseholdFilter } from '../../base/graph/generated/operation-types.ts';
import type { Sought } from '../../base/list/sought.ts';

const wholeNumber = /^\d{17}[\dXx]$/;

/** What to look for where a name, an identity number or a file number may be typed. */
export function householdFilter(typed: string): Sought {
  const text = typed.trim();
  return wholeNumber.test(text) ? { identityNumber: text.toUpperCase() } : { search: text };
}

/** The list of households, narrowed by what an address may say: nothing that somebody is found by. */
export function householdsAt(filter: Omit<HouseholdFilter, keyof Sought>): string {
  return `/households?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
