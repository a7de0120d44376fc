import { combineFields, ok, readText, type Result } from '@nuangong/primitives';
import { readOrganizationName, readTelephone } from '../in-force/in-force.ts';

/** The kinds of facilities (惠民帮扶机构), in the order of table 2, line 12. */
export const facilityKinds = [
  'HOSPITAL',
  'PHARMACY',
  'SUPERMARKET',
  'SCHOOL',
  'COUNSELLING_ROOM',
  'TRAINING_BODY',
  'PLACEMENT_AGENCY',
] as const;
export type FacilityKind = (typeof facilityKinds)[number];

/** A facility, as typed. */
export interface FacilityInput {
  readonly kind: FacilityKind;
  readonly name: string;
  /** The partner that it is run with; left out or empty if it is the union's own. */
  readonly partner?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly phone?: string | null | undefined;
  /** The first day in force, YYYY-MM-DD; today by default. */
  readonly from?: string | null | undefined;
}

/** The properties of a facility from a day on. */
export interface FacilityState {
  readonly kind: FacilityKind;
  readonly name: string;
  readonly partner: string;
  readonly address: string;
  readonly phone: string | null;
}

/** Checks a facility; every problem names its field. */
export function decideFacility(input: FacilityInput): Result<FacilityState> {
  const read = combineFields({
    name: readOrganizationName(input.name),
    partner: readText(input.partner, 'partner', 60),
    address: readText(input.address, 'address', 100),
    phone: (input.phone ?? '').trim() === '' ? ok(null) : readTelephone(input.phone ?? ''),
  });
  return read.ok ? ok({ ...read.value, kind: input.kind }) : read;
}
