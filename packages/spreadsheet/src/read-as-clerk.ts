import type { MergedRange, Row } from './cell.ts';
import { ClerkEye } from './clerk-eye.ts';
import type { PersonColumns } from './clerk-eye.ts';
import type { Header } from './find-header.ts';
import { MergedValues } from './merged-values.ts';
import type { MergedFill } from './merged-values.ts';
import type { SkippedRow } from './skipped-row.ts';

/** A row of data with the cells that merged ranges fill, or a row passed over with its reason. */
export type ReadRow =
  | { readonly kind: 'data'; readonly row: Row; readonly filled: readonly MergedFill[] }
  | ({ readonly kind: 'skipped' } & SkippedRow);

/** What a caller knows of the sheet beside its rows. */
export type ClerkKnowledge = {
  readonly person?: PersonColumns;
  readonly merged?: readonly MergedRange[];
};

/** Blank rows are named one by one up to this many; a table whose last row is the millionth has a million. */
const BLANKS_NAMED = 1_000;

/**
 * Passes the rows below the headings as a clerk would read them: data as data, cells merged downwards with their value;
 * blank, totals, section, note and signature rows, feet of pages, repeated headings and rows with only a serial number
 * are passed over, each with its reason.
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
