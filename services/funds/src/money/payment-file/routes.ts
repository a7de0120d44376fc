import { z } from 'zod';
import type { Database } from '@nuangong/database';
import { fileTypes, isRefusal, refusedBy, tooLarge, type FileRoutes } from '@nuangong/documents/serve';
import { writeForAnswer } from '@nuangong/documents/store';
import { problem } from '@nuangong/primitives';
import { writeCsvTable, writeTable, type Table } from '@nuangong/spreadsheet';
import type { Transaction } from '../../builder.ts';
import { withinTransaction } from '../../file-request.ts';
import type { RunningParts } from '../../running-parts.ts';
import { bankLayouts } from './bank-layout.ts';
import { findMadeFile } from './find-made-file.ts';
import { findBatchOfFile, gatherPayments } from './gather-payments.ts';
import { digestOf, keepPaymentFile } from './keep-payment-file.ts';
import { paymentTable } from './payment-file.ts';

const writers = {
  xlsx: writeTable,
  csv: (path: string, table: Table) => writeCsvTable(path, table, 'plain'),
} as const;

const formats = z.enum(['xlsx', 'csv']);
const options = z.object({ bank: z.string().default('default') });

/** The largest file that is compared, in bytes; the file of a batch of 50,000 payments has about 5 MB. */
const mostBytes = 32 * 1024 * 1024;

/**
 * GET /files/funds/batches/:id/payment-file.xlsx and .csv, in the columns of `?bank=`; each file is recorded by its
 * digest. POST /files/funds/batches/:id/payment-file-check answers which of them the sent bytes are identical to, if
 * any.
 */
export function addPaymentFileRoutes(
  files: FileRoutes,
  database: Database<Transaction>,
  { keyring, clock }: RunningParts,
): void {
  files.serve('/files/funds/batches/:id/payment-file.:format(xlsx|csv)', 'payment-file.download', async (asked) => {
    const format = formats.parse(asked.params['format']);
    const { bank } = options.parse(asked.query);
    const layout = Object.hasOwn(bankLayouts, bank) ? bankLayouts[bank] : undefined;
    if (layout === undefined) return refusedBy([bankUnknown()]);
    const gathered = await withinTransaction(database, asked, (request) => gatherPayments(request, asked.id, keyring));
    if (!gathered.ok) return refusedBy(gathered.problems);
    const { batchId, number } = gathered.value;
    const table = paymentTable(gathered.value, layout);
    const { content, size, sha256 } = await writeForAnswer((path) => writers[format](path, table));
    try {
      const made = { batchId, format, bank, size, digest: await sha256(), table };
      await withinTransaction(database, asked, (request) => keepPaymentFile(request, clock(), made));
    } catch (error) {
      // A file that could not be recorded is not sent.
      content.destroy();
      throw error;
    }
    return { name: `发放文件-${number}.${format}`, type: fileTypes[format], size, content };
  });
  files.accept('/files/funds/batches/:id/payment-file-check', 'payment-file.download', async (asked, receive) => {
    const batch = await withinTransaction(database, asked, (request) => findBatchOfFile(request, asked.id));
    if (!batch.ok) return refusedBy(batch.problems);
    const upload = await receive(mostBytes);
    if (isRefusal(upload)) return upload;
    const digest = await digestOf(upload.content);
    if (upload.isCut()) return tooLarge(mostBytes);
    const made = await withinTransaction(database, asked, ({ tx }) => findMadeFile(tx, batch.value.id, digest));
    return { status: 200, answer: { made } };
  });
}

const bankUnknown = () => {
  const known = Object.keys(bankLayouts).join('、');
  return problem(
    'BANK_UNKNOWN',
    { zh: `没有这家银行的列格式，可选：${known}`, en: `There is no column layout for this bank. Available: ${known}.` },
    'bank',
  );
};
