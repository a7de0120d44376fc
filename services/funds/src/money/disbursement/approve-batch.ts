import { recordAudit } from '@nuangong/database';
import { ok, type Result } from '@nuangong/primitives';
import { runCommand } from '@nuangong/subgraph';
import type { OpeningCommand } from '../../command.ts';
import type { DisbursementBatch } from '../../generated/prisma/client.ts';
import { keepAnswers, type FindingAnswerInput } from './answer-batch-findings.ts';
import { batchConstraints, mayApprove } from './batch.ts';
import { findBatchToDecide } from './find-batch.ts';

export interface ApproveBatchInput {
  readonly batchId: string;
  /** The approver's answers to the batch's findings; every finding that needs an answer must get one. */
  readonly answers?: readonly FindingAnswerInput[] | null | undefined;
}

/**
 * Approves a prepared batch once its findings are seen and answered. The approver neither prepared it nor handled any
 * of its households; the database enforces this too.
 */
export function approveBatch(command: OpeningCommand, input: ApproveBatchInput): Promise<Result<DisbursementBatch>> {
  return runCommand(command, { action: 'batch.approve', constraints: batchConstraints }, async (tx) => {
    const { actor, at } = command;
    const found = await findBatchToDecide(tx, input.batchId);
    if (!found.ok) return found;
    const allowed = mayApprove(found.value, actor);
    if (!allowed.ok) return allowed;
    const answered = await keepAnswers(tx, command, found.value, input.answers ?? []);
    if (!answered.ok) return answered;
    const batch = await tx.disbursementBatch.update({
      where: { id: found.value.id },
      data: { status: 'APPROVED', approvedBy: actor.staffId, approvedByName: actor.name, approvedAt: at },
    });
    await recordAudit(tx, { actor, requestId: command.requestId }, [
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
