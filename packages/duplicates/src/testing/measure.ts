import { blindWith } from '../blind.ts';
import { findDuplicates, type DuplicatePair } from '../find-duplicates.ts';
import { featuresWith } from '../person-features.ts';
import { plantDuplicates, type ClerksError, type PlantedPair } from './clerks-errors.ts';
import { inventRegister } from './invented-register.ts';
import { randomFrom } from './random.ts';

/** How well the pairs of an invented register were found; shares from 0 to 1. */
export interface Measured {
  /** Of the strong pairs, those that were planted. */
  readonly precision: number;
  /** Of the planted pairs of each kind of error, those found strong or medium. */
  readonly recallOf: ReadonlyMap<string, number>;
  /** Strong pairs that were not planted, and planted pairs that were not found, for whoever tunes. */
  readonly wrong: readonly DuplicatePair[];
  readonly missed: readonly PlantedPair[];
}

/** Finds the duplicates of a register from a seed into which errors of these kinds were planted. */
export function measure(
  seed: number,
  size: number,
  pairs: number,
  errors: Readonly<Record<string, ClerksError>>,
): Measured {
  const random = randomFrom(seed);
  const { people, planted } = plantDuplicates(random, inventRegister(random, size - pairs, 0.08), errors, pairs);
  const read = featuresWith(blindWith(Buffer.alloc(32, seed)));
  const found = findDuplicates(people.map(read));
  const keyOf = ({ a, b }: { readonly a: string; readonly b: string }): string => `${a} ${b}`;
  const strengths = new Map(found.map((pair) => [keyOf(pair), pair.strength]));
  const isPlanted = new Set(planted.map(keyOf));
  const isFound = (pair: PlantedPair): boolean => ['strong', 'medium'].includes(strengths.get(keyOf(pair)) ?? '');
  const strong = found.filter(({ strength }) => strength === 'strong');
  const wrong = strong.filter((pair) => !isPlanted.has(keyOf(pair)));
  const byKind = [...Map.groupBy(planted, ({ kind }) => kind)];
  return {
    precision: strong.length === 0 ? 1 : 1 - wrong.length / strong.length,
    recallOf: new Map(byKind.map(([kind, of]) => [kind, of.filter(isFound).length / of.length])),
    wrong,
    missed: planted.filter((pair) => !isFound(pair)),
  };
}
