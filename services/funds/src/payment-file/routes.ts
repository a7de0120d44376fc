import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ok, problem, refuse } from '@nuangong/primitives';
import type { Keyring } from '@nuangong/sealing';
import { writeCsvTable, writeTable, type Table } from '@nuangong/spreadsheet';
import { answerFile, type FileParts, type SentFile } from '../file-request.ts';
import { bankLayouts } from './bank-layout.ts';
import { gatherPayments } from './gather-payments.ts';
import { paymentTable, type FileBatch } from './payment-file.ts';

const writers = {
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: writeTable,
  },
  csv: {
    type: 'text/csv; charset=utf-8',
    write: (path: string, table: Table) => writeCsvTable(path, table, 'plain'),
  },
} as const;

const parameters = z.object({ id: z.string(), format: z.enum(['xlsx', 'csv']) });
const options = z.object({ bank: z.string().default('default') });

/** GET /files/funds/batches/:id/payment-file.xlsx and .csv, in the columns of `?bank=`. */
export function addPaymentFileRoutes(server: FastifyInstance, parts: FileParts, keyring: Keyring): void {
  server.get('/files/funds/batches/:id/payment-file.:format(xlsx|csv)', (request, reply) => {
    const { id, format } = parameters.parse(request.params);
    const { bank } = options.parse(request.query);
    const layout = Object.hasOwn(bankLayouts, bank) ? bankLayouts[bank] : undefined;
    return answerFile(parts, 'payment-file.download', request, reply, {
      gather: async (asked) => {
        if (layout !== undefined) return gatherPayments(asked, id, keyring);
        const known = Object.keys(bankLayouts).join('、');
        return refuse(
          problem(
            'BANK_UNKNOWN',
            { zh: `没有这家银行的列格式，可选：${known}`, en: `No columns for this bank; there are: ${known}.` },
            'bank',
          ),
        );
      },
      make: async (batch: FileBatch) =>
        ok(await writeFile(batch, paymentTable(batch, layout ?? { name: '', columns: [] }), format)),
    });
  });
}

async function writeFile(batch: FileBatch, table: Table, format: keyof typeof writers): Promise<SentFile> {
  const { type, write } = writers[format];
  const directory = await mkdtemp(join(tmpdir(), 'nuangong-payment-file-'));
  try {
    const path = join(directory, `payments.${format}`);
    await write(path, table);
    return { name: `发放文件-${batch.number}.${format}`, type, bytes: await readFile(path) };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
