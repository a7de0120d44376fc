import { createHash } from 'node:crypto';
import type { Table } from '@nuangong/spreadsheet';
import type { FileRequest } from '../../file-request.ts';

/** A generated payment file. */
export interface MadeFile {
  readonly batchId: string;
  readonly format: string;
  readonly bank: string;
  /** In bytes. */
  readonly size: number;
  /** The SHA-256 of its bytes. */
  readonly digest: Uint8Array<ArrayBuffer>;
  readonly table: Table;
}

/** Records who made which payment file of a batch and when, with the digests of its bytes and of its content. */
export async function keepPaymentFile(request: FileRequest, at: Date, file: MadeFile): Promise<void> {
  const { tx, actor } = request;
  await tx.paymentFile.create({
    data: {
      organizationPath: actor.scope,
      batchId: file.batchId,
      format: file.format,
      bank: file.bank,
      digest: file.digest,
      contentDigest: await digestOf([Buffer.from(wordsOf(file.table))]),
      size: file.size,
      madeBy: actor.staffId,
      madeByName: actor.name,
      madeAt: at,
    },
  });
}

/** The SHA-256 of bytes that come in pieces. */
export async function digestOf(bytes: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<Uint8Array<ArrayBuffer>> {
  const hash = createHash('sha256');
  for await (const piece of bytes) hash.update(piece);
  return Uint8Array.from(hash.digest());
}

/** The content of a table, independent of the file format. */
function wordsOf({ columns, rows }: Table): string {
  return JSON.stringify(
    [columns.map(({ heading }) => heading), ...(rows as Iterable<unknown>)],
    (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
  );
}
