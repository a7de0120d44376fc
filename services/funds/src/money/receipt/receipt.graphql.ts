import { readStoredDate } from '@nuangong/database';
import { isUuid, type Result } from '@nuangong/primitives';
import { requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { commandOf } from '../../command.ts';
import { FundType } from '../fund/fund.graphql.ts';
import { entryNumber } from '../../ledger/ledger/journal-entry.ts';
import { PendingEntryType } from '../pending-entry/pending-entry.graphql.ts';
import { recordReceipt, type RecordedReceipt } from './record-receipt.ts';

export const ReceiptType = builder.prismaObject('Receipt', {
  description: 'Income of a fund, with its payer and its entry.',
  fields: (t) => ({
    id: t.exposeID('id'),
    fund: t.relation('fund', { description: 'The fund that received it.' }),
    amount: t.expose('amountFen', { type: 'Yuan', description: 'The amount received.' }),
    payer: t.exposeString('payer', { description: 'The payer.' }),
    receivedOn: t.field({
      type: 'LocalDate',
      description: 'The day on which it was received; not in the future.',
      select: { receivedOn: true },
      resolve: (receipt) => readStoredDate(receipt.receivedOn),
    }),
    dateReason: t.exposeString('dateReason', { nullable: true, description: 'Why its day is unusually early' }),
    memo: t.exposeString('memo', { nullable: true, description: 'The memo (摘要); null if there is none.' }),
    allocationId: t.exposeID('allocationId', { nullable: true }),
    entryNumber: t.string({
      description: 'The number of its journal entry; empty if it is not posted.',
      select: { entry: { select: { month: true, number: true } } },
      resolve: ({ entry }) => entryNumber(entry.month, entry.number),
    }),
  }),
});

builder.prismaObjectField(FundType, 'receipts', (t) =>
  t.relation('receipts', {
    query: { orderBy: [{ receivedOn: 'desc' }, { id: 'desc' }], take: 200 },
    description: 'Its receipts, latest first; at most 200.',
  }),
);

builder.queryField('receipt', (t) =>
  t.prismaField({
    type: 'Receipt',
    nullable: true,
    description: 'One receipt.',
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
    amount: t.field({ type: 'Yuan', required: true, description: 'The amount received.' }),
    payer: t.string({ required: true, description: 'The payer.' }),
    receivedOn: t.field({
      type: 'LocalDate',
      required: true,
      description: 'The day on which it was received; not in the future.',
    }),
    dateReason: t.string({ description: 'Why a day before last year is right; kept with it.' }),
    memo: t.string({ description: 'The memo (摘要); null if there is none.' }),
    idempotencyKey: t.string({
      required: true,
      description: 'A key chosen by the form: if it is sent twice, the record is made once.',
    }),
    document: t.string({
      description: 'The number of the supporting document (文号、凭据号); required above the limit.',
    }),
  }),
});

const RecordReceiptResult = builder.objectRef<Result<RecordedReceipt>>('RecordReceiptResult').implement({
  description: 'The result of recording: the receipt, or the entry awaiting the head of finance.',
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
    receipt: t.field({
      type: ReceiptType,
      nullable: true,
      description: 'The receipt; null if it awaits confirmation or was refused.',
      resolve: (result) => (result.ok ? result.value.receipt : null),
    }),
    waiting: t.field({
      description: 'The entry above the limit: nothing is posted until the head of finance confirms it.',
      type: PendingEntryType,
      nullable: true,
      resolve: (result) => (result.ok ? result.value.waiting : null),
    }),
  }),
});

builder.mutationField('recordReceipt', (t) =>
  t.field({
    type: RecordReceiptResult,
    description: 'Records money received in a fund; above the limit the head of finance must confirm it first.',
    args: { input: t.arg({ type: RecordReceiptInput, required: true }) },
    resolve: (_root, { input }, context) => recordReceipt(commandOf(context), input),
  }),
);
