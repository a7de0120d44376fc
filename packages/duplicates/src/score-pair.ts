import { compareBirths, compareTypedBirths } from './agreement/compare-births.ts';
import { compareAccounts, comparePhones } from './agreement/compare-digits.ts';
import { compareNames } from './agreement/compare-names.ts';
import { compareNumbers, sameNumberLevel } from './agreement/compare-numbers.ts';
import { comparePlaces } from './agreement/compare-places.ts';
import { evidence, type Evidence } from './agreement/evidence.ts';
import type { Frequencies } from './frequencies.ts';
import type { PersonFeatures } from './person-features.ts';

/** How strong the evidence is that two entries are one person. */
export type Strength = 'strong' | 'medium' | 'weak';

/** One reason: the feature, how it agrees, and its weight in bits; below zero it speaks against. */
export interface Because {
  readonly feature: string;
  readonly level: string;
  readonly weight: number;
}

/** Evidence by feature. */
type Features = readonly (readonly [feature: string, found: Evidence])[];

const relativesOfOne = 2;
const smallestRegister = 20_000;

/**
 * Compares two people feature by feature; a feature that one of them lacks says nothing. Undefined as soon as the places
 * that remain cannot make a suspicion of it any more: most pairs end there.
 */
export function compareFeatures(
  one: PersonFeatures,
  other: PersonFeatures,
  frequencies: Frequencies,
): Features | undefined {
  const found: [string, Evidence][] = [];
  let asRelatives = Math.log2(registerSize(frequencies) / relativesOfOne);
  const add = (feature: string, result: Evidence | undefined): void => {
    if (result === undefined) return;
    asRelatives += result.relative;
    found.push([feature, result]);
  };
  const number = compareNumbers(one.number, other.number, frequencies);
  add('name', compareNames(one.name, other.name, frequencies));
  add('birthDate', birthBeside(number, one, other, frequencies));
  add('sex', compareSexes(one.sex, other.sex, number));
  add('identityNumber', number);
  add('phone', comparePhones(one.phones, other.phones, frequencies));
  add('account', compareAccounts(one.account, other.account, frequencies));
  if (strengthOf(asRelatives + placesAtMost, frequencies) === undefined) return undefined;
  add('region', comparePlaces('region', one.region, other.region, frequencies));
  add('unit', comparePlaces('unit', one.unit, other.unit, frequencies));
  return found;
}

/** Region and unit tell one person from a relative by no more bits than these. */
const placesAtMost = 3;

/** Equal numbers already hold the birth date: only a typed date that contradicts them says something. */
function birthBeside(
  number: Evidence | undefined,
  one: PersonFeatures,
  other: PersonFeatures,
  frequencies: Frequencies,
): Evidence | undefined {
  if (number?.level !== sameNumberLevel) return compareBirths(one.births, other.births, frequencies);
  const typed = compareTypedBirths(one.births, other.births, frequencies);
  return typed !== undefined && typed.stranger < 0 ? typed : undefined;
}

function compareSexes(
  one: PersonFeatures['sex'],
  other: PersonFeatures['sex'],
  number: Evidence | undefined,
): Evidence | undefined {
  if (one === undefined || other === undefined) return undefined;
  if (one === other) return number?.level === sameNumberLevel ? undefined : evidence('same', 0.97, 0.5, 0.5);
  return evidence('different', 0.03, 0.5, 0.5);
}

/**
 * The weight of a pair in bits: how much more likely this agreement is for one person than for two, be they strangers,
 * relatives (about two of everybody's are in the register) or neighbours of one place.
 */
export function weigh(features: Features, one: PersonFeatures, frequencies: Frequencies): number {
  let [stranger, relative, neighbour] = [0, 0, 0];
  let living = somewhereAlike;
  for (const [feature, found] of features) {
    stranger += found.stranger;
    relative += found.relative;
    neighbour += found.neighbour;
    if (feature !== 'region' && feature !== 'unit') continue;
    const place = one[feature];
    if (found.level === 'same' && place !== undefined)
      living = Math.min(living, frequencies.chance(feature, place.whole));
  }
  return -Math.log2(
    2 ** -stranger + (relativesOfOne / registerSize(frequencies)) * 2 ** -relative + living * 2 ** -neighbour,
  );
}

/** The share of people who live in one place with somebody whose place is not known. */
const somewhereAlike = 1 / 60;

const registerSize = ({ people }: Frequencies): number => Math.max(people, smallestRegister);

/** Bits that the evidence must exceed before a pair is as likely one person as two: one in twenty is entered twice. */
const even = (frequencies: Frequencies): number => Math.log2(registerSize(frequencies) / 0.1);

/** Bits above even odds from which a pair is strong, medium, weak. */
const above = { strong: 5, medium: -2, weak: -5 } as const satisfies Record<Strength, number>;

/** The strength of a weight in a register of this size; undefined: no suspicion. */
export function strengthOf(weight: number, frequencies: Frequencies): Strength | undefined {
  const bits = weight - even(frequencies);
  if (bits >= above.strong) return 'strong';
  if (bits >= above.medium) return 'medium';
  return bits >= above.weak ? 'weak' : undefined;
}

/** The reasons in order of their weight; what relatives and neighbours share is subtracted at the end. */
export function explain(features: Features, weight: number): readonly Because[] {
  const reasons = features
    .map(([feature, { level, stranger }]) => ({ feature, level, weight: rounded(stranger) }))
    .sort((one, other) => other.weight - one.weight);
  const rest = rounded(rounded(weight) - reasons.reduce((sum, reason) => sum + reason.weight, 0));
  return Math.abs(rest) < 0.1
    ? reasons
    : [...reasons, { feature: 'kinship', level: 'shared-by-relatives-or-neighbours', weight: rest }];
}

/** Bits to one hundredth. */
export const rounded = (bits: number): number => Math.round(bits * 100) / 100;
