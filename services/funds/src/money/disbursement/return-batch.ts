import { recordAudit } from '@nuangong/database';
import { combineFields, ok, readRequiredText, type Result } from '@nuangong/primitives';
import { runCommand } from '@nuangong/subgraph';
import type { OpeningCommand } from '../../command.ts';
import type { DisbursementBatch } from '../../generated/prisma/client.ts';
import { wordsPlace } from '../written-words/written-words.ts';
import { mayReturn } from './batch.ts';
import { findBatchToDecide } from './find-batch.ts';

/** Sends a batch back to its maker with a reason; its grants stay committed and go into the next batch. */
export function returnBatch(
  command: OpeningCommand,
  input: { readonly batchId: string; readonly reason: string },
): Promise<Result<DisbursementBatch>> {
  return runCommand(command, { action: 'batch.approve' }, async (tx) => {
    const { actor, at } = command;
    const read = combineFields({ reason: readRequiredText(input.reason, 'reason', 200) });
    if (!read.ok) return read;
    const found = await findBatchToDecide(tx, input.batchId);
    if (!found.ok) return found;
    const allowed = mayReturn(found.value, actor);
    if (!allowed.ok) return allowed;
    const batch = await tx.disbursementBatch.update({
      where: { id: found.value.id },
      data: {
        status: 'RETURNED',
        returnedBy: actor.staffId,
        returnedByName: actor.name,
        returnedAt: at,
        returnReason: command.keyring.seal(
          read.value.reason,
          wordsPlace('disbursement_batch', 'return_reason', found.value),
        ),
      },
    });
    await tx.$executeRaw`select withdraw_batch(${batch.id}::uuid)`;
    await recordAudit(tx, { actor, requestId: command.requestId }, [
      { action: 'batch.return', recordType: 'DisbursementBatch', recordId: batch.id },
    ]);
    return ok(batch);
  });
}
