import type { Transaction } from '../../builder.ts';
import type { CellValue } from '../../form/form/cell-value.ts';
import { tableKey } from './read-entries.ts';
import { withReviews } from './read-submissions.ts';
import { readFrozenCells, remarksOf } from './submission.ts';
import type { TableRequest } from './table-request.ts';

/** What happened to one cell: a value was entered or taken back, submitted with the table, returned or accepted. */
export const figureChangeKinds = ['ENTERED', 'TAKEN_BACK', 'SUBMITTED', 'RETURNED', 'ACCEPTED'] as const;
export type FigureChangeKind = (typeof figureChangeKinds)[number];

/** One step in the history of a cell (经过). */
export interface FigureChange {
  /** The id of its record; later ones are greater. */
  readonly id: string;
  readonly kind: FigureChangeKind;
  readonly value: CellValue | null;
  /** The reason of an adjustment, or the superior's remark at the cell. */
  readonly reason: string | null;
  readonly byName: string;
  readonly at: Date;
}

/** Every value that a cell of a table ever had by hand or was submitted with, the latest first; three statements. */
export async function readFigureHistory(
  tx: Transaction,
  request: TableRequest,
  cell: string,
): Promise<readonly FigureChange[]> {
  const entries = await tx.figureEntry.findMany({ where: { ...tableKey(request), cell }, orderBy: { id: 'desc' } });
  const submissions = await tx.submission.findMany({
    where: tableKey(request),
    orderBy: { id: 'desc' },
    include: withReviews,
  });
  const entered = entries.map(({ id, value, words, reason, enteredByName, enteredAt }): FigureChange => {
    const given = words ?? value;
    return {
      id,
      kind: given === null ? 'TAKEN_BACK' : 'ENTERED',
      value: given,
      reason,
      byName: enteredByName,
      at: enteredAt,
    };
  });
  const submitted = submissions.flatMap((submission): readonly FigureChange[] => {
    const { id, submittedByName: byName, submittedAt: at, reviews } = submission;
    const value = readFrozenCells(submission, request.form).get(cell)?.value ?? null;
    const reviewed = reviews.map((review): FigureChange => {
      const reason = remarksOf(review)[cell] ?? review.opinion;
      return {
        id: review.id,
        kind: review.decision,
        value,
        reason,
        byName: review.decidedByName,
        at: review.decidedAt,
      };
    });
    return [{ id, kind: 'SUBMITTED', value, reason: null, byName, at }, ...reviewed];
  });
  return [...entered, ...submitted].toSorted((one, other) => (one.id < other.id ? 1 : -1));
}
