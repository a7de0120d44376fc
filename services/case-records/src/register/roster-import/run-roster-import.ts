import { scopeOf, type OrganizationPath } from '@nuangong/access';
import type { RunningParts } from '../../running-parts.ts';
import { insist, runInBackground } from './end-import.ts';
import { importBatch, refuseNextRow } from './import-batch.ts';
import { isLostRace } from './lost-race.ts';
import { previewRoster } from './preview-roster.ts';
import type { RowAt } from './roster-sheet.ts';
import { stageRoster } from './stage-roster.ts';

const rowsPerBatch = 2000;
const mostAttempts = 5;
/** The factor by which a failing batch is made smaller, down to the one row that fails. */
const narrowing = 13;

/**
 * Imports a roster's staged rows, 2,000 per transaction, until none is left or somebody cancels. Each batch locks the
 * import and takes the rows without an outcome, so that it can resume after a stop, and two processes never import a
 * row twice. A failing batch is repeated in smaller ones until the row that fails is refused with its reason and the
 * others are entered. Throws if the database itself fails.
 */
export async function runRosterImport(
  parts: RunningParts,
  importId: string,
  path: OrganizationPath,
  stopping: () => boolean = () => false,
): Promise<void> {
  let races = 0;
  let most = rowsPerBatch;
  let after: RowAt = { sheet: 0, row: 0 };
  while (!stopping()) {
    try {
      const last = await importBatch(parts, importId, path, { after, most });
      if (last === undefined) return;
      after = last;
      races = 0;
      most = Math.min(rowsPerBatch, most * narrowing);
    } catch (error) {
      if (isOfTheSystem(error)) throw error;
      races += isLostRace(error) ? 1 : mostAttempts;
      if (races < mostAttempts) continue;
      if (most === 1) {
        const refused = await refuseNextRow(parts, importId, path, after, error);
        if (refused === undefined) throw error;
        after = refused;
      }
      most = Math.max(1, Math.floor(most / narrowing));
      races = 0;
    }
  }
}

/** Resumes imports that a stopped service left unread, without a preview, or half imported. */
export async function resumeRosters(parts: RunningParts, stopping: () => boolean = () => false): Promise<void> {
  await insist(stopping, async () => {
    const { rows } = await parts.database.pool.query<{ import_id: string; organization_path: string }>(
      'select import_id, organization_path from unfinished_roster_imports()',
    );
    for (const { import_id: importId, organization_path: text } of rows) {
      const path = scopeOf(text);
      runInBackground(parts, importId, path, async (stop) => {
        await stageRoster(parts, importId, path, stop);
        await previewRoster(parts, importId, path, stop);
        await runRosterImport(parts, importId, path, stop);
      });
    }
  });
}

const codeOf = (error: unknown): string => {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : '';
};

/**
 * Whether the error is not caused by the rows: connection, resources, or a server fault (classes 08, 53, 57, 58, XX),
 * or the network.
 */
function isOfTheSystem(error: unknown): boolean {
  const code = codeOf(error);
  if (/^(?:08|53|57|58|XX)[0-9A-Z]{3}$/.test(code) || /^E[A-Z]{3,}$/.test(code)) return true;
  return code === '' && error instanceof Error && /connection|timeout exceeded/i.test(error.message);
}
