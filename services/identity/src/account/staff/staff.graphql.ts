import { literalPattern } from '@nuangong/database';
import { permissions, permits, type Action, type Rank, type Role } from '@nuangong/access';
import { deriveKey } from '@nuangong/sealing';
import { describedValues, loadById, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder, type IdentityContext } from '../../builder.ts';
import type { Prisma, Staff } from '../../generated/prisma/client.ts';
import { OrganizationType } from '../../organization/organization/organization.graphql.ts';
import { loadLock } from '../sign-in-guard/load-lock.ts';

export const RoleEnum = builder.enumType('Role', {
  description: 'The role of a member of staff; the permissions table defines what each role may do.',
  values: describedValues<Role>({
    CLERK: 'Registers households and their changes (工会干事).',
    REVIEWER: 'Reviews case files and posts them (审核员).',
    APPROVER: 'Approves applications and opens case files (审批人).',
    WINDOW_CLERK: 'Serves people at an aid centre’s window (帮扶中心窗口).',
    EMPLOYMENT: 'Helps people find work (职业介绍).',
    LEGAL_AID: 'Handles legal-aid cases and wage claims (法律援助).',
    FINANCE: 'Prepares and records payments (财务).',
    FINANCE_LEAD: 'Approves payments and entries above the limit (财务负责人).',
    STATISTICS: 'Fills and submits statutory tables (统计).',
    AUDITOR: 'Reads records and the audit trail, and changes nothing (审计纪检).',
    ADMINISTRATOR: 'Manages organisations, accounts, policies and campaigns (管理员).',
  }),
});

export const RankEnum = builder.enumType('Rank', {
  description: 'How high an approver signs for the organisation (审批权限); the superior’s ranks are above its own.',
  values: describedValues<Rank>({
    CENTRE_DIRECTOR: 'The director of the aid centre, or a deputy (中心主任).',
    UNION_CHAIR: 'The chair of the union, above the director (工会主席).',
  }),
});

export const StaffType = builder.prismaObject('Staff', {
  description: 'A user account of an organisation, with roles (工作人员).',
  fields: (t) => ({
    id: t.exposeID('id'),
    username: t.exposeString('username', { description: 'The name under which the person signs in.' }),
    name: t.exposeString('name'),
    officePhone: t.exposeString('officePhone', {
      nullable: true,
      description: 'The office telephone (联系电话), shown on tables and printed forms.',
    }),
    roles: t.field({
      type: [RoleEnum],
      description: 'The roles that the account itself holds.',
      select: { roles: true },
      resolve: (staff) => staff.roles,
    }),
    active: t.exposeBoolean('active', { description: 'Whether the person can sign in.' }),
    organization: t.relation('organization', { description: 'The organisation of the account.' }),
    lastSignedInAt: t.expose('lastSignedInAt', {
      type: 'Instant',
      nullable: true,
      description: 'When the person last signed in; null before the first time.',
    }),
    mustChangePassword: t.boolean({
      description: 'Whether the password was set by another person and must be changed.',
      select: { givenPasswordUntil: true },
      resolve: ({ givenPasswordUntil }) => givenPasswordUntil !== null,
    }),
    secondFactor: t.boolean({
      description: 'Whether a second factor is enabled; visible to those who may disable it.',
      nullable: true,
      select: { secondFactor: { select: { confirmedAt: true } } },
      resolve: ({ secondFactor }, _arguments, { actor }) =>
        permits(actor.roles, 'staff.manage') ? secondFactor?.confirmedAt != null : null,
    }),
    outsideSubject: t.string({
      description: 'The unified identity linked; visible to those who may link it.',
      nullable: true,
      select: { outsideSubject: true },
      resolve: ({ outsideSubject }, _arguments, { actor }) =>
        permits(actor.roles, 'staff.manage') ? outsideSubject : null,
    }),
    lockedUntil: t.field({
      type: 'Instant',
      nullable: true,
      description: 'Until when the account is locked after wrong attempts; visible to those who may unlock it.',
      select: { id: true, username: true },
      resolve: async ({ id, username }, _arguments, context) =>
        permits(context.actor.roles, 'staff.manage') ? ((await loadLock(context, `${id}/${username}`)) ?? null) : null,
    }),
  }),
});

const loadStaff = loadById<IdentityContext, Staff>((context, ids) =>
  context.tx.staff.findMany({ where: { id: { in: ids } } }),
);

builder.asEntity(StaffType, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => (await loadStaff(context, id)) ?? null,
});

export const Me = builder.objectRef<{ staffId: string; organizationId: string }>('Me').implement({
  description: 'The signed-in person.',
  fields: (t) => ({
    staff: t.prismaField({
      type: StaffType,
      description: 'Their account.',
      resolve: (query, { staffId: id }, _arguments, context) =>
        context.tx.staff.findUniqueOrThrow({ ...query, where: { id } }),
    }),
    organization: t.prismaField({
      type: OrganizationType,
      description: 'Their organisation: they see it and its subordinates.',
      resolve: (query, { organizationId: id }, _arguments, context) =>
        context.tx.organization.findUniqueOrThrow({ ...query, where: { id } }),
    }),
    roles: t.field({
      type: [RoleEnum],
      description: 'The roles that they hold now, borrowed ones included.',
      resolve: (_me, _arguments, context) => [...context.actor.roles],
    }),
    rank: t.field({
      type: RankEnum,
      nullable: true,
      description:
        'How high they sign now, by a rank of their own or one lent with the role of approver; null: no rank.',
      resolve: (_me, _arguments, { actor }) => actor.rank ?? null,
    }),
    onBehalfOf: t.stringList({
      description: 'The names of colleagues who delegated roles to them.',
      resolve: (_me, _arguments, { actor }) => (actor.onBehalfOf ?? []).map(({ name }) => name),
    }),
    actions: t.stringList({
      description: 'The permissions of the signed-in person, by their names in the permissions table.',
      resolve: (_me, _arguments, context) =>
        Object.keys(permissions).filter((action) => permits(context.actor.roles, action as Action)),
    }),
    draftKey: t.string({
      description:
        'A key of 32 bytes in base64, unique to this account and the same in all its sessions: the console encrypts unsent input with it, so that nobody else on the computer can read it.',
      resolve: ({ staffId }, _arguments, { parts }) =>
        deriveKey(parts.digestKey, `drafts of ${staffId}`).toString('base64'),
    }),
  }),
});

builder.queryField('me', (t) =>
  t.field({
    type: Me,
    description: 'The signed-in person.',
    resolve: (_root, _arguments, { actor }) => ({ staffId: actor.staffId, organizationId: actor.organizationId }),
  }),
);

const StaffPage = builder
  .objectRef<{ where: Prisma.StaffWhereInput; page: { skip: number; take: number } }>('StaffPage')
  .implement({
    fields: (t) => ({
      items: t.prismaField({
        type: ['Staff'],
        resolve: (query, { where, page }, _arguments, context) =>
          context.tx.staff.findMany({
            ...query,
            where,
            ...page,
            orderBy: [{ organizationPath: 'asc' }, { username: 'asc' }],
          }),
      }),
      total: t.int({ resolve: ({ where }, _arguments, context) => context.tx.staff.count({ where }) }),
    }),
  });

const StaffFilter = builder.inputType('StaffFilter', {
  fields: (t) => ({
    search: t.string({
      description: 'A part of the name, or the start of the username.',
    }),
    organizationId: t.id(),
    role: t.field({ type: RoleEnum, description: 'Those that hold this role.' }),
  }),
});

builder.queryField('staff', (t) =>
  t.prismaField({
    type: StaffType,
    nullable: true,
    description: 'One account.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) => {
      requirePermission(context, 'staff.read');
      return context.tx.staff.findUnique({ ...query, where: { id } });
    },
  }),
);

builder.queryField('allStaff', (t) =>
  t.field({
    type: StaffPage,
    description: 'Accounts of the reader’s organisation and its subordinates, by organisation and name.',
    args: { filter: t.arg({ type: StaffFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'staff.read');
      const where: Prisma.StaffWhereInput = {
        ...(filter?.search && {
          OR: [
            { name: { contains: literalPattern(filter.search) } },
            { username: { startsWith: literalPattern(filter.search) } },
          ],
        }),
        ...(filter?.organizationId && { organizationId: filter.organizationId }),
        ...(filter?.role && { roles: { has: filter.role } }),
      };
      return { where, page: pageOf(page) };
    },
  }),
);
