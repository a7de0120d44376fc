import { describedValues, loadManyBy } from '@nuangong/subgraph';
import { builder, type FundsContext } from '../../builder.ts';
import { BatchType } from '../disbursement/batch.graphql.ts';
import { readsFindings } from '../written-words/reads-findings.ts';
import type { PaymentFile } from '../../generated/prisma/client.ts';

type PaymentFileFormat = 'xlsx' | 'csv';

/** A generated payment file, and whether its content differs from the one made before it. */
export interface MadePaymentFile extends PaymentFile {
  readonly contentChanged: boolean;
}

const PaymentFileFormatEnum = builder.enumType('PaymentFileFormat', {
  description: 'The format of a payment file, as in its file extension.',
  values: describedValues<PaymentFileFormat>({ xlsx: 'A workbook.', csv: 'Comma-separated text.' }),
});

const PaymentFileType = builder.objectRef<MadePaymentFile>('PaymentFile').implement({
  description: 'A payment file generated for a batch (发放文件): by whom, when, and its digest.',
  fields: (t) => ({
    id: t.exposeID('id'),
    format: t.field({
      type: PaymentFileFormatEnum,
      description: 'The file format.',
      resolve: ({ format }) => format as PaymentFileFormat,
    }),
    digest: t.string({
      description: 'The SHA-256 of its bytes, in hexadecimal digits.',
      resolve: ({ digest }) => Buffer.from(digest).toString('hex'),
    }),
    contentChanged: t.exposeBoolean('contentChanged', {
      description: 'Whether its content differs from the previous one, for example after an account was corrected.',
    }),
    madeBy: t.exposeString('madeByName', { description: 'Who generated it, under the name they had at that time.' }),
    madeAt: t.field({ type: 'Instant', description: 'When it was generated.', resolve: ({ madeAt }) => madeAt }),
  }),
});

/** The payment files of a batch, latest first. */
const loadPaymentFiles = loadManyBy<FundsContext, MadePaymentFile>(
  (file) => file.batchId,
  async (context, batchIds) => {
    const files = await context.tx.paymentFile.findMany({
      where: { batchId: { in: batchIds } },
      orderBy: { id: 'asc' },
    });
    const last = new Map<string, string>();
    const made = files.map((file) => {
      const says = `${file.bank} ${Buffer.from(file.contentDigest).toString('hex')}`;
      const before = last.get(file.batchId);
      last.set(file.batchId, says);
      return { ...file, contentChanged: before !== undefined && before !== says };
    });
    return made.toReversed();
  },
);

builder.prismaObjectFields(BatchType, (t) => ({
  paymentFiles: t.field({
    type: [PaymentFileType],
    description: 'Its generated payment files, latest first; visible to those who generate them.',
    select: { id: true },
    resolve: async ({ id }, _arguments, context) =>
      readsFindings(context.actor) ? [...(await loadPaymentFiles(context, id))] : [],
  }),
  paymentFileCheckUrl: t.string({
    description:
      'The path to which a file is posted (POST, application/octet-stream) to verify that it is one of them, unchanged.',
    select: { id: true },
    resolve: ({ id }) => `/files/funds/batches/${id}/payment-file-check`,
  }),
  paymentFileUrl: t.string({
    description:
      'The path of the bank’s payment file (发放文件) as a workbook, relative to the gateway; each download is kept.',
    select: { id: true },
    resolve: ({ id }) => `/files/funds/batches/${id}/payment-file.xlsx`,
  }),
  paymentFileCsvUrl: t.string({
    description: 'The same as CSV.',
    select: { id: true },
    resolve: ({ id }) => `/files/funds/batches/${id}/payment-file.csv`,
  }),
}));
