/** One cell of an official table; it begins at `column` (from 1) of its row and spans to the right and down. */
export type OfficialCell = {
  readonly column: number;
  /** Text, a number, fen to be shown as yuan, or null. */
  readonly value: string | number | { readonly fen: bigint } | null;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly bold?: boolean;
  /** In points; 10.5 by default. */
  readonly fontSize?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  readonly border?: boolean;
  /** An Excel number format such as 0.00. */
  readonly numberFormat?: string;
};

/** One row of an official table; `height` in points. */
export type OfficialRow = { readonly height?: number; readonly cells: readonly OfficialCell[] };

/** An official table on A4, as printed and stamped. */
export type OfficialSheet = {
  readonly name: string;
  /** In characters, from column A. */
  readonly columnWidths: readonly number[];
  readonly rows: readonly OfficialRow[];
  readonly orientation: 'portrait' | 'landscape';
  /** First and last row repeated at the top of every page. */
  readonly repeatedRows?: readonly [number, number];
};
