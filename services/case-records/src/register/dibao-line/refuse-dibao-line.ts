import { readStoredDate, recordAudit } from '@nuangong/database';
import { ok, readRequiredText, refuse, type Result } from '@nuangong/primitives';
import { changedMeanwhile, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { findWaitingLine } from './find-waiting-line.ts';

export interface RefuseDibaoLineInput {
  readonly dibaoLineId: string;
  readonly reason: string;
}

/**
 * Removes a line that was never in force: refused by someone else, or withdrawn by its author. The audit log keeps its
 * content and the reason.
 *
 * @returns the id of the line.
 */
export async function refuseDibaoLine(
  context: CaseRecordsContext,
  input: RefuseDibaoLineInput,
): Promise<Result<string>> {
  const { actor, requestId } = context;
  return runCommand(context, { action: 'case-file.confirm' }, async (tx: Transaction) => {
    const reason = readRequiredText(input.reason, 'reason', 500);
    if (!reason.ok) return reason;
    const line = await findWaitingLine(tx, actor, input.dibaoLineId);
    if (!line.ok) return line;
    const { id, validFrom, monthlyPerCapitaFen, marginFactor } = line.value;
    const gone = await tx.dibaoLine.deleteMany({ where: { id, awaitsConfirmation: true } });
    if (gone.count === 0) return refuse(changedMeanwhile());
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'dibao-line.refuse',
        recordType: 'DibaoLine',
        recordId: id,
        before: {
          from: readStoredDate(validFrom),
          amountFen: monthlyPerCapitaFen,
          marginFactor: marginFactor.toString(),
        },
        after: { reason: reason.value },
      },
    ]);
    return ok(id);
  });
}
