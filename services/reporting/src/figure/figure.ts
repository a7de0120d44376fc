import {
  fen,
  formatWanYuan,
  LARGEST_AMOUNT,
  ok,
  problem,
  refuse,
  withoutSpaces,
  type Bilingual,
  type Result,
} from '@nuangong/primitives';
import { cellsOf, type CellDefinition, type FormDefinition, type Scale } from '../form/form.ts';
import { checkTable, type CheckOutcome } from '../form/check.ts';
import type { DerivedCells } from './compute-table.ts';

/**
 * AUTO computed, ENTERED given by hand, ADJUSTED a derived one replaced with a reason, EMPTY not yet given, MISMATCH
 * part of a failing check, CHANGED different from what was submitted.
 */
export const figureStates = ['AUTO', 'ENTERED', 'ADJUSTED', 'EMPTY', 'MISMATCH', 'CHANGED'] as const;
export type FigureState = (typeof figureStates)[number];

/** The last value given by hand for a cell; null where it was taken back. */
export interface Entry {
  readonly value: bigint | null;
  readonly reason: string | null;
  readonly enteredByName: string;
  readonly enteredAt: Date;
}

/** A cell as it was submitted. */
export interface FrozenCell {
  readonly value: bigint | null;
  readonly derived: bigint | null;
  readonly state: FigureState;
  readonly reason: string | null;
}

/** One cell of one organisation and period (数值). Values are counts, or fen. */
export interface Figure {
  readonly cell: CellDefinition;
  /** What the table says: the submitted value once there is one, else the present one. */
  readonly value: bigint | null;
  /** What facts, other cells or subordinates say, whatever was given by hand. */
  readonly derived: bigint | null;
  /** What the table would say if it were submitted now. */
  readonly present: bigint | null;
  readonly submitted: bigint | null;
  readonly state: FigureState;
  readonly reason: string | null;
  readonly enteredByName: string | null;
  readonly enteredAt: Date | null;
  readonly records: number;
}

/** What a table's figures are assembled from. */
export interface FigureSources {
  readonly derived: DerivedCells;
  readonly entries: ReadonlyMap<string, Entry>;
  /** The sums of what the organisations directly below submitted, for cells that are asked for. */
  readonly subordinates: ReadonlyMap<string, bigint>;
  readonly frozen: ReadonlyMap<string, FrozenCell> | undefined;
}

type Present = Pick<Figure, 'cell' | 'present' | 'derived' | 'reason' | 'records'> & {
  readonly state: FigureState;
  readonly entry: Entry | undefined;
};

/** Assembles the figures of a form in printed order, with the outcome of its checks over the present values. */
export function assembleFigures(
  form: FormDefinition,
  sources: FigureSources,
): { readonly figures: readonly Figure[]; readonly checks: readonly CheckOutcome[] } {
  const present = new Map<string, Present>();
  for (const cell of cellsOf(form)) {
    if (cell.kind !== 'COMPUTED') present.set(cell.key, presentCell(cell, sources));
  }
  for (const cell of cellsOf(form)) {
    if (cell.kind === 'COMPUTED') present.set(cell.key, computedCell(cell, cell.sumOf, present));
  }
  const checks = checkTable(form, (key) => present.get(key)?.present ?? null);
  const mismatched = new Set(
    checks.filter((check) => !check.ok && check.severity === 'ERROR').flatMap((check) => check.cells),
  );
  const figures = cellsOf(form).flatMap((cell) => {
    const own = present.get(cell.key);
    return own === undefined ? [] : [finishFigure(own, sources.frozen?.get(cell.key), mismatched.has(cell.key))];
  });
  return { figures, checks };
}

function presentCell(cell: CellDefinition, sources: FigureSources): Present {
  const fromFacts = sources.derived.get(cell.key);
  const derived = fromFacts?.value ?? sources.subordinates.get(cell.key) ?? null;
  const records = fromFacts?.records ?? 0;
  const last = sources.entries.get(cell.key);
  const entry = last?.value === null ? undefined : last;
  if (entry === undefined) {
    const state = derived === null ? 'EMPTY' : 'AUTO';
    return { cell, present: derived, derived, state, reason: null, records, entry };
  }
  const state = cell.kind === 'DERIVED' ? 'ADJUSTED' : 'ENTERED';
  return { cell, present: entry.value, derived, state, reason: entry.reason, records, entry };
}

function computedCell(cell: CellDefinition, sumOf: readonly string[], present: ReadonlyMap<string, Present>): Present {
  const given = sumOf.flatMap((key) => present.get(key)?.present ?? []);
  const sum = given.length === 0 ? null : given.reduce((total, value) => total + value, 0n);
  const state = sum === null ? 'EMPTY' : 'AUTO';
  return { cell, present: sum, derived: sum, state, reason: null, records: 0, entry: undefined };
}

function finishFigure(own: Present, frozen: FrozenCell | undefined, mismatched: boolean): Figure {
  const { cell, present, derived, reason, records, entry } = own;
  const state = mismatched && own.state !== 'EMPTY' ? 'MISMATCH' : own.state;
  const given = { enteredByName: entry?.enteredByName ?? null, enteredAt: entry?.enteredAt ?? null };
  if (frozen === undefined) {
    return { cell, value: present, derived, present, submitted: null, state, reason, records, ...given };
  }
  const changed = frozen.value !== present;
  return {
    cell,
    value: frozen.value,
    derived,
    present,
    submitted: frozen.value,
    state: changed ? 'CHANGED' : state,
    reason: changed ? frozen.reason : reason,
    records,
    ...given,
  };
}

/** A value as tables show it: a whole number, or 万元 exact to the fen; nothing for a missing one. */
export function formatFigure(scale: Scale, value: bigint | null): string {
  if (value === null) return '';
  return scale === 'COUNT' ? value.toString() : formatWanYuan(fen(value));
}

const largestCount = 999_999_999n;

/**
 * Reads a value given for a cell: a whole number up to 999,999,999, or 万元 with up to six decimals (the fen); blank
 * takes an earlier value back. Refuses at the field `value` with FIGURE_NOT_A_NUMBER, FIGURE_NEGATIVE,
 * FIGURE_NOT_WHOLE, FIGURE_TOO_PRECISE, FIGURE_TOO_LARGE.
 */
export function parseFigure(scale: Scale, text: string): Result<bigint | null> {
  const bare = withoutSpaces(text).replaceAll(',', '');
  if (bare === '') return ok(null);
  const parts = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<fraction>\d+))?$/.exec(bare)?.groups;
  if (parts === undefined) return refusal('NOT_A_NUMBER');
  const { sign, whole = '0', fraction = '' } = parts;
  if (sign === '-') return refusal('NEGATIVE');
  const digits = whole.replace(/^0+(?=\d)/, '');
  if (digits.length > 15) return refusal(scale === 'COUNT' ? 'COUNT_TOO_LARGE' : 'AMOUNT_TOO_LARGE');
  if (scale === 'COUNT') {
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
    { zh: '应填数字，如 325 或 9.75，改写后重录', en: 'Enter a number such as 325 or 9.75' },
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
      en: 'Not above 9,999,999.999999 (10,000 yuan); count the digits',
    },
  ],
} as const satisfies Readonly<Record<string, readonly [string, Bilingual]>>;

function refusal(which: keyof typeof refusals): Result<never> {
  const [code, words] = refusals[which];
  return refuse(problem(code, words, 'value'));
}
