import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ok, problem, refuse } from '@nuangong/primitives';
import { writeCsvTable, writeTable, type Table } from '@nuangong/spreadsheet';
import { answerFile, answerJson, type FileParts } from '../../file-request.ts';
import type { RunningParts } from '../../running-parts.ts';
import { bankLayouts } from './bank-layout.ts';
import { findMadeFile } from './find-made-file.ts';
import { findBatchOfFile, gatherPayments, type GatheredBatch } from './gather-payments.ts';
import { keepPaymentFile } from './keep-payment-file.ts';
import { paymentTable } from './payment-file.ts';

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
type Format = keyof typeof writers;

const parameters = z.object({ id: z.string(), format: z.enum(['xlsx', 'csv']) });
const options = z.object({ bank: z.string().default('default') });

/** The largest file that is compared, in bytes; the file of a batch of 50,000 payments has about 5 MB. */
const mostBytes = 32 * 1024 * 1024;

/**
 * GET /files/funds/batches/:id/payment-file.xlsx and .csv, in the columns of `?bank=`; each file is recorded by its
 * digest. POST /files/funds/batches/:id/payment-file-check answers which of them the sent bytes are identical to, if
 * any.
 */
export function addPaymentFileRoutes(
  server: FastifyInstance,
  parts: FileParts,
  { keyring, clock }: RunningParts,
): void {
  server.get('/files/funds/batches/:id/payment-file.:format(xlsx|csv)', (request, reply) => {
    const { id, format } = parameters.parse(request.params);
    const { bank } = options.parse(request.query);
    const layout = Object.hasOwn(bankLayouts, bank) ? bankLayouts[bank] : undefined;
    const tableOf = (batch: GatheredBatch): Table => paymentTable(batch, layout ?? { name: '', columns: [] });
    return answerFile(parts, 'payment-file.download', request, reply, {
      gather: async (asked) => (layout === undefined ? refuse(bankUnknown()) : gatherPayments(asked, id, keyring)),
      make: async (batch) =>
        ok({
          name: `发放文件-${batch.number}.${format}`,
          type: writers[format].type,
          bytes: await bytesOf(tableOf(batch), format),
        }),
      keep: (asked, batch, { bytes }) =>
        keepPaymentFile(asked, clock(), { batchId: batch.batchId, format, bank, bytes, table: tableOf(batch) }),
    });
  });
  addCheckRoute(server, parts);
}

function addCheckRoute(server: FastifyInstance, parts: FileParts): void {
  server.register(async (within) => {
    within.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: mostBytes },
      (_request, body, done) => done(null, body),
    );
    within.post(
      '/files/funds/batches/:id/payment-file-check',
      { bodyLimit: mostBytes },
      (request: FastifyRequest, reply: FastifyReply) =>
        answerJson(parts, 'payment-file.download', request, reply, async (asked) => {
          const { id } = z.object({ id: z.string() }).parse(request.params);
          const found = await findBatchOfFile(asked, id);
          if (!found.ok) return found;
          const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
          return ok({ made: await findMadeFile(asked.tx, found.value.id, bytes) });
        }),
    );
  });
}

const bankUnknown = () => {
  const known = Object.keys(bankLayouts).join('、');
  return problem(
    'BANK_UNKNOWN',
    { zh: `没有这家银行的列格式，可选：${known}`, en: `No columns for this bank; there are: ${known}.` },
    'bank',
  );
};

async function bytesOf(table: Table, format: Format): Promise<Buffer> {
  const directory = await mkdtemp(join(tmpdir(), 'nuangong-payment-file-'));
  try {
    const path = join(directory, `payments.${format}`);
    await writers[format].write(path, table);
    return await readFile(path);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
