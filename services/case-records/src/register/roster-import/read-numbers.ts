import {
  cutText,
  fen,
  formatYuan,
  maskPhone,
  parseYuan,
  readIdentityNumber,
  readPhone,
  withoutSpaces,
  type Bilingual,
  type Fen,
  type IdentityNumber,
  type LocalDate,
  type PhoneNumber,
  type Problem,
} from '@nuangong/primitives';
import { decimalOf, mayHaveLostDigits, roundedTo } from '@nuangong/spreadsheet';
import { headUnderAge } from '../household/head-of-age.ts';
import { highestIncome } from '../household/household.ts';
import { placeholderAccount } from '../person/read-bank-account.ts';
import { isNo } from './read-answers.ts';
import type { RosterField } from './roster-columns.ts';
import { cellText, shownText } from './roster-cell.ts';
import type { Given, RowReader } from './row-reader.ts';

/** Whether a cell's long number lost its last digits to floating point, as a number or as text such as 5.2E+17. */
function lostDigits({ cell }: Given): boolean {
  const text = withoutSpaces(cellText(cell));
  if (/^\d(?:\.\d+)?e\+?\d+$/i.test(text)) return true;
  return typeof cell === 'object' && 'number' in cell && text.length > 15 && mayHaveLostDigits(text);
}

/** A complete number among other text: 身份证522729198301259528（本人）. */
const numberAmongWords = /(?<!\d)\d{17}[\dXx](?!\d)/g;

const letterAt = ({ index, 0: letter }: RegExpExecArray): Bilingual => ({
  zh: `身份证号第 ${index + 1} 位是“${letter}”，不是数字；照原件重录`,
  en: `Character ${index + 1} of the identity number is “${letter}”, not a digit. Enter it from the original.`,
});

/** The identity number of a row; a number cell is accepted only if its 18 digits are certainly complete. */
export function readIdentity(reader: RowReader, today: LocalDate): IdentityNumber | undefined {
  const given = reader.given('IDENTITY');
  if (given.unreadable || reader.refuseEmptyLookUp('IDENTITY', given)) return undefined;
  if (lostDigits(given)) {
    reader.refuse(
      'IDENTITY_LOST_AS_NUMBER',
      'IDENTITY',
      '身份证号存成了数字，后几位已丢失；把该列设为文本格式，照原件重录',
      'The identity number was stored as a number and lost its last digits. Enter it again as text.',
    );
    return undefined;
  }
  const text = cellText(given.cell);
  const options = { field: 'IDENTITY', bornOrKnownOn: today, aliveOn: today };
  const whole = readIdentityNumber(text, options);
  const among = whole.ok ? [] : (withoutSpaces(text).match(numberAmongWords) ?? []);
  const read = among.length === 1 ? readIdentityNumber(among[0] ?? '', options) : whole;
  if (!read.ok) {
    const letter = /[^\d]/.exec(withoutSpaces(text).slice(0, 17));
    const inWords = (each: Problem): Problem =>
      each.code === 'IDENTITY_FORMAT' && letter !== null ? { ...each, message: letterAt(letter) } : each;
    reader.reasons.push(
      ...read.problems.map(inWords).map((each) => ({ ...each, code: each.code.replace(/^IDENTITY_/, '') })),
    );
    return undefined;
  }
  const underAge = headUnderAge(read.value.birthDate, [], today, 'IDENTITY');
  if (underAge !== undefined) reader.reasons.push(underAge);
  if (typeof given.cell === 'object' && 'number' in given.cell) reader.say('身份证号存成数字，18 位完整，照读');
  else if (read.value.number !== text) reader.say('身份证号去掉空格和符号后读取');
  return read.value;
}

const mostPeople = 30;

/** Texts for a size: 3人, 三口之家, 共3人, 3（含本人）. */
const sizeWords =
  /^(?:共|全家|家庭|一家)?(\d{1,2}(?=\D|$)|[一二两三四五六七八九十]{1,3})(?:\.0+)?(?:人|口|口人|个人|名|位|口之家)?(?:\((?:含|包括)[^()]*\))?$/;

/** The value of a Chinese numeral up to 99; 0 if it is not one. */
function numeralOf(words: string): number {
  const value = (digit: string): number => '一二三四五六七八九'.indexOf(digit.replace('两', '二')) + 1;
  if (/^[一二两三四五六七八九]$/.test(words)) return value(words);
  const [, tens, ones] = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(words) ?? [];
  return tens === undefined ? 0 : (tens === '' ? 1 : value(tens)) * 10 + (ones ? value(ones) : 0);
}

/** The size of a household: from its column, or the size that the clerk gave for all rows. */
export function readSize(reader: RowReader): number | undefined {
  const { householdSize } = reader.place;
  if (!reader.has('HOUSEHOLD_SIZE') && householdSize !== undefined && householdSize !== null) {
    reader.say(`名册没有家庭人口，按导入时所填 ${householdSize} 人`);
    return householdSize;
  }
  const given = reader.given('HOUSEHOLD_SIZE');
  if (given.unreadable || reader.refuseEmptyLookUp('HOUSEHOLD_SIZE', given)) return undefined;
  const text = typeof given.cell === 'object' && 'number' in given.cell ? decimalOf(given.cell.number) : given.text;
  const digits = sizeWords.exec(withoutSpaces(text))?.[1] ?? '';
  const size = /\d/.test(digits) ? Number(digits) : numeralOf(digits);
  if (size >= 1 && size <= mostPeople) {
    if (digits !== text || !/\d/.test(digits)) reader.say(`家庭人口“${text}”读作 ${size}`);
    return size;
  }
  reader.refuse(
    'SIZE_NOT_A_NUMBER',
    'HOUSEHOLD_SIZE',
    '家庭人口应为 1 至 30 的整数，改写后重录',
    'The household size must be a number from 1 to 30.',
  );
  return undefined;
}

const aMonth =
  /^(?:每人每月|人均每月|每月人均|每月|月人均|月均|人均|月)|(?:\/人\/月|\/月\/人|[/每一]?个?月(?:每人|\/人)?|每人每月)$/;
const aYear = /^(?:每人每年|全年|每年|年均|年)|(?:\/人\/年|\/年\/人|[/每一]?年(?:每人|\/人)?|每人每年)$/;

/** Income per head and month, from a monthly or a yearly column, or by the unit in the cell: 300元/月. */
export function readIncome(reader: RowReader): Fen | undefined {
  const field = reader.has('INCOME_YEARLY') ? 'INCOME_YEARLY' : 'INCOME';
  const given = reader.given(field);
  if (given.unreadable || reader.refuseEmptyLookUp(field, given)) return undefined;
  if (isPercent(given) && Number(cellText(given.cell)) < leastInPercent) {
    const at = reader.at(field);
    reader.refuse(
      'INCOME_PERCENT',
      field,
      `${at} 显示为 ${shownText(given.cell)}，不是金额；把单元格格式改为数值，照原件重录`,
      `Cell ${at} shows ${shownText(given.cell)}, which is not an amount. Format it as a number and enter it again.`,
    );
    return undefined;
  }
  if (isInOtherUnit(reader, field, given)) return undefined;
  const written = withoutSpaces(given.text);
  const isYearly = aYear.test(written) || (field === 'INCOME_YEARLY' && !aMonth.test(written));
  const words = isYearly ? aYear : aMonth;
  const amount = amountOf(given).replace(words, '').replace(words, '');
  const most = isYearly ? fen(highestIncome * 12n) : highestIncome;
  const read = parseYuan(amount, { field, max: most });
  if (!read.ok) {
    const advice = incomeAdvice.find(([pattern]) => pattern.test(written))?.[1];
    const inWords = (each: Problem): Problem =>
      each.code === 'AMOUNT_NOT_A_NUMBER' && advice !== undefined ? { ...each, message: advice } : each;
    reader.reasons.push(
      ...read.problems.map(inWords).map((each) => ({ ...each, code: each.code.replace(/^AMOUNT_/, 'INCOME_') })),
    );
    return undefined;
  }
  const monthly = isYearly ? aTwelfth(read.value) : read.value;
  if (isYearly) reader.say(`年人均收入 ${formatYuan(read.value)} 元除以 12，月人均收入 ${formatYuan(monthly)} 元`);
  else if (!/^\d+(?:\.\d{1,2})?$/.test(cellText(given.cell))) {
    const shown = isPercent(given)
      ? `${shownText(given.cell)}（百分比格式）`
      : cutText(cellText(given.cell).trim(), 40);
    reader.say(`月人均收入“${shown}”读作 ${Number(monthly) / 100} 元`);
  } else sayShownOtherwise(reader, given);
  return monthly;
}

/** Advice for texts that are not an amount. */
const incomeAdvice: readonly (readonly [RegExp, Bilingual])[] = [
  [
    /^\d{4}-\d\d-\d\d/,
    {
      zh: '收入一格的格式是日期；改为数值，照原件重录',
      en: 'The income is formatted as a date. Format it as a number and enter it again.',
    },
  ],
  [
    /^(?:无|没有|没|零|无收入|没有收入|[-/]+)$/,
    { zh: '收入没有写数；没有收入的填 0', en: 'The income is not a number. Enter 0 if there is none.' },
  ],
  [
    /\d[万千百kw]|[一二三四五六七八九十][万千百]/i,
    { zh: '收入换算成元，填数字，如 3500', en: 'Enter the income in yuan and in digits, for example 3500.' },
  ],
  [
    /约|大概|左右|上下|[多余几]|以[上下内]|不[足到]|[低高]于|至|到|~|\d-\d/,
    { zh: '收入应为确数；照核实的数额填写', en: 'The income must be one number. Enter the verified amount.' },
  ],
];

/** Units that a number format may show next to an amount in yuan. */
const yuanWords = /^(?:人民币|RMB|CNY|[元圆整]|\/?月|每月|月?人均|\/人)*$/i;

/** Whether the format shows another unit, such as 0.35万元 for 0.35 or 5400元/年 for 5400; refuses the cell then. */
function isInOtherUnit(reader: RowReader, field: RosterField, { cell }: Given): boolean {
  if (typeof cell !== 'object' || !('number' in cell) || cell.words === undefined || yuanWords.test(cell.words))
    return false;
  const at = reader.at(field);
  const shown = `${shownText(cell)} ${cell.words}`;
  reader.refuse(
    'INCOME_UNIT_SHOWN',
    field,
    `${at} 的单元格格式显示“${shown}”，不是以元为单位的月收入；把格式改为数值，换算后重录`,
    `Cell ${at} shows “${shown}”, which is not a monthly amount in yuan. Convert it and enter it as a number.`,
  );
  return true;
}

/** Takes the amount in the cell, with a note, if the format shows it differently: 440.5 shown as 441. */
function sayShownOtherwise(reader: RowReader, given: Given): void {
  const { cell } = given;
  if (typeof cell !== 'object' || !('number' in cell) || isPercent(given)) return;
  const decimal = decimalOf(cell.number);
  if (Number(shownText(cell)) !== Number(decimal))
    reader.say(`月人均收入显示为 ${shownText(cell)}，按单元格里的 ${decimal} 元`);
}

/**
 * 300 typed into a cell formatted as percent is stored as 3 and shown as 300%. From this value on, the format was
 * applied after the amount was typed.
 */
const leastInPercent = 100;

const isPercent = ({ cell }: Given): boolean => typeof cell === 'object' && 'number' in cell && cell.percent === true;

/**
 * The amount in a cell. Numbers have the 15 digits that spreadsheet programs keep. One with more than two decimals is
 * rounded to those that its format shows, if at most two; else a formula's result is rounded to the fen.
 */
function amountOf({ cell, text }: Given): string {
  if (typeof cell !== 'object' || !('number' in cell)) return withoutSpaces(text);
  const decimal = decimalOf(cell.number);
  if (/^-?\d+(?:\.\d{1,2})?$/.test(decimal)) return decimal;
  if (cell.decimals !== undefined && cell.decimals <= 2 && cell.percent !== true)
    return roundedTo(decimal, cell.decimals);
  return cell.formula === undefined ? decimal : roundedTo(decimal, 2);
}

/** A twelfth, in fen, half a fen rounded up. */
function aTwelfth(amount: Fen): Fen {
  return fen((amount + 6n) / 12n);
}

/** The content of a telephone cell: the number to enter, and the rest of the text. */
export interface ReadPhones {
  readonly phone: PhoneNumber | undefined;
  readonly rest: string | undefined;
}

const twoMobiles = /^(1[3-9]\d{9})(1[3-9]\d{9})$/;
/** A mobile number among other text: 本人13800000111. */
const mobileAmongWords = /(?<!\d)1[3-9]\d{9}(?!\d)/;

/** The telephones of a cell: the first readable one is entered, the rest goes to the remark. */
export function readPhones(reader: RowReader): ReadPhones {
  const given = reader.given('PHONE');
  const none = { phone: undefined, rest: undefined };
  if (given.unreadable || reader.refuseEmptyLookUp('PHONE', given)) return none;
  const text = digitsShown(given) ?? given.text;
  if (isNo(text)) return none;
  const whole = readPhone(text, { field: 'PHONE' });
  if (whole.ok) return { phone: whole.value, rest: undefined };
  const numbers = (twoMobiles.exec(withoutSpaces(text))?.slice(1) ?? text.split(/[、,，;；/|\s]+|或者?|和|及/)).filter(
    (each) => each !== '',
  );
  const read = numbers.map((number) => readPhone(number, { field: 'PHONE' }));
  const first = read.findIndex((each) => each.ok);
  const phone = read[first];
  if (phone === undefined || !phone.ok) return readAmongWords(reader, text);
  const others = numbers.filter((_, at) => at !== first);
  reader.say(`联系电话写有 ${numbers.length} 个号码，录入 ${maskPhone(phone.value)}，其余记入备注`);
  return { phone: phone.value, rest: `另一电话：${others.join('、')}` };
}

/** The mobile number among other text, or none; the whole text goes to the remark. */
function readAmongWords(reader: RowReader, text: string): ReadPhones {
  const rest = `联系电话写作：${text}`;
  const found = readPhone(mobileAmongWords.exec(text)?.[0] ?? '', { field: 'PHONE' });
  if (found.ok) {
    reader.say(`联系电话一格有其他文字，录入 ${maskPhone(found.value)}，原文记入备注`);
    return { phone: found.value, rest };
  }
  reader.say('联系电话读不出，未录入，原文记入备注');
  return { phone: undefined, rest };
}

/** The bank account of a row; a number cell is accepted only if its digits are certainly complete. */
export function readAccount(reader: RowReader): string | undefined {
  const given = reader.given('BANK_ACCOUNT');
  if (given.unreadable || reader.refuseEmptyLookUp('BANK_ACCOUNT', given) || isNo(given.text)) return undefined;
  const account = withoutSpaces(digitsShown(given) ?? cellText(given.cell))
    .replace(/^['‘’`]/, '')
    .replaceAll('-', '');
  if (/^(\d)\1+$/.test(account)) {
    reader.refuse('BANK_ACCOUNT_PLACEHOLDER', 'BANK_ACCOUNT', placeholderAccount.zh, placeholderAccount.en);
    return undefined;
  }
  if (/^\d{8,32}$/.test(account) && !lostDigits(given)) return account;
  reader.refuse(
    'BANK_ACCOUNT_FORMAT',
    'BANK_ACCOUNT',
    '银行卡号应为 8 至 32 位数字；把该列设为文本格式，照银行卡重录，没有的留空',
    'A bank account has 8 to 32 digits. Format the column as text and enter it from the card, or leave it blank.',
  );
  return undefined;
}

/** The digits of a number with the leading zeros that its format shows: 00101234567890. */
function digitsShown({ cell }: Given): string | undefined {
  if (typeof cell !== 'object' || !('number' in cell)) return undefined;
  const isLong = cell.number.length > 15;
  return isLong ? cell.number : decimalOf(cell.number).padStart(cell.digits ?? 0, '0');
}

/** Cuts a text that is too long, with a note. */
export function cutSaying(reader: RowReader, field: RosterField, text: string, most: number): string {
  const cut = cutText(text, most);
  if (cut !== text) reader.say(`${reader.name(field)}超过 ${most} 字，只录入前 ${most} 字`);
  return cut;
}
