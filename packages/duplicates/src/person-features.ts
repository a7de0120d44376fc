import chineseDays from 'chinese-days';
import { isLocalDate } from '@nuangong/primitives';
import type { Blind, Token } from './blind.ts';
import { foldedText, readNameCharacters } from './name-characters.ts';
import type { PersonRecord } from './person-record.ts';
import {
  readOtherDocument,
  readTypedAccount,
  readTypedBirth,
  readTypedNumber,
  readTypedPhones,
  readTypedSex,
  type CheckDigit,
} from './typed-digits.ts';

/** A part of a number; `near` are the tokens of the part without one of its signs. */
export interface DigitPart {
  readonly whole: Token;
  readonly near: readonly Token[];
}

/** A number cut in parts, one way or, where a sign is lacking or too many, every likely way; undefined: not known. */
export type Chunking = readonly (DigitPart | undefined)[];

/** The blinded features of a telephone or account. */
export interface DigitsFeature {
  readonly whole: Token;
  /** The last seven or eight digits. */
  readonly tail: Token | undefined;
  readonly chunkings: readonly Chunking[];
}

/** The blinded features of an identity number: region, birth date, order with check digit. */
export interface NumberFeature {
  readonly whole: Token;
  /** Another document than a resident's: only the whole counts. */
  readonly isOther: boolean;
  readonly check: CheckDigit;
  readonly chunkings: readonly Chunking[];
}

/** The blinded features of a birth date, as far as it is known. */
export interface BirthFeature {
  readonly year: Token;
  readonly month: Token | undefined;
  readonly day: Token | undefined;
  /** The whole date; undefined if a part is not known. */
  readonly date: DigitPart | undefined;
  /** The same date with day and month exchanged, and the date by the lunar calendar; both as `date.whole`. */
  readonly swapped: Token | undefined;
  readonly lunar: Token | undefined;
  /** From the identity number, not typed as a date. */
  readonly fromNumber: boolean;
}

/** One blinded character of a name; undefined: unreadable. */
export interface CharacterFeature {
  readonly character: Token | undefined;
  readonly sounds: readonly Token[];
}

/** The blinded features of a name. */
export interface NameFeature {
  readonly whole: Token;
  readonly sound: Token;
  readonly initials: Token;
  readonly characters: readonly CharacterFeature[];
}

/** The blinded features of a text such as a unit's name. */
export interface TextFeature {
  readonly whole: Token;
  readonly bigrams: readonly Token[];
}

/** What the comparison knows of a person: no value can be read from it. */
export interface PersonFeatures {
  readonly id: string;
  readonly name: NameFeature | undefined;
  readonly births: readonly BirthFeature[];
  readonly sex: 'MALE' | 'FEMALE' | undefined;
  readonly number: NumberFeature | undefined;
  readonly phones: readonly DigitsFeature[];
  readonly account: DigitsFeature | undefined;
  readonly region: TextFeature | undefined;
  readonly unit: TextFeature | undefined;
}

/** Reads a person's fields as clerks write them and blinds them. */
export type ReadFeatures = (record: PersonRecord) => PersonFeatures;

/** A reader of features under one key; equal parts of different people share one object. */
export function featuresWith(blind: Blind): ReadFeatures {
  const part = digitParts(blind);
  const birth = birthsWith(blind, part);
  return (record) => {
    const typed = readTypedNumber(record.identityNumber);
    const other = typed === undefined ? readOtherDocument(record.identityNumber) : undefined;
    const dates = [readTypedBirth(record.birthDate), typed?.text.length === 18 ? typed.text.slice(6, 14) : undefined];
    return {
      id: record.id,
      name: nameOf(blind, record.name),
      births: dates.flatMap((date, at) => {
        if (date === undefined || (at === 1 && date === dates[0]) || !/^(?:\d{4}|\d{6}|\d{8})$/.test(date)) return [];
        return [birth(date, at === 1)];
      }),
      sex: sexOf(readTypedSex(record.sex), typed?.check === 'WRONG' ? undefined : typed?.text),
      number: typed === undefined ? otherDocument(blind, other) : residentNumber(blind, part, typed.text, typed.check),
      phones: readTypedPhones(record.phone).map((digits) => phoneOf(blind, part, digits)),
      account: accountOf(blind, part, readTypedAccount(record.account)),
      region: textOf(blind, 'region', record.region),
      unit: textOf(blind, 'unit', record.unit.replaceAll(companyWords, '')),
    };
  };
}

const companyWords = /有限责任公司|股份有限公司|有限公司|公司|集团/g;

type ReadPart = (kind: string, text: string) => DigitPart | undefined;

function digitParts(blind: Blind): ReadPart {
  const known = new Map<string, DigitPart>();
  return (kind, text) => {
    if (text === '' || text.includes('*')) return undefined;
    const key = `${kind}:${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const without = new Set(Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1)));
    const read = {
      whole: blind(kind, text),
      near: Array.from(without, (shorter) => blind(kind, shorter)),
    };
    known.set(key, read);
    return read;
  };
}

/** Cuts digits into parts of these lengths; one digit too few or too many may be in any part. */
function cut(part: ReadPart, kinds: readonly string[], text: string, lengths: readonly number[]): readonly Chunking[] {
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const odd = text.length - whole;
  if (Math.abs(odd) > 1) return [];
  const ways =
    odd === 0 ? [lengths] : lengths.map((_, at) => lengths.map((length, of) => (of === at ? length + odd : length)));
  return ways.map((way) => {
    let from = 0;
    return way.map((length, at) => {
      const piece = text.slice(from, (from += length));
      return part(kinds[at] ?? 'part', piece);
    });
  });
}

function residentNumber(blind: Blind, part: ReadPart, text: string, check: CheckDigit): NumberFeature {
  return {
    whole: blind('number', text),
    isOther: false,
    check,
    chunkings: cut(part, ['number-region', 'date', 'order'], text, [6, 8, 4]),
  };
}

function otherDocument(blind: Blind, text: string | undefined): NumberFeature | undefined {
  return text === undefined
    ? undefined
    : { whole: blind('document', text), isOther: true, check: 'UNKNOWN', chunkings: [] };
}

function phoneOf(blind: Blind, part: ReadPart, digits: string): DigitsFeature {
  return {
    whole: blind('phone', digits),
    tail: blind('phone-tail', digits.slice(-7)),
    chunkings:
      digits.length < 10
        ? [[undefined, undefined, part('four', digits.slice(-4))]]
        : cut(part, ['head', 'four', 'four'], digits, [3, 4, 4]),
  };
}

function accountOf(blind: Blind, part: ReadPart, digits: string | undefined): DigitsFeature | undefined {
  if (digits === undefined) return undefined;
  const head = digits.length > 12 ? part('head', digits.slice(0, -12)) : undefined;
  const pieces = [digits.slice(-12, -8), digits.slice(-8, -4), digits.slice(-4)];
  return {
    whole: blind('account', digits),
    tail: digits.length >= 8 ? blind('account-tail', digits.slice(-8)) : undefined,
    chunkings: [[head, ...pieces.map((piece) => (piece.length === 4 ? part('four', piece) : undefined))]],
  };
}

function birthsWith(blind: Blind, part: ReadPart): (date: string, fromNumber: boolean) => BirthFeature {
  const known = new Map<string, BirthFeature>();
  return (date, fromNumber) => {
    const key = `${date}${fromNumber}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6, 8)];
    const lunar = lunarOf(`${year}-${month}-${day}`);
    const read = {
      year: blind('year', year),
      month: month === '' ? undefined : blind('month', month),
      day: day === '' ? undefined : blind('day', day),
      date: day === '' ? undefined : part('date', date),
      swapped: day !== '' && day <= '12' && day !== month ? blind('date', `${year}${day}${month}`) : undefined,
      lunar: lunar === undefined ? undefined : blind('date', lunar),
      fromNumber,
    };
    known.set(key, read);
    return read;
  };
}

/** The date by the lunar calendar, in digits: many people write that one. */
function lunarOf(date: string): string | undefined {
  if (!isLocalDate(date) || date < '1901-03-01' || date > '2099-12-31') return undefined;
  const { lunarYear, lunarMon, lunarDay } = chineseDays.getLunarDate(date);
  return `${lunarYear}${String(lunarMon).padStart(2, '0')}${String(lunarDay).padStart(2, '0')}`;
}

function nameOf(blind: Blind, text: string): NameFeature | undefined {
  const name = readNameCharacters(text);
  if (name === undefined) return undefined;
  const { characters, sound } = name;
  return {
    whole: blind('name', characters.map(({ character }) => character ?? '?').join('\u001f')),
    sound: blind('name-sound', sound),
    initials: blind('initials', characters.map(({ sounds }) => sounds[0]?.slice(0, 1) ?? '?').join('')),
    characters: characters.map((each) => ({
      character: each.character === undefined ? undefined : blind('character', each.character),
      sounds: each.sounds.map((one) => blind('sound', one)),
    })),
  };
}

function sexOf(typed: 'MALE' | 'FEMALE' | undefined, number: string | undefined): 'MALE' | 'FEMALE' | undefined {
  const digit = number?.length === 18 ? number[16] : undefined;
  if (typed !== undefined || digit === undefined || digit === '*') return typed;
  return Number(digit) % 2 === 1 ? 'MALE' : 'FEMALE';
}

const mostBigrams = 60;

function textOf(blind: Blind, kind: string, text: string): TextFeature | undefined {
  const signs = [...foldedText(text.slice(0, 300)).replaceAll(/[^\p{L}\p{N}]/gu, '')];
  if (signs.length === 0) return undefined;
  const pairs = signs.length === 1 ? signs : signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`);
  return {
    whole: blind(kind, signs.join('')),
    bigrams: [...new Set(pairs)].slice(0, mostBigrams).map((pair) => blind(`${kind}-pair`, pair)),
  };
}
