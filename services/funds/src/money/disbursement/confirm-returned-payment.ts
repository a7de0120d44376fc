import { readStoredDate, recordAudit } from '@nuangong/database';
import { contracts, wordsElsewhere } from '@nuangong/events';
import { ok, refuse, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { runCommand } from '@nuangong/subgraph';
import type { OpeningCommand } from '../../command.ts';
import type { Payment } from '../../generated/prisma/client.ts';
import { organizationOfGrant } from '../grant/grant.ts';
import { openWords, wordsPlace } from '../written-words/written-words.ts';
import { findClaimToAnswer } from './find-claim.ts';
import { nothingClaimed, returnConstraints } from './return-claim.ts';

/**
 * Confirms that a payment came back: reverses its entry, returns the money and restores the commitment. The grant waits
 * until its account is corrected or confirmed, and is then paid in a new attempt.
 */
export function confirmReturnedPayment(
  command: OpeningCommand,
  input: { readonly paymentId: string },
): Promise<Result<Payment>> {
  return runCommand(command, { action: 'batch.approve', constraints: returnConstraints }, async (tx) => {
    const { actor, requestId, at, keyring } = command;
    const found = await findClaimToAnswer(tx, command, input.paymentId);
    if (!found.ok) return found;
    const { payment, bankReference, ...claim } = found.value;
    const [returned] = await tx.$queryRaw<readonly { grant: string | null }[]>`
      select return_payment(${claim.id}::uuid, ${actor.staffId}::uuid, ${actor.name},
        ${at}::timestamptz)::text as grant`;
    if (returned == null || returned.grant === null) return refuse(nothingClaimed());
    const { grant } = payment;
    const reason = await openWords(keyring, claim.reason, wordsPlace('return_claim', 'reason', claim));
    const returnedOn = readStoredDate(claim.returnedOn);
    await announce(tx, { actor, requestId, at }, contracts['payment-returned.v1'], [
      {
        organizationPath: grant.organizationPath,
        data: {
          paymentId: payment.id,
          grantId: grant.id,
          householdId: grant.householdId,
          organization: organizationOfGrant(grant),
          campaignId: grant.campaignId,
          amountFen: payment.amountFen,
          reason: wordsElsewhere,
          sealedReason: keyring.sealForTransit(reason, grant.id),
          returnedOn,
        },
      },
    ]);
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'payment.confirm-return',
        recordType: 'Payment',
        recordId: payment.id,
        after: { bankReference, returnedOn },
      },
    ]);
    return ok(await tx.payment.findUniqueOrThrow({ where: { id: payment.id } }));
  });
}
