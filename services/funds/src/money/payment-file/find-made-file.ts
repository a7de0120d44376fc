import type { Transaction } from '../../builder.ts';
import { digestOf } from './keep-payment-file.ts';

/** Which payment file of a batch some bytes are. */
export interface FoundFile {
  readonly format: string;
  readonly madeBy: string;
  readonly madeAt: Date;
}

/** Finds the payment file of a batch that these very bytes are; null where none was made so: it was changed, or is another. */
export async function findMadeFile(tx: Transaction, batchId: string, bytes: Buffer): Promise<FoundFile | null> {
  const made = await tx.paymentFile.findFirst({
    where: { batchId, digest: digestOf(bytes) },
    orderBy: { id: 'desc' },
  });
  return made === null ? null : { format: made.format, madeBy: made.madeByName, madeAt: made.madeAt };
}
