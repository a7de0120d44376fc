import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Actor } from '@nuangong/access';
import { identityOf } from '@nuangong/database';
import type { Problem } from '@nuangong/primitives';
import { writeOfficialSheet, type OfficialSheet } from '@nuangong/spreadsheet';
import { admitToFile, refuseFile } from '@nuangong/subgraph';
import type { RunningParts } from '../../running-parts.ts';
import { headOf } from '../statutory-table/statutory-table.ts';
import { tableNotFound } from '../statutory-table/table-problems.ts';
import { loadTable } from '../statutory-table/load-table.ts';
import { findTable, type TableArguments } from '../statutory-table/table-request.ts';
import { layOutForm } from './warmth-sheet.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const query = z.object({
  organizationId: z.guid().optional(),
  campaignId: z.guid().optional(),
  from: z.string().max(20).optional(),
  to: z.string().max(20).optional(),
  draftId: z.guid().optional(),
});

interface Refused {
  readonly status: number;
  readonly problems: readonly Problem[];
}

/** `GET /files/reporting/<form>.xlsx`: a table in the official layout, for those who may read it. */
export function addExportRoutes(server: FastifyInstance, parts: RunningParts): void {
  server.get<{ Params: { form: string } }>('/files/reporting/:form.xlsx', async (request, reply) => {
    const admission = await admitToFile(parts.verifier, request, 'report.read');
    if (admission.kind === 'REFUSED') return refuseFile(reply, admission.status, admission.problem);
    const { actor } = admission;
    const given = query.safeParse(request.query);
    if (!given.success) return refuseFile(reply, 404, tableNotFound());
    const sheet = await layOutTable(parts, actor, { form: request.params.form, ...given.data });
    if ('status' in sheet) return refuseFile(reply, sheet.status, ...sheet.problems);
    const content = await writeSheet(sheet);
    return reply
      .type(xlsx)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${sheet.name}.xlsx`)}`)
      .header('cache-control', 'no-store')
      .send(content);
  });
}

function layOutTable(parts: RunningParts, actor: Actor, given: TableArguments): Promise<OfficialSheet | Refused> {
  const now = parts.clock();
  return parts.database.transaction(identityOf(actor), async (tx) => {
    const found = await findTable(tx, actor, given, now);
    if (found.kind === 'BAD_PERIOD') return { status: 400, problems: found.problems };
    if (found.kind === 'NOT_FOUND') return { status: 404, problems: [tableNotFound()] };
    const table = await loadTable(tx, found.table);
    return layOutForm(table.request.form, table.figures, headOf(table, actor, now));
  });
}

async function writeSheet(sheet: OfficialSheet): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'nuangong-table-'));
  try {
    const path = join(folder, 'table.xlsx');
    await writeOfficialSheet(path, sheet);
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
