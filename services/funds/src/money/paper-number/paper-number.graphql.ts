import { permits } from '@nuangong/access';
import { builder } from '../../builder.ts';
import { findPapers, type FoundPaper } from './find-papers.ts';
import { readPaperNumber, type PaperNumber } from './paper-number.ts';

const NumberedPaper = builder.enumType('NumberedPaper', {
  description: 'A kind of paper that carries a number without gaps.',
  values: {
    VOUCHER: { description: 'A voucher (困难补助资金发放凭证): `510101-202612-000001`.' },
    BATCH: { description: 'A disbursement batch: `FF-202612-001`.' },
    ALLOCATION: { description: 'An allocation: `BK-5101-202612-0001`.' },
  } satisfies Record<PaperNumber['paper'], { readonly description: string }>,
});

const FoundPaperType = builder.objectRef<FoundPaper>('FoundPaper').implement({
  description: 'A paper found by its number.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the voucher, batch or allocation.' }),
    paper: t.expose('paper', { type: NumberedPaper, description: 'What it is.' }),
    number: t.exposeString('number', { description: 'The number as it is printed.' }),
    organizationName: t.exposeString('organizationName', {
      description: 'Whose voucher or batch it is; who receives the allocation.',
    }),
    amount: t.expose('amount', { type: 'Yuan', description: 'The amount on it.' }),
  }),
});

/** What a reader needs to open each kind. */
const permissionFor = { VOUCHER: 'voucher.read', BATCH: 'batch.read', ALLOCATION: 'fund.read' } as const;

builder.queryField('papersByNumber', (t) =>
  t.field({
    type: [FoundPaperType],
    description:
      'Vouchers, batches and allocations by their whole printed number, the reader’s own first; empty if there is none to see. After a batch’s number a part of the organisation’s name may follow.',
    args: { number: t.arg.string({ required: true, description: 'As printed: `510101-202612-000001`.' }) },
    resolve: async (_root, { number }, context) => {
      const wanted = readPaperNumber(number);
      if (wanted === undefined || !permits(context.actor.roles, permissionFor[wanted.paper])) return [];
      return [...(await findPapers(context.tx, wanted))];
    },
  }),
);
