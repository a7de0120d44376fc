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
  description: 'The format of a payment file, as its name ends.',
  values: describedValues<PaymentFileFormat>({ xlsx: 'A workbook.', csv: 'Text with commas.' }),
});

const PaymentFileType = builder.objectRef<MadePaymentFile>('PaymentFile').implement({
  description: 'A payment file of a batch that was made (发放文件): by whom, when, and its digest.',
  fields: (t) => ({
    id: t.exposeID('id'),
    format: t.field({
      type: PaymentFileFormatEnum,
      description: 'What kind of file it is.',
      resolve: ({ format }) => format as PaymentFileFormat,
    }),
    digest: t.string({
      description: 'The SHA-256 of its bytes, in hexadecimal digits.',
      resolve: ({ digest }) => Buffer.from(digest).toString('hex'),
    }),
    contentChanged: t.exposeBoolean('contentChanged', {
      description: 'Whether it says something else than the one made before it, as after a corrected account.',
    }),
    madeBy: t.exposeString('madeByName', { description: 'Who made it, by the name they had then.' }),
    madeAt: t.field({ type: 'Instant', description: 'When it was made.', resolve: ({ madeAt }) => madeAt }),
  }),
});

/** The payment files of a batch, latest first. */
const loadPaymentFiles = loadManyBy<FundsContext, MadePaymentFile>(
  (file) => file.batchId,
  async (context, batchIds) => {
    const files = await context.tx.paymentFile.findMany({
      where: { batchId: { in: [...batchIds] } },
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
    description: 'Each payment file that was made of it, the latest first; told to those who make them.',
    select: { id: true },
    resolve: async ({ id }, _arguments, context) =>
      readsFindings(context.actor) ? [...(await loadPaymentFiles(context, id))] : [],
  }),
  paymentFileCheckUrl: t.string({
    description: 'Where a file is sent (POST, application/octet-stream) to see whether it is one of them, unchanged.',
    select: { id: true },
    resolve: ({ id }) => `/files/funds/batches/${id}/payment-file-check`,
  }),
  paymentFileUrl: t.string({
    description:
      'Where to fetch the bank’s payment file (发放文件) as a workbook, below the address of the gateway; each is kept.',
    select: { id: true },
    resolve: ({ id }) => `/files/funds/batches/${id}/payment-file.xlsx`,
  }),
  paymentFileCsvUrl: t.string({
    description: 'The same as CSV.',
    select: { id: true },
    resolve: ({ id }) => `/files/funds/batches/${id}/payment-file.csv`,
  }),
}));
