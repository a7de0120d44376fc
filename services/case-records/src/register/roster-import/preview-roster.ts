import { systemActor, type OrganizationPath } from '@nuangong/access';
import { identityOf, pgSql } from '@nuangong/database';
import { localDateAt } from '@nuangong/primitives';
import type { RunningParts } from '../../running-parts.ts';
import { RosterOutlook } from './roster-outlook.ts';
import { columnsOf, isWhole, sheetInHand, type RowAt } from './roster-sheet.ts';
import { openCells } from './staged-cells.ts';

const rowsPerBatch = 2000;

/**
 * Reads all rows of a waiting import without entering any, and stores which would be refused and which accounts look
 * wrong. Repeated whenever the clerk changes what is read; a change during the reading discards its result.
 */
export async function previewRoster(
  parts: RunningParts,
  importId: string,
  path: OrganizationPath,
  stopping: () => boolean,
): Promise<void> {
  const identity = identityOf(systemActor(path));
  const waiting = await parts.database.transaction(identity, (tx) =>
    tx.rosterImport.findFirst({
      where: { id: importId, status: 'READY', expectedRejected: null },
      include: { sheets: { where: { chosen: true }, orderBy: { number: 'asc' } } },
    }),
  );
  if (waiting === null) return;
  const { householdSize, takeHidden, revision, sheets } = waiting;
  if (!sheets.every((sheet) => isWhole(columnsOf(sheet), householdSize))) return;
  const outlook = new RosterOutlook(localDateAt(parts.clock()), householdSize);
  const inHand = new Map(sheets.map((sheet) => [sheet.number, sheetInHand(sheet)]));
  let after: RowAt | undefined = { sheet: 0, row: 0 };
  while (after !== undefined) {
    if (stopping()) return;
    const staged: readonly Staged[] = await stagedRows(parts, path, {
      importId,
      takeHidden,
      sheets: [...inHand.keys()],
      after,
    });
    for (const { sealed, ...row } of staged) {
      const sheet = inHand.get(row.sheetNumber);
      const cells = await openCells(parts.keyring, { organizationPath: path, importId, ...row }, sealed);
      if (sheet !== undefined) outlook.add(sheet, row.rowNumber, cells);
    }
    const last = staged.at(-1);
    after =
      last === undefined || staged.length < rowsPerBatch ? undefined : { sheet: last.sheetNumber, row: last.rowNumber };
  }
  await parts.database.transaction(identity, (tx) =>
    tx.rosterImport.updateMany({ where: { id: importId, revision }, data: outlook.result() }),
  );
}

interface Staged {
  readonly sheetNumber: number;
  readonly rowNumber: number;
  readonly sealed: string;
}

function stagedRows(
  parts: RunningParts,
  path: OrganizationPath,
  {
    importId,
    takeHidden,
    sheets,
    after,
  }: {
    readonly importId: string;
    readonly takeHidden: boolean;
    readonly sheets: readonly number[];
    readonly after: RowAt;
  },
): Promise<readonly Staged[]> {
  return parts.database.sqlTransaction(identityOf(systemActor(path)), (client) =>
    pgSql(client)<Staged>(
      `select sheet_number as "sheetNumber", row_number as "rowNumber", sealed_cells as sealed from roster_row
       where import_id = $1::uuid and (sheet_number, row_number) > ($2::int, $3::int) and sheet_number = any($4::int[])
         and ($5::boolean or not hidden)
       order by sheet_number, row_number limit ${rowsPerBatch}`,
      importId,
      after.sheet,
      after.row,
      sheets,
      takeHidden,
    ),
  );
}
