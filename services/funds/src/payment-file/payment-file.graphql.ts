import { describedValues, loadManyBy } from '@nuangong/subgraph';
import { builder, type FundsContext } from '../builder.ts';
import type { PaymentFile } from '../generated/prisma/client.ts';

type PaymentFileFormat = 'xlsx' | 'csv';

/** A payment file that was made, and whether it says something else than the one made before it. */
export interface MadePaymentFile extends PaymentFile {
  readonly contentChanged: boolean;
}

const PaymentFileFormatEnum = builder.enumType('PaymentFileFormat', {
  description: 'The format of a payment file, as its name ends.',
  values: describedValues<PaymentFileFormat>({ xlsx: 'A workbook.', csv: 'Text with commas.' }),
});

export const PaymentFileType = builder.objectRef<MadePaymentFile>('PaymentFile').implement({
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

/** The payment files of a batch, the latest first. */
export const loadPaymentFiles = loadManyBy<FundsContext, MadePaymentFile>(
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
