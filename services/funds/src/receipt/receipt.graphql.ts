import { readStoredDate } from '@nuangong/database';
import { isUuid, type Result } from '@nuangong/primitives';
import { requirePermission } from '@nuangong/subgraph';
import { builder } from '../builder.ts';
import { commandOf } from '../command.ts';
import { FundType } from '../fund/fund.graphql.ts';
import { entryNumber } from '../ledger/journal-entry.ts';
import { PendingEntryType } from '../pending-entry/pending-entry.graphql.ts';
import { recordReceipt, type RecordedReceipt } from './record-receipt.ts';

export const ReceiptType = builder.prismaObject('Receipt', {
  description: 'Income of a fund, with its payer and its entry.',
  fields: (t) => ({
    id: t.exposeID('id'),
    fund: t.relation('fund'),
    amount: t.expose('amountFen', { type: 'Yuan' }),
    payer: t.exposeString('payer'),
    receivedOn: t.field({
      type: 'LocalDate',
      select: { receivedOn: true },
      resolve: (receipt) => readStoredDate(receipt.receivedOn),
    }),
    dateReason: t.exposeString('dateReason', { nullable: true, description: 'Why its day lies where it does' }),
    memo: t.exposeString('memo', { nullable: true }),
    allocationId: t.exposeID('allocationId', { nullable: true }),
    entryNumber: t.string({
      select: { entry: { select: { month: true, number: true } } },
      resolve: ({ entry }) => entryNumber(entry.month, entry.number),
    }),
  }),
});

builder.prismaObjectField(FundType, 'receipts', (t) =>
  t.relation('receipts', { query: { orderBy: [{ receivedOn: 'desc' }, { id: 'desc' }], take: 200 } }),
);

builder.queryField('receipt', (t) =>
  t.prismaField({
    type: 'Receipt',
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) => {
      requirePermission(context, 'fund.read');
      return isUuid(id) ? context.tx.receipt.findUnique({ ...query, where: { id } }) : null;
    },
  }),
);

const RecordReceiptInput = builder.inputType('RecordReceiptInput', {
  fields: (t) => ({
    fundId: t.id({ required: true }),
    amount: t.field({ type: 'Yuan', required: true }),
    payer: t.string({ required: true }),
    receivedOn: t.field({ type: 'LocalDate', required: true }),
    dateReason: t.string({ description: 'Why a day of before last year is right; kept with it.' }),
    memo: t.string(),
    idempotencyKey: t.string({ required: true }),
    document: t.string({ description: 'The number of the document that it rests on (文号、凭据号); required above the limit.' }),
  }),
});

const RecordReceiptResult = builder.objectRef<Result<RecordedReceipt>>('RecordReceiptResult').implement({
  description: 'What recording came to: the receipt, or the entry that waits for the head of finance.',
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
    receipt: t.field({
      type: ReceiptType,
      nullable: true,
      resolve: (result) => (result.ok ? result.value.receipt : null),
    }),
    waiting: t.field({
      description: 'Above the limit: nothing is booked until the head of finance has confirmed it.',
      type: PendingEntryType,
      nullable: true,
      resolve: (result) => (result.ok ? result.value.waiting : null),
    }),
  }),
});

builder.mutationField('recordReceipt', (t) =>
  t.field({
    type: RecordReceiptResult,
    args: { input: t.arg({ type: RecordReceiptInput, required: true }) },
    resolve: (_root, { input }, context) => recordReceipt(commandOf(context), input),
  }),
);
