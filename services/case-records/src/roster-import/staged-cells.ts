import { textOf, type Cell, type Row } from '@nuangong/spreadsheet';
import { openText, sealText, type SecretKey } from '@nuangong/service';
import type { RosterCell } from './roster-row.ts';

/** A row's cells as they are staged: words, and numbers marked as such. */
export function stagedCells(row: Row): readonly RosterCell[] {
  return row.cells.map(stagedCell);
}

function stagedCell(cell: Cell): RosterCell {
  const plain = cell.kind === 'formula' ? cell.cached : cell;
  return plain.kind === 'number' ? { number: plain.raw } : textOf(plain);
}

/** Seals a row's cells for their import and row: they hold identity numbers and accounts. */
export function sealCells(key: SecretKey, importId: string, rowNumber: number, cells: readonly RosterCell[]): string {
  return sealText(key, JSON.stringify(cells), `${importId}/${rowNumber}`);
}

/** Opens what `sealCells` sealed for the same row. */
export function openCells(key: SecretKey, importId: string, rowNumber: number, sealed: string): readonly RosterCell[] {
  return JSON.parse(openText(key, sealed, `${importId}/${rowNumber}`)) as RosterCell[];
}
