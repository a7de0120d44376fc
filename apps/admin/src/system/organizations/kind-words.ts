import type { OrganizationKind, StationKind } from '../../base/graph/generated/operation-types.ts';
import type { useTerm } from '../../base/i18n/use-term.ts';

/** The kind of an organisation in words; for a station its own kind: 帮扶站点（社区（村））. */
export function kindWords(
  { kind, stationKind }: { readonly kind: OrganizationKind; readonly stationKind: StationKind | null },
  term: ReturnType<typeof useTerm>,
): string {
  return stationKind === null ? term('organizationKind', kind) : term('stationKind', stationKind);
}
