import { z } from 'zod';
import type { Database } from '@nuangong/database';
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
import { gatherVouchers, type VoucherChoice } from './gather-vouchers.ts';
import { printVouchers } from './print-vouchers.ts';

const lastPlace = 1_000_000;
const range = z.object({
  from: z.coerce.number().int().min(1).max(lastPlace).catch(1),
  to: z.coerce.number().int().min(1).max(lastPlace).catch(lastPlace),
});

/** GET /files/funds/vouchers/:id.pdf, and /files/funds/batches/:id/vouchers.pdf with `?from=&to=` for large batches. */
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
}
