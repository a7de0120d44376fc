import { recordAudit } from '@nuangong/database';
import { combineFields, ok, readRequiredText, type Result } from '@nuangong/primitives';
import { runCommand } from '@nuangong/subgraph';
import type { OpeningCommand } from '../../command.ts';
import type { Payment } from '../../generated/prisma/client.ts';
import { wordsPlace } from '../written-words/written-words.ts';
import { findClaimToAnswer } from './find-claim.ts';
import { returnConstraints } from './return-claim.ts';

export interface RefuseReturnedPaymentInput {
  readonly paymentId: string;
  /** What the bank's document says instead. */
  readonly answer: string;
}

/** Rejects a recorded return: the payment stays paid, and another return can be recorded. */
export function refuseReturnedPayment(
  command: OpeningCommand,
  input: RefuseReturnedPaymentInput,
): Promise<Result<Payment>> {
  return runCommand(command, { action: 'batch.approve', constraints: returnConstraints }, async (tx) => {
    const { actor, at } = command;
    const read = combineFields({ answer: readRequiredText(input.answer, 'answer', 500) });
    if (!read.ok) return read;
    const found = await findClaimToAnswer(tx, command, input.paymentId);
    if (!found.ok) return found;
    const claim = found.value;
    await tx.returnClaim.update({
      where: { id: claim.id },
      data: {
        status: 'REFUSED',
        answer: command.keyring.seal(read.value.answer, wordsPlace('return_claim', 'answer', claim)),
        answeredBy: actor.staffId,
        answeredByName: actor.name,
        answeredAt: at,
      },
    });
    await recordAudit(tx, { actor, requestId: command.requestId }, [
      { action: 'payment.refuse-return', recordType: 'Payment', recordId: input.paymentId },
    ]);
    return ok(await tx.payment.findUniqueOrThrow({ where: { id: input.paymentId } }));
  });
}
