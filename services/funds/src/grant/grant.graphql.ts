import { fundSource, type FundSource } from '@nuangong/events';
import { isUuid } from '@nuangong/primitives';
import { loadManyAsAsked, loadOneBy, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder, type FundsContext } from '../builder.ts';
import { FundSourceKindEnum } from '../fund/fund.graphql.ts';
import type { Grant, Prisma } from '../generated/prisma/client.ts';
import { grantStatuses } from './grant.ts';

interface StoredPart {
  readonly fundId: string;
  readonly fundName: string;
  readonly source: string;
  readonly amountFen: bigint;
}

interface Part extends Omit<StoredPart, 'source'> {
  readonly source: FundSource;
}

export const GrantPart = builder.objectRef<Part>('GrantPart').implement({
  description: 'The part of an amount that one fund bears.',
  fields: (t) => ({
    fundId: t.exposeID('fundId'),
    fundName: t.exposeString('fundName'),
    source: t.field({ type: FundSourceKindEnum, resolve: (part) => part.source }),
    amount: t.field({ type: 'Yuan', resolve: (part) => part.amountFen }),
  }),
});

/** Parts as stored beside a commitment or a batch. */
export function partsOf(stored: readonly StoredPart[]): Part[] {
  return stored.map((part) => ({ ...part, source: fundSource.parse(part.source) }));
}

/** The relations that parts are read from, in a stable order. */
export const partsQuery = { orderBy: { fundId: 'asc' } } as const;

export const GrantType = builder.prismaObject('Grant', {
  description: 'An approved entitlement in money (救助款物核定), with what is set aside for it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    applicationId: t.exposeID('applicationId'),
    householdId: t.exposeID('householdId'),
    payeeName: t.exposeString('payeeName'),
    unitName: t.exposeString('unitName'),
    organizationName: t.exposeString('organizationName'),
    amount: t.expose('amountFen', { type: 'Yuan' }),
    status: t.exposeString('status'),
    missing: t.expose('missingFen', { type: 'Yuan', nullable: true }),
    reason: t.exposeString('reason'),
    clause: t.exposeString('clause'),
    parts: t.field({
      type: [GrantPart],
      select: { commitments: { orderBy: { attempt: 'desc' }, take: 1, include: { parts: partsQuery } } },
      resolve: ({ commitments }) => partsOf(commitments[0]?.parts ?? []),
    }),
    campaignId: t.exposeID('campaignId', { nullable: true }),
    aidType: t.exposeString('aidType'),
    mark: t.exposeString('mark', { nullable: true }),
    approvedBy: t.exposeString('approvedByName'),
    approvedAt: t.expose('approvedAt', { type: 'Instant' }),
  }),
});

const latestParts = { commitments: { orderBy: { attempt: 'desc' }, take: 1, include: { parts: partsQuery } } } as const;

export const loadGrant = loadOneBy<FundsContext, Prisma.GrantGetPayload<{ include: typeof latestParts }>>(
  (grant) => grant.id,
  (context, ids) => context.tx.grant.findMany({ where: { id: { in: ids.filter(isUuid) } }, include: latestParts }),
);

/** The grant of an application, where it is approved. */
export const loadGrantOfApplication = loadManyAsAsked<FundsContext, Grant>(
  (grant) => grant.applicationId,
  (context, ids, query) =>
    context.tx.grant.findMany({
      ...(query.select === undefined ? query : { select: { ...query.select, applicationId: true } }),
      where: { applicationId: { in: [...ids] } },
    }),
);

builder.asEntity(GrantType, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'voucher.read');
    return (await loadGrant(context, id)) ?? null;
  },
});

const GrantPage = builder
  .objectRef<{ where: Prisma.GrantWhereInput; page: { skip: number; take: number } }>('GrantPage')
  .implement({
    fields: (t) => ({
      items: t.prismaField({
        type: ['Grant'],
        resolve: (query, { where, page }, _arguments, context) =>
          context.tx.grant.findMany({
            ...query,
            where,
            ...page,
            orderBy: [{ approvedAt: 'asc' }, { worksheetRow: 'asc' }, { id: 'asc' }],
          }),
      }),
      total: t.int({ resolve: ({ where }, _arguments, context) => context.tx.grant.count({ where }) }),
    }),
  });

const GrantFilter = builder.inputType('GrantFilter', {
  fields: (t) => ({
    search: t.string(),
    status: t.string(),
    campaignId: t.id(),
    householdId: t.id(),
  }),
});

builder.queryField('grants', (t) =>
  t.field({
    type: GrantPage,
    args: { filter: t.arg({ type: GrantFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'fund.read');
      const status = grantStatuses.find((each) => each === filter?.status);
      const where: Prisma.GrantWhereInput = {
        ...(filter?.search && {
          OR: [{ payeeName: { contains: filter.search } }, { unitName: { contains: filter.search } }],
        }),
        ...(status && { status }),
        ...(filter?.campaignId && isUuid(filter.campaignId) && { campaignId: filter.campaignId }),
        ...(filter?.householdId && isUuid(filter.householdId) && { householdId: filter.householdId }),
      };
      return { where, page: pageOf(page) };
    },
  }),
);
