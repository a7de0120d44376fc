import { recordAudit } from '@nuangong/database';
import { combineAll, localDateAt, ok, parseId, problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import { runCommand } from '@nuangong/subgraph';
import type { Command } from '../../command.ts';
import type { DisbursementBatch } from '../../generated/prisma/client.ts';
import { bookOf } from '../../ledger/ledger/book.ts';

export interface PrepareBatchInput {
  readonly campaignId?: string | null | undefined;
  /** By default all committed grants of the campaign. */
  readonly grantIds?: readonly string[] | null | undefined;
}

/** There is no committed grant to put into a batch. */
export const nothingToPay = (): Problem =>
  problem('NOTHING_TO_PAY', {
    zh: '没有已占用资金、尚未编入批次的救助，申请批准或资金到位后再编制',
    en: 'No committed grant is waiting for a batch. Prepare one after approvals, or after funds are received.',
  });

/** Collects the committed grants of a campaign in the actor's book into a batch; the actor is its maker. */
export function prepareBatch(command: Command, input: PrepareBatchInput): Promise<Result<DisbursementBatch>> {
  return runCommand(command, { action: 'batch.prepare' }, async (tx) => {
    const { actor, at } = command;
    const campaign = input.campaignId == null ? ok(null) : parseId(input.campaignId, 'campaignId');
    if (!campaign.ok) return campaign;
    const grants = input.grantIds == null ? ok(null) : combineAll(input.grantIds.map((id) => parseId(id, 'grantIds')));
    if (!grants.ok) return grants;
    const only = grants.value === null ? null : [...grants.value];
    const [prepared] = await tx.$queryRaw<readonly { batch: string | null }[]>`
      select prepare_batch(${JSON.stringify(bookOf(actor))}::jsonb, ${campaign.value}::uuid, ${only}::uuid[],
        ${actor.staffId}::uuid,
        ${actor.name}, ${localDateAt(at)}::date, ${at}::timestamptz)::text as batch`;
    if (prepared == null || prepared.batch === null) return refuse(nothingToPay());
    const batch = await tx.disbursementBatch.findUniqueOrThrow({ where: { id: prepared.batch } });
    await recordAudit(tx, { actor, requestId: command.requestId }, [
      {
        action: 'batch.prepare',
        recordType: 'DisbursementBatch',
        recordId: batch.id,
        after: { totalFen: batch.totalFen, payments: batch.paymentCount },
      },
    ]);
    return ok(batch);
  });
}
