import { scopeOf, systemActor, type OrganizationPath } from '@nuangong/access';
import { identityOf, pgSql, type RunSql } from '@nuangong/database';
import type { RosterImport } from '../generated/prisma/client.ts';
import type { RunningParts } from '../running-parts.ts';
import { mappingOf, type RosterColumn } from './roster-columns.ts';
import { settleRows, type RosterInHand, type RowOutcome, type SettledRow } from './settle-rows.ts';
import { stageRoster } from './stage-roster.ts';
import { openCells } from './staged-cells.ts';

const rowsPerBatch = 2000;
const mostAttempts = 5;

/** The parts of an import's record that its rows are settled with. */
export type ImportRecord = Pick<
  RosterImport,
  | 'id'
  | 'fileName'
  | 'columns'
  | 'organizationId'
  | 'organizationName'
  | 'organizationPath'
  | 'uploadedBy'
  | 'uploadedByName'
> & { readonly startedBy: string | null; readonly startedByName: string | null };

/** An import as its rows are settled: entered by whoever started it, for the organisation that uploaded it. */
export function rosterInHand(record: ImportRecord): RosterInHand {
  return {
    importId: record.id,
    fileName: record.fileName,
    mapping: mappingOf(record.columns as unknown as readonly RosterColumn[]),
    registrar: {
      staffId: record.startedBy ?? record.uploadedBy,
      name: record.startedByName ?? record.uploadedByName,
      organizationId: record.organizationId,
      organizationName: record.organizationName,
      scope: scopeOf(record.organizationPath),
    },
  };
}

/**
 * Imports a roster's staged rows, 2,000 in a transaction, until none is left or somebody cancels. Each batch locks the
 * import and takes the rows without an outcome, so that it goes on where it stopped, and two processes at once do
 * nothing twice.
 */
export async function runRosterImport(
  parts: RunningParts,
  importId: string,
  path: OrganizationPath,
  stopping: () => boolean = () => false,
): Promise<void> {
  let attempts = 0;
  let settledTo = 0;
  while (!stopping()) {
    try {
      const last = await importBatch(parts, importId, path, settledTo);
      if (last === undefined) return;
      settledTo = last;
      attempts = 0;
    } catch (error) {
      attempts += 1;
      if (attempts >= mostAttempts || !isLostRace(error)) throw error;
    }
  }
}

/** Goes on with what a service that stopped left unread or half imported. */
export async function resumeRosters(parts: RunningParts): Promise<void> {
  const { rows } = await parts.database.pool.query<{ import_id: string; organization_path: string }>(
    'select import_id, organization_path from unfinished_roster_imports()',
  );
  for (const { import_id: importId, organization_path: text } of rows) {
    const path = scopeOf(text);
    parts.background.run(`roster ${importId}`, async (stopping) => {
      await stageRoster(parts, importId, path, stopping);
      await runRosterImport(parts, importId, path, stopping);
    });
  }
}

/**
 * Settles the next rows after `settledTo`, up to which all have an outcome: without it, each batch would pass over all
 * rows settled before it. Gives the last row settled, or nothing when there are no more.
 */
async function importBatch(
  parts: RunningParts,
  importId: string,
  path: OrganizationPath,
  settledTo: number,
): Promise<number | undefined> {
  return parts.database.sqlTransaction(identityOf(systemActor(path)), async (client) => {
    const run = pgSql(client);
    const [record] = await run<ImportRecord>(
      `select id, file_name as "fileName", columns, organization_id as "organizationId",
         organization_name as "organizationName",
         organization_path as "organizationPath", uploaded_by as "uploadedBy", uploaded_by_name as "uploadedByName",
         started_by as "startedBy", started_by_name as "startedByName"
       from roster_import where id = $1::uuid and status = 'RUNNING' for update`,
      importId,
    );
    if (record === undefined) return undefined;
    const staged = await run<{ id: string; rowNumber: number; sealed: string }>(
      `select id, row_number as "rowNumber", sealed_cells as sealed from roster_row
       where import_id = $1::uuid and row_number > $2::int and outcome is null
       order by row_number limit ${rowsPerBatch}`,
      importId,
      settledTo,
    );
    const { organizationPath } = record;
    const rows = await Promise.all(
      staged.map(async ({ id, rowNumber, sealed }) => ({
        id,
        rowNumber,
        cells: await openCells(parts.keyring, { organizationPath, importId, rowNumber }, sealed),
      })),
    );
    const settled = rows.length === 0 ? [] : await settleRows(run, parts, rosterInHand(record), rows);
    await countOutcomes(run, importId, settled, rows.length < rowsPerBatch ? parts.clock() : null);
    return rows.length === rowsPerBatch ? rows.at(-1)?.rowNumber : undefined;
  });
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
       rejected = rejected + $4::int, already_present = already_present + $5::int, finished_at = $6::timestamptz,
       status = case when $6::timestamptz is null then status else 'DONE' end
     where id = $1::uuid`,
    importId,
    settled.length,
    count('ACCEPTED'),
    count('REJECTED'),
    count('ALREADY_PRESENT'),
    finishedAt,
  );
}

/** Another county entered the same person first, or two statements waited for each other: the batch is settled anew. */
function isLostRace(error: unknown): boolean {
  const code = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return code === '23505' || code === '40001' || code === '40P01';
}
