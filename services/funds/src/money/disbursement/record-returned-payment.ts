import { recordAudit, readStoredDate, storedDate } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import {
  combineFields,
  isUuid,
  localDateAt,
  ok,
  problem,
  readHappenedDay,
  readRequiredText,
  refuse,
  withoutSpaces,
  type Problem,
  type Result,
} from '@nuangong/primitives';
import { changedMeanwhile, notFound, runCommand } from '@nuangong/subgraph';
import type { OpeningCommand } from '../../command.ts';
import type { Payment } from '../../generated/prisma/client.ts';
import { ownHousehold } from '../grant/grant-decision.ts';
import { sealWords, wordsPlace } from '../written-words/written-words.ts';
import { anotherBook } from '../../ledger/ledger/book.ts';
import { lockBook } from '../../ledger/ledger/post-entry.ts';
import { notPaid, returnConstraints } from './return-claim.ts';

export interface RecordReturnedPaymentInput {
  readonly paymentId: string;
  /** The bank's reference for this return; unique to it. */
  readonly bankReference: string;
  /** The reason that the bank gives. */
  readonly reason: string;
  readonly returnedOn: string;
  /** Why a day before last year is right. */
  readonly dateReason?: string | null | undefined;
}

const referenceMissing = (): Problem =>
  problem(
    'BANK_REFERENCE_MISSING',
    {
      zh: '填写银行退汇流水号，共 1 至 64 个字符',
      en: 'Enter the bank’s reference of the return, 1 to 64 characters.',
    },
    'bankReference',
  );

/**
 * Records that the bank reports a payment as returned (退汇), with the bank's reference. Money and grant do not change
 * until the head of finance confirms it.
 */
export function recordReturnedPayment(
  command: OpeningCommand,
  input: RecordReturnedPaymentInput,
): Promise<Result<Payment>> {
  return runCommand(command, { action: 'batch.pay', constraints: returnConstraints }, async (tx) => {
    const { actor, requestId, at, keyring } = command;
    const missing = refuse(notFound({ zh: '发放明细', en: 'payment' }, 'paymentId'));
    if (!isUuid(input.paymentId)) return missing;
    const seen = await tx.payment.findUnique({ where: { id: input.paymentId } });
    if (seen === null) return missing;
    if (seen.bookPath !== actor.scope) return refuse(anotherBook());
    await lockBook(tx, seen.bookPath);
    const payment = await tx.payment.findUniqueOrThrow({
      where: { id: seen.id },
      include: { grant: true, batch: true, claims: { where: { status: 'WAITING' } } },
    });
    const { paidBy } = payment.batch;
    if (payment.status !== 'PAID' || payment.paidOn === null || paidBy === null) return refuse(notPaid());
    if (payment.claims.length > 0) return refuse(changedMeanwhile());
    if (payment.grant.handlers.includes(actor.staffId)) return refuse(ownHousehold());
    const paidOn = readStoredDate(payment.paidOn);
    const read = combineFields({
      bankReference: readBankReference(input.bankReference),
      reason: readRequiredText(input.reason, 'reason', 200),
      returnedOn: readHappenedDay(input.returnedOn, {
        field: 'returnedOn',
        what: { zh: '退汇日期', en: 'the day of the return' },
        today: localDateAt(at),
        restsOn: [{ on: paidOn, what: { zh: '付款日期', en: 'the day of the payment' } }],
        reason: { text: input.dateReason, field: 'dateReason' },
      }),
    });
    if (!read.ok) return read;
    const { bankReference, reason, returnedOn } = read.value;
    const row = { id: newEventId(), organizationPath: payment.organizationPath };
    await tx.returnClaim.create({
      data: {
        ...row,
        bookPath: payment.bookPath,
        paymentId: payment.id,
        bankReference,
        reason: keyring.seal(reason, wordsPlace('return_claim', 'reason', row)),
        paidBy,
        returnedOn: storedDate(returnedOn.on),
        dateReason: sealWords(keyring, returnedOn.reason, wordsPlace('return_claim', 'date_reason', row)),
        recordedBy: actor.staffId,
        recordedByName: actor.name,
        recordedAt: at,
      },
    });
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'payment.return',
        recordType: 'Payment',
        recordId: payment.id,
        after: { bankReference, returnedOn: returnedOn.on },
      },
    ]);
    return ok(payment);
  });
}

function readBankReference(given: string): Result<string> {
  const reference = withoutSpaces(given).toUpperCase();
  return reference === '' || reference.length > 64 ? refuse(referenceMissing()) : ok(reference);
}
