import type { KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Actor, TokenVerifier } from '@nuangong/access';
import { identityOf, recordAudit, type Database } from '@nuangong/database';
import { ok, parseLocalDate, problem, refuse, type LocalDate, type Result } from '@nuangong/primitives';
import { admitToFile, refuseFile } from '@nuangong/subgraph';
import { exportAuditEntries } from './export-audit-entries.ts';

interface ExportParts {
  readonly service: string;
  readonly database: Pick<Database<unknown>, 'sqlTransaction'>;
  readonly verifier: TokenVerifier;
  readonly auditKey: KeyObject;
}

const asked = z.object({ from: z.string().default(''), to: z.string().default('') });

/**
 * GET /files/<service>/audit-entries.csv?from=&to=: the entries from one day to the other, signed. The export itself is
 * audited.
 */
export function addAuditExportRoute(server: FastifyInstance, parts: ExportParts): void {
  server.get(`/files/${parts.service}/audit-entries.csv`, async (request, reply) => {
    const admission = await admitToFile(parts.verifier, request, 'audit.read');
    if (admission.kind === 'REFUSED') return refuseFile(reply, admission.status, admission.problem);
    const period = readPeriod(asked.parse(request.query));
    if (!period.ok) return refuseFile(reply, 400, ...period.problems);
    const { from, to } = period.value;
    const folder = await mkdtemp(join(tmpdir(), 'nuangong-audit-'));
    reply.raw.once('close', () => void rm(folder, { recursive: true, force: true }));
    const path = join(folder, 'audit-entries.csv');
    await writeExport(parts, path, admission.actor, request.id, period.value);
    const name = `操作留痕-${parts.service}-${from}-${to}.csv`;
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('cache-control', 'private, no-store')
      .send(createReadStream(path));
  });
}

interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

function readPeriod(given: { readonly from: string; readonly to: string }): Result<Period> {
  const from = parseLocalDate(given.from, { field: 'from' });
  const to = parseLocalDate(given.to, { field: 'to' });
  if (!from.ok || !to.ok) return refuse(...[from, to].flatMap((date) => (date.ok ? [] : date.problems)));
  if (from.value <= to.value) return ok({ from: from.value, to: to.value });
  return refuse(
    problem(
      'PERIOD_REVERSED',
      {
        zh: '起始日期不能晚于截止日期，改后重新导出',
        en: 'The first day must not be after the last. Correct the days.',
      },
      'to',
    ),
  );
}

async function writeExport(
  { service, database, auditKey }: ExportParts,
  path: string,
  actor: Actor,
  requestId: string,
  { from, to }: Period,
): Promise<void> {
  await database.sqlTransaction(identityOf(actor), async (client) => {
    const exported = await exportAuditEntries(
      client,
      path,
      { service, from, to, scope: actor.scope, exportedBy: actor.name, exportedAt: new Date() },
      auditKey,
    );
    const { entries, sha256 } = exported;
    await recordAudit(async (sql, ...values) => client.query(sql, [...values]), { actor, requestId }, [
      { action: 'audit.export', recordType: 'AuditEntry', recordId: service, after: { from, to, entries, sha256 } },
    ]);
  });
}
