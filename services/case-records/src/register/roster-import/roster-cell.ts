import {
  columnLetters,
  decimalOf,
  roundedTo,
  textOf,
  type Cell,
  type MergedFill,
  type NumberFormat,
  type Row,
} from '@nuangong/spreadsheet';

/** The reference of the cell that holds a downward merge's value: E2. */
interface Merged {
  readonly from?: string;
}

/**
 * A cell as staged: its text; a number as stored in the file, with the decimals of its format and its formula; an error
 * value; or a formula without a computed result. `from` names the cell it is merged with.
 */
export type RosterCell =
  | string
  | ({ readonly text: string } & Merged)
  | ({ readonly number: string; readonly formula?: string } & NumberFormat & Merged)
  | ({ readonly error: string } & Merged)
  | ({ readonly uncomputed: true } & Merged);

/** Only the function's name is needed, so formulas are cut to this length. */
const longestFormula = 200;

/** A row's cells as staged. Blank fields of separated text beyond the headings are kept. */
export function stagedCells(row: Row, filled: readonly MergedFill[] = [], width = Infinity): readonly RosterCell[] {
  const cells = row.cells.map((cell, at) => {
    const from = filled.find(({ column }) => column === at + 1)?.from;
    const staged = stagedCell(cell);
    if (from === undefined) return staged;
    return typeof staged === 'string' ? { text: staged, from } : { ...staged, from };
  });
  const fields = row.width ?? 0;
  return fields > width ? [...cells, ...Array.from({ length: fields - cells.length }, () => '')] : cells;
}

function stagedCell(cell: Cell): RosterCell {
  if (cell.kind === 'formula') {
    const { cached, formula } = cell;
    if (cached.kind === 'blank') return { uncomputed: true };
    if (cached.kind === 'number')
      return { number: cached.raw, formula: formula.slice(0, longestFormula), ...cached.format };
    return stagedCell(cached);
  }
  if (cell.kind === 'number') return { number: cell.raw, ...cell.format };
  return cell.kind === 'error' ? { error: cell.code } : textOf(cell);
}

/** The text of a cell as stored in the file. */
export function cellText(cell: RosterCell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if ('text' in cell) return cell.text;
  if ('number' in cell) return cell.number;
  return 'error' in cell ? cell.error : '';
}

/** The text of a cell as shown to people: a number with 15 digits in its format, a long one unformatted. */
export function shownText(cell: RosterCell | undefined): string {
  if (typeof cell !== 'object' || !('number' in cell)) return cellText(cell);
  if (cell.percent === true) return `${roundedTo(decimalOf(String(Number(cell.number) * 100)), cell.decimals ?? 0)}%`;
  if (/^\d{16,}$/.test(cell.number) || /e\+?1[5-9]$/i.test(cell.number)) return cell.number;
  const decimal = decimalOf(cell.number);
  return cell.decimals === undefined ? decimal : roundedTo(decimal, cell.decimals);
}

/** The reference of a cell by its position from 0: G5. */
export const cellReference = (index: number, row: number): string => `${columnLetters(index + 1)}${row}`;
