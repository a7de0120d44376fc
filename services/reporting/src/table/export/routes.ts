import type { Actor } from '@nuangong/access';
import { identityOf } from '@nuangong/database';
import { isRefusal, refused, type FileRefusal, type FileRoutes } from '@nuangong/documents/serve';
import { serveOfficialSheet } from '@nuangong/documents/workbook';
import type { OfficialSheet } from '@nuangong/spreadsheet';
import type { RunningParts } from '../../running-parts.ts';
import { headOf } from '../statutory-table/statutory-table.ts';
import { tableNotFound } from '../statutory-table/table-problems.ts';
import { loadTable } from '../statutory-table/load-table.ts';
import { findTable, type TableArguments } from '../statutory-table/table-request.ts';
import { askedTable } from './asked-table.ts';
import { layOutForm } from './warmth-sheet.ts';

/** `GET /files/reporting/<form>.xlsx`: a table in the official layout, for those who may read it. */
export function addExportRoutes(files: FileRoutes, parts: RunningParts): void {
  files.serve('/files/reporting/:form.xlsx', 'report.read', async ({ actor, params, query }) => {
    const given = askedTable.safeParse({ ...query, form: params['form'] });
    if (!given.success) return refused(404, tableNotFound());
    const sheet = await layOutTable(parts, actor, given.data);
    if (isRefusal(sheet)) return sheet;
    return serveOfficialSheet(sheet.name, sheet);
  });
}

function layOutTable(parts: RunningParts, actor: Actor, given: TableArguments): Promise<OfficialSheet | FileRefusal> {
  const now = parts.clock();
  return parts.database.transaction(identityOf(actor), async (tx) => {
    const found = await findTable(tx, actor, given, now);
    if (found.kind === 'BAD_PERIOD') return refused(400, ...found.problems);
    if (found.kind === 'NOT_FOUND') return refused(404, tableNotFound());
    const table = await loadTable(tx, found.table);
    return layOutForm(table.request.form, table.figures, headOf(table, actor, now));
  });
}
