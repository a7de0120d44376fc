import { literalPattern } from '@nuangong/database';
import { commandResult, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder } from '../builder.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { organizationKinds } from './organization.ts';
import { registerOrganization } from './register-organization.ts';

export const OrganizationKindEnum = builder.enumType('OrganizationKind', { values: organizationKinds });

export const OrganizationType = builder.prismaObject('Organization', {
  description: 'A node of the one tree of unions (工会组织).',
  fields: (t) => ({
    id: t.exposeID('id'),
    code: t.exposeString('code'),
    name: t.exposeString('name'),
    kind: t.field({ type: OrganizationKindEnum, select: { kind: true }, resolve: (organization) => organization.kind }),
    path: t.exposeString('path'),
    parent: t.relation('parent', { nullable: true }),
    children: t.relation('children', { query: { orderBy: { path: 'asc' } } }),
    aidCentres: t.relation('aidCentres'),
    staffCount: t.relationCount('staff'),
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
    search: t.string(),
    kind: t.field({ type: OrganizationKindEnum }),
    kinds: t.field({ type: [OrganizationKindEnum], description: 'Any of these kinds; all where it is left out.' }),
    parentId: t.id(),
  }),
});

builder.queryField('organization', (t) =>
  t.prismaField({
    type: 'Organization',
    nullable: true,
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
    parentId: t.id({ required: true }),
    code: t.string({ required: true }),
    name: t.string({ required: true }),
    kind: t.field({ type: OrganizationKindEnum, required: true }),
  }),
});

const RegisterOrganizationResult = commandResult(builder, 'RegisterOrganizationResult', 'organization', OrganizationType);

builder.mutationField('registerOrganization', (t) =>
  t.field({
    type: RegisterOrganizationResult,
    args: { input: t.arg({ type: RegisterOrganizationInput, required: true }) },
    resolve: (_root, { input }, context) => registerOrganization(context, input),
  }),
);
