import { readStoredDate } from '@nuangong/database';
import { fundSource } from '@nuangong/events';
import { isUuid, type Result } from '@nuangong/primitives';
import {
  commandResult,
  describedValues,
  loadById,
  orderOf,
  pageOf,
  requirePermission,
  type ListSorts,
} from '@nuangong/subgraph';
import { builder, type FundsContext } from '../../builder.ts';
import { commandOf } from '../../command.ts';
import { FundSourceEnum } from '../fund/fund.graphql.ts';
import type { Allocation, Prisma } from '../../generated/prisma/client.ts';
import { loadAllocationProgress } from './allocation-progress.ts';
import { allocationNumber, requiredMatching, type AllocationStatus, type MatchingRequirement } from './allocation.ts';
import { receiveAllocation } from './receive-allocation.ts';
import { PendingEntryType } from '../pending-entry/pending-entry.graphql.ts';
import { sendAllocation, type SentAllocation } from './send-allocation.ts';

async function progressOf(context: FundsContext, id: string) {
  return (await loadAllocationProgress(context, id)) ?? { id, matched: 0n, paid: 0n };
}

const MatchingRequirementEnum = builder.enumType('MatchingRequirement', {
  description: 'How much of its own money the receiver must add to an allocation (配套要求).',
  values: describedValues<MatchingRequirement>({
    NONE: 'Nothing (不要求配套).',
    EQUAL: 'As much as it receives (等额配套).',
    RATIO: 'The share given by `matchingRatio` (按比例配套).',
  }),
});

const AllocationStatusEnum = builder.enumType('AllocationStatus', {
  description: 'The status of an allocation.',
  values: describedValues<AllocationStatus>({
    IN_TRANSIT: 'Sent; the receiver has not confirmed it (在途).',
    RECEIVED: 'Confirmed by the receiver, in a fund of its book (已接收).',
  }),
});

export const AllocationType = builder.prismaObject('Allocation', {
  description: 'A transfer from a superior to a subordinate organisation (下拨), seen by both.',
  select: {},
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.string({
      select: { organizationPath: true, month: true, number: true },
      resolve: (sent) => allocationNumber(sent.organizationPath, sent.month, sent.number),
    }),
    fromOrganizationId: t.exposeID('fromOrganizationId', { description: 'The id of the organisation that sends it.' }),
    fromOrganizationName: t.exposeString('fromOrganizationName', {
      description: 'The name of the organisation that sends it.',
    }),
    toOrganizationId: t.exposeID('toOrganizationId', {
      description: 'The id of the organisation that receives it, below the sender.',
    }),
    toOrganizationName: t.exposeString('toOrganizationName', {
      description: 'The name of the organisation that receives it.',
    }),
    amount: t.expose('amountFen', { type: 'Yuan', description: 'The amount sent.' }),
    source: t.field({
      type: FundSourceEnum,
      description: 'The source of the money.',
      select: { source: true },
      resolve: (sent) => fundSource.parse(sent.source),
    }),
    matchingRequirement: t.field({
      type: MatchingRequirementEnum,
      description: 'How much of its own money the receiver must add.',
      select: { matchingRequirement: true },
      resolve: (sent) => sent.matchingRequirement as MatchingRequirement,
    }),
    matchingRatio: t.string({
      nullable: true,
      description:
        'The receiver’s own money per yuan sent, as decimal text with up to four decimals: "0.5"; only with RATIO.',
      select: { matchingRatio: true },
      resolve: (sent) => sent.matchingRatio?.toString() ?? null,
    }),
    matchingRequired: t.field({
      type: 'Yuan',
      description: 'The amount that the receiver must add.',
      select: { amountFen: true, matchingRequirement: true, matchingRatio: true },
      resolve: (sent) =>
        requiredMatching(sent.amountFen, sent.matchingRequirement, sent.matchingRatio?.toString() ?? null),
    }),
    matched: t.field({
      type: 'Yuan',
      description: 'The receiver’s own money that matches it; each fen matches one allocation only.',
      select: { id: true },
      resolve: async (sent, _arguments, context) => (await progressOf(context, sent.id)).matched,
    }),
    paid: t.field({
      type: 'Yuan',
      description: 'The amount paid to households.',
      select: { id: true },
      resolve: async (sent, _arguments, context) => (await progressOf(context, sent.id)).paid,
    }),
    unspent: t.field({
      type: 'Yuan',
      description: 'The unspent amount.',
      select: { id: true, amountFen: true },
      resolve: async (sent, _arguments, context) => sent.amountFen - (await progressOf(context, sent.id)).paid,
    }),
    status: t.field({
      type: AllocationStatusEnum,
      description: 'Whether the receiver has confirmed it.',
      select: { status: true },
      resolve: (sent) => sent.status as AllocationStatus,
    }),
    sentOn: t.field({
      type: 'LocalDate',
      description: 'The day on which it was sent.',
      select: { sentOn: true },
      resolve: (sent) => readStoredDate(sent.sentOn),
    }),
    receivedOn: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The day on which the receiver confirmed it; null before.',
      select: { receivedOn: true },
      resolve: (sent) => (sent.receivedOn === null ? null : readStoredDate(sent.receivedOn)),
    }),
    campaignId: t.exposeID('campaignId', {
      nullable: true,
      description: 'The id of the campaign that it is for; the fund’s own if left out.',
    }),
  }),
});

const loadAllocation = loadById<FundsContext, Allocation>((context, ids) =>
  context.tx.allocation.findMany({ where: { id: { in: ids } } }),
);

builder.asEntity(AllocationType, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'fund.read');
    return (await loadAllocation(context, id)) ?? null;
  },
});

type AllocationSort = 'NUMBER' | 'AMOUNT' | 'SENT';

const AllocationSortEnum = builder.enumType('AllocationSort', {
  description: 'The column by which allocations are sorted.',
  values: describedValues<AllocationSort>({
    NUMBER: 'The number.',
    AMOUNT: 'The amount.',
    SENT: 'The day on which it was sent.',
  }),
});

const sorts: ListSorts<AllocationSort, Prisma.AllocationOrderByWithRelationInput> = {
  NUMBER: (number) => ({ number }),
  AMOUNT: (amountFen) => ({ amountFen }),
  SENT: (sentOn) => ({ sentOn }),
};

const AllocationPage = builder
  .objectRef<{
    page: { skip: number; take: number };
    orderBy: Prisma.AllocationOrderByWithRelationInput[];
  }>('AllocationPage')
  .implement({
    fields: (t) => ({
      items: t.prismaField({
        type: ['Allocation'],
        resolve: (query, { page, orderBy }, _arguments, context) =>
          context.tx.allocation.findMany({ ...query, ...page, orderBy }),
      }),
      total: t.int({ resolve: (_page, _arguments, context) => context.tx.allocation.count() }),
      sumAmount: t.field({
        type: 'Yuan',
        description: 'The total amount on all pages.',
        resolve: async (_page, _arguments, { tx }) =>
          (await tx.allocation.aggregate({ _sum: { amountFen: true } }))._sum.amountFen ?? 0n,
      }),
    }),
  });

builder.queryField('allocations', (t) =>
  t.field({
    type: AllocationPage,
    description: 'Allocations sent or received that the reader may see, latest first if not sorted.',
    args: {
      sort: t.arg({ type: AllocationSortEnum, description: 'The column; the list’s own order if left out.' }),
      descending: t.arg.boolean({ description: 'From the last to the first; with `sort` only.' }),
      page: t.arg.int(),
      perPage: t.arg.int(),
    },
    resolve: (_root, { sort, descending, ...page }, context) => {
      requirePermission(context, 'fund.read');
      return {
        page: pageOf(page),
        orderBy: orderOf(sorts, { sort, descending }, [{ sentOn: 'desc' }, { id: 'desc' }]),
      };
    },
  }),
);

builder.queryField('allocation', (t) =>
  t.prismaField({
    type: 'Allocation',
    nullable: true,
    description: 'One allocation.',
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
    toOrganizationId: t.id({
      required: true,
      description: 'The id of the organisation that receives it, below the sender.',
    }),
    amount: t.field({ type: 'Yuan', required: true, description: 'The amount sent.' }),
    matchingRequirement: t.field({
      type: MatchingRequirementEnum,
      required: true,
      description: 'How much of its own money the receiver must add.',
    }),
    matchingRatio: t.string({
      description:
        'The receiver’s own money per yuan sent, as decimal text with up to four decimals: "0.5"; only with RATIO.',
    }),
    campaignId: t.id({ description: 'The id of the campaign that it is for; the fund’s own if left out.' }),
    idempotencyKey: t.string({
      required: true,
      description: 'A key chosen by the form: if it is sent twice, the record is made once.',
    }),
    document: t.string({
      description: 'The number of the supporting document (文号); required above the limit.',
    }),
  }),
});

const SendAllocationResult = builder.objectRef<Result<SentAllocation>>('SendAllocationResult').implement({
  description: 'The result of sending: the allocation, or the entry awaiting the head of finance.',
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
    allocation: t.field({
      type: AllocationType,
      nullable: true,
      description: 'The allocation; null if it awaits confirmation or was refused.',
      resolve: (result) => (result.ok ? result.value.allocation : null),
    }),
    waiting: t.field({
      description: 'The entry above the limit: nothing leaves the fund until the head of finance confirms it.',
      type: PendingEntryType,
      nullable: true,
      resolve: (result) => (result.ok ? result.value.waiting : null),
    }),
  }),
});

builder.mutationField('sendAllocation', (t) =>
  t.field({
    type: SendAllocationResult,
    description:
      'Allocates money of a fund to a subordinate organisation; above the limit the head of finance must confirm it first.',
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
    description: 'Confirms receipt of an allocation: its money is added to a fund of the receiver’s book.',
    args: { input: t.arg({ type: ReceiveAllocationInput, required: true }) },
    resolve: (_root, { input }, context) => receiveAllocation(commandOf(context), input),
  }),
);
