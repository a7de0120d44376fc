import { readStoredValue, type CellValue } from '../../form/form/cell-value.ts';
import { findCell, type FormDefinition } from '../../form/form/form.ts';
import type { Figure, FigureState, FrozenCell } from './figure.ts';

/** Where a submitted table stands; one that was submitted stays so. */
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

/** A cell as the database keeps it in JSON: whole numbers as text, since they may be beyond what JSON carries. */
type StoredCell = {
  readonly value: string | null;
  readonly derived: string | null;
  readonly state: FigureState;
  readonly reason: string | null;
};

/** The cells of a table as they are to be kept. */
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

/** The cells of a submitted table of a form by their keys. */
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
