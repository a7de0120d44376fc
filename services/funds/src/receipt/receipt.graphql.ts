import { readStoredDate } from '@nuangong/database';
import { isUuid } from '@nuangong/primitives';
import { commandResult, requirePermission } from '@nuangong/subgraph';
import { builder } from '../builder.ts';
import { commandOf } from '../command.ts';
import { FundType } from '../fund/fund.graphql.ts';
import { entryNumber } from '../ledger/journal-entry.ts';
import { recordReceipt } from './record-receipt.ts';

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
  }),
});

const RecordReceiptResult = commandResult(builder, 'RecordReceiptResult', 'receipt', ReceiptType);

builder.mutationField('recordReceipt', (t) =>
  t.field({
    type: RecordReceiptResult,
    args: { input: t.arg({ type: RecordReceiptInput, required: true }) },
    resolve: (_root, { input }, context) => recordReceipt(commandOf(context), input),
  }),
);
