import { combineFields, ok, problem, readText, refuse, type LocalDate, type Result } from '@nuangong/primitives';
import { readFirstDay, readOrganizationName } from '../in-force/in-force.ts';

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

/** A facility to be stored. */
export interface NewFacility {
  readonly kind: FacilityKind;
  readonly name: string;
  readonly partner: string;
  readonly address: string;
  readonly phone: string | null;
  readonly from: LocalDate;
}

/** Checks a new facility; every problem names its field. */
export function decideFacility(input: FacilityInput, today: LocalDate): Result<NewFacility> {
  const read = combineFields({
    name: readOrganizationName(input.name),
    partner: readText(input.partner, 'partner', 60),
    address: readText(input.address, 'address', 100),
    phone: readPhone(input.phone),
    from: readFirstDay(input.from, today),
  });
  return read.ok ? ok({ ...read.value, kind: input.kind }) : read;
}

function readPhone(text: string | null | undefined): Result<string | null> {
  const phone = (text ?? '').trim();
  if (phone === '') return ok(null);
  if (/^[0-9]+(-[0-9]+)*$/.test(phone) && phone.length <= 20 && phone.replaceAll('-', '').length >= 7) return ok(phone);
  return refuse(
    problem(
      'PHONE_SHAPE',
      {
        zh: '电话用数字和短横线，至少 7 位数字，如 028-12345678',
        en: 'Enter at least 7 digits, with hyphens between them: 028-12345678.',
      },
      'phone',
    ),
  );
}
