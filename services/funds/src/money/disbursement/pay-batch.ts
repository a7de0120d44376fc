import { recordAudit } from '@nuangong/database';
import { localDate, localDateAt, ok, readHappenedDay, refuse, type DayFloor, type Result } from '@nuangong/primitives';
import { changedMeanwhile, runCommand } from '@nuangong/subgraph';
import type { Transaction } from '../../builder.ts';
import type { Command } from '../../command.ts';
import type { DisbursementBatch } from '../../generated/prisma/client.ts';
import { batchConstraints, mayPay } from './batch.ts';
import { findBatchToDecide } from './find-batch.ts';

export interface PayBatchInput {
  readonly batchId: string;
  /** The business date of entries and vouchers; today by default. */
  readonly paidOn?: string | null | undefined;
  /** Why a day before last year is right. */
  readonly dateReason?: string | null | undefined;
}

/**
 * Pays an approved batch: entries, vouchers, traces and events of all its payments in one set-based posting.
 * Idempotent, under concurrent calls too. The day is neither before the batch was approved nor before the money it uses
 * had come in.
 */
export function payBatch(command: Command, input: PayBatchInput): Promise<Result<DisbursementBatch>> {
  return runCommand(command, { action: 'batch.pay', constraints: batchConstraints }, async (tx) => {
    const { actor, requestId, at } = command;
    const found = await findBatchToDecide(tx, input.batchId);
    if (!found.ok) return found;
    const allowed = mayPay(found.value, actor);
    if (!allowed.ok) return allowed;
    const { id } = found.value;
    const today = localDateAt(at);
    const day = readHappenedDay(input.paidOn ?? today, {
      field: 'paidOn',
      what: { zh: '付款日期', en: 'the day of the payment' },
      today,
      restsOn: await floorsOf(tx, id),
      reason: { text: input.dateReason, field: 'dateReason' },
    });
    if (!day.ok) return day;
    const { on: paidOn, reason: dateReason } = day.value;
    const [posted] = await tx.$queryRaw<readonly { payments: number | null }[]>`
      select post_batch(${id}::uuid, ${paidOn}::date, ${actor.staffId}::uuid, ${actor.name}, ${requestId},
        ${at}::timestamptz, ${dateReason}::text) as payments`;
    if (posted == null || posted.payments === null) return refuse(changedMeanwhile());
    const batch = await tx.disbursementBatch.findUniqueOrThrow({ where: { id } });
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'batch.pay',
        recordType: 'DisbursementBatch',
        recordId: id,
        after: { payments: posted.payments, totalFen: batch.totalFen, paidOn, dateReason },
      },
    ]);
    return ok(batch);
  });
}

/** The earliest days on which a batch can be paid: its approval, and the receipts that it will be paid from. */
async function floorsOf(tx: Transaction, batchId: string): Promise<readonly (DayFloor | undefined)[]> {
  const [rests] = await tx.$queryRaw<readonly { approvedOn: string; receivedOn: string | null }[]>`
    select approved_on::text as "approvedOn", received_on::text as "receivedOn" from batch_rests_on(${batchId}::uuid)`;
  if (rests === undefined) return [];
  const approved = { on: localDate(rests.approvedOn), what: { zh: '批次复核日期', en: 'the approval of the batch' } };
  if (rests.receivedOn === null) return [approved];
  return [approved, { on: localDate(rests.receivedOn), what: { zh: '资金到账日期', en: 'the day the money came in' } }];
}
