import { readStoredValue, type CellValue } from '../../form/form/cell-value.ts';
import { findCell, type FormDefinition } from '../../form/form/form.ts';
import type { Figure, FigureState, FrozenCell } from './figure.ts';

/** The status of a submitted table; it never changes afterwards. */
export type SubmissionStatus = 'SUBMITTED';

/** A table as it was submitted. */
export interface FrozenTable {
  readonly id: string;
  readonly status: string;
  readonly cells: unknown;
  readonly remarks: string | null;
  readonly submittedByName: string;
  readonly submittedByPhone: string | null;
  readonly submittedAt: Date;
}

/** A cell as the database stores it in JSON: whole numbers as text, because they can exceed what JSON can hold. */
type StoredCell = {
  readonly value: string | null;
  readonly derived: string | null;
  readonly state: FigureState;
  readonly reason: string | null;
};

/** The cells of a table for storage. */
export function freezeCells(figures: readonly Figure[]): Readonly<Record<string, StoredCell>> {
  return Object.fromEntries(
    figures.map(({ cell, present, derived, reason, state }) => [
      cell.key,
      {
        value: present?.toString() ?? null,
        derived: derived?.toString() ?? null,
        state: state === 'CHANGED' ? 'AUTO' : state,
        reason,
      },
    ]),
  );
}

/** The cells of a submitted table by key. */
export function readFrozenCells(table: FrozenTable, form: FormDefinition): ReadonlyMap<string, FrozenCell> {
  const stored = table.cells as Readonly<Record<string, StoredCell>>;
  return new Map(
    Object.entries(stored).map(([key, cell]) => {
      const read = (value: string | null): CellValue | null =>
        value === null ? null : readStoredValue(findCell(form, key) ?? { type: 'COUNT' }, value);
      return [key, { value: read(cell.value), derived: read(cell.derived), state: cell.state, reason: cell.reason }];
    }),
  );
}
