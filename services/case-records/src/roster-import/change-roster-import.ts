import { recordAudit } from '@nuangong/database';
import { changedMeanwhile, notFound, runCommand } from '@nuangong/subgraph';
import { isUuid, ok, problem, refuse, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../builder.ts';
import type { RosterImport } from '../generated/prisma/client.ts';
import { mappingProblems, type RosterColumn, type RosterField } from './roster-columns.ts';
import { runRosterImport } from './run-roster-import.ts';

export const importNotFound = () => notFound({ zh: '导入', en: 'import' }, 'importId');

/** An import of the actor's own organisation; those below it are seen, not handled. */
export async function findOwnImport(
  context: CaseRecordsContext,
  tx: Transaction,
  id: string,
): Promise<RosterImport | null> {
  if (!isUuid(id)) return null;
  return tx.rosterImport.findFirst({ where: { id, organizationPath: context.actor.scope } });
}

export interface MapRosterColumnsInput {
  readonly importId: string;
  readonly columns: readonly { readonly index: number; readonly field?: RosterField | null | undefined }[];
}

/**
 * Says what the columns of a roster mean; the organisation's next rosters with the same headings are read so by
 * themselves.
 */
export async function mapRosterColumns(
  context: CaseRecordsContext,
  input: MapRosterColumnsInput,
): Promise<Result<RosterImport>> {
  return runCommand(context, { action: 'roster.import' }, async (tx: Transaction) => {
    const roster = await findOwnImport(context, tx, input.importId);
    if (roster === null) return refuse(importNotFound());
    if (roster.status !== 'READY') return refuse(changedMeanwhile());
    const given = new Map(input.columns.map(({ index, field }) => [index, field ?? null]));
    const columns = (roster.columns as unknown as readonly RosterColumn[]).map((column) => ({
      ...column,
      field: given.has(column.index) ? (given.get(column.index) ?? null) : column.field,
    }));
    const problems = mappingProblems(columns);
    if (problems.length > 0) return refuse(...problems);
    const byHeading = new Map(
      columns.filter(({ heading }) => heading !== '').map((column) => [column.heading, column]),
    );
    await tx.$queryRawUnsafe(
      `insert into roster_mapping (organization_path, heading, field)
       select $1, heading, field from jsonb_to_recordset($2::jsonb) as m(heading text, field text)
       on conflict (organization_path, heading) do update set field = excluded.field`,
      context.actor.scope,
      JSON.stringify([...byHeading.values()]),
    );
    return ok(await tx.rosterImport.update({ where: { id: roster.id }, data: { columns } }));
  });
}

/**
 * Starts an import, or goes on with a cancelled one; it runs in the background and its progress is read from the
 * record.
 */
export async function startRosterImport(
  context: CaseRecordsContext,
  input: { readonly importId: string },
): Promise<Result<RosterImport>> {
  const { actor, parts, requestId } = context;
  const started = await runCommand(context, { action: 'roster.import' }, async (tx: Transaction) => {
    const roster = await findOwnImport(context, tx, input.importId);
    if (roster === null) return refuse(importNotFound());
    const problems = mappingProblems(roster.columns as unknown as readonly RosterColumn[]);
    if (problems.length > 0) return refuse(...problems);
    const changed = await tx.rosterImport.updateMany({
      where: { id: roster.id, status: { in: ['READY', 'CANCELLED'] }, headerRow: { not: null } },
      data: { status: 'RUNNING', startedBy: actor.staffId, startedByName: actor.name, startedAt: parts.clock() },
    });
    if (changed.count === 0) return refuse(notReady());
    await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, requestId, [
      {
        action: 'roster.start',
        recordType: 'RosterImport',
        recordId: roster.id,
        after: { rowsTotal: roster.rowsTotal },
      },
    ]);
    return ok(await tx.rosterImport.findUniqueOrThrow({ where: { id: roster.id } }));
  });
  if (started.ok) {
    parts.background.run(`roster ${started.value.id}`, (stopping) =>
      runRosterImport(parts, started.value.id, actor.scope, stopping),
    );
  }
  return started;
}

/** Stops an import; rows already entered stay, the others wait until it is started again. */
export async function cancelRosterImport(
  context: CaseRecordsContext,
  input: { readonly importId: string },
): Promise<Result<RosterImport>> {
  const { actor, requestId } = context;
  return runCommand(context, { action: 'roster.import' }, async (tx: Transaction) => {
    const roster = await findOwnImport(context, tx, input.importId);
    if (roster === null) return refuse(importNotFound());
    const changed = await tx.rosterImport.updateMany({
      where: { id: roster.id, status: { in: ['UPLOADED', 'READY', 'RUNNING'] } },
      data: { status: 'CANCELLED' },
    });
    if (changed.count === 0) return refuse(changedMeanwhile());
    await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, requestId, [
      { action: 'roster.cancel', recordType: 'RosterImport', recordId: roster.id },
    ]);
    return ok(await tx.rosterImport.findUniqueOrThrow({ where: { id: roster.id } }));
  });
}

const notReady = () =>
  problem('IMPORT_NOT_READY', {
    zh: '文件还在读取，或已经开始导入；刷新后按最新状态办理',
    en: 'The file is still being read, or the import has begun. Refresh and continue from its present state.',
  });
