import type { MergedRange, Row } from './cell.ts';
import { ClerkEye } from './clerk-eye.ts';
import type { PersonColumns } from './clerk-eye.ts';
import type { Header } from './find-header.ts';
import { MergedValues } from './merged-values.ts';
import type { MergedFill } from './merged-values.ts';
import type { SkippedRow } from './skipped-row.ts';

/** A row of data with the cells of merged ranges filled in, or a skipped row with its reason. */
export type ReadRow =
  | { readonly kind: 'data'; readonly row: Row; readonly filled: readonly MergedFill[] }
  | ({ readonly kind: 'skipped' } & SkippedRow);

/** What a caller knows about the sheet besides its rows. */
export type ClerkKnowledge = {
  readonly person?: PersonColumns;
  readonly merged?: readonly MergedRange[];
};

/** At most this many blank rows are reported one by one; a table whose last row is the millionth may have a million. */
const BLANKS_NAMED = 1_000;

/**
 * Yields the rows below the headings as a clerk would read them: data, with vertically merged cells filled in, and
 * skipped rows with a reason: blank, total, section, note and signature rows, page footers, repeated headings and rows
 * with only a serial number.
 */
export async function* readAsClerk(
  rows: AsyncIterable<Row> | Iterable<Row>,
  header: Header<string>,
  { person = {}, merged = [] }: ClerkKnowledge = {},
): AsyncGenerator<ReadRow, void> {
  const eye = new ClerkEye(header, person);
  const values = new MergedValues(merged, header.headerRow);
  let last = header.headerRow;
  let blanks = 0;
  for await (const row of rows) {
    if (row.number <= header.headerRow) {
      eye.seeAbove(row);
      continue;
    }
    for (let gap = last + 1; gap < row.number && blanks < BLANKS_NAMED; gap++, blanks++) {
      yield { kind: 'skipped', row: gap, why: 'BLANK' };
    }
    last = row.number;
    values.see(row);
    const why = eye.whySkip(row);
    if (why === undefined) yield { kind: 'data', ...values.fill(row) };
    else yield { kind: 'skipped', row: row.number, why };
  }
}
