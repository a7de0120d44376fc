import { readStoredDate } from '@nuangong/database';
import { isUuid, type Bilingual } from '@nuangong/primitives';
import {
  describedValues,
  loadById,
  loadOneBy,
  orderOf,
  pageOf,
  requirePermission,
  type ListSorts,
} from '@nuangong/subgraph';
import { builder, type FundsContext } from '../../builder.ts';
import type { DisbursementBatch, Prisma } from '../../generated/prisma/client.ts';
import { GrantPart, partsOf, partsQuery } from '../grant/grant.graphql.ts';
import { readWordsIfAny, wordsPlace } from '../written-words/written-words.ts';
import { DisbursementBatchFinding, loadFindings } from './batch-finding.graphql.ts';
import { batchNumber, reasonLocked, type BatchState, type DisbursementBatchStatus } from './batch.ts';
import { readsFindings } from '../written-words/reads-findings.ts';

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

const lockedBy = { id: true, status: true, preparedBy: true, approvedBy: true, organizationPath: true } as const;

interface HandledRow {
  readonly batchId: string;
  readonly households: number;
}

/** How many households of a batch the reader has handled. */
const loadHandled = loadOneBy<FundsContext, HandledRow>(
  (row) => row.batchId,
  (context, ids) => context.tx.$queryRaw<HandledRow[]>`
    select p.batch_id::text as "batchId", count(distinct p.household_id)::integer as households
    from payment p join aid_grant g on g.id = p.grant_id
    where p.batch_id = any (${[...ids]}::uuid[]) and p.status = 'PENDING'
      and ${context.actor.staffId}::uuid = any (g.handlers)
    group by p.batch_id`,
);

async function reasonLockedFor(
  batch: BatchState & { readonly id: string },
  context: FundsContext,
): Promise<Bilingual | undefined> {
  const handled = await loadHandled(context, batch.id);
  return reasonLocked(batch, context.actor, handled?.households ?? 0);
}

const BatchStatusEnum = builder.enumType('DisbursementBatchStatus', {
  description: 'The status of a disbursement batch.',
  values: describedValues<DisbursementBatchStatus>({
    PREPARED: 'Prepared; awaiting approval by the head of finance (待复核).',
    APPROVED: 'Approved; awaiting payment (待发放).',
    PAID: 'Paid (已发放).',
    RETURNED: 'Returned; its grants wait for another batch (已退回).',
  }),
});

export const BatchType = builder.prismaObject('DisbursementBatch', {
  description: 'Payments made together (发放批次): prepared by one person, approved by another, and paid in one go.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.string({
      select: { month: true, number: true },
      resolve: (batch) => batchNumber(batch.month, batch.number),
    }),
    status: t.field({
      type: BatchStatusEnum,
      description: 'Its status.',
      select: { status: true },
      resolve: ({ status }) => status as DisbursementBatchStatus,
    }),
    organizationName: t.exposeString('organizationName'),
    campaignId: t.exposeID('campaignId', {
      nullable: true,
      description: 'The id of the campaign that it is for; null if it is for none.',
    }),
    total: t.expose('totalFen', { type: 'Yuan' }),
    paymentCount: t.exposeInt('paymentCount', { description: 'The number of payments.' }),
    parts: t.field({
      type: [GrantPart],
      description: 'The amount that each fund pays.',
      select: { parts: partsQuery },
      resolve: ({ parts }) => partsOf(parts),
    }),
    preparedBy: t.exposeString('preparedByName', {
      description: 'Who prepared it, under the name they had at that time.',
    }),
    preparedAt: t.expose('preparedAt', { type: 'Instant', description: 'When it was prepared.' }),
    approvedBy: t.exposeString('approvedByName', {
      nullable: true,
      description: 'Who approved it, under the name they had at that time; null before.',
    }),
    approvedAt: t.expose('approvedAt', {
      type: 'Instant',
      nullable: true,
      description: 'When it was approved; null before.',
    }),
    returnedBy: t.exposeString('returnedByName', {
      nullable: true,
      description: 'Who returned it; null if it was not returned.',
    }),
    returnReason: t.string({
      nullable: true,
      description: 'Why it was returned; for those who do the casework or pay.',
      select: { id: true, organizationPath: true, returnReason: true },
      resolve: (batch, _arguments, context) =>
        readWordsIfAny(context, batch.returnReason, wordsPlace('disbursement_batch', 'return_reason', batch)),
    }),
    paidBy: t.exposeString('paidByName', {
      nullable: true,
      description: 'Who recorded that it was paid; null before.',
    }),
    paidAt: t.expose('paidAt', {
      type: 'Instant',
      nullable: true,
      description: 'When it was recorded as paid; null before.',
    }),
    paidOn: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The day of payment; null before.',
      select: { paidOn: true },
      resolve: (batch) => (batch.paidOn === null ? null : readStoredDate(batch.paidOn)),
    }),
    dateReason: t.exposeString('dateReason', {
      nullable: true,
      description: 'Why a payment made before last year was recorded so late.',
    }),
    payments: t.field({
      type: PaymentPage,
      description: 'Its payments, in the order of the payment file.',
      args: { page: t.arg.int(), perPage: t.arg.int() },
      select: { id: true },
      resolve: (batch, page) => ({ batchId: batch.id, page: pageOf(page) }),
    }),
    heldPayments: t.relation('payments', {
      description: 'The number of payments on hold: the batch cannot be approved or paid until they are decided.',
      query: { where: { status: 'PENDING', grant: { holds: { some: { endedAt: null } } } }, orderBy: { place: 'asc' } },
    }),
    findings: t.field({
      type: [DisbursementBatchFinding],
      description: 'The findings to review before the batch is approved; visible to those who pay or read households.',
      select: { id: true, status: true },
      resolve: async ({ id, status }, _arguments, context) =>
        status !== 'RETURNED' && readsFindings(context.actor) ? [...((await loadFindings(context, id)) ?? [])] : [],
    }),
    lockedForMe: t.boolean({
      description: 'Whether the reader may not take the next step.',
      select: lockedBy,
      resolve: async (batch, _arguments, context) => (await reasonLockedFor(batch, context)) !== undefined,
    }),
    lockReason: t.string({
      nullable: true,
      select: lockedBy,
      resolve: async (batch, _arguments, context) =>
        (await reasonLockedFor(batch, context))?.[context.language] ?? null,
    }),
    vouchersUrl: t.string({
      description: 'The path of all its vouchers as one PDF, relative to the gateway.',
      select: { id: true },
      resolve: ({ id }) => `/files/funds/batches/${id}/vouchers.pdf`,
    }),
    rosterUrl: t.string({
      description: 'Where to fetch its real-name roster (实名制名册) as .xlsx in official layout, to be signed.',
      select: { id: true },
      resolve: ({ id }) => `/files/funds/batches/${id}/roster.xlsx`,
    }),
    vouchersArchiveUrl: t.string({
      description:
        'Where to fetch all its vouchers as one archive (.zip) of PDFs of 200 each, for a batch of any size.',
      select: { id: true },
      resolve: ({ id }) => `/files/funds/batches/${id}/vouchers.zip`,
    }),
  }),
});

const loadBatch = loadById<FundsContext, DisbursementBatch>((context, ids) =>
  context.tx.disbursementBatch.findMany({ where: { id: { in: ids } } }),
);

builder.asEntity(BatchType, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'batch.read');
    return (await loadBatch(context, id)) ?? null;
  },
});

type BatchSort = 'NUMBER' | 'TOTAL' | 'PREPARED';

const BatchSortEnum = builder.enumType('DisbursementBatchSort', {
  description: 'The column by which batches are sorted.',
  values: describedValues<BatchSort>({
    NUMBER: 'The number.',
    TOTAL: 'The total amount.',
    PREPARED: 'When it was prepared.',
  }),
});

const sorts: ListSorts<BatchSort, Prisma.DisbursementBatchOrderByWithRelationInput> = {
  NUMBER: (number) => ({ number }),
  TOTAL: (totalFen) => ({ totalFen }),
  PREPARED: (preparedAt) => ({ preparedAt }),
};

const DisbursementBatchPage = builder
  .objectRef<{
    where: Prisma.DisbursementBatchWhereInput;
    page: { skip: number; take: number };
    orderBy: Prisma.DisbursementBatchOrderByWithRelationInput[];
  }>('DisbursementBatchPage')
  .implement({
    fields: (t) => ({
      items: t.prismaField({
        type: ['DisbursementBatch'],
        resolve: (query, { where, page, orderBy }, _arguments, context) =>
          context.tx.disbursementBatch.findMany({ ...query, where, ...page, orderBy }),
      }),
      total: t.int({
        resolve: ({ where }, _arguments, context) => context.tx.disbursementBatch.count({ where }),
      }),
      sumAmount: t.field({
        type: 'Yuan',
        description: 'The total amount on all pages.',
        resolve: async ({ where }, _arguments, { tx }) =>
          (await tx.disbursementBatch.aggregate({ where, _sum: { totalFen: true } }))._sum.totalFen ?? 0n,
      }),
    }),
  });

const DisbursementBatchFilter = builder.inputType('DisbursementBatchFilter', {
  fields: (t) => ({
    status: t.field({ type: BatchStatusEnum, description: 'Only those with this status.' }),
    campaignId: t.id({ description: 'Those of this campaign.' }),
    own: t.boolean({ description: 'Only those of the reader’s own book.' }),
  }),
});

builder.queryField('batch', (t) =>
  t.prismaField({
    type: 'DisbursementBatch',
    nullable: true,
    description: 'One batch.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) => {
      requirePermission(context, 'batch.read');
      return isUuid(id) ? context.tx.disbursementBatch.findUnique({ ...query, where: { id } }) : null;
    },
  }),
);

builder.queryField('batches', (t) =>
  t.field({
    type: DisbursementBatchPage,
    description: 'Batches of the reader’s organisation and those below it, the latest first if not sorted.',
    args: {
      filter: t.arg({ type: DisbursementBatchFilter }),
      sort: t.arg({ type: BatchSortEnum, description: 'The column; the list’s own order if left out.' }),
      descending: t.arg.boolean({ description: 'From the last to the first; with `sort` only.' }),
      page: t.arg.int(),
      perPage: t.arg.int(),
    },
    resolve: (_root, { filter, sort, descending, ...page }, context) => {
      requirePermission(context, 'batch.read');
      const where: Prisma.DisbursementBatchWhereInput = {
        ...(filter?.status && { status: filter.status }),
        ...(filter?.campaignId && isUuid(filter.campaignId) && { campaignId: filter.campaignId }),
        ...(filter?.own === true && { organizationPath: context.actor.scope }),
      };
      return { where, page: pageOf(page), orderBy: orderOf(sorts, { sort, descending }, [{ preparedAt: 'desc' }]) };
    },
  }),
);
