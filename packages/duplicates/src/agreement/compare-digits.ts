import type { Frequencies } from '../frequencies.ts';
import type { Chunking, DigitPart, DigitsFeature } from '../person-features.ts';
import { evidence, type Evidence } from './evidence.ts';

/** How a part of two numbers agrees; one sign off: one wrong, lacking, too many, or two exchanged. */
export type PartSign = 'SAME' | 'NEAR' | 'OTHER' | 'UNKNOWN';

/** Whether two parts differ by one sign, or by two exchanged. */
export function isNear(one: DigitPart, other: DigitPart): boolean {
  for (const near of one.near) if (near === other.whole || other.near.includes(near)) return true;
  return other.near.includes(one.whole);
}

const worth = { SAME: 4, NEAR: 2, UNKNOWN: 1, OTHER: 0 } as const satisfies Record<PartSign, number>;

const noneAgrees: readonly (readonly PartSign[])[] = [3, 4].map((parts) =>
  Array.from({ length: parts }, () => 'OTHER'),
);

/** Looks for single signs only where some part agrees: nothing else can be a typing error. */
function compareWays(one: Chunking, other: Chunking): readonly PartSign[] {
  let [same, known] = [0, 0];
  for (let at = 0; at < one.length; at++) {
    const [part, second] = [one[at], other[at]];
    if (part === undefined || second === undefined) continue;
    known += 1;
    if (part.whole === second.whole) same += 1;
  }
  const none = noneAgrees[one.length - 3];
  if (same === 0 && known === one.length && none !== undefined) return none;
  return one.map((part, at): PartSign => {
    const second = other[at];
    if (part === undefined || second === undefined) return 'UNKNOWN';
    if (part.whole === second.whole) return 'SAME';
    return same > 0 && isNear(part, second) ? 'NEAR' : 'OTHER';
  });
}

/** Compares two numbers part by part, cut in the way in which most agrees. */
export function compareParts(one: readonly Chunking[], other: readonly Chunking[]): readonly PartSign[] {
  const [only] = one;
  const [otherOnly] = other;
  if (one.length === 1 && other.length === 1 && only !== undefined && otherOnly !== undefined) {
    return compareWays(only, otherOnly);
  }
  let best: readonly PartSign[] = [];
  let most = -1;
  for (const first of one) {
    for (const second of other) {
      const signs = compareWays(first, second);
      let total = 0;
      for (const sign of signs) total += worth[sign];
      if (total > most) [best, most] = [signs, total];
    }
  }
  return best;
}

/** Whether parts agree but for one or two that are one sign off. */
export function isTypingError(signs: readonly PartSign[]): boolean {
  const near = signs.filter((sign) => sign === 'NEAR').length;
  return near >= 1 && near <= 2 && signs.every((sign) => sign === 'NEAR' || sign === 'SAME');
}

/** The chance that neighbours' numbers are nearly alike: they were given out one after the other. */
const oneSeries = 0.01;

const phoneLevels = {
  same: { m: 0.6, relative: 0.4 },
  near: { m: 0.06, relative: 0.02 },
  tail: { m: 0.02, relative: 0.01 },
  ending: { m: 0.015, relative: 0.003 },
  different: { m: 0.3, relative: 0.57 },
};
const accountLevels = {
  same: { m: 0.5, relative: 0.2 },
  near: { m: 0.06, relative: 0.03 },
  tail: { m: 0.03, relative: 0.01 },
  ending: { m: 0.03, relative: 0.003 },
  different: { m: 0.35, relative: 0.77 },
};
type Levels = typeof phoneLevels;
const differentDigits = {
  phone: evidence('different', phoneLevels.different.m, 1, phoneLevels.different.relative),
  account: evidence('different', accountLevels.different.m, 1, accountLevels.different.relative),
};

/** The chance that a stranger's digits agree part by part as these do; one in a hundred is one sign off. */
function chanceOfParts(
  of: 'phone' | 'account',
  { chunkings }: DigitsFeature,
  signs: readonly PartSign[],
  frequencies: Frequencies,
): number {
  let chance = 1;
  for (const [at, sign] of signs.entries()) {
    const part = chunkings[0]?.[at];
    if (sign === 'SAME' && part !== undefined) chance *= frequencies.chance(`${of}Part`, part.whole);
    if (sign === 'NEAR') chance *= 0.01;
  }
  return Math.max(chance, 1e-6);
}

function compareDigits(
  of: 'phone' | 'account',
  one: DigitsFeature,
  other: DigitsFeature,
  levels: Levels,
  frequencies: Frequencies,
): Evidence {
  const as = (level: string, { m, relative }: { m: number; relative: number }, stranger: number): Evidence =>
    evidence(
      level,
      m,
      stranger,
      Math.max(stranger, relative),
      level === 'same' ? stranger : Math.max(stranger, oneSeries),
    );
  if (one.whole === other.whole) return as('same', levels.same, frequencies.chance(of, one.whole));
  const signs = compareParts(one.chunkings, other.chunkings);
  if (one.tail !== other.tail && !signs.includes('SAME')) return differentDigits[of];
  const stranger = chanceOfParts(of, one, signs, frequencies);
  if (isTypingError(signs)) return as('one-digit-off', levels.near, stranger);
  if (one.tail !== undefined && one.tail === other.tail) return as('same-tail', levels.tail, Math.min(stranger, 1e-5));
  if (signs.at(-1) === 'SAME') return as('same-last-four', levels.ending, stranger);
  return differentDigits[of];
}

/** Compares the telephones of two people, each with each; undefined if one has none. */
export function comparePhones(
  one: readonly DigitsFeature[],
  other: readonly DigitsFeature[],
  frequencies: Frequencies,
): Evidence | undefined {
  let best: Evidence | undefined;
  for (const first of one) {
    for (const second of other) {
      const found = compareDigits('phone', first, second, phoneLevels, frequencies);
      if (best === undefined || found.stranger > best.stranger) best = found;
    }
  }
  return best;
}

/** Compares the accounts of two people; undefined if one has none. */
export function compareAccounts(
  one: DigitsFeature | undefined,
  other: DigitsFeature | undefined,
  frequencies: Frequencies,
): Evidence | undefined {
  if (one === undefined || other === undefined) return undefined;
  return compareDigits('account', one, other, accountLevels, frequencies);
}
