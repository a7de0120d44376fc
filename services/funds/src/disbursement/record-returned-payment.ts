import { recordAudit } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import {
  combineFields,
  isUuid,
  localDateAt,
  ok,
  problem,
  readRequiredText,
  refuse,
  type Problem,
  type Result,
} from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { Command } from '../command.ts';
import type { Payment } from '../generated/prisma/client.ts';
import { anotherBook } from '../ledger/book.ts';
import { readPastDay } from '../receipt/receipt.ts';

export interface RecordReturnedPaymentInput {
  readonly paymentId: string;
  /** What the bank says. */
  readonly reason: string;
  readonly returnedOn: string;
}

const notPaid = (): Problem =>
  problem('NOT_PAID', {
    zh: '只有已发放且未退汇的明细可以登记退汇，刷新后核对',
    en: 'Only a payment that is paid and not yet returned can be returned. Refresh and check.',
  });

/** Records that the bank returned a payment (退汇): entry reversed, money back, commitment restored for a new attempt. */
export function recordReturnedPayment(command: Command, input: RecordReturnedPaymentInput): Promise<Result<Payment>> {
  return runCommand(command, { action: 'batch.pay' }, async (tx) => {
    const { actor, requestId, at } = command;
    const read = combineFields({
      reason: readRequiredText(input.reason, 'reason', 200),
      returnedOn: readPastDay(input.returnedOn, localDateAt(at)),
    });
    if (!read.ok) return read;
    const missing = refuse(notFound({ zh: '发放明细', en: 'payment' }, 'paymentId'));
    if (!isUuid(input.paymentId)) return missing;
    const payment = await tx.payment.findUnique({ where: { id: input.paymentId }, include: { grant: true } });
    if (payment === null) return missing;
    if (payment.bookPath !== actor.scope) return refuse(anotherBook());
    const { reason, returnedOn } = read.value;
    const [returned] = await tx.$queryRaw<readonly { grant: string | null }[]>`
      select return_payment(${payment.id}::uuid, ${reason}, ${returnedOn}::date, ${actor.staffId}::uuid,
        ${at}::timestamptz)::text as grant`;
    if (returned == null || returned.grant === null) return refuse(notPaid());
    const { grant } = payment;
    await announce(tx, { actor, requestId, at }, contracts['payment-returned.v1'], [
      {
        organizationPath: grant.organizationPath,
        data: {
          paymentId: payment.id,
          grantId: grant.id,
          householdId: grant.householdId,
          organization: {
            id: grant.organizationId,
            path: grant.organizationPath,
            code: grant.organizationCode,
            name: grant.organizationName,
          },
          campaignId: grant.campaignId,
          amountFen: payment.amountFen,
          reason,
          returnedOn,
        },
      },
    ]);
    await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, requestId, [
      { action: 'payment.return', recordType: 'Payment', recordId: payment.id, after: read.value },
    ]);
    return ok(await tx.payment.findUniqueOrThrow({ where: { id: payment.id } }));
  });
}
