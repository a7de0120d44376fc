import { permits } from '@nuangong/access';
import { maskBankAccount, maskIdentityNumber, maskPhone } from '@nuangong/primitives';
import { createReadingAudit, loadManyBy, loadById } from '@nuangong/subgraph';
import type { CaseRecordsContext } from '../../builder.ts';
import type { RosterImport, RosterRow, RosterSheet } from '../../generated/prisma/client.ts';
import { shownText, type RosterCell } from './roster-cell.ts';
import type { RosterMapping } from './roster-columns.ts';

export const loadImport = loadById<CaseRecordsContext, RosterImport>((context, ids) =>
  context.tx.rosterImport.findMany({ where: { id: { in: ids } } }),
);

export const loadRosterRow = loadById<CaseRecordsContext, RosterRow>((context, ids) =>
  context.tx.rosterRow.findMany({ where: { id: { in: ids } } }),
);

/** The sheets of an import in the workbook's order. */
export const loadSheets = loadManyBy<CaseRecordsContext, RosterSheet>(
  (sheet) => sheet.importId,
  (context, ids) => context.tx.rosterSheet.findMany({ where: { importId: { in: ids } }, orderBy: { number: 'asc' } }),
);

/** A row as staged, before it is settled. */
export type StagedRowRecord = Pick<
  RosterRow,
  'organizationPath' | 'importId' | 'sheetNumber' | 'rowNumber' | 'sealedCells'
>;

const stagedColumns = `r.organization_path as "organizationPath", r.import_id::text as "importId",
  r.sheet_number as "sheetNumber", r.row_number as "rowNumber", r.sealed_cells as "sealedCells"`;

/** The rows previewed before an import; one statement for all sheets of all imports of a page. */
export const loadPreview = loadManyBy<CaseRecordsContext, StagedRowRecord>(
  (row) => row.importId,
  (context, ids) =>
    context.tx.$queryRawUnsafe<StagedRowRecord[]>(
      `select ${stagedColumns}
       from roster_sheet s join roster_row r on r.import_id = s.import_id and r.sheet_number = s.number
         and r.row_number = any(s.preview_rows)
       where s.import_id = any($1::uuid[]) order by r.sheet_number, r.row_number`,
      [...ids],
    ),
);

/** The first rows that a reading would refuse; one statement. */
export const loadRefusedRows = loadManyBy<CaseRecordsContext, StagedRowRecord>(
  (row) => row.importId,
  (context, ids) =>
    context.tx.$queryRawUnsafe<StagedRowRecord[]>(
      `select ${stagedColumns}
       from roster_import i cross join jsonb_to_recordset(i.refused_rows) as f(sheet int, "row" int)
         join roster_row r on r.import_id = i.id and r.sheet_number = f.sheet and r.row_number = f."row"
       where i.id = any($1::uuid[]) order by r.sheet_number, r.row_number`,
      [...ids],
    ),
);

const auditReading = createReadingAudit<CaseRecordsContext>('roster.read-cells', 'RosterImport');

/**
 * The text of a row's cells: unmasked for those who handle rosters, with their reading audited once per import and
 * request; with people's numbers masked for everybody else.
 */
export async function wordsOf(
  context: CaseRecordsContext,
  importId: string,
  cells: readonly RosterCell[],
  mapping: RosterMapping,
): Promise<string[]> {
  const words = cells.map(shownText);
  if (permits(context.actor.roles, 'roster.import')) {
    await auditReading(context, importId);
    return words;
  }
  const masks = [
    [mapping.IDENTITY, maskIdentityNumber],
    [mapping.PHONE, maskPhone],
    [mapping.BANK_ACCOUNT, maskBankAccount],
  ] as const;
  for (const [place, mask] of masks) {
    const word = place === undefined ? undefined : words[place];
    if (place !== undefined && word !== undefined) words[place] = mask(word);
  }
  return words;
}
