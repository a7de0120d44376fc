import { randomUUID } from 'node:crypto';
import { scopeOf, systemActor, type OrganizationPath } from '@nuangong/access';
import { identityOf, pgSql, type RunSql } from '@nuangong/database';
import { problem, type Problem } from '@nuangong/primitives';
import type { RosterImport } from '../../generated/prisma/client.ts';
import type { RunningParts } from '../../running-parts.ts';
import { sheetInHand, type RowAt } from './roster-sheet.ts';
import { settleRows, type RosterInHand, type RowOutcome, type SettledRow } from './settle-rows.ts';
import { openCells } from './staged-cells.ts';

/** The columns of an import's record that settling its rows needs. */
export type ImportRecord = Pick<
  RosterImport,
  | 'id'
  | 'fileName'
  | 'organizationId'
  | 'organizationName'
  | 'organizationPath'
  | 'uploadedBy'
  | 'uploadedByName'
  | 'householdSize'
  | 'takeHidden'
> & { readonly startedBy: string | null; readonly startedByName: string | null };

type SheetRecord = Parameters<typeof sheetInHand>[0];

/**
 * An import with what settling its rows needs; households are entered in the name of the person who started it, for the
 * organisation that uploaded it.
 */
export function rosterInHand(record: ImportRecord, sheets: readonly SheetRecord[]): RosterInHand {
  return {
    importId: record.id,
    fileName: record.fileName,
    sheets: new Map(sheets.map((sheet) => [sheet.number, sheetInHand(sheet)])),
    householdSize: record.householdSize,
    registrar: {
      staffId: record.startedBy ?? record.uploadedBy,
      name: record.startedByName ?? record.uploadedByName,
      organizationId: record.organizationId,
      organizationName: record.organizationName,
      scope: scopeOf(record.organizationPath),
    },
  };
}

/** The next rows: `most` rows after the last settled one. */
export interface NextRows {
  readonly after: RowAt;
  readonly most: number;
}

/**
 * Settles the next rows after `after`; all rows up to there have an outcome, and starting after them avoids scanning
 * them again in every batch. Returns the last row settled, or undefined when there are no more.
 */
export async function importBatch(
  parts: RunningParts,
  importId: string,
  path: OrganizationPath,
  next: NextRows,
): Promise<RowAt | undefined> {
  return inLockedImport(parts, importId, path, async (run, record) => {
    const sheets = await chosenSheets(run, importId);
    const staged = await stagedRows(run, record, sheets, next);
    const { organizationPath } = record;
    const rows = await Promise.all(
      staged.map(async ({ sealed, ...row }) => ({
        ...row,
        cells: await openCells(parts.keyring, { organizationPath, importId, ...row }, sealed),
      })),
    );
    const settled = rows.length === 0 ? [] : await settleRows(run, parts, rosterInHand(record, sheets), rows);
    await countOutcomes(run, importId, settled, rows.length < next.most ? parts.clock() : null);
    const last = rows.at(-1);
    return rows.length < next.most || last === undefined ? undefined : { sheet: last.sheetNumber, row: last.rowNumber };
  });
}

/**
 * Rejects the next row because settling it failed, so that the others can be entered. Returns the row, or undefined if
 * there is none.
 */
export async function refuseNextRow(
  parts: RunningParts,
  importId: string,
  path: OrganizationPath,
  after: RowAt,
  error: unknown,
): Promise<RowAt | undefined> {
  const number = randomUUID().slice(0, 8);
  const refused = await inLockedImport(parts, importId, path, async (run, record) => {
    const [row] = await stagedRows(run, record, await chosenSheets(run, importId), { after, most: 1 });
    if (row === undefined) return undefined;
    const reasons = JSON.stringify([notSettled(number)]);
    await run(`update roster_row set outcome = 'REJECTED', reasons = $2::jsonb where id = $1::uuid`, row.id, reasons);
    await countOutcomes(
      run,
      importId,
      [{ id: row.id, outcome: 'REJECTED', reasons: [], householdId: null, differing: [] }],
      null,
    );
    return { sheet: row.sheetNumber, row: row.rowNumber };
  });
  if (refused !== undefined)
    parts.logger.error({ err: error, importId, ...refused, number }, 'a row of a roster could not be settled');
  return refused;
}

async function inLockedImport<T>(
  parts: RunningParts,
  importId: string,
  path: OrganizationPath,
  work: (run: RunSql, record: ImportRecord) => Promise<T>,
): Promise<T | undefined> {
  return parts.database.sqlTransaction(identityOf(systemActor(path)), async (client) => {
    const run = pgSql(client);
    const [record] = await run<ImportRecord>(
      `select id, file_name as "fileName", organization_id as "organizationId", organization_name as "organizationName",
         organization_path as "organizationPath", uploaded_by as "uploadedBy", uploaded_by_name as "uploadedByName",
         started_by as "startedBy", started_by_name as "startedByName", household_size as "householdSize",
         take_hidden as "takeHidden"
       from roster_import where id = $1::uuid and status = 'RUNNING' for update`,
      importId,
    );
    return record === undefined ? undefined : work(run, record);
  });
}

function chosenSheets(run: RunSql, importId: string): Promise<readonly SheetRecord[]> {
  return run<SheetRecord>(
    'select number, name, columns, width from roster_sheet where import_id = $1::uuid and chosen',
    importId,
  );
}

interface StagedRecord {
  readonly id: string;
  readonly sheetNumber: number;
  readonly rowNumber: number;
  readonly sealed: string;
}

function stagedRows(
  run: RunSql,
  { id, takeHidden }: ImportRecord,
  sheets: readonly SheetRecord[],
  { after, most }: NextRows,
): Promise<readonly StagedRecord[]> {
  return run<StagedRecord>(
    `select id, sheet_number as "sheetNumber", row_number as "rowNumber", sealed_cells as sealed from roster_row
     where import_id = $1::uuid and (sheet_number, row_number) > ($2::int, $3::int) and outcome is null
       and sheet_number = any($4::int[]) and ($5::boolean or not hidden)
     order by sheet_number, row_number limit $6::int`,
    id,
    after.sheet,
    after.row,
    sheets.map(({ number }) => number),
    takeHidden,
    most,
  );
}

async function countOutcomes(
  run: RunSql,
  importId: string,
  settled: readonly SettledRow[],
  finishedAt: Date | null,
): Promise<void> {
  const count = (outcome: RowOutcome): number => settled.filter((row) => row.outcome === outcome).length;
  await run(
    `update roster_import set rows_done = rows_done + $2::int, accepted = accepted + $3::int,
       rejected = rejected + $4::int, already_present = already_present + $5::int, differing = differing + $6::int,
       finished_at = $7::timestamptz, status = case when $7::timestamptz is null then status else 'DONE' end
     where id = $1::uuid`,
    importId,
    settled.length,
    count('ACCEPTED'),
    count('REJECTED'),
    count('ALREADY_PRESENT'),
    count('DIFFERENT'),
    finishedAt,
  );
}

const notSettled = (number: string): Problem =>
  problem('ROW_NOT_SETTLED', {
    zh: `这一行没有办成，已记录，编号 ${number}；核对各列后改正此行，仍不行时把编号告诉管理员`,
    en: `This row could not be imported; the error is recorded as ${number}. Check its values and correct it, or give the number to the administrator.`,
  });
