import {
  charactersIn,
  combineFields,
  keptText,
  ok,
  problem,
  refuse,
  type LocalDate,
  type Result,
} from '@nuangong/primitives';
import { readFirstDay, readName } from '../in-force/in-force.ts';

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
    name: readName(input.name),
    partner: readShort(input.partner, 'partner', 60),
    address: readShort(input.address, 'address', 100),
    phone: readPhone(input.phone),
    from: readFirstDay(input.from, today),
  });
  return read.ok ? ok({ ...read.value, kind: input.kind }) : read;
}

function readShort(text: string | null | undefined, field: string, most: number): Result<string> {
  const kept = keptText(text ?? '');
  if (charactersIn(kept) <= most) return ok(kept);
  return refuse(problem('TEXT_TOO_LONG', { zh: `最多 ${most} 个字`, en: `Use at most ${most} characters.` }, field));
}

function readPhone(text: string | null | undefined): Result<string | null> {
  const phone = (text ?? '').trim();
  if (phone === '') return ok(null);
  if (/^[0-9-]{7,20}$/.test(phone)) return ok(phone);
  return refuse(
    problem('PHONE_SHAPE', { zh: '电话只用数字和短横线，7 至 20 位', en: 'Use digits and hyphens, 7 to 20.' }, 'phone'),
  );
}
