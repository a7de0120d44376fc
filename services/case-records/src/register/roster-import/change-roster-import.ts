import { recordAudit } from '@nuangong/database';
import { changedMeanwhile, runCommand } from '@nuangong/subgraph';
import { ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { RosterImport, RosterSheet } from '../../generated/prisma/client.ts';
import { runInBackground } from './end-import.ts';
import { findOwnImport, importNotFound, notReady, readSheetsOf } from './own-import.ts';
import { mappingProblems, openQuestions } from './roster-columns.ts';
import { columnsOf } from './roster-sheet.ts';
import { runRosterImport } from './run-roster-import.ts';

/**
 * Starts an import, or resumes a cancelled or failed one. It runs in the background; its progress is on the record.
 * Refuses while guesses, headings that name one field twice, or a missing household size are unanswered.
 */
export async function startRosterImport(
  context: CaseRecordsContext,
  input: { readonly importId: string },
): Promise<Result<RosterImport>> {
  const { actor, parts, requestId } = context;
  const started = await runCommand(context, { action: 'roster.import' }, async (tx: Transaction) => {
    const roster = await findOwnImport(context, tx, input.importId);
    if (roster === null) return refuse(importNotFound());
    const sheets = await readSheetsOf(tx, roster.id);
    if (sheets.length === 0) return refuse(notReady());
    const problems = problemsOf(
      roster,
      sheets.filter(({ chosen }) => chosen),
    );
    if (problems.length > 0) return refuse(...problems);
    const changed = await tx.rosterImport.updateMany({
      where: { id: roster.id, status: { in: ['READY', 'CANCELLED', 'FAILED'] } },
      data: {
        status: 'RUNNING',
        problems: [],
        putAwayAt: null,
        startedBy: actor.staffId,
        startedByName: actor.name,
        startedAt: parts.clock(),
      },
    });
    if (changed.count === 0) return refuse(notReady());
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'roster.start',
        recordType: 'RosterImport',
        recordId: roster.id,
        after: {
          rowsTotal: roster.rowsTotal,
          sheets: sheets.filter(({ chosen }) => chosen).map(({ name }) => name),
          hiddenRows: roster.takeHidden,
        },
      },
    ]);
    return ok(await tx.rosterImport.findUniqueOrThrow({ where: { id: roster.id } }));
  });
  if (started.ok) {
    const { id } = started.value;
    runInBackground(parts, id, actor.scope, (stopping) => runRosterImport(parts, id, actor.scope, stopping));
  }
  return started;
}

/** What prevents an import from starting; each problem once, however many sheets have it. */
function problemsOf(roster: RosterImport, chosen: readonly RosterSheet[]): readonly Problem[] {
  if (chosen.length === 0 || roster.rowsTotal === 0) return [nothingChosen()];
  const all = chosen.flatMap((sheet) => {
    const columns = columnsOf(sheet);
    return [...mappingProblems(columns), ...openQuestions(columns, roster.householdSize)];
  });
  return [...new Map(all.map((each) => [each.message.zh, each])).values()];
}

/** Cancels an import; rows already entered stay, the others wait until it is started again. */
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
    await recordAudit(tx, { actor, requestId }, [
      { action: 'roster.cancel', recordType: 'RosterImport', recordId: roster.id },
    ]);
    return ok(await tx.rosterImport.findUniqueOrThrow({ where: { id: roster.id } }));
  });
}

const nothingChosen = (): Problem =>
  problem('NO_SHEET_CHOSEN', {
    zh: '没有选定要导入的行；勾选工作表，或选择连同隐藏的行一起导入',
    en: 'No rows are selected. Select a sheet, or include hidden rows.',
  });
