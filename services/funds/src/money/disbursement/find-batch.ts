import { isUuid, ok, refuse, type Result } from '@nuangong/primitives';
import { notFound } from '@nuangong/subgraph';
import type { Transaction } from '../../builder.ts';
import type { DisbursementBatch } from '../../generated/prisma/client.ts';
import { lockBook } from '../../ledger/ledger/post-entry.ts';

/** Finds the batch of a command and locks its book, so that its state does not change until the transaction ends. */
export async function findBatchToDecide(tx: Transaction, id: string): Promise<Result<DisbursementBatch>> {
  const missing = refuse(notFound({ zh: '发放批次', en: 'batch' }, 'batchId'));
  if (!isUuid(id)) return missing;
  const seen = await tx.disbursementBatch.findUnique({ where: { id } });
  if (seen === null) return missing;
  await lockBook(tx, seen.organizationPath);
  return ok(await tx.disbursementBatch.findUniqueOrThrow({ where: { id } }));
}
