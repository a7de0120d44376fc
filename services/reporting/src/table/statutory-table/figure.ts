import { checkTable, type CheckOutcome } from '../../form/form/check.ts';
import type { CellValue } from '../../form/form/cell-value.ts';
import { cellsOf, type CellDefinition, type FormDefinition } from '../../form/form/form.ts';
import type { DerivedCells } from './compute-table.ts';

/**
 * AUTO computed, ENTERED entered by hand, ADJUSTED a derived value replaced with a reason, EMPTY not yet entered,
 * MISMATCH part of a failing check, CHANGED different from what was submitted.
 */
export const figureStates = ['AUTO', 'ENTERED', 'ADJUSTED', 'EMPTY', 'MISMATCH', 'CHANGED'] as const;
export type FigureState = (typeof figureStates)[number];

/** The last value entered by hand for a cell; null when it was withdrawn. */
export interface Entry {
  readonly value: CellValue | null;
  readonly reason: string | null;
  readonly enteredByName: string;
  readonly enteredAt: Date;
}

/** A cell as it was submitted. */
export interface FrozenCell {
  readonly value: CellValue | null;
  readonly derived: CellValue | null;
  readonly state: FigureState;
  readonly reason: string | null;
}

/** One cell of one organisation and period (数值). */
export interface Figure {
  readonly cell: CellDefinition;
  /** The value that the table shows: the submitted one if there is one, else the present one. */
  readonly value: CellValue | null;
  /** The value from facts, other cells or subordinates, regardless of what was entered by hand. */
  readonly derived: CellValue | null;
  /** The value that would be submitted now. */
  readonly present: CellValue | null;
  readonly submitted: CellValue | null;
  readonly state: FigureState;
  readonly reason: string | null;
  /** What this organisation entered itself; null if nothing. */
  readonly own: CellValue | null;
  /** The sum of the accepted tables below, of an entered cell; null if there are none. */
  readonly accepted: bigint | null;
  readonly enteredByName: string | null;
  readonly enteredAt: Date | null;
  readonly records: number;
}

/** The inputs of a table's figures. */
export interface FigureSources {
  readonly derived: DerivedCells;
  readonly entries: ReadonlyMap<string, Entry>;
  /** The sums of the accepted tables of the organisations directly below, for entered cells. */
  readonly subordinates: ReadonlyMap<string, bigint>;
  readonly frozen: ReadonlyMap<string, FrozenCell> | undefined;
}

type Present = Pick<Figure, 'cell' | 'present' | 'derived' | 'reason' | 'records' | 'own' | 'accepted'> & {
  readonly state: FigureState;
  readonly entry: Entry | undefined;
};

/** Assembles the figures of a form in printed order, with the results of its checks over the present values. */
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
  const accepted = fromFacts === undefined ? (sources.subordinates.get(cell.key) ?? null) : null;
  const derived = fromFacts?.value ?? accepted;
  const records = fromFacts?.records ?? 0;
  const last = sources.entries.get(cell.key);
  const entry = last?.value === null ? undefined : last;
  if (entry === undefined) {
    const state = derived === null ? 'EMPTY' : 'AUTO';
    return { cell, present: derived, derived, state, reason: null, records, entry, own: null, accepted };
  }
  const state = cell.kind === 'DERIVED' ? 'ADJUSTED' : 'ENTERED';
  const { value: own, reason } = entry;
  const present = accepted !== null && typeof own === 'bigint' ? own + accepted : own;
  return { cell, present, derived, state, reason, records, entry, own, accepted };
}

function computedCell(cell: CellDefinition, sumOf: readonly string[], present: ReadonlyMap<string, Present>): Present {
  const given = sumOf.flatMap((key) => {
    const value = present.get(key)?.present;
    return typeof value === 'bigint' ? [value] : [];
  });
  const sum = given.length === 0 ? null : given.reduce((total, value) => total + value, 0n);
  const state = sum === null ? 'EMPTY' : 'AUTO';
  return {
    cell,
    present: sum,
    derived: sum,
    state,
    reason: null,
    records: 0,
    entry: undefined,
    own: null,
    accepted: null,
  };
}

function finishFigure(own: Present, frozen: FrozenCell | undefined, mismatched: boolean): Figure {
  const { cell, present, derived, reason, records, entry } = own;
  const parts = { own: own.own, accepted: own.accepted };
  const state = mismatched && own.state !== 'EMPTY' ? 'MISMATCH' : own.state;
  const given = { enteredByName: entry?.enteredByName ?? null, enteredAt: entry?.enteredAt ?? null };
  if (frozen === undefined) {
    return { cell, value: present, derived, present, submitted: null, state, reason, records, ...parts, ...given };
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
    ...parts,
    ...given,
  };
}
