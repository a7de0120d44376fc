import { literalPattern } from '@nuangong/database';
import { commandResult, describedValues, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder } from '../builder.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { OrganizationKind } from './organization.ts';
import { registerOrganization } from './register-organization.ts';

export const OrganizationKindEnum = builder.enumType('OrganizationKind', {
  description: 'What an organisation is in the tree of unions.',
  values: describedValues<OrganizationKind>({
    PROVINCE: 'The federation of a province (省总工会).',
    CITY: 'The federation of a city (市总工会).',
    COUNTY: 'The federation of a county or district (县、区总工会).',
    INDUSTRY_UNION: 'The union of an industry (产业工会).',
    BASE_UNION: 'The union of one employer or of a few (基层工会).',
    AID_STATION: 'A station of an aid centre (帮扶站点).',
  }),
});

export const OrganizationType = builder.prismaObject('Organization', {
  description: 'A node of the one tree of unions (工会组织).',
  fields: (t) => ({
    id: t.exposeID('id'),
    code: t.exposeString('code', { description: 'Its code, the last of its path: 510101.' }),
    name: t.exposeString('name'),
    kind: t.field({
      type: OrganizationKindEnum,
      description: 'What it is.',
      select: { kind: true },
      resolve: (organization) => organization.kind,
    }),
    path: t.exposeString('path', {
      description: 'The codes of the organisations from the root down to it: 51/5101/510101/.',
    }),
    parent: t.relation('parent', {
      nullable: true,
      description: 'The organisation above it; null at the root or where it is out of the reader’s sight.',
    }),
    children: t.relation('children', {
      query: { orderBy: { path: 'asc' } },
      description: 'The organisations directly below it, by path.',
    }),
    aidCentres: t.relation('aidCentres', { description: 'Its aid centres.' }),
    staffCount: t.relationCount('staff', { description: 'How many accounts it has.' }),
  }),
});

builder.asEntity(OrganizationType, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context) => context.tx.organization.findUnique({ where: { id } }),
});

const OrganizationPage = builder
  .objectRef<{ where: Prisma.OrganizationWhereInput; page: { skip: number; take: number } }>('OrganizationPage')
  .implement({
    fields: (t) => ({
      items: t.prismaField({
        type: ['Organization'],
        resolve: (query, { where, page }, _arguments, context) =>
          context.tx.organization.findMany({ ...query, where, ...page, orderBy: { path: 'asc' } }),
      }),
      total: t.int({ resolve: ({ where }, _arguments, context) => context.tx.organization.count({ where }) }),
    }),
  });

const OrganizationFilter = builder.inputType('OrganizationFilter', {
  fields: (t) => ({
    search: t.string({ description: 'A part of its name, or the beginning of its code.' }),
    kind: t.field({ type: OrganizationKindEnum, description: 'Those of this kind.' }),
    kinds: t.field({ type: [OrganizationKindEnum], description: 'Any of these kinds; all where it is left out.' }),
    parentId: t.id({ description: 'Those directly below this one; the id of an `Organization`.' }),
  }),
});

builder.queryField('organization', (t) =>
  t.prismaField({
    type: 'Organization',
    nullable: true,
    description: 'One organisation.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) => {
      requirePermission(context, 'organization.read');
      return context.tx.organization.findUnique({ ...query, where: { id } });
    },
  }),
);

builder.queryField('organizations', (t) =>
  t.field({
    type: OrganizationPage,
    description: 'The reader’s organisation and those below it, by path.',
    args: { filter: t.arg({ type: OrganizationFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'organization.read');
      const where: Prisma.OrganizationWhereInput = {
        path: { startsWith: context.actor.scope },
        ...(filter?.search && {
          OR: [
            { name: { contains: literalPattern(filter.search) } },
            { code: { startsWith: literalPattern(filter.search) } },
          ],
        }),
        ...(filter?.kind && { kind: filter.kind }),
        ...(filter?.kinds && { AND: { kind: { in: [...filter.kinds] } } }),
        ...(filter?.parentId && { parentId: filter.parentId }),
      };
      return { where, page: pageOf(page) };
    },
  }),
);

const RegisterOrganizationInput = builder.inputType('RegisterOrganizationInput', {
  fields: (t) => ({
    parentId: t.id({ required: true, description: 'The id of the `Organization` above it.' }),
    code: t.string({ required: true, description: 'Its code, unique below its parent; it never changes.' }),
    name: t.string({ required: true, description: 'What it is called.' }),
    kind: t.field({ type: OrganizationKindEnum, required: true, description: 'What it is.' }),
  }),
});

const RegisterOrganizationResult = commandResult(
  builder,
  'RegisterOrganizationResult',
  'organization',
  OrganizationType,
);

builder.mutationField('registerOrganization', (t) =>
  t.field({
    type: RegisterOrganizationResult,
    description: 'Registers an organisation below another.',
    args: { input: t.arg({ type: RegisterOrganizationInput, required: true }) },
    resolve: (_root, { input }, context) => registerOrganization(context, input),
  }),
);
