import { readStoredValue, type CellValue } from '../../form/form/cell-value.ts';
import { findCell, type FormDefinition } from '../../form/form/form.ts';
import type { Figure, FigureState, FrozenCell } from './figure.ts';

/** The status of a submitted table: what the superior decided last, or that it has not decided. */
export type SubmissionStatus = 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';

/** What the superior decided on a submitted table. */
export interface TableReview {
  readonly decision: 'RETURNED' | 'ACCEPTED';
  readonly opinion: string | null;
  /** The remark at each cell, by its key. */
  readonly cellRemarks: unknown;
  readonly decidedByName: string;
  readonly decidedAt: Date;
}

/** A table as it was submitted. */
export interface FrozenTable {
  readonly id: string;
  readonly organizationPath: string;
  readonly cells: unknown;
  readonly remarks: string | null;
  readonly submittedBy: string;
  readonly submittedByName: string;
  readonly submittedByPhone: string | null;
  readonly submittedAt: Date;
  /** The superior's decisions, the last one first. */
  readonly reviews: readonly TableReview[];
}

/** The status of a submitted table. */
export function statusOf(table: FrozenTable): SubmissionStatus {
  return table.reviews[0]?.decision ?? 'SUBMITTED';
}

/** The superior's remarks at cells, by their keys. */
export function remarksOf(review: TableReview): Readonly<Record<string, string>> {
  return review.cellRemarks as Readonly<Record<string, string>>;
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
