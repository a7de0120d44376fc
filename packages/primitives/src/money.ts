import type { Brand } from './brand.ts';
import { ok, problem, refuse, type Problem, type Result } from './result.ts';
import { withoutSpaces } from './typed-text.ts';

/** An amount of money in fen (hundredths of a yuan), exact. Every amount inside the system has this type. */
export type Fen = Brand<bigint, 'Fen'>;

/** Zero. */
export const ZERO_FEN: Fen = fen(0n);

/** The largest amount accepted: 99,999,999,999.99 yuan. */
export const LARGEST_AMOUNT: Fen = fen(9_999_999_999_999n);

/** An amount from a number of fen. */
export function fen(count: bigint): Fen {
  return count as Fen;
}

/** An amount from a whole number of yuan. */
export function yuan(count: bigint): Fen {
  return fen(count * 100n);
}

export type ReadAmount = {
  /** The field that problems name. */
  readonly field?: string;
  /** The least amount accepted; 0 by default. A negative value admits negative amounts. */
  readonly min?: Fen;
  /** The largest amount accepted; 99,999,999,999.99 yuan by default. */
  readonly max?: Fen;
};

const DIGITS = /^(?<sign>-?)(?<whole>\d+|\d{1,3}(?:,\d{3})+)(?:\.(?<fraction>\d+))?$/;

/**
 * Reads an amount in yuan as clerks write it: "300", "300.5", "97,500.00", "￥３００", "300元", "人民币300元整".
 * Refuses with AMOUNT_NOT_A_NUMBER, AMOUNT_NEGATIVE, AMOUNT_TOO_PRECISE (beyond the fen), AMOUNT_TOO_LARGE,
 * AMOUNT_TOO_SMALL (below `min`).
 */
export function parseYuan(text: string, options: ReadAmount = {}): Result<Fen> {
  const { field, min = ZERO_FEN, max = LARGEST_AMOUNT } = options;
  const bare = withoutSpaces(text)
    .replace(/^(-?)(?:人民币|RMB|CNY)?[¥]?(-?)/i, '$1$2')
    .replace(/(?:[元圆][整正]?|¥)$/, '');
  const parts = DIGITS.exec(bare)?.groups;
  if (parts === undefined) return refuse(notANumber(field));
  const { sign = '', whole = '', fraction = '' } = parts;
  if (sign === '-' && min >= 0n) return refuse(negative(field));
  const digits = whole.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  if (digits.length > 11) return refuse(tooLarge(max, field));
  if (fraction.length > 2) return refuse(tooPrecise(field));
  const size = BigInt(digits + fraction.padEnd(2, '0'));
  const amount = fen(sign === '-' ? -size : size);
  if (amount > max) return refuse(tooLarge(max, field));
  if (amount < min) return refuse(tooSmall(min, field));
  return ok(amount);
}

/** An amount in yuan as a decimal string with two decimals: "97500.00". The format between programs. */
export function formatYuan(amount: Fen): string {
  return decimal(amount, 2);
}

/** An amount in yuan with thousands separators, for people: "97,500.00". */
export function formatYuanGrouped(amount: Fen): string {
  return formatYuan(amount).replace(/\B(?=(?:\d{3})+\.)/g, ',');
}

/** An amount in 万元 (ten thousand yuan), exact to the fen, without trailing zeros: 97,500 yuan is "9.75". */
export function formatWanYuan(amount: Fen): string {
  return decimal(amount, 6).replace(/\.?0+$/, '');
}

/**
 * An amount in 万元 with four decimals (whole yuan), half a yuan rounded away from zero: 97,500 yuan is "9.7500". Sum
 * totals in fen and round once.
 */
export function formatWanYuanFixed(amount: Fen): string {
  const size = amount < 0n ? -amount : amount;
  const wholeYuan = (size + 50n) / 100n;
  return decimal(amount < 0n ? -wholeYuan : wholeYuan, 4);
}

/** The sum of amounts; zero if there are none. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return fen(total);
}

/** `from` less `amount`; may be below zero. */
export function subtractFen(from: Fen, amount: Fen): Fen {
  return fen(from - amount);
}

/** An amount multiplied by a whole number. */
export function multiplyFen(amount: Fen, times: bigint): Fen {
  return fen(amount * times);
}

/** Compares two amounts for sorting, smaller first. */
export function compareFen(one: Fen, other: Fen): -1 | 0 | 1 {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function decimal(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function notANumber(field?: string): Problem {
  return problem(
    'AMOUNT_NOT_A_NUMBER',
    {
      zh: '金额应为以元为单位的数字，如 300 或 1,250.50，改写后重录',
      en: 'The amount must be a number in yuan, for example 300 or 1,250.50',
    },
    field,
  );
}

function negative(field?: string): Problem {
  return problem(
    'AMOUNT_NEGATIVE',
    {
      zh: '金额不能小于 0，去掉负号或核对原件后重录',
      en: 'The amount must not be below 0; remove the minus sign or check the original',
    },
    field,
  );
}

function tooPrecise(field?: string): Problem {
  return problem(
    'AMOUNT_TOO_PRECISE',
    { zh: '金额最多保留两位小数（到分），改写后重录', en: 'The amount must have no more than two decimals (fen)' },
    field,
  );
}

function tooLarge(max: Fen, field?: string): Problem {
  const limit = formatYuanGrouped(max);
  return problem(
    'AMOUNT_TOO_LARGE',
    {
      zh: `金额不能大于 ${limit} 元，核对位数后重录`,
      en: `The amount must not be above ${limit} yuan; count its digits`,
    },
    field,
  );
}

function tooSmall(min: Fen, field?: string): Problem {
  const limit = formatYuanGrouped(min);
  return problem(
    'AMOUNT_TOO_SMALL',
    { zh: `金额不能小于 ${limit} 元，核对后重录`, en: `The amount must not be below ${limit} yuan` },
    field,
  );
}
