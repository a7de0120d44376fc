import { readStoredDate } from '@nuangong/database';
import { isUuid, mapResult, type Bilingual, type Result } from '@nuangong/primitives';
import { overWholeList, type AtOnceOrJob } from '@nuangong/service';
import { commandResult, loadOneBy, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder, type FundsContext } from '../builder.ts';
import { commandOf } from '../command.ts';
import type { DisbursementBatch, Prisma } from '../generated/prisma/client.ts';
import { GrantPart, partsOf, partsQuery } from '../grant/grant.graphql.ts';
import { readWordsIfAny, wordsPlace } from '../grant/written-words.ts';
import { PaymentFileType, loadPaymentFiles } from '../payment-file/payment-file.graphql.ts';
import { Job, jobOf } from '../whole-list/whole-list.graphql.ts';
import { wholeLists } from '../whole-list/list-commands.ts';
import { answerBatchFindings } from './answer-batch-findings.ts';
import { approveBatch } from './approve-batch.ts';
import { BatchFinding, loadFindings } from './batch-finding.graphql.ts';
import { batchNumber, batchStatuses, reasonLocked, type BatchState } from './batch.ts';
import { payBatch } from './pay-batch.ts';
import { prepareBatch } from './prepare-batch.ts';
import { readsFindings } from './reads-findings.ts';
import { returnBatch } from './return-batch.ts';
import { waitingGrants } from './waiting-grants.ts';

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

/** How many households of a batch the one who asks handled. */
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
    returnReason: t.string({
      nullable: true,
      description: 'Why it was sent back; for those who do the casework or pay.',
      select: { id: true, organizationPath: true, returnReason: true },
      resolve: (batch, _arguments, context) =>
        readWordsIfAny(context, batch.returnReason, wordsPlace('disbursement_batch', 'return_reason', batch)),
    }),
    paidBy: t.exposeString('paidByName', { nullable: true }),
    paidAt: t.expose('paidAt', { type: 'Instant', nullable: true }),
    paidOn: t.field({
      type: 'LocalDate',
      nullable: true,
      select: { paidOn: true },
      resolve: (batch) => (batch.paidOn === null ? null : readStoredDate(batch.paidOn)),
    }),
    dateReason: t.exposeString('dateReason', {
      nullable: true,
      description: 'Why a payment of before last year was entered so late.',
    }),
    payments: t.field({
      type: PaymentPage,
      args: { page: t.arg.int(), perPage: t.arg.int() },
      select: { id: true },
      resolve: (batch, page) => ({ batchId: batch.id, page: pageOf(page) }),
    }),
    heldPayments: t.relation('payments', {
      description: 'Payments of grants that may not be paid now: the batch is not, until they are decided.',
      query: { where: { status: 'PENDING', grant: { holds: { some: { endedAt: null } } } }, orderBy: { place: 'asc' } },
    }),
    findings: t.field({
      type: [BatchFinding],
      description: 'What is worth a look before the batch is approved; told to those who pay or read households.',
      select: { id: true, status: true },
      resolve: async ({ id, status }, _arguments, context) =>
        status !== 'RETURNED' && readsFindings(context.actor) ? [...((await loadFindings(context, id)) ?? [])] : [],
    }),
    lockedForMe: t.boolean({
      description: 'Whether the next step is closed to whoever asks.',
      select: lockedBy,
      resolve: async (batch, _arguments, context) => (await reasonLockedFor(batch, context)) !== undefined,
    }),
    lockReason: t.string({
      nullable: true,
      select: lockedBy,
      resolve: async (batch, _arguments, context) =>
        (await reasonLockedFor(batch, context))?.[context.language] ?? null,
    }),
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
    requirePermission(context, 'batch.read');
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
      requirePermission(context, 'batch.read');
      return isUuid(id) ? context.tx.disbursementBatch.findUnique({ ...query, where: { id } }) : null;
    },
  }),
);

builder.queryField('batches', (t) =>
  t.field({
    type: DisbursementBatchPage,
    args: { filter: t.arg({ type: BatchFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'batch.read');
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
  description: 'Which committed grants of the book are prepared for payment.',
  fields: (t) => ({
    campaignId: t.id({ description: 'The campaign whose grants they are; left out for grants of none.' }),
    grantIds: t.idList({ description: 'Some of them; left out for all that wait.' }),
  }),
});
const FindingAnswerInput = builder.inputType('FindingAnswerInput', {
  description: 'What the head of finance says to one finding of a batch.',
  fields: (t) => ({
    finding: t.string({ required: true, description: 'The key of the finding.' }),
    reason: t.string({ description: 'Why it is right nevertheless, where a reason is wanted.' }),
  }),
});
const ApproveBatchInput = builder.inputType('ApproveBatchInput', {
  fields: (t) => ({
    batchId: t.id({ required: true }),
    answers: t.field({
      type: [FindingAnswerInput],
      description: 'To everything found in the batch that wants an answer and has none yet.',
    }),
  }),
});
const AnswerBatchFindingsInput = builder.inputType('AnswerBatchFindingsInput', {
  description: 'What the head of finance says to what was found in a batch since it was approved.',
  fields: (t) => ({
    batchId: t.id({ required: true }),
    answers: t.field({ type: [FindingAnswerInput], required: true }),
  }),
});
const ReturnBatchInput = builder.inputType('ReturnBatchInput', {
  fields: (t) => ({ batchId: t.id({ required: true }), reason: t.string({ required: true }) }),
});
const PayBatchInput = builder.inputType('PayBatchInput', {
  fields: (t) => ({
    batchId: t.id({ required: true }),
    paidOn: t.field({ type: 'LocalDate', description: 'Today where it is left out.' }),
    dateReason: t.string({ description: 'Why a day of before 1 January of last year is right.' }),
  }),
});

const PrepareBatchResult = builder.objectRef<Result<AtOnceOrJob<DisbursementBatch>>>('PrepareBatchResult').implement({
  description: 'The batch that was prepared, or the work under way that makes several.',
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
    batch: t.field({
      type: BatchType,
      nullable: true,
      description: 'Null where several are made, or none.',
      resolve: (result) => (result.ok && result.value.kind === 'DONE' ? result.value.value : null),
    }),
    job: t.field({
      type: Job,
      nullable: true,
      description: 'Where there are more grants than one batch takes: it makes several.',
      resolve: jobOf,
    }),
  }),
});
const ApproveBatchResult = commandResult(builder, 'ApproveBatchResult', 'batch', BatchType);
const AnswerBatchFindingsResult = commandResult(builder, 'AnswerBatchFindingsResult', 'batch', BatchType);
const ReturnBatchResult = commandResult(builder, 'ReturnBatchResult', 'batch', BatchType);
const PayBatchResult = commandResult(builder, 'PayBatchResult', 'batch', BatchType);

builder.mutationFields((t) => ({
  prepareBatch: t.field({
    type: PrepareBatchResult,
    args: { input: t.arg({ type: PrepareBatchInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const atOnce = () => prepareBatch(commandOf(context), input);
      if (input.grantIds != null) return mapResult(await atOnce(), (value) => ({ kind: 'DONE', value }) as const);
      const campaignId = input.campaignId ?? null;
      const list = waitingGrants(context.actor, campaignId);
      return overWholeList(context, wholeLists, { kind: 'batch.prepare', subject: campaignId ?? '', input: { campaignId }, list }, atOnce);
    },
  }),
  approveBatch: t.field({
    type: ApproveBatchResult,
    args: { input: t.arg({ type: ApproveBatchInput, required: true }) },
    resolve: (_root, { input }, context) => approveBatch(commandOf(context), input),
  }),
  answerBatchFindings: t.field({
    type: AnswerBatchFindingsResult,
    description: 'Records that what changed in an approved batch was seen, so that it can be paid.',
    args: { input: t.arg({ type: AnswerBatchFindingsInput, required: true }) },
    resolve: (_root, { input }, context) => answerBatchFindings(commandOf(context), input),
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
