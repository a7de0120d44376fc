import { literalPattern } from '@nuangong/database';
import { isUuid } from '@nuangong/primitives';
import { fundSource, type FundSource } from '@nuangong/events';
import { commandResult, describedValues, loadById, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder, type FundsContext } from '../../builder.ts';
import { commandOf } from '../../command.ts';
import type { Fund, Prisma } from '../../generated/prisma/client.ts';
import { Organization } from '../../ledger/organization/organization.graphql.ts';
import { openFund } from './open-fund.ts';

export const FundSourceEnum = builder.enumType('FundSource', {
  description: 'The source of the money of a fund (资金来源).',
  values: describedValues<FundSource>({
    CENTRAL_FISCAL: 'The central treasury (中央财政).',
    PROVINCIAL_FISCAL: 'The treasury of the province (省级财政).',
    LOCAL_FISCAL: 'The treasury of the city or county (地方财政).',
    UNION: 'The union’s own money (工会经费).',
    DONATION: 'Donations (社会捐助).',
    OTHER: 'Another source.',
  }),
});

export const FundType = builder.prismaObject('Fund', {
  description: 'Money of one source for stated purposes in one year (专项资金).',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    organization: t.field({
      type: Organization,
      description: 'The organisation whose book it belongs to.',
      select: { organizationId: true },
      resolve: (fund) => ({ id: fund.organizationId }),
    }),
    organizationName: t.exposeString('organizationName'),
    source: t.field({
      type: FundSourceEnum,
      description: 'The source of the money.',
      select: { source: true },
      resolve: (fund) => fundSource.parse(fund.source),
    }),
    purposes: t.exposeStringList('purposes', {
      description: 'What it may be spent on (专款专用), in words: 1 to 20 of up to 50 characters.',
    }),
    year: t.exposeInt('year', { description: 'The year that it is for.' }),
    campaignId: t.exposeID('campaignId', {
      nullable: true,
      description: 'The id of the campaign that it is for; null if it is for none.',
    }),
    priority: t.exposeInt('priority', {
      description: 'The order of use: the fund with the lower number is used first.',
    }),
    balance: t.field({
      type: 'Yuan',
      description: 'The balance in the ledger.',
      select: { balance: true },
      resolve: ({ balance }) => balance?.balanceFen ?? 0n,
    }),
    committed: t.field({
      type: 'Yuan',
      description: 'The amount committed to grants that are not paid yet.',
      select: { balance: true },
      resolve: ({ balance }) => balance?.committedFen ?? 0n,
    }),
    available: t.field({
      type: 'Yuan',
      description: 'The balance less commitments; never below zero.',
      select: { balance: true },
      resolve: ({ balance }) => (balance === null ? 0n : balance.balanceFen - balance.committedFen),
    }),
  }),
});

const loadFund = loadById<FundsContext, Fund>((context, ids) =>
  context.tx.fund.findMany({ where: { id: { in: ids } }, include: { balance: true } }),
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
    search: t.string({ description: 'A part of its name.' }),
    source: t.field({ type: FundSourceEnum, description: 'The source of the money.' }),
    year: t.int({ description: 'Those of this year.' }),
    campaignId: t.id({ description: 'Those of this campaign.' }),
    organizationId: t.id(),
    /** Only the funds of the actor's own book. */
    own: t.boolean({ description: 'Only those of the reader’s own book.' }),
  }),
});

builder.queryField('fund', (t) =>
  t.prismaField({
    type: 'Fund',
    nullable: true,
    description: 'One fund.',
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
    description: 'Funds of the reader’s organisation and those below it, by organisation, year and priority.',
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
    name: t.string({ required: true, description: 'Its name.' }),
    source: t.field({ type: FundSourceEnum, required: true, description: 'The source of the money.' }),
    purposes: t.stringList({
      required: true,
      description: 'What it may be spent on (专款专用), in words: 1 to 20 of up to 50 characters.',
    }),
    year: t.int({ required: true, description: 'The year that it is for.' }),
    campaignId: t.id({ description: 'The id of the campaign that it is for; null if it is for none.' }),
    priority: t.int({ description: 'The order of use: the fund with the lower number is used first.' }),
  }),
});

const OpenFundResult = commandResult(builder, 'OpenFundResult', 'fund', FundType);

builder.mutationField('openFund', (t) =>
  t.field({
    type: OpenFundResult,
    description: 'Opens a fund of one source and year for stated purposes in the reader’s book.',
    args: { input: t.arg({ type: OpenFundInput, required: true }) },
    resolve: (_root, { input }, context) => openFund(commandOf(context), input),
  }),
);
