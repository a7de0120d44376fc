import type {
  AidCentreLevel,
  FacilityKind,
  OrganizationKind,
  StationKind,
} from '../../base/graph/generated/operation-types.ts';

/** The kinds of organisation, from the top of the tree down. */
export const organizationKinds: readonly OrganizationKind[] = [
  'PROVINCE',
  'CITY',
  'COUNTY',
  'INDUSTRY_UNION',
  'BASE_UNION',
  'AID_STATION',
];

export const stationKinds: readonly StationKind[] = ['TOWNSHIP', 'COMMUNITY', 'ENTERPRISE'];

export const aidCentreLevels: readonly AidCentreLevel[] = ['PROVINCE', 'PREFECTURE', 'COUNTY'];

/** The kinds of facility, in the order of line 12 of the centres' table. */
export const facilityKinds: readonly FacilityKind[] = [
  'HOSPITAL',
  'PHARMACY',
  'SUPERMARKET',
  'SCHOOL',
  'COUNSELLING_ROOM',
  'TRAINING_BODY',
  'PLACEMENT_AGENCY',
];

/** The kinds allowed below an organisation of a kind, the usual one first. */
export function kindsBelow(kind: OrganizationKind): readonly OrganizationKind[] {
  switch (kind) {
    case 'PROVINCE':
      return ['CITY'];
    case 'CITY':
      return ['COUNTY', 'INDUSTRY_UNION', 'BASE_UNION', 'AID_STATION'];
    case 'COUNTY':
    case 'INDUSTRY_UNION':
    case 'BASE_UNION':
      return ['BASE_UNION', 'AID_STATION'];
    case 'AID_STATION':
      return [];
  }
}
