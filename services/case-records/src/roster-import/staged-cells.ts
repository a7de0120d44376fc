import type { Keyring, SealedPlace } from '@nuangong/sealing';
import type { RosterCell } from './roster-cell.ts';

export { stagedCells } from './roster-cell.ts';

/** A staged row: of which organisation's import, and which. */
export interface StagedRowPlace {
  readonly organizationPath: string;
  readonly importId: string;
  readonly rowNumber: number;
}

/** Seals a row's cells for their import and row: they hold identity numbers and accounts. */
export function sealCells(keyring: Keyring, row: StagedRowPlace, cells: readonly RosterCell[]): string {
  return keyring.seal(JSON.stringify(cells), placeOf(row));
}

/** Opens what `sealCells` sealed for the same row. */
export async function openCells(keyring: Keyring, row: StagedRowPlace, sealed: string): Promise<readonly RosterCell[]> {
  return JSON.parse(await keyring.open(sealed, placeOf(row))) as RosterCell[];
}

function placeOf({ organizationPath, importId, rowNumber }: StagedRowPlace): SealedPlace {
  const row = `${importId}/${rowNumber}`;
  return { table: 'roster_row', column: 'sealed_cells', row, organization: organizationPath };
}
