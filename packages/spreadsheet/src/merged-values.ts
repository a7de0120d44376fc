import { BLANK, columnLetters, isBlank } from './cell.ts';
import type { Cell, MergedRange, Row } from './cell.ts';

/** A cell below the first of a merged range, and the cell that has its value. */
export type MergedFill = { readonly column: number; readonly from: string };

type Held = { readonly range: MergedRange; readonly value: Cell };

/**
 * Gives the cells of a vertically merged range the value of its first cell, as a reader of the table sees it. Rows must
 * come in order, each once. A range over several columns counts only for its first column, because the others have
 * their own headings.
 */
export class MergedValues {
  private readonly waiting: MergedRange[];
  private active: Held[] = [];

  constructor(ranges: readonly MergedRange[], headerRow: number) {
    this.waiting = ranges
      .filter(({ firstRow, lastRow }) => firstRow > headerRow && lastRow > firstRow)
      .toSorted((a, b) => b.firstRow - a.firstRow);
  }

  /** Registers a row, whether it is data or not, because a range may begin in a skipped row. */
  see(row: Row): void {
    if (this.active.length > 0) this.active = this.active.filter(({ range }) => range.lastRow >= row.number);
    for (
      let next = this.waiting.at(-1);
      next !== undefined && next.firstRow <= row.number;
      next = this.waiting.at(-1)
    ) {
      this.waiting.pop();
      const value = next.firstRow === row.number ? (row.cells[next.firstColumn - 1] ?? BLANK) : BLANK;
      if (!isBlank(value)) this.active.push({ range: next, value });
    }
  }

  /** The row with its merged values filled in. */
  fill(row: Row): { readonly row: Row; readonly filled: readonly MergedFill[] } {
    const due = this.active.filter(
      ({ range }) => range.firstRow < row.number && isBlank(row.cells[range.firstColumn - 1]),
    );
    if (due.length === 0) return { row, filled: [] };
    const cells = [...row.cells];
    for (const { range, value } of due) {
      while (cells.length < range.firstColumn) cells.push(BLANK);
      cells[range.firstColumn - 1] = value;
    }
    const filled = due.map(({ range }) => ({
      column: range.firstColumn,
      from: `${columnLetters(range.firstColumn)}${range.firstRow}`,
    }));
    return { row: { ...row, cells }, filled };
  }
}
