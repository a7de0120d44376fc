import { changedMeanwhile, runCommand } from '@nuangong/subgraph';
import { ok, refuse, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { RosterImport } from '../../generated/prisma/client.ts';
import { runInBackground } from './end-import.ts';
import { findOwnImport, importNotFound, readSheetsOf } from './own-import.ts';
import { previewRoster } from './preview-roster.ts';

export interface ChooseRosterSheetsInput {
  readonly importId: string;
  /** The numbers of the sheets to import. */
  readonly sheets: readonly number[];
  /** Whether rows that are hidden in the workbook are imported. */
  readonly hiddenRows: boolean;
}

/** Sets which sheets of a workbook are imported, and whether hidden rows are. */
export async function chooseRosterSheets(
  context: CaseRecordsContext,
  input: ChooseRosterSheetsInput,
): Promise<Result<RosterImport>> {
  const { actor, parts } = context;
  const chosen = await runCommand(context, { action: 'roster.import' }, async (tx: Transaction) => {
    const roster = await findOwnImport(context, tx, input.importId);
    if (roster === null) return refuse(importNotFound());
    if (roster.status !== 'READY') return refuse(changedMeanwhile());
    const sheets = await readSheetsOf(tx, roster.id);
    const wanted = sheets.filter(({ number }) => input.sheets.includes(number));
    await tx.$executeRaw`
      update roster_sheet set chosen = number = any(${wanted.map(({ number }) => number)}::int[])
      where import_id = ${roster.id}::uuid and state = 'READ'`;
    const rowsTotal = wanted.reduce(
      (total, { rowsShown, rowsHidden }) => total + rowsShown + (input.hiddenRows ? rowsHidden : 0),
      0,
    );
    return ok(
      await tx.rosterImport.update({
        where: { id: roster.id },
        data: {
          takeHidden: input.hiddenRows,
          rowsTotal,
          revision: { increment: 1 },
          expectedRejected: null,
          refusedRows: [],
          notices: [],
        },
      }),
    );
  });
  if (chosen.ok) {
    const { id } = chosen.value;
    runInBackground(parts, id, actor.scope, (stopping) => previewRoster(parts, id, actor.scope, stopping));
  }
  return chosen;
}
