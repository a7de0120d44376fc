import type { Keyring, SealedPlace } from '@nuangong/sealing';
import type { RosterCell } from './roster-cell.ts';

export { stagedCells } from './roster-cell.ts';

/** The place of a staged row: its organisation, import, sheet and number. */
export interface StagedRowPlace {
  readonly organizationPath: string;
  readonly importId: string;
  readonly sheetNumber: number;
  readonly rowNumber: number;
}

/** Seals a row's cells, which hold identity numbers and accounts, for their import and row. */
export function sealCells(keyring: Keyring, row: StagedRowPlace, cells: readonly RosterCell[]): string {
  return keyring.seal(JSON.stringify(cells), placeOf(row));
}

/** Opens what `sealCells` sealed for the same row. */
export async function openCells(keyring: Keyring, row: StagedRowPlace, sealed: string): Promise<readonly RosterCell[]> {
  return JSON.parse(await keyring.open(sealed, placeOf(row))) as RosterCell[];
}

/** Seals the corrected cells of a row, stored next to those that were sent. */
export function sealCorrection(keyring: Keyring, row: StagedRowPlace, cells: readonly RosterCell[]): string {
  return keyring.seal(JSON.stringify(cells), placeOf(row, 'sealed_correction'));
}

/** Opens what `sealCorrection` sealed for the same row. */
export async function openCorrection(
  keyring: Keyring,
  row: StagedRowPlace,
  sealed: string,
): Promise<readonly RosterCell[]> {
  return JSON.parse(await keyring.open(sealed, placeOf(row, 'sealed_correction'))) as RosterCell[];
}

/**
 * Must match the column comment in the database. Rows of the first sheet use the row number alone, as all rows did
 * before rosters had several sheets.
 */
function placeOf(at: StagedRowPlace, column: 'sealed_cells' | 'sealed_correction' = 'sealed_cells'): SealedPlace {
  const { organizationPath, importId, sheetNumber, rowNumber } = at;
  const place = sheetNumber === 1 ? String(rowNumber) : `${sheetNumber}/${rowNumber}`;
  return { table: 'roster_row', column, row: `${importId}/${place}`, organization: organizationPath };
}
