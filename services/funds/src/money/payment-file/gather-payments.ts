import { recordAudit } from '@nuangong/database';
import { fen, isUuid, ok, problem, refuse, sumFen, type Problem, type Result } from '@nuangong/primitives';
import type { Keyring } from '@nuangong/sealing';
import { notFound } from '@nuangong/subgraph';
import type { Transaction } from '../../builder.ts';
import { batchNumber, findingsUnanswered, grantHeld } from '../disbursement/batch.ts';
import type { FileRequest } from '../../file-request.ts';
import type { DisbursementBatch, Prisma } from '../../generated/prisma/client.ts';
import { openPayee } from '../payee/payee.ts';
import { anotherBook } from '../../ledger/ledger/book.ts';
import type { FileBatch } from './payment-file.ts';

const notApproved = (): Problem =>
  problem('NOT_APPROVED', {
    zh: '批次复核通过后才能生成发放文件',
    en: 'The payment file can be generated once the batch is approved.',
  });

const allReturned = (): Problem =>
  problem('ALL_RETURNED', {
    zh: '本批款项已全部退汇，没有要发放的；更正账号后编入新的批次',
    en: 'All payments in this batch were returned. Correct the accounts and add them to a new batch.',
  });

/** A batch as its payment file shows it, with its identity. */
export interface GatheredBatch extends FileBatch {
  readonly batchId: string;
}

/** Finds the batch of a requested file, in the requester's book. */
export async function findBatchOfFile({ tx, actor }: FileRequest, batchId: string): Promise<Result<DisbursementBatch>> {
  const missing = refuse(notFound({ zh: '发放批次', en: 'batch' }));
  if (!isUuid(batchId)) return missing;
  const batch = await tx.disbursementBatch.findUnique({ where: { id: batchId } });
  if (batch === null) return missing;
  return batch.organizationPath === actor.scope ? ok(batch) : refuse(anotherBook());
}

/**
 * Reads what the bank needs to know of an approved batch, with payees opened; writes an audit entry for the reading.
 * Refuses while something in it is held or not yet seen. Leaves out what the bank returned: sent again, it would be
 * paid again.
 */
export async function gatherPayments(
  request: FileRequest,
  batchId: string,
  keyring: Keyring,
): Promise<Result<GatheredBatch>> {
  const { tx, actor } = request;
  const found = await findBatchOfFile(request, batchId);
  if (!found.ok) return found;
  const batch = found.value;
  if (batch.status !== 'APPROVED' && batch.status !== 'PAID') return refuse(notApproved());
  const obstacle = await obstacleOf(tx, batch.id);
  if (obstacle !== undefined) return refuse(obstacle);
  const stored = await tx.payment.findMany({
    where: { batchId: batch.id, status: { in: ['PENDING', 'PAID'] } },
    include: payees,
    orderBy: { place: 'asc' },
  });
  if (stored.length === 0) return refuse(allReturned());
  await recordAudit(tx, { actor, requestId: request.requestId }, [
    {
      action: 'payment-file.download',
      recordType: 'DisbursementBatch',
      recordId: batch.id,
      after: { payments: stored.length, totalFen: sumFen(stored.map(({ amountFen }) => fen(amountFen))) },
    },
  ]);
  const payments = await Promise.all(
    stored.map(async (payment) => {
      const { name, bankAccount, identityNumber } = await openPayee(keyring, payment);
      const { place, amountFen, grant } = payment;
      return { place, payeeName: name, bankAccount, identityNumber, amount: fen(amountFen), purpose: grant.purpose };
    }),
  );
  return ok({ batchId: batch.id, number: batchNumber(batch.month, batch.number), payments });
}

const payees = {
  grant: { select: { id: true, organizationPath: true, sealedPayee: true, purpose: true } },
  payeeNews: { select: { id: true, organizationPath: true, sealedPayee: true } },
} as const satisfies Prisma.PaymentInclude;

/** What prevents an approved batch from being paid, by the database's own rules. */
async function obstacleOf(tx: Transaction, batchId: string): Promise<Problem | undefined> {
  const [rules] = await tx.$queryRaw<readonly { held: boolean; unseen: boolean }[]>`
    select batch_has_held(${batchId}::uuid) as held, batch_has_unseen_news(${batchId}::uuid) as unseen`;
  if (rules?.held === true) return grantHeld();
  return rules?.unseen === true ? findingsUnanswered() : undefined;
}
