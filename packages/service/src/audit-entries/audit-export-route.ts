import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '@nuangong/access';
import { checkVisibleEntries, identityOf, recordAudit, type Database, type VisibleVerdict } from '@nuangong/database';
import { fileTypes, refused, type FileRoutes } from '@nuangong/documents/serve';
import { writeForAnswer } from '@nuangong/documents/store';
import {
  addDays,
  ok,
  parseLocalDate,
  problem,
  refuse,
  type LocalDate,
  type Problem,
  type Result,
} from '@nuangong/primitives';
import { exportAuditEntries } from './export-audit-entries.ts';

interface ExportParts {
  readonly service: string;
  readonly database: Pick<Database<unknown>, 'sqlTransaction'>;
  readonly auditKey: KeyObject;
}

const asked = z.object({ from: z.string().default(''), to: z.string().default('') });

/**
 * GET /files/<service>/audit-entries.csv?from=&to=: the entries from one day to the other, signed. The export itself is
 * audited. POST /files/<service>/audit-check?from=&to=: whether these entries, of at most a year, are what was sealed;
 * audited too.
 */
export function addAuditExportRoute(files: FileRoutes, parts: ExportParts): void {
  files.serve(`/files/${parts.service}/audit-entries.csv`, 'audit.read', async ({ actor, requestId, query }) => {
    const period = readPeriod(asked.parse(query));
    if (!period.ok) return refused(400, ...period.problems);
    const { from, to } = period.value;
    const { content, size } = await writeForAnswer((path) => writeExport(parts, path, actor, requestId, period.value));
    return { name: `操作留痕-${parts.service}-${from}-${to}.csv`, type: fileTypes.csv, content, size };
  });
  files.accept(`/files/${parts.service}/audit-check`, 'audit.read', async ({ actor, requestId, query }) => {
    const period = readPeriod(asked.parse(query));
    if (!period.ok) return refused(400, ...period.problems);
    if (addDays(period.value.from, mostDaysChecked) <= period.value.to) return refused(400, tooLongToCheck());
    return { status: 200, answer: await checkChain(parts, actor, requestId, period.value) };
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

/** A leap year: who checks more asks for the next one. */
const mostDaysChecked = 366;

const tooLongToCheck = (): Problem =>
  problem(
    'PERIOD_TOO_LONG',
    { zh: '一次最多核对一年，分年核对', en: 'Verify at most a year at a time, one year after another.' },
    'to',
  );

function checkChain(
  { service, database, auditKey: key }: ExportParts,
  actor: Actor,
  requestId: string,
  { from, to }: Period,
): Promise<VisibleVerdict> {
  return database.sqlTransaction(identityOf(actor), async (client) => {
    const verdict = await checkVisibleEntries(client, { service, key, from, to });
    await recordAudit(async (sql, ...values) => client.query(sql, [...values]), { actor, requestId }, [
      { action: 'audit.check', recordType: 'AuditEntry', recordId: service, after: { from, to, ...verdict } },
    ]);
    return verdict;
  });
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
