import { recordAudit } from '@nuangong/database';
import { fen, isUuid, ok, problem, refuse, sumFen, type Problem, type Result } from '@nuangong/primitives';
import type { Keyring } from '@nuangong/sealing';
import { notFound } from '@nuangong/subgraph';
import { batchNumber } from '../disbursement/batch.ts';
import type { FileRequest } from '../file-request.ts';
import { openPayee } from '../grant/payee.ts';
import { anotherBook } from '../ledger/book.ts';
import type { FileBatch } from './payment-file.ts';

const notApproved = (): Problem =>
  problem('NOT_APPROVED', {
    zh: '批次审批通过后才能生成发放文件',
    en: 'The payment file can be made once the batch is approved.',
  });

const allReturned = (): Problem =>
  problem('ALL_RETURNED', {
    zh: '本批款项已全部退汇，没有要发放的；更正账号后编入新的批次',
    en: 'Every payment of this batch was returned. Correct the accounts and put them into a new batch.',
  });

/**
 * Gathers what the bank is told of an approved batch, payees opened; leaves an audit entry of having been read. What the
 * bank returned is left out: sent again, it would be paid again.
 */
export async function gatherPayments(
  request: FileRequest,
  batchId: string,
  keyring: Keyring,
): Promise<Result<FileBatch>> {
  const { tx, actor } = request;
  const missing = refuse(notFound({ zh: '发放批次', en: 'batch' }));
  if (!isUuid(batchId)) return missing;
  const batch = await tx.disbursementBatch.findUnique({
    where: { id: batchId },
    include: { payments: { where: { status: { not: 'RETURNED' } }, include: { grant: true }, orderBy: { place: 'asc' } } },
  });
  if (batch === null) return missing;
  if (batch.organizationPath !== actor.scope) return refuse(anotherBook());
  if (batch.status !== 'APPROVED' && batch.status !== 'PAID') return refuse(notApproved());
  if (batch.payments.length === 0) return refuse(allReturned());
  await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, request.requestId, [
    {
      action: 'payment-file.download',
      recordType: 'DisbursementBatch',
      recordId: batch.id,
      after: { payments: batch.payments.length, totalFen: sumFen(batch.payments.map(({ amountFen }) => fen(amountFen))) },
    },
  ]);
  const payments = await Promise.all(
    batch.payments.map(async ({ place, amountFen, grant }) => {
      const payee = await openPayee(keyring, grant.sealedPayee, grant);
      return {
        place,
        payeeName: payee.name,
        bankAccount: payee.bankAccount,
        identityNumber: payee.identityNumber,
        amount: fen(amountFen),
        purpose: grant.purpose,
      };
    }),
  );
  return ok({ number: batchNumber(batch.month, batch.number), payments });
}
