/**
 * The format of an export's column. `text` keeps every digit of identity numbers and bank accounts; `yuan` takes fen
 * (bigint) and shows yuan with two decimals; `date` takes YYYY-MM-DD.
 */
export type ColumnFormat = 'text' | 'integer' | 'yuan' | 'date';

/** One column of an export; `width` in characters. */
export type TableColumn = { readonly heading: string; readonly format: ColumnFormat; readonly width?: number };

/** A value in a column: text or YYYY-MM-DD, a whole number, fen, or null. */
export type TableValue = string | number | bigint | null;

/** An export: its columns, and a stream of rows. */
export type Table = {
  readonly sheetName: string;
  readonly columns: readonly TableColumn[];
  readonly rows: AsyncIterable<readonly TableValue[]> | Iterable<readonly TableValue[]>;
};

/** Fen as yuan with two decimals: 30050n → 300.50. */
export function yuanOfFen(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
