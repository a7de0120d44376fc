/**
 * The number format of a cell: how many decimals, whether per cent, with which words beside the number (万元, 元/年, $),
 * and padded with zeros to how many digits.
 */
export type NumberFormat = {
  readonly decimals?: number;
  readonly percent?: true;
  readonly words?: string;
  readonly digits?: number;
};

/**
 * A value as a cell shows it. `raw` is the text in the file: 5.227251999021646E+17 is a number that has lost digits.
 */
export type PlainCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly raw: string; readonly format?: NumberFormat }
  /**
   * `date` is YYYY-MM-DD, `time` HH:MM:SS, without time zone, as the clerk saw them. `raw` is the serial number or ISO
   * text.
   */
  | { readonly kind: 'date'; readonly date: string; readonly time: string; readonly raw: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly code: string };

/**
 * A cell with a formula, and the value that it last showed. The value is blank if no program has ever computed it; a
 * formula that yields an empty string shows an empty text.
 */
export type FormulaCell = { readonly kind: 'formula'; readonly formula: string; readonly cached: PlainCell };

/** One cell of a sheet. */
export type Cell = PlainCell | FormulaCell;

/**
 * One row: its number as the clerk sees it (from 1) and its cells from column A on, without trailing blanks. `width`
 * counts all fields of a row of separated text, including blank ones at its end.
 */
export type Row = {
  readonly number: number;
  readonly cells: readonly Cell[];
  /** Hidden from the clerk by a filter, a folded group or by hand. */
  readonly hidden?: true;
  readonly width?: number;
};

/** A merged range: rows and columns from 1, both ends included. */
export type MergedRange = {
  readonly reference: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
};

/** A shared blank cell. */
export const BLANK: PlainCell = { kind: 'blank' };

/** The text of a cell as shown: dates as YYYY-MM-DD (with the time unless it is midnight), numbers as written. */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  switch (cell.kind) {
    case 'blank':
      return '';
    case 'text':
      return cell.text;
    case 'number':
      return cell.raw;
    case 'date':
      return cell.time === '00:00:00' ? cell.date : `${cell.date} ${cell.time}`;
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'error':
      return cell.code;
    case 'formula':
      return textOf(cell.cached);
  }
}

/** Whether a cell shows nothing: no value, or only white space. */
export function isBlank(cell: Cell | undefined): boolean {
  return textOf(cell).trim() === '';
}

/** Letters of a column counted from 1: 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The column of a reference such as AB12, counted from 1; 0 if the reference has no letters. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column;
}

/** The row of a reference such as AB12; 0 if it has none. */
export function rowOf(reference: string): number {
  const digits = /[A-Z](\d{1,7})$/i.exec(reference.slice(-10));
  return digits === null ? 0 : Number(digits[1]);
}

/** Parses a merged range such as A1:N1 (or A1); undefined if the reference is not valid. */
export function mergedRange(reference: string): MergedRange | undefined {
  if (reference.length > 32) return undefined;
  const [first = '', last = first] = reference.replaceAll('$', '').split(':');
  const range = {
    reference,
    firstRow: rowOf(first),
    lastRow: rowOf(last),
    firstColumn: columnOf(first),
    lastColumn: columnOf(last),
  };
  return range.firstRow > 0 && range.firstColumn > 0 && range.lastRow > 0 && range.lastColumn > 0 ? range : undefined;
}
