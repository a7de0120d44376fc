import type { MergedRange, Row } from './cell.ts';

/** Whether a sheet is visible in the workbook. */
export type SheetState = 'visible' | 'hidden' | 'veryHidden';

/** A sheet that is not offered for reading: hidden, or a chart or form without rows. */
export type UnreadSheet = { readonly name: string; readonly state: SheetState };

/** One sheet of data. */
export type Sheet = {
  readonly name: string;
  readonly state: SheetState;
  /**
   * The non-blank rows in order, streamed; blank rows are gaps in the row numbers. May be called again for another
   * pass. Throws `SpreadsheetRefused` if the content is unreadable.
   */
  readonly rows: () => AsyncGenerator<Row, void>;
  /** The merged ranges (a separate pass over the sheet, cached). */
  readonly mergedRanges: () => Promise<readonly MergedRange[]>;
  /** The hidden columns, from 1 (from the same pass). */
  readonly hiddenColumns: () => Promise<ReadonlySet<number>>;
};

/** An open spreadsheet; close it when done. */
export type Workbook = {
  readonly format: 'xlsx' | 'csv';
  /** The encoding of a text file, to show to the clerk. */
  readonly encoding?: TextEncodingName;
  /** The visible sheets of data, in order. */
  readonly sheets: readonly Sheet[];
  /** The sheets not offered because they are hidden. */
  readonly hiddenSheets: readonly UnreadSheet[];
  /** The sheets without rows: charts, macros, old dialogs. */
  readonly otherSheets: readonly UnreadSheet[];
  readonly close: () => Promise<void>;
};

/** The supported encodings of text files. */
export type TextEncodingName = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
