import type { Frequencies } from '../frequencies.ts';
import type { NumberFeature } from '../person-features.ts';
import { compareParts, isTypingError, type PartSign } from './compare-digits.ts';
import { evidence, type Evidence } from './evidence.ts';

/**
 * Compares two identity numbers by region and order code; the birth date within is compared with the dates. A typing
 * error breaks the check digit of one of two numbers; twins have two right numbers a digit apart. Undefined if a number
 * is not known.
 */
export function compareNumbers(
  one: NumberFeature | undefined,
  other: NumberFeature | undefined,
  frequencies: Frequencies,
): Evidence | undefined {
  if (one === undefined || other === undefined) return undefined;
  if (one.whole === other.whole) return sameNumber(one, frequencies);
  if (one.isOther !== other.isOther) return undefined;
  if (one.isOther) return evidence('different', 0.15, 0.99, 0.99);
  const signs = compareParts(one.chunkings, other.chunkings);
  const [region = 'UNKNOWN', birth = 'UNKNOWN', order = 'UNKNOWN'] = signs;
  const isWrong = [one, other].filter(({ check }) => check === 'WRONG').length;
  const stranger = chanceOfParts(one, region, order, frequencies);
  if (isTypingError(signs))
    return oneOff(birth, isWrong, one.check === 'RIGHT' && other.check === 'RIGHT', stranger, frequencies);
  const known = signs.filter((sign) => sign !== 'UNKNOWN');
  if (known.length < 3) return incomplete(region, order, known, stranger);
  const others = known.filter((sign) => sign === 'OTHER').length;
  if (others === 1 && known.includes('SAME')) return onePartOther(region, birth, order, isWrong === 1, stranger);
  return isWrong === 1 ? differentByError : different;
}

const different = evidence('different', 0.02, 0.97, 0.97);
const differentByError = evidence('different', 0.03, 0.97, 0.97);

export const sameNumberLevel = 'same';

function sameNumber(number: NumberFeature, frequencies: Frequencies): Evidence {
  if (number.isOther) return evidence(sameNumberLevel, 0.8, 1e-7, 0.001);
  const [region, birth, order] = number.chunkings[0] ?? [];
  const chance =
    (region === undefined ? 1 : frequencies.chance('numberRegion', region.whole)) *
    (birth === undefined ? 1 : 1 / 22_000) *
    (order === undefined ? 1 : frequencies.chance('numberOrder', order.whole));
  return evidence(sameNumberLevel, 0.8, Math.max(chance, 1e-9), Math.max(chance, 0.0005));
}

/** The chance that a stranger's region and order code agree as these do. */
function chanceOfParts(number: NumberFeature, region: PartSign, order: PartSign, frequencies: Frequencies): number {
  const [regionPart, , orderPart] = number.chunkings[0] ?? [];
  let chance = 1;
  if (region === 'SAME' && regionPart !== undefined) chance *= frequencies.chance('numberRegion', regionPart.whole);
  if (region === 'NEAR') chance *= 0.1;
  if (order === 'SAME' && orderPart !== undefined) chance *= frequencies.chance('numberOrder', orderPart.whole);
  if (order === 'NEAR') chance *= 0.03;
  return chance;
}

function oneOff(
  birth: PartSign,
  wrong: number,
  bothRight: boolean,
  stranger: number,
  frequencies: Frequencies,
): Evidence {
  const level = 'one-digit-off';
  const kin = birth === 'SAME' ? 0.5 : 0.03;
  if (wrong === 1) {
    const broken = Math.min(1, 2 * frequencies.wrongNumbers);
    return evidence(level, 0.13, stranger * broken, kin * Math.max(0.02, broken));
  }
  return bothRight ? evidence('next-number', 0.012, stranger, kin) : evidence(level, 0.045, stranger, kin);
}

/** A number with hidden or rounded digits agrees in what is left of it, or not. */
function incomplete(
  region: PartSign,
  order: PartSign,
  known: readonly PartSign[],
  stranger: number,
): Evidence | undefined {
  if (known.length === 0) return undefined;
  if (known.includes('OTHER')) return evidence('different', 0.04, 0.97, 0.97);
  const kin = order === 'SAME' ? 0.005 : region === 'SAME' ? 0.6 : 0.1;
  return evidence('same-as-far-as-known', 0.9, Math.min(0.9, stranger), Math.max(stranger, kin));
}

/** One part of the three is another: read off the wrong line, moved from an older number, or a brother's. */
function onePartOther(
  region: PartSign,
  birth: PartSign,
  order: PartSign,
  isWrong: boolean,
  stranger: number,
): Evidence {
  if (region === 'SAME' && order === 'SAME') {
    return evidence('other-birth-date', 0.012, stranger, Math.max(stranger, 0.003));
  }
  if (birth === 'SAME' && order === 'SAME') {
    return evidence('other-region', 0.015, stranger, Math.max(stranger, 0.003));
  }
  if (birth === 'SAME' && region === 'SAME') return evidence('other-order', isWrong ? 0.03 : 0.015, stranger, 0.6);
  return isWrong ? differentByError : different;
}
