import type { Token } from './blind.ts';
import type { DigitsFeature, NameFeature, PersonFeatures, TextFeature } from './person-features.ts';

/** What is counted, with the chance that is assumed before counting and the weight of that assumption in people. */
const assumed = {
  name: { chance: 1 / 65_536, people: 1_000 },
  nameSound: { chance: 1 / 30_000, people: 1_000 },
  surname: { chance: 1 / 200, people: 300 },
  surnameSound: { chance: 1 / 150, people: 300 },
  given: { chance: 1 / 250, people: 500 },
  givenSound: { chance: 1 / 120, people: 500 },
  date: { chance: 1 / 22_000, people: 20_000 },
  numberRegion: { chance: 1 / 40, people: 200 },
  numberOrder: { chance: 1 / 1_500, people: 2_000 },
  phone: { chance: 1 / 1_000_000, people: 20_000 },
  account: { chance: 1 / 1_000_000, people: 20_000 },
  phonePart: { chance: 1 / 5_000, people: 1_000 },
  accountPart: { chance: 1 / 5_000, people: 1_000 },
  region: { chance: 1 / 60, people: 200 },
  unit: { chance: 1 / 200, people: 300 },
} as const;
export type Counted = keyof typeof assumed;

/** How often values occur among people, so that a rare name says more than a common one. */
export interface Frequencies {
  /** The people counted. */
  readonly people: number;
  /** The chance that somebody else has this value too: an estimate from counts and an assumption, never 0. */
  chance(of: Counted, token: Token): number;
  /** The share of resident numbers whose check digit is wrong. */
  readonly wrongNumbers: number;
  /** How alike two texts are, 0 to 1: shared bigrams, rare ones counting more. */
  likeness(of: 'region' | 'unit', one: TextFeature, other: TextFeature): number;
  /** The share of different texts of two people drawn at random that are alike. */
  readonly alikeByChance: Readonly<Record<'region' | 'unit', number>>;
}

/** Texts this alike may name one place or unit. */
export const alike = 0.4;

/** Counts the values of a register. */
export function countFrequencies(people: readonly PersonFeatures[]): Frequencies {
  const counts = new Counts();
  let numbers = 0;
  let wrong = 0;
  for (const person of people) {
    counts.addPerson(person);
    if (person.number === undefined || person.number.isOther) continue;
    numbers += 1;
    if (person.number.check === 'WRONG') wrong += 1;
  }
  const likeness: Frequencies['likeness'] = (of, one, other) => counts.likeness(of, one, other);
  return {
    people: people.length,
    chance: (of, token) => counts.chance(of, token),
    wrongNumbers: (wrong + 2) / (numbers + 100),
    likeness,
    alikeByChance: { region: drawAlike(people, 'region', likeness), unit: drawAlike(people, 'unit', likeness) },
  };
}

class Counts {
  private readonly values = new Map<Counted, Map<Token, number>>();
  private readonly totals = new Map<Counted, number>();
  private readonly bigrams = { region: new Map<Token, number>(), unit: new Map<Token, number>() };
  private readonly raritySums = new WeakMap<TextFeature, number>();

  addPerson({ name, births, number, phones, account, region, unit }: PersonFeatures): void {
    if (name !== undefined) this.addName(name);
    for (const { date } of births.slice(0, 1)) if (date !== undefined) this.add('date', date.whole);
    const [numberRegion, , order] = number?.chunkings[0] ?? [];
    if (numberRegion !== undefined) this.add('numberRegion', numberRegion.whole);
    if (order !== undefined) this.add('numberOrder', order.whole);
    for (const phone of phones) this.addDigits('phone', phone);
    if (account !== undefined) this.addDigits('account', account);
    if (region !== undefined) this.addText('region', region);
    if (unit !== undefined) this.addText('unit', unit);
  }

  chance(of: Counted, token: Token): number {
    const { chance, people } = assumed[of];
    const count = this.values.get(of)?.get(token) ?? 0;
    return (Math.max(0, count - 1) + chance * people) / ((this.totals.get(of) ?? 0) + people);
  }

  likeness(of: 'region' | 'unit', one: TextFeature, other: TextFeature): number {
    let shared = 0;
    for (const bigram of one.bigrams) if (other.bigrams.includes(bigram)) shared += this.rarity(of, bigram);
    if (shared === 0) return 0;
    const [ofOne, ofOther] = [this.rarityOfAll(of, one), this.rarityOfAll(of, other)];
    // 化肥厂 within 青禾县化肥厂 is a short form: the shorter text counts for more than the longer.
    return shared / (0.75 * Math.min(ofOne, ofOther) + 0.25 * Math.max(ofOne, ofOther));
  }

  private rarity(of: 'region' | 'unit', bigram: Token): number {
    return Math.log(2 + ((this.totals.get(of) ?? 0) + 50) / ((this.bigrams[of].get(bigram) ?? 0) + 1));
  }

  private rarityOfAll(of: 'region' | 'unit', text: TextFeature): number {
    let sum = this.raritySums.get(text);
    if (sum === undefined) {
      sum = text.bigrams.reduce((total, bigram) => total + this.rarity(of, bigram), 0);
      this.raritySums.set(text, sum);
    }
    return sum;
  }

  private addName({ whole, sound, characters }: NameFeature): void {
    this.add('name', whole);
    this.add('nameSound', sound);
    for (const [at, { character, sounds }] of characters.entries()) {
      if (character !== undefined) this.add(at === 0 ? 'surname' : 'given', character);
      const [first] = sounds;
      if (first !== undefined) this.add(at === 0 ? 'surnameSound' : 'givenSound', first);
    }
  }

  /** Counts a number and its parts: where all begin alike, two numbers a digit apart say little. */
  private addDigits(of: 'phone' | 'account', { whole, chunkings }: DigitsFeature): void {
    this.add(of, whole);
    for (const part of chunkings[0] ?? []) if (part !== undefined) this.add(`${of}Part`, part.whole);
  }

  private addText(of: 'region' | 'unit', { whole, bigrams }: TextFeature): void {
    this.add(of, whole);
    for (const bigram of bigrams) this.bigrams[of].set(bigram, (this.bigrams[of].get(bigram) ?? 0) + 1);
  }

  private add(of: Counted, token: Token): void {
    let ofKind = this.values.get(of);
    if (ofKind === undefined) this.values.set(of, (ofKind = new Map()));
    ofKind.set(token, (ofKind.get(token) ?? 0) + 1);
    this.totals.set(of, (this.totals.get(of) ?? 0) + 1);
  }
}

const draws = 4_000;

/** Draws pairs by a fixed sequence, so that the same register always gives the same weights. */
function drawAlike(
  people: readonly PersonFeatures[],
  of: 'region' | 'unit',
  likeness: Frequencies['likeness'],
): number {
  const texts = people.flatMap((person) => person[of] ?? []);
  let state = 20_261_201;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * texts.length);
  };
  let different = 0;
  let found = 0;
  for (let draw = 0; draw < draws && texts.length > 1; draw++) {
    const [one, other] = [texts[next()], texts[next()]];
    if (one === undefined || other === undefined || one.whole === other.whole) continue;
    different += 1;
    if (likeness(of, one, other) >= alike) found += 1;
  }
  return (found + 5) / (different + 100);
}
