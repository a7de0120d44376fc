import { z } from 'zod';
import type { Database } from '@nuangong/database';
import { archiveOf } from '@nuangong/documents/archive';
import {
  fileTypes,
  refusedBy,
  type FileRefusal,
  type FileRequest,
  type FileRoutes,
  type ServedFile,
} from '@nuangong/documents/serve';
import type { Keyring } from '@nuangong/sealing';
import type { Transaction } from '../../builder.ts';
import { withinTransaction } from '../../file-request.ts';
import { archiveVouchers, findVouchersOfBatch } from './archive-vouchers.ts';
import { gatherVouchers, type VoucherChoice } from './gather-vouchers.ts';
import { printVouchers } from './print-vouchers.ts';

const lastPlace = 1_000_000;
const range = z.object({
  from: z.coerce.number().int().min(1).max(lastPlace).catch(1),
  to: z.coerce.number().int().min(1).max(lastPlace).catch(lastPlace),
});

/**
 * GET /files/funds/vouchers/:id.pdf; /files/funds/batches/:id/vouchers.pdf with `?from=&to=` for large batches; and
 * /files/funds/batches/:id/vouchers.zip, all of a batch of any size.
 */
export function addVoucherRoutes(files: FileRoutes, database: Database<Transaction>, keyring: Keyring): void {
  const print = async (asked: FileRequest, choice: VoucherChoice): Promise<ServedFile | FileRefusal> => {
    const vouchers = await withinTransaction(database, asked, (request) => gatherVouchers(request, choice, keyring));
    if (!vouchers.ok) return refusedBy(vouchers.problems);
    const content = await printVouchers(vouchers.value);
    if (!content.ok) return refusedBy(content.problems);
    const name = `困难补助资金发放凭证-${vouchers.value[0]?.number ?? ''}.pdf`;
    return { name, type: fileTypes.pdf, size: content.value.length, content: content.value };
  };
  files.serve('/files/funds/vouchers/:id.pdf', 'voucher.read', (asked) => print(asked, { voucherId: asked.id }));
  files.serve('/files/funds/batches/:id/vouchers.pdf', 'voucher.read', (asked) =>
    print(asked, { batchId: asked.id, ...range.parse(asked.query) }),
  );
  files.serve('/files/funds/batches/:id/vouchers.zip', 'voucher.read', async (asked) => {
    const batch = await withinTransaction(database, asked, ({ tx }) => findVouchersOfBatch(tx, asked.id));
    if (!batch.ok) return refusedBy(batch.problems);
    const gather = (from: number, to: number) =>
      withinTransaction(database, asked, (request) =>
        gatherVouchers(request, { batchId: asked.id, from, to }, keyring),
      );
    return archiveOf(`困难补助资金发放凭证-${batch.value.number}.zip`, archiveVouchers(batch.value, gather));
  });
}
