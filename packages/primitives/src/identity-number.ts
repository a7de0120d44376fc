import type { Brand } from './brand.ts';
import { addYears, isLocalDate, type LocalDate } from './local-date.ts';
import { provinceOf } from './province.ts';
import { ok, problem, refuse, type Bilingual, type Problem, type Result } from './result.ts';
import { withoutSpaces } from './typed-text.ts';

/** The 18 characters of a checked identity number, X in capital. */
export type IdentityNumberText = Brand<string, 'IdentityNumber'>;

/** The document that carries the number. */
export type IdentityDocument =
  | 'RESIDENT'
  | 'RESIDENCE_PERMIT_HK'
  | 'RESIDENCE_PERMIT_MO'
  | 'RESIDENCE_PERMIT_TW'
  | 'FOREIGN_PERMANENT_RESIDENCE';

export type Sex = 'MALE' | 'FEMALE';

/**
 * What an identity number (GB 11643) tells about its holder. `nationality` is the numeric ISO 3166 code on a
 * foreigner's card.
 */
export type IdentityNumber = {
  readonly number: IdentityNumberText;
  readonly document: IdentityDocument;
  readonly regionCode: string;
  readonly birthDate: LocalDate;
  readonly sex: Sex;
  readonly nationality?: string;
};

export type ReadIdentityNumber = {
  /** The latest possible birth date: the day on which the number is known, usually today. */
  readonly bornOrKnownOn?: LocalDate;
  /** A day on which the holder is alive: refused if that makes them older than 120 years. */
  readonly aliveOn?: LocalDate;
  readonly field?: string;
};

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const LONGEST_LIFE = 120;
const CHECK_CHARACTERS = '10X98765432';
const PERMITS: ReadonlyMap<string, IdentityDocument> = new Map([
  ['810000', 'RESIDENCE_PERMIT_HK'],
  ['820000', 'RESIDENCE_PERMIT_MO'],
  ['830000', 'RESIDENCE_PERMIT_TW'],
]);

/**
 * Reads an identity number as clerks write it (spaces or hyphens inside, apostrophe in front, full-width characters,
 * small x). Refuses with the first that applies of IDENTITY_LENGTH, IDENTITY_FORMAT, IDENTITY_REGION,
 * IDENTITY_BIRTH_DATE or IDENTITY_CHECK_DIGIT; the check digit is checked only if everything else is right. A
 * first-generation number (15 digits) is refused with IDENTITY_LENGTH and the 18-digit number that it became. Regions
 * are checked by province only, because a county's code need only have existed once.
 */
export function readIdentityNumber(text: string, options: ReadIdentityNumber = {}): Result<IdentityNumber> {
  const { field, bornOrKnownOn, aliveOn } = options;
  const typed = normaliseIdentityNumber(text);
  if (/^\d{15}$/.test(typed)) return refuse(...firstGenerationProblems(typed, bornOrKnownOn, field));
  if (typed.length !== 18) return refuse(problem('IDENTITY_LENGTH', lengthMessage(typed.length), field));
  if (!/^\d{17}[\dX]$/.test(typed)) return refuse(problem('IDENTITY_FORMAT', FORMAT_MESSAGE, field));
  const regionCode = typed.slice(0, 6);
  const document = documentOf(regionCode);
  const birthDate = birthDateIn(typed.slice(6, 14));
  const problems = placeAndBirthProblems(document, birthDate, typed.slice(6, 14), bornOrKnownOn, field);
  if (document === undefined || birthDate === undefined || problems.length > 0) return refuse(...problems);
  const expected = checkCharacterOf(typed.slice(0, 17));
  if (typed[17] !== expected) return refuse(problem('IDENTITY_CHECK_DIGIT', checkDigitMessage(expected), field));
  if (aliveOn !== undefined && birthDate < addYears(aliveOn, -LONGEST_LIFE)) {
    return refuse(problem('IDENTITY_BIRTH_DATE', bornTooLongAgo(birthDate), field));
  }
  const number = typed as IdentityNumberText;
  const read = { number, document, regionCode, birthDate, sex: sexOf(number) };
  return ok(document === 'FOREIGN_PERMANENT_RESIDENCE' ? { ...read, nationality: regionCode.slice(3) } : read);
}

/** A number as typed, in ASCII, with a capital X, without spaces, hyphens and a leading apostrophe. Checks nothing. */
export function normaliseIdentityNumber(text: string): string {
  return withoutSpaces(text)
    .replace(/^['‘’`]+/, '')
    .replaceAll('-', '')
    .toUpperCase()
    .replace(/[×Х]$/, 'X');
}

/** The check character for the first 17 digits (GB 11643, ISO 7064 MOD 11-2). */
export function checkCharacterOf(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(first17[place]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** The 18-character number for a 15-digit first-generation number, whose holder was born in the twentieth century. */
export function upgradeFirstGeneration(fifteen: string): string {
  const first17 = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`;
  return first17 + checkCharacterOf(first17);
}

/** The holder's sex: the seventeenth digit is odd for men. */
export function sexOf(number: IdentityNumberText): Sex {
  return Number(number[16]) % 2 === 1 ? 'MALE' : 'FEMALE';
}

/** The holder's birth date according to the number. */
export function birthDateOf(number: IdentityNumberText): LocalDate {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}` as LocalDate;
}

function documentOf(regionCode: string): IdentityDocument | undefined {
  const permit = PERMITS.get(regionCode);
  if (permit !== undefined) return permit;
  if (regionCode.startsWith('9')) {
    return provinceOf(regionCode.slice(1)) === undefined ? undefined : 'FOREIGN_PERMANENT_RESIDENCE';
  }
  return regionCode.startsWith('8') || provinceOf(regionCode) === undefined ? undefined : 'RESIDENT';
}

function birthDateIn(eight: string): LocalDate | undefined {
  const date = `${eight.slice(0, 4)}-${eight.slice(4, 6)}-${eight.slice(6, 8)}`;
  return isLocalDate(date) && date >= '1800-01-01' ? date : undefined;
}

function placeAndBirthProblems(
  document: IdentityDocument | undefined,
  birthDate: LocalDate | undefined,
  writtenBirth: string,
  bornOrKnownOn: LocalDate | undefined,
  field: string | undefined,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (document === undefined) problems.push(problem('IDENTITY_REGION', REGION_MESSAGE, field));
  if (birthDate === undefined) problems.push(problem('IDENTITY_BIRTH_DATE', noSuchBirthDate(writtenBirth), field));
  else if (bornOrKnownOn !== undefined && birthDate > bornOrKnownOn) {
    problems.push(problem('IDENTITY_BIRTH_DATE', bornLater(birthDate, bornOrKnownOn), field));
  }
  return problems;
}

function firstGenerationProblems(
  fifteen: string,
  bornOrKnownOn: LocalDate | undefined,
  field: string | undefined,
): readonly Problem[] {
  const upgraded = upgradeFirstGeneration(fifteen);
  const written = upgraded.slice(6, 14);
  const problems = placeAndBirthProblems(
    documentOf(upgraded.slice(0, 6)),
    birthDateIn(written),
    written,
    bornOrKnownOn,
    field,
  );
  return problems.length > 0 ? problems : [problem('IDENTITY_LENGTH', firstGenerationMessage(upgraded), field)];
}

const FORMAT_MESSAGE: Bilingual = {
  zh: '身份证号前 17 位应为数字，末位为数字或 X，核对原件后重录',
  en: 'The first 17 characters must be digits and the last a digit or X; check the original',
};

const REGION_MESSAGE: Bilingual = {
  zh: '身份证号前 6 位不是已有的行政区划代码，核对原件后重录',
  en: 'The first 6 digits are not the code of a region; check the original',
};

function lengthMessage(length: number): Bilingual {
  return {
    zh: `身份证号应为 18 位，现为 ${length} 位，核对原件后重录`,
    en: `The identity number must have 18 characters and has ${length}; check the original`,
  };
}

function firstGenerationMessage(upgraded: string): Bilingual {
  return {
    zh: `15 位身份证号已停用，对应的 18 位号码为 ${upgraded}，核对原件后重录`,
    en: `Numbers of 15 digits are no longer in use; this one became ${upgraded}: check the original and enter the new number`,
  };
}

function noSuchBirthDate(eight: string): Bilingual {
  return {
    zh: `身份证号第 7 至 14 位 ${eight} 不是存在的出生日期，核对原件后重录`,
    en: `Characters 7 to 14, ${eight}, are not a date of birth; check the original`,
  };
}

function bornLater(birthDate: LocalDate, day: LocalDate): Bilingual {
  return {
    zh: `身份证号中的出生日期 ${birthDate} 晚于 ${day}，核对原件后重录`,
    en: `The date of birth in the number, ${birthDate}, is after ${day}; check the original`,
  };
}

function bornTooLongAgo(birthDate: LocalDate): Bilingual {
  return {
    zh: `身份证号中的出生日期 ${birthDate} 距今超过 ${LONGEST_LIFE} 年，核对原件后重录`,
    en: `The date of birth in the number, ${birthDate}, is more than ${LONGEST_LIFE} years ago; check the original`,
  };
}

function checkDigitMessage(expected: string): Bilingual {
  return {
    zh: `身份证号末位应为 ${expected}，核对原件后重录`,
    en: `The last character should be ${expected}; check the whole number against the original`,
  };
}
