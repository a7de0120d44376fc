import type { Transaction } from '../../builder.ts';

/** The payment file of a batch that some bytes are identical to. */
export interface FoundFile {
  readonly format: string;
  readonly madeBy: string;
  readonly madeAt: Date;
}

/**
 * Finds the payment file of a batch with this SHA-256; null when there is none, because the file was
 * changed or is another one.
 */
export async function findMadeFile(
  tx: Transaction,
  batchId: string,
  digest: Uint8Array<ArrayBuffer>,
): Promise<FoundFile | null> {
  const made = await tx.paymentFile.findFirst({
    where: { batchId, digest },
    orderBy: { id: 'desc' },
  });
  return made === null ? null : { format: made.format, madeBy: made.madeByName, madeAt: made.madeAt };
}
