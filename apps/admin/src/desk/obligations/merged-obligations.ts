import type { ObligationPartsFragment, ObligationsQuery } from '../../base/graph/generated/operation-types.ts';

/** The services that have obligations, by their names in the operations of this folder. */
const services = ['caseRecords', 'identity', 'reporting'] as const;
type ObligationService = (typeof services)[number];

/** The obligations of all services as one list. */
export interface MergedObligations {
  readonly items: readonly ObligationPartsFragment[];
  /** In all services that answered. */
  readonly total: number;
  /** The services that did not answer: their obligations are missing. */
  readonly silent: readonly ObligationService[];
}

/** Merges the pages of all services: open ones by due day, ended ones latest first; at most `perPage`. */
export function mergeObligations(answer: ObligationsQuery, perPage: number): MergedObligations {
  const pages = services.flatMap((service) => answer[service] ?? []);
  const items = pages
    .flatMap((page) => page.items)
    .toSorted(
      (one, other) =>
        (other.endedAt ?? '').localeCompare(one.endedAt ?? '') ||
        one.dueOn.localeCompare(other.dueOn) ||
        one.id.localeCompare(other.id),
    );
  return {
    items: items.slice(0, perPage),
    total: pages.reduce((sum, { total }) => sum + total, 0),
    silent: services.filter((service) => !answer[service]),
  };
}
