import { readStoredDate } from '@nuangong/database';
import { fundSource } from '@nuangong/events';
import { isUuid, type Result } from '@nuangong/primitives';
import { commandResult, loadOneBy, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder, type FundsContext } from '../builder.ts';
import { commandOf } from '../command.ts';
import { FundSourceKindEnum } from '../fund/fund.graphql.ts';
import type { Allocation } from '../generated/prisma/client.ts';
import { loadAllocationProgress } from './allocation-progress.ts';
import { allocationNumber, requiredMatching } from './allocation.ts';
import { receiveAllocation } from './receive-allocation.ts';
import { PendingEntryType } from '../pending-entry/pending-entry.graphql.ts';
import { sendAllocation, type SentAllocation } from './send-allocation.ts';

async function progressOf(context: FundsContext, id: string) {
  return (await loadAllocationProgress(context, id)) ?? { id, matched: 0n, paid: 0n };
}

export const AllocationType = builder.prismaObject('Allocation', {
  description: 'A transfer from a superior to a subordinate organisation (下拨), seen by both.',
  select: {},
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.string({
      select: { organizationPath: true, month: true, number: true },
      resolve: (sent) => allocationNumber(sent.organizationPath, sent.month, sent.number),
    }),
    fromOrganizationId: t.exposeID('fromOrganizationId'),
    fromOrganizationName: t.exposeString('fromOrganizationName'),
    toOrganizationId: t.exposeID('toOrganizationId'),
    toOrganizationName: t.exposeString('toOrganizationName'),
    amount: t.expose('amountFen', { type: 'Yuan' }),
    source: t.field({
      type: FundSourceKindEnum,
      select: { source: true },
      resolve: (sent) => fundSource.parse(sent.source),
    }),
    matchingRequirement: t.exposeString('matchingRequirement'),
    matchingRatio: t.string({
      nullable: true,
      select: { matchingRatio: true },
      resolve: (sent) => sent.matchingRatio?.toString() ?? null,
    }),
    matchingRequired: t.field({
      type: 'Yuan',
      select: { amountFen: true, matchingRequirement: true, matchingRatio: true },
      resolve: (sent) =>
        requiredMatching(sent.amountFen, sent.matchingRequirement, sent.matchingRatio?.toString() ?? null),
    }),
    matched: t.field({
      type: 'Yuan',
      description: 'Own money of the receiver that matches it; each fen matches one allocation.',
      select: { id: true },
      resolve: async (sent, _arguments, context) => (await progressOf(context, sent.id)).matched,
    }),
    paid: t.field({
      type: 'Yuan',
      select: { id: true },
      resolve: async (sent, _arguments, context) => (await progressOf(context, sent.id)).paid,
    }),
    unspent: t.field({
      type: 'Yuan',
      select: { id: true, amountFen: true },
      resolve: async (sent, _arguments, context) => sent.amountFen - (await progressOf(context, sent.id)).paid,
    }),
    status: t.exposeString('status'),
    sentOn: t.field({
      type: 'LocalDate',
      select: { sentOn: true },
      resolve: (sent) => readStoredDate(sent.sentOn),
    }),
    receivedOn: t.field({
      type: 'LocalDate',
      nullable: true,
      select: { receivedOn: true },
      resolve: (sent) => (sent.receivedOn === null ? null : readStoredDate(sent.receivedOn)),
    }),
    campaignId: t.exposeID('campaignId', { nullable: true }),
  }),
});

const loadAllocation = loadOneBy<FundsContext, Allocation>(
  (allocation) => allocation.id,
  (context, ids) => context.tx.allocation.findMany({ where: { id: { in: ids.filter(isUuid) } } }),
);

builder.asEntity(AllocationType, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'fund.read');
    return (await loadAllocation(context, id)) ?? null;
  },
});

const AllocationPage = builder.objectRef<{ page: { skip: number; take: number } }>('AllocationPage').implement({
  fields: (t) => ({
    items: t.prismaField({
      type: ['Allocation'],
      resolve: (query, { page }, _arguments, context) =>
        context.tx.allocation.findMany({ ...query, ...page, orderBy: [{ sentOn: 'desc' }, { id: 'desc' }] }),
    }),
    total: t.int({ resolve: (_page, _arguments, context) => context.tx.allocation.count() }),
  }),
});

builder.queryField('allocations', (t) =>
  t.field({
    type: AllocationPage,
    args: { page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, page, context) => {
      requirePermission(context, 'fund.read');
      return { page: pageOf(page) };
    },
  }),
);

builder.queryField('allocation', (t) =>
  t.prismaField({
    type: 'Allocation',
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) => {
      requirePermission(context, 'fund.read');
      return isUuid(id) ? context.tx.allocation.findUnique({ ...query, where: { id } }) : null;
    },
  }),
);

const SendAllocationInput = builder.inputType('SendAllocationInput', {
  fields: (t) => ({
    fundId: t.id({ required: true }),
    toOrganizationId: t.id({ required: true }),
    amount: t.field({ type: 'Yuan', required: true }),
    matchingRequirement: t.string({ required: true }),
    matchingRatio: t.string(),
    campaignId: t.id(),
    idempotencyKey: t.string({ required: true }),
    document: t.string({ description: 'The number of the document that it rests on (文号); required above the limit.' }),
  }),
});

const SendAllocationResult = builder.objectRef<Result<SentAllocation>>('SendAllocationResult').implement({
  description: 'What sending came to: the allocation, or the entry that waits for the head of finance.',
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
    allocation: t.field({
      type: AllocationType,
      nullable: true,
      resolve: (result) => (result.ok ? result.value.allocation : null),
    }),
    waiting: t.field({
      description: 'Above the limit: nothing leaves the fund until the head of finance has confirmed it.',
      type: PendingEntryType,
      nullable: true,
      resolve: (result) => (result.ok ? result.value.waiting : null),
    }),
  }),
});

builder.mutationField('sendAllocation', (t) =>
  t.field({
    type: SendAllocationResult,
    args: { input: t.arg({ type: SendAllocationInput, required: true }) },
    resolve: (_root, { input }, context) => sendAllocation(commandOf(context), input),
  }),
);

const ReceiveAllocationInput = builder.inputType('ReceiveAllocationInput', {
  fields: (t) => ({ allocationId: t.id({ required: true }) }),
});

const ReceiveAllocationResult = commandResult(builder, 'ReceiveAllocationResult', 'allocation', AllocationType);

builder.mutationField('receiveAllocation', (t) =>
  t.field({
    type: ReceiveAllocationResult,
    args: { input: t.arg({ type: ReceiveAllocationInput, required: true }) },
    resolve: (_root, { input }, context) => receiveAllocation(commandOf(context), input),
  }),
);
