import { recordAudit } from '@nuangong/database';
import { changedMeanwhile, runCommand } from '@nuangong/subgraph';
import { ok, refuse, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { RosterImport } from '../../generated/prisma/client.ts';
import { findOwnImport, importNotFound } from './own-import.ts';

/**
 * Removes an import that is not running from the list; its record and rows are kept and listed among those put away.
 */
export async function putAwayRosterImport(
  context: CaseRecordsContext,
  input: { readonly importId: string },
): Promise<Result<RosterImport>> {
  const { actor, parts, requestId } = context;
  return runCommand(context, { action: 'roster.import' }, async (tx: Transaction) => {
    const roster = await findOwnImport(context, tx, input.importId);
    if (roster === null) return refuse(importNotFound());
    const changed = await tx.rosterImport.updateMany({
      where: { id: roster.id, status: { notIn: ['UPLOADED', 'RUNNING'] } },
      data: { putAwayAt: parts.clock() },
    });
    if (changed.count === 0) return refuse(changedMeanwhile());
    await recordAudit(tx, { actor, requestId }, [
      { action: 'roster.put-away', recordType: 'RosterImport', recordId: roster.id },
    ]);
    return ok(await tx.rosterImport.findUniqueOrThrow({ where: { id: roster.id } }));
  });
}
