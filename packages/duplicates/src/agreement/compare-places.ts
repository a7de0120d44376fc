import { alike, type Frequencies } from '../frequencies.ts';
import type { TextFeature } from '../person-features.ts';
import { evidence, type Evidence } from './evidence.ts';

const chances = {
  region: { same: [0.75, 0.9, 1], similar: [0.1, 0.05, 0.1], different: [0.15, 0.08, 0.05] },
  unit: { same: [0.65, 0.3, 0.5], similar: [0.15, 0.05, 0.1], different: [0.2, 0.65, 0.5] },
} as const;

/** Compares two regions or two units: the same, alike (a short form, a level of address more), or different. */
export function comparePlaces(
  of: 'region' | 'unit',
  one: TextFeature | undefined,
  other: TextFeature | undefined,
  frequencies: Frequencies,
): Evidence | undefined {
  if (one === undefined || other === undefined) return undefined;
  const { same, similar, different } = chances[of];
  if (one.whole === other.whole) {
    const chance = frequencies.chance(of, one.whole);
    return evidence('same', same[0], chance, Math.max(chance, same[1]), Math.max(chance, same[2]));
  }
  const byChance = frequencies.alikeByChance[of];
  if (frequencies.likeness(of, one, other) >= alike) {
    return evidence('similar', similar[0], byChance, Math.max(byChance, similar[1]), Math.max(byChance, similar[2]));
  }
  return evidence('different', different[0], 1 - byChance, different[1], different[2]);
}
