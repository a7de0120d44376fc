import type { HouseholdFilter } from '../../base/graph/generated/operation-types.ts';
import { listAt } from '../../base/list/list-address.ts';
import type { Sought } from '../../base/list/sought.ts';

const wholeNumber = /^\d{17}[\dXx]$/;

/** The filter for a typed name, reading, telephone, account, identity number or file number. */
export function householdFilter(typed: string): Sought {
  const text = typed.trim();
  return wholeNumber.test(text) ? { identityNumber: text.toUpperCase() } : { search: text };
}

/** The address of the list of households with a filter, without anything that identifies a person. */
export function householdsAt(filter: Omit<HouseholdFilter, keyof Sought>): string {
  return listAt('/households', filter);
}
