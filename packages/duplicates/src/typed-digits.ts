import { checkCharacterOf, isLocalDate, upgradeFirstGeneration, withoutSpaces } from '@nuangong/primitives';

/** Whether a number's check digit is right; unknown where a digit is lacking or the number had none. */
export type CheckDigit = 'RIGHT' | 'WRONG' | 'UNKNOWN';

/** A resident identity number as typed: 18 signs, `*` for each that is not known; other lengths as they are. */
export interface TypedNumber {
  readonly text: string;
  readonly check: CheckDigit;
}

/** Letters that scanners and typists exchange with digits. */
const alikes: Readonly<Record<string, string>> = { O: '0', Q: '0', D: '0', I: '1', L: '1', Z: '2', S: '5', B: '8' };

/** 5.2272E+17 has lost its digits; 13812345678.0 has gained some. */
const lostDigits = /^\d\.\d+E\+?\d+$/i;

const bare = (text: string): string =>
  withoutSpaces(text)
    .replace(/^['‘’`"=]+|["']+$/g, '')
    .replace(/\.0+$/, '')
    .toUpperCase();
const asDigits = (text: string): string => text.replaceAll(/[OQDILZSB]/g, (letter) => alikes[letter] ?? letter);

/**
 * Reads an identity number of 14 to 19 signs for comparison. 15 digits become 18; the three zeros of a spreadsheet that
 * keeps 15 digits, and signs that hide digits, count as not known. Undefined if it is no such number.
 */
export function readTypedNumber(text: string): TypedNumber | undefined {
  const plain = bare(text)
    .replaceAll(/[-—.,·/]/g, '')
    .replace(/[×Х]$/, 'X');
  if (lostDigits.test(bare(text)) || plain.length < 14 || plain.length > 19) return undefined;
  const digits = asDigits(plain.slice(0, -1)) + asDigits(plain.slice(-1)).replace(/[^\dX]/, '*');
  if (/^\d{15}$/.test(digits)) return { text: upgradeFirstGeneration(digits), check: 'UNKNOWN' };
  if (!/^[\d*#•●]{13,18}[\dX*]$/.test(digits)) return undefined;
  const hidden = digits.replaceAll(/[#•●]/g, '*');
  if (hidden.length !== 18 || hidden.includes('*')) return { text: hidden, check: 'UNKNOWN' };
  const isRight = checkCharacterOf(hidden.slice(0, 17)) === hidden[17];
  if (!isRight && hidden.endsWith('000')) return { text: `${hidden.slice(0, 14)}****`, check: 'UNKNOWN' };
  return { text: hidden, check: isRight ? 'RIGHT' : 'WRONG' };
}

/** A passport or permit as typed: letters and digits, 6 to 13 of them; undefined for anything else. */
export function readOtherDocument(text: string): string | undefined {
  const plain = bare(text).replaceAll(/[^A-Z\d]/g, '');
  return /\d{4}/.test(plain) && plain.length >= 6 && plain.length <= 13 ? plain : undefined;
}

/** The telephone numbers in a cell, digits alone, without +86; up to three. */
export function readTypedPhones(text: string): readonly string[] {
  return withoutSpaces(text)
    .replace(/^['‘’`]+/, '')
    .split(/[,;、，；/|或和]|\n/)
    .filter((part) => !lostDigits.test(part))
    .map((part) =>
      digitsOf(part.replace(/\.0+$/, '').replace(/(?:转|ext\.?).*$/i, '')).replace(/^(?:00)?86(?=1\d{10}$)/, ''),
    )
    .filter((digits) => digits.length >= 7 && digits.length <= 13)
    .slice(0, 3);
}

/** A bank account, digits alone; undefined if there are fewer than four or more than 30. */
export function readTypedAccount(text: string): string | undefined {
  if (lostDigits.test(withoutSpaces(text))) return undefined;
  const digits = digitsOf(bare(text));
  return digits.length >= 4 && digits.length <= 30 ? digits : undefined;
}

const digitsOf = (text: string): string => asDigits(text.toUpperCase()).replaceAll(/\D/g, '');

/** A birth date as far as it is known, in digits: 8, or 6 without the day, or 4 for the year alone. */
export type TypedBirth = string;

const chineseDigits = '〇一二三四五六七八九';
const shapes = [
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?:[日号]?|T.*|\d{2}:.*)$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})[-/.年](\d{1,2})月?$/,
  /^(\d{4})(\d{2})$/,
  /^(\d{4})年?$/,
];
const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const shortYear = /^(\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/;
/** Days from 1899-12-30, which spreadsheets count from, to 1970-01-01. */
const serialOf1970 = 25_569;

/**
 * Reads a birth date as clerks and spreadsheets write it: with or without separators, without the day, with a year of two
 * digits, as a spreadsheet's serial number, in Chinese figures. Undefined if it is no date.
 */
export function readTypedBirth(text: string): TypedBirth | undefined {
  const plain = inDigits(bare(text).replace(/(?:出生|生)$/, ''));
  for (const shape of shapes) {
    const [, year, month, day] = shape.exec(plain) ?? [];
    if (year !== undefined) return knownParts(year, month, day);
  }
  const [, one, two, year] = dayFirst.exec(plain) ?? [];
  if (one !== undefined && two !== undefined && year !== undefined) {
    return Number(one) > 12 ? knownParts(year, two, one) : (knownParts(year, one, two) ?? knownParts(year, two, one));
  }
  const [, short, month, day] = shortYear.exec(plain) ?? [];
  if (short !== undefined) return knownParts(`${Number(short) > 26 ? 19 : 20}${short}`, month, day);
  return /^\d{5}$/.test(plain) ? ofSerial(Number(plain)) : undefined;
}

function inDigits(text: string): string {
  if (!/[一二三四五六七八九十〇○零]/.test(text)) return text;
  return text
    .replaceAll(/[零○]/g, '〇')
    .replaceAll(/([一二三])?十([一二三四五六七八九])?/g, (_, tens: string | undefined, units: string | undefined) => {
      return `${tens === undefined ? '1' : chineseDigits.indexOf(tens)}${units === undefined ? '0' : chineseDigits.indexOf(units)}`;
    })
    .replaceAll(/[〇一二三四五六七八九]/g, (digit) => String(chineseDigits.indexOf(digit)));
}

function knownParts(year: string, month: string | undefined, day: string | undefined): TypedBirth | undefined {
  if (Number(year) < 1850 || Number(year) > 2100) return undefined;
  if (month === undefined || Number(month) === 0) return year;
  if (Number(month) > 12)
    return day !== undefined && Number(day) <= 12 ? `${year}${padded(month)}${padded(day)}` : undefined;
  if (day === undefined || Number(day) === 0) return `${year}${padded(month)}`;
  // A lunar date may be 30 February: what matters is whether two clerks wrote the same.
  return Number(day) <= 31 ? `${year}${padded(month)}${padded(day)}` : undefined;
}

const padded = (part: string): string => part.padStart(2, '0');

function ofSerial(serial: number): TypedBirth | undefined {
  const date = new Date((serial - serialOf1970) * 86_400_000).toISOString().slice(0, 10);
  return isLocalDate(date) && date > '1905' ? date.replaceAll('-', '') : undefined;
}

/** Reads a sex: 男, 女, M, F, male, female, 1, 2. Undefined for anything else. */
export function readTypedSex(text: string): 'MALE' | 'FEMALE' | undefined {
  const plain = bare(text);
  if (/^(?:男性?|M|MALE|1|男士|先生)$/.test(plain)) return 'MALE';
  return /^(?:女性?|F|FEMALE|2|女士|0)$/.test(plain) ? 'FEMALE' : undefined;
}
