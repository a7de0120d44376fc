import { readStoredDate } from '@nuangong/database';
import { isUuid } from '@nuangong/primitives';
import { commandResult, loadOneBy, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder, type FundsContext } from '../builder.ts';
import { commandOf } from '../command.ts';
import type { DisbursementBatch, Prisma } from '../generated/prisma/client.ts';
import { GrantPart, partsOf, partsQuery } from '../grant/grant.graphql.ts';
import { approveBatch } from './approve-batch.ts';
import { batchNumber, batchStatuses, reasonLocked } from './batch.ts';
import { payBatch } from './pay-batch.ts';
import { prepareBatch } from './prepare-batch.ts';
import { returnBatch } from './return-batch.ts';

const PaymentPage = builder
  .objectRef<{ batchId: string; page: { skip: number; take: number } }>('PaymentPage')
  .implement({
    fields: (t) => ({
      items: t.prismaField({
        type: ['Payment'],
        resolve: (query, { batchId, page }, _arguments, context) =>
          context.tx.payment.findMany({ ...query, where: { batchId }, ...page, orderBy: { place: 'asc' } }),
      }),
      total: t.int({ resolve: ({ batchId }, _arguments, context) => context.tx.payment.count({ where: { batchId } }) }),
    }),
  });

export const BatchType = builder.prismaObject('DisbursementBatch', {
  description: 'Payments made together (发放批次): prepared by one person, approved by another, paid at once.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.string({
      select: { month: true, number: true },
      resolve: (batch) => batchNumber(batch.month, batch.number),
    }),
    status: t.exposeString('status'),
    organizationName: t.exposeString('organizationName'),
    campaignId: t.exposeID('campaignId', { nullable: true }),
    total: t.expose('totalFen', { type: 'Yuan' }),
    paymentCount: t.exposeInt('paymentCount'),
    parts: t.field({
      type: [GrantPart],
      select: { parts: partsQuery },
      resolve: ({ parts }) => partsOf(parts),
    }),
    preparedBy: t.exposeString('preparedByName'),
    preparedAt: t.expose('preparedAt', { type: 'Instant' }),
    approvedBy: t.exposeString('approvedByName', { nullable: true }),
    approvedAt: t.expose('approvedAt', { type: 'Instant', nullable: true }),
    returnedBy: t.exposeString('returnedByName', { nullable: true }),
    returnReason: t.exposeString('returnReason', { nullable: true }),
    paidBy: t.exposeString('paidByName', { nullable: true }),
    paidAt: t.expose('paidAt', { type: 'Instant', nullable: true }),
    paidOn: t.field({
      type: 'LocalDate',
      nullable: true,
      select: { paidOn: true },
      resolve: (batch) => (batch.paidOn === null ? null : readStoredDate(batch.paidOn)),
    }),
    payments: t.field({
      type: PaymentPage,
      args: { page: t.arg.int(), perPage: t.arg.int() },
      select: { id: true },
      resolve: (batch, page) => ({ batchId: batch.id, page: pageOf(page) }),
    }),
    lockedForMe: t.boolean({
      description: 'Whether the next step is closed to whoever asks.',
      select: { status: true, preparedBy: true, organizationPath: true },
      resolve: (batch, _arguments, context) => reasonLocked(batch, context.actor) !== undefined,
    }),
    lockReason: t.string({
      nullable: true,
      select: { status: true, preparedBy: true, organizationPath: true },
      resolve: (batch, _arguments, context) => reasonLocked(batch, context.actor)?.[context.language] ?? null,
    }),
    paymentFileUrl: t.string({
      select: { id: true },
      resolve: ({ id }) => `/files/funds/batches/${id}/payment-file.xlsx`,
    }),
    paymentFileCsvUrl: t.string({
      select: { id: true },
      resolve: ({ id }) => `/files/funds/batches/${id}/payment-file.csv`,
    }),
    vouchersUrl: t.string({ select: { id: true }, resolve: ({ id }) => `/files/funds/batches/${id}/vouchers.pdf` }),
  }),
});

const loadBatch = loadOneBy<FundsContext, DisbursementBatch>(
  (batch) => batch.id,
  (context, ids) => context.tx.disbursementBatch.findMany({ where: { id: { in: ids.filter(isUuid) } } }),
);

builder.asEntity(BatchType, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'fund.read');
    return (await loadBatch(context, id)) ?? null;
  },
});

const DisbursementBatchPage = builder
  .objectRef<{ where: Prisma.DisbursementBatchWhereInput; page: { skip: number; take: number } }>(
    'DisbursementBatchPage',
  )
  .implement({
    fields: (t) => ({
      items: t.prismaField({
        type: ['DisbursementBatch'],
        resolve: (query, { where, page }, _arguments, context) =>
          context.tx.disbursementBatch.findMany({ ...query, where, ...page, orderBy: { preparedAt: 'desc' } }),
      }),
      total: t.int({
        resolve: ({ where }, _arguments, context) => context.tx.disbursementBatch.count({ where }),
      }),
    }),
  });

const BatchFilter = builder.inputType('BatchFilter', {
  fields: (t) => ({ status: t.string(), campaignId: t.id(), own: t.boolean() }),
});

builder.queryField('batch', (t) =>
  t.prismaField({
    type: 'DisbursementBatch',
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) => {
      requirePermission(context, 'fund.read');
      return isUuid(id) ? context.tx.disbursementBatch.findUnique({ ...query, where: { id } }) : null;
    },
  }),
);

builder.queryField('batches', (t) =>
  t.field({
    type: DisbursementBatchPage,
    args: { filter: t.arg({ type: BatchFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'fund.read');
      const status = batchStatuses.find((each) => each === filter?.status);
      const where: Prisma.DisbursementBatchWhereInput = {
        ...(status && { status }),
        ...(filter?.campaignId && isUuid(filter.campaignId) && { campaignId: filter.campaignId }),
        ...(filter?.own === true && { organizationPath: context.actor.scope }),
      };
      return { where, page: pageOf(page) };
    },
  }),
);

const PrepareBatchInput = builder.inputType('PrepareBatchInput', {
  fields: (t) => ({ campaignId: t.id(), grantIds: t.idList() }),
});
const ApproveBatchInput = builder.inputType('ApproveBatchInput', {
  fields: (t) => ({ batchId: t.id({ required: true }) }),
});
const ReturnBatchInput = builder.inputType('ReturnBatchInput', {
  fields: (t) => ({ batchId: t.id({ required: true }), reason: t.string({ required: true }) }),
});
const PayBatchInput = builder.inputType('PayBatchInput', {
  fields: (t) => ({ batchId: t.id({ required: true }), paidOn: t.field({ type: 'LocalDate' }) }),
});

const PrepareBatchResult = commandResult(builder, 'PrepareBatchResult', 'batch', BatchType);
const ApproveBatchResult = commandResult(builder, 'ApproveBatchResult', 'batch', BatchType);
const ReturnBatchResult = commandResult(builder, 'ReturnBatchResult', 'batch', BatchType);
const PayBatchResult = commandResult(builder, 'PayBatchResult', 'batch', BatchType);

builder.mutationFields((t) => ({
  prepareBatch: t.field({
    type: PrepareBatchResult,
    args: { input: t.arg({ type: PrepareBatchInput, required: true }) },
    resolve: (_root, { input }, context) => prepareBatch(commandOf(context), input),
  }),
  approveBatch: t.field({
    type: ApproveBatchResult,
    args: { input: t.arg({ type: ApproveBatchInput, required: true }) },
    resolve: (_root, { input }, context) => approveBatch(commandOf(context), input),
  }),
  returnBatch: t.field({
    type: ReturnBatchResult,
    args: { input: t.arg({ type: ReturnBatchInput, required: true }) },
    resolve: (_root, { input }, context) => returnBatch(commandOf(context), input),
  }),
  payBatch: t.field({
    type: PayBatchResult,
    args: { input: t.arg({ type: PayBatchInput, required: true }) },
    resolve: (_root, { input }, context) => payBatch(commandOf(context), input),
  }),
}));
