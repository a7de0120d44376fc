import { literalPattern } from '@nuangong/database';
import { isUuid } from '@nuangong/primitives';
import { fundSource } from '@nuangong/events';
import { commandResult, loadOneBy, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder, type FundsContext } from '../builder.ts';
import { commandOf } from '../command.ts';
import type { Fund, Prisma } from '../generated/prisma/client.ts';
import { Organization } from '../organization/organization.graphql.ts';
import { fundSources } from './fund.ts';
import { openFund } from './open-fund.ts';

export const FundSourceKindEnum = builder.enumType('FundSourceKind', { values: fundSources });

export const FundType = builder.prismaObject('Fund', {
  description: 'Money of one source for stated purposes in one year (专项资金).',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    organization: t.field({
      type: Organization,
      select: { organizationId: true },
      resolve: (fund) => ({ id: fund.organizationId }),
    }),
    organizationName: t.exposeString('organizationName'),
    source: t.field({
      type: FundSourceKindEnum,
      select: { source: true },
      resolve: (fund) => fundSource.parse(fund.source),
    }),
    purposes: t.exposeStringList('purposes'),
    year: t.exposeInt('year'),
    campaignId: t.exposeID('campaignId', { nullable: true }),
    priority: t.exposeInt('priority'),
    balance: t.field({
      type: 'Yuan',
      select: { balance: true },
      resolve: ({ balance }) => balance?.balanceFen ?? 0n,
    }),
    committed: t.field({
      type: 'Yuan',
      select: { balance: true },
      resolve: ({ balance }) => balance?.committedFen ?? 0n,
    }),
    available: t.field({
      type: 'Yuan',
      description: 'Balance less what is committed; never below zero.',
      select: { balance: true },
      resolve: ({ balance }) => (balance === null ? 0n : balance.balanceFen - balance.committedFen),
    }),
  }),
});

const loadFund = loadOneBy<FundsContext, Fund>(
  (fund) => fund.id,
  (context, ids) => context.tx.fund.findMany({ where: { id: { in: ids.filter(isUuid) } }, include: { balance: true } }),
);

builder.asEntity(FundType, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'fund.read');
    return (await loadFund(context, id)) ?? null;
  },
});

const FundPage = builder
  .objectRef<{ where: Prisma.FundWhereInput; page: { skip: number; take: number } }>('FundPage')
  .implement({
    fields: (t) => ({
      items: t.prismaField({
        type: ['Fund'],
        resolve: (query, { where, page }, _arguments, context) =>
          context.tx.fund.findMany({
            ...query,
            where,
            ...page,
            orderBy: [{ organizationPath: 'asc' }, { year: 'desc' }, { priority: 'asc' }, { id: 'asc' }],
          }),
      }),
      total: t.int({ resolve: ({ where }, _arguments, context) => context.tx.fund.count({ where }) }),
    }),
  });

const FundFilter = builder.inputType('FundFilter', {
  fields: (t) => ({
    search: t.string(),
    source: t.field({ type: FundSourceKindEnum }),
    year: t.int(),
    campaignId: t.id(),
    organizationId: t.id(),
    /** Only the funds of the actor's own book. */
    own: t.boolean(),
  }),
});

builder.queryField('fund', (t) =>
  t.prismaField({
    type: 'Fund',
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) => {
      requirePermission(context, 'fund.read');
      return isUuid(id) ? context.tx.fund.findUnique({ ...query, where: { id } }) : null;
    },
  }),
);

builder.queryField('funds', (t) =>
  t.field({
    type: FundPage,
    args: { filter: t.arg({ type: FundFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'fund.read');
      const where: Prisma.FundWhereInput = {
        ...(filter?.search && { name: { contains: literalPattern(filter.search) } }),
        ...(filter?.source && { source: filter.source }),
        ...(filter?.year && { year: filter.year }),
        ...(filter?.campaignId && isUuid(filter.campaignId) && { campaignId: filter.campaignId }),
        ...(filter?.organizationId && isUuid(filter.organizationId) && { organizationId: filter.organizationId }),
        ...(filter?.own === true && { organizationPath: context.actor.scope }),
      };
      return { where, page: pageOf(page) };
    },
  }),
);

const OpenFundInput = builder.inputType('OpenFundInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    source: t.field({ type: FundSourceKindEnum, required: true }),
    purposes: t.stringList({ required: true }),
    year: t.int({ required: true }),
    campaignId: t.id(),
    priority: t.int(),
  }),
});

const OpenFundResult = commandResult(builder, 'OpenFundResult', 'fund', FundType);

builder.mutationField('openFund', (t) =>
  t.field({
    type: OpenFundResult,
    args: { input: t.arg({ type: OpenFundInput, required: true }) },
    resolve: (_root, { input }, context) => openFund(commandOf(context), input),
  }),
);
