import { groupInBlocks } from './candidate-blocks.ts';
import { countFrequencies, type Frequencies } from './frequencies.ts';
import type { PersonFeatures } from './person-features.ts';
import { compareFeatures, explain, rounded, strengthOf, weigh, type Because, type Strength } from './score-pair.ts';

/** Two entries that may be one person; `a` comes before `b` in the register. `weight` in bits is the sum of `because`. */
export interface DuplicatePair {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
  readonly strength: Strength;
  readonly because: readonly Because[];
}

/** Scores two people; undefined if nothing suggests that they are one. */
export function scorePair(
  one: PersonFeatures,
  other: PersonFeatures,
  frequencies: Frequencies,
): DuplicatePair | undefined {
  const features = compareFeatures(one, other, frequencies);
  if (features === undefined) return undefined;
  const weight = weigh(features, one, frequencies);
  const strength = strengthOf(weight, frequencies);
  if (strength === undefined) return undefined;
  return { a: one.id, b: other.id, weight: rounded(weight), strength, because: explain(features, weight) };
}

/** Finds the pairs of a register that may be one person, the strongest first; the same register gives the same pairs. */
export function findDuplicates(people: readonly PersonFeatures[]): readonly DuplicatePair[] {
  const frequencies = countFrequencies(people);
  const { blocksOf } = groupInBlocks(people);
  const comparedWith = new Int32Array(people.length).fill(-1);
  const pairs: DuplicatePair[] = [];
  for (const [at, person] of people.entries()) {
    for (const block of blocksOf[at] ?? []) {
      for (const before of block) {
        if (before >= at) break;
        if (comparedWith[before] === at) continue;
        comparedWith[before] = at;
        const other = people[before];
        const pair = other === undefined ? undefined : scorePair(other, person, frequencies);
        if (pair !== undefined) pairs.push(pair);
      }
    }
  }
  return pairs.sort((one, other) => other.weight - one.weight);
}
