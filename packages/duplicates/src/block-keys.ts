import { joinTokens, type Token } from './blind.ts';
import type { BirthFeature, DigitsFeature, NameFeature, NumberFeature, PersonFeatures } from './person-features.ts';

/** What separates one kind of key from another. */
const kinds = {
  birth: 1,
  exchangedBirth: 2,
  number: 3,
  numberEnd: 4,
  numberEnds: 5,
  numberBegin: 6,
  phone: 7,
  phoneEnd: 8,
  phoneBegin: 9,
  account: 10,
  accountTail: 11,
  lastFour: 12,
  name: 13,
  namePlace: 14,
  nameBirth: 15,
  partOfName: 16,
  phoneTail: 17,
  characters: 18,
  surnameBirth: 19,
} as const;

/**
 * The keys under which a person is compared with others: two entries of one person share at least one of them though
 * several fields are mistyped or lacking.
 */
export function blockKeys(person: PersonFeatures): readonly Token[] {
  const keys = new Set<Token>();
  const add = (kind: keyof typeof kinds, ...tokens: readonly (Token | undefined)[]): void => {
    if (tokens.every((token) => token !== undefined)) keys.add(joinTokens(kinds[kind], ...tokens));
  };
  const surname = person.name?.characters[0]?.sounds[0];
  for (const birth of person.births) birthKeys(add, birth, surname);
  if (person.number !== undefined) numberKeys(add, person.number);
  for (const phone of person.phones) phoneKeys(add, phone, surname);
  if (person.account !== undefined) accountKeys(add, person.account, surname);
  if (person.name !== undefined) nameKeys(add, person.name, person);
  return [...keys];
}

type Add = (kind: keyof typeof kinds, ...tokens: readonly (Token | undefined)[]) => void;

function birthKeys(
  add: Add,
  { year, month, day, date, swapped, lunar }: BirthFeature,
  surname: Token | undefined,
): void {
  if (date !== undefined) {
    add('birth', date.whole);
    if (swapped !== undefined) add('exchangedBirth', Math.min(date.whole, swapped), Math.max(date.whole, swapped));
  }
  if (lunar !== undefined) add('birth', lunar);
  add('surnameBirth', surname, year, month);
  if (day !== undefined) add('surnameBirth', surname, joinTokens(month ?? 0, day));
}

function numberKeys(add: Add, { whole, isOther, chunkings }: NumberFeature): void {
  add('number', whole);
  if (isOther) return;
  for (const [region, birth, order] of chunkings) {
    add('numberEnd', birth?.whole, order?.whole);
    add('numberEnds', region?.whole, order?.whole);
    add('numberBegin', region?.whole, birth?.whole);
  }
}

function phoneKeys(add: Add, { whole, tail, chunkings }: DigitsFeature, surname: Token | undefined): void {
  add('phone', whole);
  add('phoneTail', tail);
  for (const [head, middle, end] of chunkings) {
    add('phoneEnd', middle?.whole, end?.whole);
    add('phoneBegin', head?.whole, middle?.whole, surname);
    add('lastFour', end?.whole, surname);
  }
}

function accountKeys(add: Add, { whole, tail, chunkings }: DigitsFeature, surname: Token | undefined): void {
  add('account', whole);
  add('accountTail', tail);
  const end = chunkings[0]?.at(-1);
  add('lastFour', end?.whole, surname);
}

function nameKeys(
  add: Add,
  { sound, characters }: NameFeature,
  { births, region, unit, number }: PersonFeatures,
): void {
  add('name', sound);
  for (const place of [region?.whole, unit?.whole, number?.chunkings[0]?.[0]?.whole]) add('namePlace', sound, place);
  for (const { year, month, day } of births) {
    add('nameBirth', sound, year);
    if (month !== undefined && day !== undefined) add('nameBirth', sound, joinTokens(month, day));
  }
  const sounds = characters.map((character) => character.sounds[0] ?? 0);
  if (sounds.length < 2 || sounds.length > 8) return;
  // Names that differ in one character, or in their order.
  add('characters', ...sounds.toSorted((one, other) => one - other));
  if (sounds.length < 3) return;
  for (const at of sounds.keys()) {
    const rest = sounds.filter((_, place) => place !== at);
    for (const { year } of births) add('partOfName', ...rest, year, region?.whole);
    add('partOfName', ...rest, unit?.whole);
  }
}

/** The further keys by which a block that is too large is divided. */
export function dividingKeys({ name, births, phones }: PersonFeatures): readonly Token[] {
  const [birth] = births;
  const found = [name?.sound, birth?.date?.whole, phones[0]?.chunkings[0]?.[2]?.whole];
  const surname = name?.characters[0]?.sounds[0];
  if (surname !== undefined && birth !== undefined) found.push(joinTokens(surname, birth.year));
  return found.filter((token) => token !== undefined);
}
