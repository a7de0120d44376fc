import type { OrganizationKind } from '@nuangong/access';
import { localDate, type LocalDate } from '@nuangong/primitives';
import stored from '../data/organizations.json' with { type: 'json' };

/** An organisation of the demonstration city, or the province above it. */
export interface CityOrganization {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly parentId: string | null;
  readonly path: string;
  /** Only for a station. */
  readonly stationKind: 'TOWNSHIP' | 'COMMUNITY' | 'ENTERPRISE' | null;
  /** The first day in force. */
  readonly from: LocalDate;
}

/** The fixed id of a demonstration organisation: its code's digits at the end of a UUID. */
export function organizationIdOf(code: string): string {
  return `00000000-0000-7000-8000-${code.replaceAll('-', '').padStart(12, '0')}`;
}

/** The first day in force of the demonstration's unions. */
const unionsFrom = '2000-01-01';

/** All demonstration organisations, each after the one above it. */
export const organizations: readonly CityOrganization[] = stored.map(({ code, name, kind, parent, path, ...more }) => ({
  id: organizationIdOf(code),
  code,
  name,
  kind: kind as CityOrganization['kind'],
  parentId: parent === null ? null : organizationIdOf(parent),
  path,
  stationKind: (more.stationKind ?? null) as CityOrganization['stationKind'],
  from: localDate(more.from ?? unionsFrom),
}));

/** The provincial federation above the city. */
export const province: CityOrganization = the('PROVINCE');

/** The city's own federation. */
export const city: CityOrganization = the('CITY');

/** The city's counties in the order of their codes. */
export const counties: readonly CityOrganization[] = organizations.filter(({ kind }) => kind === 'COUNTY');

/** The organisations directly below the city that keep households and books: its counties and industry unions. */
export const unitsBelowCity: readonly CityOrganization[] = organizations.filter(
  ({ kind }) => kind === 'COUNTY' || kind === 'INDUSTRY_UNION',
);

function the(kind: CityOrganization['kind']): CityOrganization {
  const found = organizations.find((organization) => organization.kind === kind);
  if (found === undefined) throw new Error(`the demonstration has no ${kind}`);
  return found;
}
