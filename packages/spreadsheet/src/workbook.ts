import type { MergedRange, Row } from './cell.ts';

/** Whether the clerk who opens the workbook sees a sheet. */
export type SheetState = 'visible' | 'hidden' | 'veryHidden';

/** A sheet that is not offered for reading: hidden, or a chart or form without rows. */
export type UnreadSheet = { readonly name: string; readonly state: SheetState };

/** One sheet of data. */
export type Sheet = {
  readonly name: string;
  readonly state: SheetState;
  /**
   * The rows with something in them, in order, streamed; blank rows show as gaps between the numbers.
   * May be called again for another pass. Throws `SpreadsheetRefused` where the content turns out unreadable.
   */
  readonly rows: () => AsyncGenerator<Row, void>;
  /** The merged ranges (a pass of its own over the sheet, remembered). */
  readonly mergedRanges: () => Promise<readonly MergedRange[]>;
  /** The columns (from 1) that the clerk does not see (the same pass). */
  readonly hiddenColumns: () => Promise<ReadonlySet<number>>;
};

/** An open spreadsheet; close it when done. */
export type Workbook = {
  readonly format: 'xlsx' | 'csv';
  /** The encoding of a text file, for the clerk's information. */
  readonly encoding?: TextEncodingName;
  /** The visible sheets of data, in order. */
  readonly sheets: readonly Sheet[];
  /** The sheets not offered for reading because the clerk does not see them. */
  readonly hiddenSheets: readonly UnreadSheet[];
  /** The sheets without rows: charts, macros, old dialogs. */
  readonly otherSheets: readonly UnreadSheet[];
  readonly close: () => Promise<void>;
};

/** The encodings that text files are read in. */
export type TextEncodingName = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
