import { recordAudit } from '@nuangong/database';
import { ok, type Result } from '@nuangong/primitives';
import { runCommand } from '@nuangong/subgraph';
import type { Command } from '../command.ts';
import type { DisbursementBatch } from '../generated/prisma/client.ts';
import { mayApprove, ownBatch } from './batch.ts';
import { findBatchToDecide } from './find-batch.ts';

/** Approves a prepared batch; the approver is not the preparer, which the database also sees to. */
export function approveBatch(
  command: Command,
  input: { readonly batchId: string },
): Promise<Result<DisbursementBatch>> {
  const constraints = { approver_is_not_preparer: ownBatch };
  return runCommand(command, { action: 'batch.approve', constraints }, async (tx) => {
    const { actor, at } = command;
    const found = await findBatchToDecide(tx, input.batchId);
    if (!found.ok) return found;
    const allowed = mayApprove(found.value, actor);
    if (!allowed.ok) return allowed;
    const batch = await tx.disbursementBatch.update({
      where: { id: found.value.id },
      data: { status: 'APPROVED', approvedBy: actor.staffId, approvedByName: actor.name, approvedAt: at },
    });
    await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, command.requestId, [
      {
        action: 'batch.approve',
        recordType: 'DisbursementBatch',
        recordId: batch.id,
        after: { totalFen: batch.totalFen },
      },
    ]);
    return ok(batch);
  });
}
