import type { OrganizationKind } from '../graph/generated/operation-types.ts';

/** The kinds of organisation, from the top of the tree down. */
export const organizationKinds: readonly OrganizationKind[] = [
  'PROVINCE',
  'CITY',
  'COUNTY',
  'INDUSTRY_UNION',
  'BASE_UNION',
  'AID_STATION',
];

/** What may stand below an organisation of a kind, the usual one first. */
export function kindsBelow(kind: OrganizationKind): readonly OrganizationKind[] {
  const from = organizationKinds.indexOf(kind);
  const below = organizationKinds.slice(from + 1);
  return kind === 'COUNTY' || kind === 'INDUSTRY_UNION' ? ['BASE_UNION', 'AID_STATION'] : below;
}
