import {
  charactersIn,
  fen,
  formatWanYuan,
  keptText,
  LARGEST_AMOUNT,
  ok,
  problem,
  refuse,
  withoutSpaces,
  type Bilingual,
  type Result,
} from '@nuangong/primitives';
import type { CellDefinition } from './form.ts';

/** The value of a cell: a count, fen, or 1 for yes and 0 for no; text, or the code of a choice. */
export type CellValue = bigint | string;

/** The type of a cell and, for a choice, its options. */
export type ValuedCell = Pick<CellDefinition, 'type'> & {
  readonly choices?: readonly { readonly code: string; readonly label: Bilingual }[];
};

/** A value as tables show it: a whole number, 万元 exact to the fen, 是 or 否, text; an empty string for a missing one. */
export function formatValue(cell: ValuedCell, value: CellValue | null): string {
  if (value === null) return '';
  switch (cell.type) {
    case 'MONEY':
      return formatWanYuan(fen(BigInt(value)));
    case 'YES_NO':
      return value === 1n ? '是' : '否';
    case 'CHOICE':
      return cell.choices?.find(({ code }) => code === value)?.label.zh ?? value.toString();
    case 'COUNT':
    case 'TEXT':
      return value.toString();
  }
}

/** Reads a cell's value from its stored text. */
export function readStoredValue({ type }: ValuedCell, stored: string): CellValue {
  return type === 'TEXT' || type === 'CHOICE' ? stored : BigInt(stored);
}

/**
 * Reads a value typed for a cell; blank withdraws an earlier value. A count is a whole number up to 999,999,999, money
 * 万元 with up to six decimals (the fen), yes or no 是 or 否, text up to 500 characters, a choice its code or label.
 * Refuses at the field `value` with FIGURE_NOT_A_NUMBER, FIGURE_NEGATIVE, FIGURE_NOT_WHOLE, FIGURE_TOO_PRECISE,
 * FIGURE_TOO_LARGE, FIGURE_NOT_YES_OR_NO, FIGURE_TOO_LONG, FIGURE_NO_CHOICE.
 */
export function parseValue(cell: ValuedCell, text: string): Result<CellValue | null> {
  if (withoutSpaces(text) === '') return ok(null);
  switch (cell.type) {
    case 'COUNT':
    case 'MONEY':
      return parseNumber(cell.type, text);
    case 'YES_NO': {
      const said = withoutSpaces(text).toLowerCase();
      if (/^(是|yes|y|1)$/.test(said)) return ok(1n);
      return /^(否|no|n|0)$/.test(said) ? ok(0n) : refusal('NOT_YES_OR_NO');
    }
    case 'TEXT': {
      const kept = keptText(text);
      return charactersIn(kept) > 500 ? refusal('TOO_LONG') : ok(kept);
    }
    case 'CHOICE': {
      const said = keptText(text);
      const chosen = cell.choices?.find(({ code, label }) => [code, label.zh, label.en].includes(said));
      return chosen === undefined ? noSuchChoice(cell) : ok(chosen.code);
    }
  }
}

const largestCount = 999_999_999n;

function parseNumber(type: 'COUNT' | 'MONEY', text: string): Result<bigint> {
  const bare = withoutSpaces(text).replaceAll(',', '');
  const parts = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<fraction>\d+))?$/.exec(bare)?.groups;
  if (parts === undefined) return refusal('NOT_A_NUMBER');
  const { sign, whole = '0', fraction = '' } = parts;
  if (sign === '-') return refusal('NEGATIVE');
  const digits = whole.replace(/^0+(?=\d)/, '');
  if (digits.length > 15) return refusal(type === 'COUNT' ? 'COUNT_TOO_LARGE' : 'AMOUNT_TOO_LARGE');
  if (type === 'COUNT') {
    if (/[1-9]/.test(fraction)) return refusal('NOT_WHOLE');
    return BigInt(digits) > largestCount ? refusal('COUNT_TOO_LARGE') : ok(BigInt(digits));
  }
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > 6) return refusal('TOO_PRECISE');
  const amount = BigInt(digits + kept.padEnd(6, '0'));
  return amount > LARGEST_AMOUNT ? refusal('AMOUNT_TOO_LARGE') : ok(amount);
}

const refusals = {
  NOT_A_NUMBER: [
    'FIGURE_NOT_A_NUMBER',
    { zh: '应填数字，如 325 或 9.75，改写后重录', en: 'Enter a number, for example 325 or 9.75' },
  ],
  NEGATIVE: [
    'FIGURE_NEGATIVE',
    { zh: '数值不能小于 0，去掉负号或核对原件后重录', en: 'The value must not be below 0' },
  ],
  NOT_WHOLE: [
    'FIGURE_NOT_WHOLE',
    { zh: '本格按整数填报，去掉小数后重录', en: 'This cell takes whole numbers; remove the decimals' },
  ],
  TOO_PRECISE: [
    'FIGURE_TOO_PRECISE',
    { zh: '万元最多保留六位小数（到分），改写后重录', en: 'At most six decimals of 10,000 yuan (one fen)' },
  ],
  COUNT_TOO_LARGE: [
    'FIGURE_TOO_LARGE',
    {
      zh: '数值不能大于 999,999,999，核对位数后重录',
      en: 'The value must not be above 999,999,999; count its digits',
    },
  ],
  AMOUNT_TOO_LARGE: [
    'FIGURE_TOO_LARGE',
    {
      zh: '金额不能大于 9,999,999.999999 万元，核对位数后重录',
      en: 'The value must not be above 9,999,999.999999 (10,000 yuan); count its digits',
    },
  ],
  NOT_YES_OR_NO: ['FIGURE_NOT_YES_OR_NO', { zh: '本格填“是”或“否”', en: 'Enter 是 (yes) or 否 (no).' }],
  TOO_LONG: ['FIGURE_TOO_LONG', { zh: '最长 500 个字，删减后重录', en: 'Use at most 500 characters.' }],
} as const satisfies Readonly<Record<string, readonly [string, Bilingual]>>;

function refusal(which: keyof typeof refusals): Result<never> {
  const [code, words] = refusals[which];
  return refuse(problem(code, words, 'value'));
}

function noSuchChoice({ choices = [] }: ValuedCell): Result<never> {
  const words = {
    zh: `从下列各项中选填：${choices.map(({ label }) => label.zh).join('、')}`,
    en: `Choose one of ${choices.map(({ label }) => label.en).join(', ')}.`,
  };
  return refuse(problem('FIGURE_NO_CHOICE', words, 'value'));
}
