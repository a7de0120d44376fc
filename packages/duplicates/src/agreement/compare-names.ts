import type { Frequencies } from '../frequencies.ts';
import type { CharacterFeature, NameFeature } from '../person-features.ts';
import { evidence, type Evidence } from './evidence.ts';

/** In a village, and in a family, a name occurs twice this often however rare it is in the city. */
const sameInVillage = 1 / 2_000;
const sameInFamily = 1 / 2_048;

type Sign = 'SAME' | 'SOUND' | 'UNREADABLE' | 'OTHER';

function compareCharacters(one: CharacterFeature, other: CharacterFeature): Sign {
  if (one.character === undefined || other.character === undefined) return 'UNREADABLE';
  if (one.character === other.character) return 'SAME';
  return one.sounds.some((sound) => other.sounds.includes(sound)) ? 'SOUND' : 'OTHER';
}

/** Compares two names; undefined if one is not known. */
export function compareNames(
  one: NameFeature | undefined,
  other: NameFeature | undefined,
  frequencies: Frequencies,
): Evidence | undefined {
  if (one === undefined || other === undefined) return undefined;
  const { length } = one.characters;
  if (one.whole === other.whole && one.characters.every(({ character }) => character !== undefined)) {
    const chance = frequencies.chance('name', one.whole);
    return evidence('same', 0.78, chance, Math.max(chance, sameInFamily), Math.max(4 * chance, sameInVillage));
  }
  if (length === other.characters.length) return compareAligned(one, other, frequencies);
  if (one.sound === other.sound) return sameSound(one, frequencies);
  return length > other.characters.length
    ? compareShorter(other, one, frequencies)
    : compareShorter(one, other, frequencies);
}

function sameSound(name: NameFeature, frequencies: Frequencies): Evidence {
  const chance = frequencies.chance('nameSound', name.sound);
  return evidence('same-sound', 0.07, chance, Math.max(chance, 1 / 150), Math.max(4 * chance, 1 / 1_000));
}

function compareAligned(one: NameFeature, other: NameFeature, frequencies: Frequencies): Evidence {
  const signs = one.characters.map((character, at) => compareCharacters(character, other.characters[at] ?? character));
  const count = (sign: Sign): number => signs.filter((each) => each === sign).length;
  const different = count('OTHER');
  const unreadable = count('UNREADABLE');
  const { length } = signs;
  if (different === 0 && unreadable === 0) return sameSound(one, frequencies);
  const chance = chanceOfAgreed(one, signs, frequencies);
  if (different === 0 && unreadable < length) {
    return evidence('same-but-unreadable', 0.02, chance, Math.max(chance, 0.02), Math.min(0.9, 3 * chance));
  }
  if (isReordered(one, other)) {
    const any = frequencies.chance('name', one.whole) * 4 + 1e-5;
    return evidence('reordered', 0.015, any, Math.max(any, 0.001), Math.max(4 * any, 1 / 2_000));
  }
  if (length >= 3 && different === 1 && unreadable === 0)
    return oneCharacter(length, chance, one.initials === other.initials);
  if (length >= 5 && different / length <= 0.34) return evidence('similar', 0.02, 2e-4, 0.02, 5e-4);
  if (signs[0] === 'SAME' || signs[0] === 'SOUND') return surnameOnly(one, frequencies);
  if (length === 2 && different === 1)
    return evidence('given-name-only', 0.012, chance, Math.max(chance, 0.01), chance);
  return differentNames;
}

/** Typing by initials picks a wrong character with the right initial; among people one in sixteen has it by chance. */
function oneCharacter(length: number, chance: number, sameInitials: boolean): Evidence {
  const [m, share] = sameInitials ? [0.012, 0.06] : [0.03, 0.94];
  const family = length >= 4 ? 0.03 : 0.2;
  return evidence(
    sameInitials ? 'one-character-off-same-initials' : 'one-character-off',
    m,
    share * Math.min(0.5, 3 * chance),
    share * Math.max(chance, family),
    share * Math.min(0.9, 9 * chance),
  );
}

function surnameOnly(name: NameFeature, frequencies: Frequencies): Evidence {
  const [surname] = name.characters;
  const chance = surname?.character === undefined ? 0.05 : frequencies.chance('surname', surname.character);
  return evidence('surname-only', 0.018, Math.min(0.5, chance + 0.002), 0.5, Math.min(0.9, 4 * chance + 0.01));
}

const differentNames = evidence('different', 0.01, 0.93, 0.35, 0.85);

/** The shorter name may lack a character, or be a part of a long one. */
function compareShorter(shorter: NameFeature, longer: NameFeature, frequencies: Frequencies): Evidence {
  const found = longestCommon(shorter.characters, longer.characters);
  const lacking = longer.characters.length - shorter.characters.length;
  if (found === shorter.characters.length && found >= 2) {
    if (lacking === 1) {
      const chance = chanceOfAgreed(
        shorter,
        shorter.characters.map(() => 'SAME'),
        frequencies,
      );
      return evidence(
        'one-character-lacking',
        0.02,
        Math.min(0.3, 3 * chance),
        Math.max(chance, 0.02),
        Math.min(0.5, 9 * chance),
      );
    }
    if (found >= 3) return evidence('part-of-the-name', 0.02, 2e-4, 0.02, 1e-3);
  }
  if (longer.characters.length >= 5 && found / longer.characters.length >= 0.66) {
    return evidence('similar', 0.02, 2e-4, 0.02, 1e-3);
  }
  const [one] = shorter.characters;
  const [other] = longer.characters;
  if (one === undefined || other === undefined) return differentNames;
  const sign = compareCharacters(one, other);
  return sign === 'SAME' || sign === 'SOUND' ? surnameOnly(shorter, frequencies) : differentNames;
}

/** The chance that a stranger agrees in the characters that agree. */
function chanceOfAgreed(name: NameFeature, signs: readonly Sign[], frequencies: Frequencies): number {
  let chance = 1;
  for (const [at, sign] of signs.entries()) {
    const { character, sounds } = name.characters[at] ?? { character: undefined, sounds: [] };
    if (sign === 'SAME' && character !== undefined)
      chance *= frequencies.chance(at === 0 ? 'surname' : 'given', character);
    const [sound] = sounds;
    if (sign === 'SOUND' && sound !== undefined)
      chance *= 1.5 * frequencies.chance(at === 0 ? 'surnameSound' : 'givenSound', sound);
  }
  return Math.max(chance, 1e-5);
}

/** The same characters in another order, as when the given name is typed backwards or before the surname. */
function isReordered(one: NameFeature, other: NameFeature): boolean {
  const left = other.characters.map(({ character }) => character);
  for (const { character } of one.characters) {
    const at = character === undefined ? -1 : left.indexOf(character);
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return true;
}

/** The length of the longest common subsequence, by character or sound. */
function longestCommon(one: readonly CharacterFeature[], other: readonly CharacterFeature[]): number {
  let row: number[] = Array.from({ length: other.length + 1 }, () => 0);
  for (const first of one) {
    const next = [0];
    for (const [at, second] of other.entries()) {
      const sign = compareCharacters(first, second);
      next.push(sign === 'OTHER' ? Math.max(row[at + 1] ?? 0, next[at] ?? 0) : (row[at] ?? 0) + 1);
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
