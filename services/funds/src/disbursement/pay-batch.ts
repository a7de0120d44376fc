import { recordAudit } from '@nuangong/database';
import { combineFields, localDateAt, ok, refuse, type Result } from '@nuangong/primitives';
import { changedMeanwhile, runCommand } from '@nuangong/subgraph';
import type { Command } from '../command.ts';
import type { DisbursementBatch } from '../generated/prisma/client.ts';
import { readPastDay } from '../receipt/receipt.ts';
import { mayPay } from './batch.ts';
import { findBatchToDecide } from './find-batch.ts';

export interface PayBatchInput {
  readonly batchId: string;
  /** The business date of entries and vouchers; today unless said. */
  readonly paidOn?: string | null | undefined;
}

/**
 * Pays an approved batch: entries, vouchers, traces and events of all its payments in one set-based posting. However
 * often or at once it is called, the batch is paid once.
 */
export function payBatch(command: Command, input: PayBatchInput): Promise<Result<DisbursementBatch>> {
  return runCommand(command, { action: 'batch.pay' }, async (tx) => {
    const { actor, requestId, at } = command;
    const today = localDateAt(at);
    const read = combineFields({ paidOn: readPastDay(input.paidOn ?? today, today) });
    if (!read.ok) return read;
    const found = await findBatchToDecide(tx, input.batchId);
    if (!found.ok) return found;
    const allowed = mayPay(found.value, actor);
    if (!allowed.ok) return allowed;
    const { id } = found.value;
    const [posted] = await tx.$queryRaw<readonly { payments: number | null }[]>`
      select post_batch(${id}::uuid, ${read.value.paidOn}::date, ${actor.staffId}::uuid, ${actor.name}, ${requestId},
        ${at}::timestamptz) as payments`;
    if (posted == null || posted.payments === null) return refuse(changedMeanwhile());
    const batch = await tx.disbursementBatch.findUniqueOrThrow({ where: { id } });
    await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, requestId, [
      {
        action: 'batch.pay',
        recordType: 'DisbursementBatch',
        recordId: id,
        after: { payments: posted.payments, totalFen: batch.totalFen, paidOn: read.value.paidOn },
      },
    ]);
    return ok(batch);
  });
}
