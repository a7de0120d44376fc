import type { Transaction } from '../../builder.ts';
import { digestOf } from './keep-payment-file.ts';

/** The payment file of a batch that some bytes are identical to. */
export interface FoundFile {
  readonly format: string;
  readonly madeBy: string;
  readonly madeAt: Date;
}

/**
 * Finds the payment file of a batch that is identical to these bytes; null when there is none, because the file was
 * changed or is another one.
 */
export async function findMadeFile(tx: Transaction, batchId: string, bytes: Buffer): Promise<FoundFile | null> {
  const made = await tx.paymentFile.findFirst({
    where: { batchId, digest: digestOf(bytes) },
    orderBy: { id: 'desc' },
  });
  return made === null ? null : { format: made.format, madeBy: made.madeByName, madeAt: made.madeAt };
}
