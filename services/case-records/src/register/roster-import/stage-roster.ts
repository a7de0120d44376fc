import type { OrganizationPath } from '@nuangong/access';
import { systemActor } from '@nuangong/access';
import { identityOf } from '@nuangong/database';
import { withPlainFile } from '@nuangong/documents/store';
import { newEventId } from '@nuangong/events';
import { localDateAt, problem, type Problem } from '@nuangong/primitives';
import {
  notASpreadsheet,
  openWorkbook,
  SpreadsheetRefused,
  TEXT,
  type Sheet,
  type Workbook,
} from '@nuangong/spreadsheet';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { RunningParts } from '../../running-parts.ts';
import {
  isTable,
  openSheet,
  sheetName,
  type OpenedSheet,
  type ReadSheetRow,
  type RememberedFields,
} from './read-sheet.ts';
import { mappingOf, rosterFields } from './roster-columns.ts';
import { RosterOutlook, type Outlook } from './roster-outlook.ts';
import { isWhole, type SheetInHand, type SheetState } from './roster-sheet.ts';
import { sealCells } from './staged-cells.ts';

const rowsPerBatch = 1000;
const previewRows = 8;

/**
 * Reads an uploaded roster into staged rows, in batches of 1,000 without holding it in memory. UPLOADED becomes READY
 * with its sheets, their headings and proposed columns, a preview, the skipped rows and the rows that a reading would
 * refuse; or REFUSED with the reason. A restart begins again; an import that another process is reading is left to it.
 */
export async function stageRoster(
  parts: RunningParts,
  importId: string,
  path: OrganizationPath,
  stopping: () => boolean = () => false,
): Promise<void> {
  const reader = await parts.database.pool.connect();
  try {
    const alone = await reader.query<{ locked: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
      [importId],
    );
    if (alone.rows[0]?.locked !== true) return;
    await stageAlone(parts, importId, path, stopping);
  } finally {
    await reader.query('select pg_advisory_unlock_all()').then(
      () => reader.release(),
      () => reader.release(true),
    );
  }
}

async function stageAlone(
  parts: RunningParts,
  importId: string,
  path: OrganizationPath,
  stopping: () => boolean,
): Promise<void> {
  const identity = identityOf(systemActor(path));
  const { database } = parts;
  const roster = await database.transaction(identity, async (tx) => {
    const unread = await tx.rosterImport.findFirst({ where: { id: importId, status: 'UPLOADED' } });
    if (unread === null) return null;
    await tx.rosterRow.deleteMany({ where: { importId } });
    await tx.rosterSheet.deleteMany({ where: { importId } });
    const remembered = await tx.rosterMapping.findMany({ where: { organizationPath: path } });
    const fields = remembered.map(
      ({ heading, field }) => [heading, rosterFields.find((each) => each === field) ?? null] as const,
    );
    return { fileSha256: unread.fileSha256, remembered: new Map(fields) };
  });
  if (roster === null) return;
  try {
    const staging = { importId, path, remembered: roster.remembered, stopping };
    const staged = await withPlainFile(parts.files, roster.fileSha256, (file) => readWorkbook(parts, staging, file));
    if (staged === undefined) return;
    const { sheets, outlook } = staged;
    await database.transaction(identity, async (tx) => {
      const rowsTotal = sheets.reduce((total, { chosen, rowsShown = 0 }) => total + (chosen ? rowsShown : 0), 0);
      const changed = await tx.rosterImport.updateMany({
        where: { id: importId, status: 'UPLOADED' },
        data: { status: 'READY', rowsTotal, ...outlook },
      });
      if (changed.count > 0) await tx.rosterSheet.createMany({ data: [...sheets] });
    });
  } catch (error) {
    if (!(error instanceof SpreadsheetRefused)) throw error;
    await database.transaction(identity, (tx) =>
      tx.rosterImport.updateMany({
        where: { id: importId, status: 'UPLOADED' },
        data: { status: 'REFUSED', problems: [error.problem] },
      }),
    );
  }
}

/** The import being read, for whom, and the organisation's remembered headings. */
interface Staging {
  readonly importId: string;
  readonly path: OrganizationPath;
  readonly remembered: RememberedFields;
  readonly stopping: () => boolean;
}

type StagedSheet = Prisma.RosterSheetCreateManyInput;

interface Staged {
  readonly sheets: readonly StagedSheet[];
  /** Undefined while questions about the columns are open. */
  readonly outlook: Outlook | undefined;
}

async function readWorkbook(parts: RunningParts, staging: Staging, file: string): Promise<Staged | undefined> {
  const opened = await openWorkbook(file);
  if (!opened.ok) throw new SpreadsheetRefused(opened.problems[0] ?? headingsNotFound());
  const workbook = opened.value;
  try {
    return await readSheets(parts, staging, workbook);
  } finally {
    await workbook.close();
  }
}

async function readSheets(parts: RunningParts, staging: Staging, workbook: Workbook): Promise<Staged | undefined> {
  const { importId, path, remembered } = staging;
  const sheets: StagedSheet[] = [];
  const outlook = new RosterOutlook(localDateAt(parts.clock()), null);
  let isAnswered = true;
  const place = () => ({ organizationPath: path, importId, number: sheets.length + 1 });
  const leave = (name: string, state: SheetState): void => {
    sheets.push({ ...place(), name: sheetName(name), state, chosen: false, previewRows: [] });
  };
  for (const sheet of workbook.sheets) {
    const found = await openSheet(sheet, remembered);
    if (found === undefined) leave(sheet.name, (await isBlankSheet(sheet)) ? 'NO_ROWS' : 'NO_HEADINGS');
    else {
      isAnswered &&= isWhole(found.columns, null);
      const read = await stageSheet(parts, staging, {
        sheet: found,
        number: sheets.length + 1,
        outlook: isAnswered ? outlook : undefined,
      });
      if (read === undefined) return undefined;
      const hasRows = read.rowsShown + read.rowsHidden > 0;
      sheets.push({ ...place(), ...read, state: hasRows ? 'READ' : 'NO_ROWS', chosen: hasRows });
    }
  }
  if (!sheets.some(({ state }) => state === 'READ'))
    throw new SpreadsheetRefused(await whyNothingIsRead(workbook, sheets));
  for (const { name } of workbook.hiddenSheets) leave(name, 'HIDDEN');
  for (const { name } of workbook.otherSheets) leave(name, 'CHART');
  return { sheets, outlook: isAnswered ? outlook.result() : undefined };
}

async function isBlankSheet(sheet: Sheet): Promise<boolean> {
  for await (const _row of sheet.rows()) return false;
  return true;
}

interface StagingSheet {
  readonly sheet: OpenedSheet;
  readonly number: number;
  readonly outlook: RosterOutlook | undefined;
}

async function stageSheet(parts: RunningParts, staging: Staging, { sheet, number, outlook }: StagingSheet) {
  const preview: number[] = [];
  const inHand: SheetInHand = { number, name: sheet.name, mapping: mappingOf(sheet.columns), width: 0 };
  let batch: ReadSheetRow[] = [];
  let rowsShown = 0;
  let rowsHidden = 0;
  for await (const each of sheet.rows()) {
    if (each.hidden) rowsHidden += 1;
    else {
      rowsShown += 1;
      if (preview.length < previewRows) preview.push(each.row);
      outlook?.add({ ...inHand, width: sheet.width() }, each.row, each.cells);
    }
    batch.push(each);
    if (batch.length < rowsPerBatch) continue;
    await insertRows(parts, staging, number, batch);
    batch = [];
    if (staging.stopping()) return undefined;
  }
  if (batch.length > 0) await insertRows(parts, staging, number, batch);
  const { named, count } = sheet.skipped;
  return {
    name: sheet.name,
    headerRow: sheet.headerRow,
    width: sheet.width(),
    columns: [...sheet.columns] as object[],
    previewRows: preview,
    skipped: [...named] as object[],
    skippedRows: count,
    rowsShown,
    rowsHidden,
  };
}

async function insertRows(
  parts: RunningParts,
  { importId, path }: Staging,
  sheet: number,
  rows: readonly ReadSheetRow[],
): Promise<void> {
  const sealed = rows.map(({ row, cells }) =>
    sealCells(parts.keyring, { organizationPath: path, importId, sheetNumber: sheet, rowNumber: row }, cells),
  );
  await parts.database.sqlTransaction(identityOf(systemActor(path)), (client) =>
    client.query(
      `insert into roster_row (id, organization_path, import_id, sheet_number, row_number, hidden, sealed_cells)
       select id, $1, $2::uuid, $3::int, row_number, hidden, sealed
       from unnest($4::uuid[], $5::int[], $6::boolean[], $7::text[]) as r(id, row_number, hidden, sealed)`,
      [
        path,
        importId,
        sheet,
        rows.map(() => newEventId()),
        rows.map(({ row }) => row),
        rows.map(({ hidden }) => hidden),
        sealed,
      ],
    ),
  );
}

async function whyNothingIsRead(workbook: Workbook, sheets: readonly StagedSheet[]): Promise<Problem> {
  if (sheets.some(({ headerRow }) => headerRow !== undefined && headerRow !== null)) return noRows();
  const [only] = workbook.sheets;
  if (workbook.format === 'csv' && only !== undefined && !(await isTable(only))) return notASpreadsheet(TEXT);
  return headingsNotFound();
}

const noRows = (): Problem =>
  problem('NO_ROWS', {
    zh: '只有表头，表头之下没有数据；填好各户后重新上传',
    en: 'There are headings but no data rows below them. Fill in the rows and upload the file again.',
  });

const headingsNotFound = (): Problem =>
  problem('HEADINGS_NOT_FOUND', {
    zh: '没有认出表头：表头一行里要有“姓名”“身份证号码”等列名；改好列名或补一行表头，再重新上传',
    en: 'No row of headings was found (name, identity number …). Add one above the data and upload the file again.',
  });
