import { permits } from '@nuangong/access';
import { readStoredDate } from '@nuangong/database';
import type { Problem, Result } from '@nuangong/primitives';
import { commandResult, createBatchLoader, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder, type IdentityContext } from '../../builder.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { OrganizationType } from '../../organization/organization/organization.graphql.ts';
import { Me, RankEnum, RoleEnum, StaffType } from '../staff/staff.graphql.ts';
import { mayConfirm, mayRefuse, mayWithdraw, stateOf, type AccountActState } from './account-act.ts';
import type { Acted } from './ask-account-act.ts';
import { actsOnAccount, actsWhere, countUnseenActs } from './list-account-acts.ts';
import { markAccountActsSeen } from './mark-account-acts-seen.ts';

const AccountActKindEnum = builder.enumType('AccountActKind', {
  description: 'The kind of an account action.',
  values: {
    ENROL: { description: 'An account is enrolled.' },
    CHANGE_ROLES: { description: 'The account’s roles are changed.' },
    RESET_PASSWORD: { description: 'A one-time password replaces the current one.' },
    REMOVE_SECOND_FACTOR: { description: 'The second factor is disabled.' },
    LINK_OUTSIDE: { description: 'The account is linked to a unified identity, or unlinked.' },
    LEND: { description: 'Roles are delegated to a colleague, as requested by an administrator from their holder.' },
    GRANT_RANK: { description: 'An approver is given a rank of approval authority.' },
    END_RANK: { description: 'A rank of approval authority ends.' },
  } as const,
});

const AccountActStateEnum = builder.enumType('AccountActState', {
  description: 'The status of an account action.',
  values: {
    WAITING: { description: 'Awaiting a second person; nothing has been done yet.' },
    APPLIED: { description: 'Carried out immediately: the account holds no guarded role.' },
    CONFIRMED: { description: 'A second person confirmed it, and it was carried out.' },
    REFUSED: { description: 'Declined; nothing was done.' },
    WITHDRAWN: { description: 'Withdrawn by the requester; nothing was done.' },
    EXPIRED: { description: 'Expired without a decision; nothing was done.' },
  } satisfies Record<AccountActState, { description: string }>,
});

const whileWaiting = (act: Parameters<typeof stateOf>[0], { parts }: IdentityContext): boolean =>
  stateOf(act, parts.clock()) === 'WAITING';

/**
 * How many administrators may confirm acts, by organisation path, requester and account owner; one statement for the
 * whole request.
 */
const loadDeciders = createBatchLoader<IdentityContext, number>(async ({ tx }, keys) => {
  const rows = await tx.$queryRaw<{ key: string; deciders: number }[]>`
    select key, administrators_over(split_part(key, ' ', 1), string_to_array(split_part(key, ' ', 2), ',')::uuid[]) as deciders
    from unnest(${[...keys]}::text[]) as key`;
  return new Map(rows.map(({ key, deciders }) => [key, deciders]));
});

export const AccountActType = builder.prismaObject('AccountAct', {
  description: 'An action of an administrator on an account; on a guarded one it awaits a second person (账号事项).',
  select: { kind: true, staffId: true, askedById: true, outcome: true, expiresAt: true, organizationPath: true },
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({ type: AccountActKindEnum, description: 'The kind of action.', resolve: ({ kind }) => kind }),
    state: t.field({
      type: AccountActStateEnum,
      description: 'Its status.',
      resolve: (act, _arguments, { parts }) => stateOf(act, parts.clock()),
    }),
    staff: t.relation('staff', { nullable: true, description: 'The account; null for a person not enrolled yet.' }),
    name: t.exposeString('staffName', { description: 'The name of the person whose account it is.' }),
    username: t.exposeString('username', { description: 'The name under which the person signs in.' }),
    organization: t.field({
      type: OrganizationType,
      description: 'The organisation of the account.',
      select: { organization: true },
      resolve: ({ organization }) => organization,
    }),
    roles: t.field({
      type: [RoleEnum],
      description: 'The roles that the account is to hold, or that are delegated.',
      select: { roles: true },
      resolve: ({ roles }) => roles,
    }),
    rolesBefore: t.field({
      type: [RoleEnum],
      description: 'The roles that the account held when it was requested.',
      select: { rolesBefore: true },
      resolve: ({ rolesBefore }) => rolesBefore,
    }),
    outsideSubject: t.string({
      nullable: true,
      description: 'The unified identity to link; visible to those who may link it.',
      select: { outsideSubject: true },
      resolve: ({ outsideSubject }, _arguments, { actor }) =>
        permits(actor.roles, 'staff.manage') ? outsideSubject : null,
    }),
    rank: t.field({
      type: RankEnum,
      nullable: true,
      description: 'The rank that is granted or ends; null of any other act.',
      select: { rank: true },
      resolve: ({ rank }) => rank,
    }),
    to: t.relation('toStaff', { nullable: true, description: 'The person to whom roles are delegated.' }),
    firstDay: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The first day on which roles are lent or a rank is held; null of any other act.',
      select: { firstDay: true },
      resolve: ({ firstDay }) => firstDay && readStoredDate(firstDay),
    }),
    lastDay: t.field({
      type: 'LocalDate',
      nullable: true,
      description:
        'The last day on which roles are lent or a rank is held, included; null of any other act, or with no end.',
      select: { lastDay: true },
      resolve: ({ lastDay }) => lastDay && readStoredDate(lastDay),
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'The reason for the delegation; null for other kinds.',
    }),
    askedByName: t.exposeString('askedByName', {
      description: 'Who requested it, under the name they had at that time.',
    }),
    askedAt: t.expose('askedAt', { type: 'Instant', description: 'When it was requested.' }),
    expiresAt: t.expose('expiresAt', { type: 'Instant', description: 'When it expires if undecided.' }),
    decidedByName: t.exposeString('decidedByName', {
      nullable: true,
      description: 'Who confirmed, declined or withdrew it.',
    }),
    decidedAt: t.expose('decidedAt', {
      type: 'Instant',
      nullable: true,
      description: 'When it was confirmed, declined or withdrawn; null before.',
    }),
    seenAt: t.expose('seenAt', {
      type: 'Instant',
      nullable: true,
      description: 'When the owner of the account was last informed.',
    }),
    mayConfirm: t.boolean({
      description: 'Whether it awaits the signed-in person’s confirmation.',
      resolve: (act, _arguments, context) => whileWaiting(act, context) && mayConfirm(act, context.actor),
    }),
    mayRefuse: t.boolean({
      description: 'Whether the signed-in person may decline it.',
      resolve: (act, _arguments, context) => whileWaiting(act, context) && mayRefuse(act, context.actor),
    }),
    mayWithdraw: t.boolean({
      description: 'Whether it is undecided and was requested by the signed-in person.',
      resolve: (act, _arguments, context) => whileWaiting(act, context) && mayWithdraw(act, context.actor),
    }),
    deciders: t.int({
      description: 'How many people in the organisation and its superiors may confirm it; 0 if nobody can yet.',
      resolve: async ({ kind, organizationPath, askedById, staffId }, _arguments, context) => {
        if (kind === 'LEND') return 1;
        const parties = [askedById, staffId].filter(Boolean).join(',');
        return (await loadDeciders(context, `${organizationPath} ${parties}`)) ?? 0;
      },
    }),
  }),
});

/** The result type of a command on an account: the account if it exists already, and the act, which may still wait. */
export function actedResult(name: string) {
  return builder.objectRef<Result<Acted>>(name).implement({
    description: 'The result of a command on an account; the action says whether it awaits a second person.',
    fields: (t) => ({
      problems: t.field({
        type: ['Problem'],
        resolve: (result): readonly Problem[] => (result.ok ? [] : result.problems),
      }),
      staff: t.field({
        type: StaffType,
        nullable: true,
        description: 'The account; null for a person whose enrolment is undecided.',
        resolve: (result) => (result.ok ? result.value.staff : null),
      }),
      act: t.field({
        type: AccountActType,
        nullable: true,
        description: 'The action, and whether it is undecided; null if the command was refused.',
        resolve: (result) => (result.ok ? result.value.act : null),
      }),
    }),
  });
}

const AccountActPage = builder
  .objectRef<{ where: Prisma.AccountActWhereInput; page: { skip: number; take: number } }>('AccountActPage')
  .implement({
    fields: (t) => ({
      items: t.prismaField({
        type: [AccountActType],
        resolve: (query, { where, page }, _arguments, { tx }) =>
          tx.accountAct.findMany({ ...query, where, ...page, orderBy: [{ askedAt: 'desc' }, { id: 'desc' }] }),
      }),
      total: t.int({ resolve: ({ where }, _arguments, { tx }) => tx.accountAct.count({ where }) }),
    }),
  });

const AccountActFilterInput = builder.inputType('AccountActFilter', {
  fields: (t) => ({
    waiting: t.boolean({ description: 'True: only undecided; false: only settled or expired.' }),
    staffId: t.id({ description: 'Only those on this account.' }),
    forMe: t.boolean({ description: 'Only those awaiting the signed-in administrator’s confirmation.' }),
  }),
});

builder.queryField('accountActs', (t) =>
  t.field({
    type: AccountActPage,
    description: 'Account actions, done and undecided, latest first: for administrators and auditors.',
    args: { filter: t.arg({ type: AccountActFilterInput }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'account-act.read');
      return { where: actsWhere(filter ?? {}, context.actor.staffId, context.parts.clock()), page: pageOf(page) };
    },
  }),
);

const mostOfOwn = 50;

builder.queryField('myAccountActs', (t) =>
  t.prismaField({
    type: [AccountActType],
    description: 'Actions done or requested on the reader’s own account in the last 90 days, latest first.',
    resolve: (query, _root, _arguments, { actor, tx, parts }) =>
      tx.accountAct.findMany({
        ...query,
        where: actsOnAccount(actor.staffId, parts.clock()),
        orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
        take: mostOfOwn,
      }),
  }),
);

builder.objectFields(Me, (t) => ({
  accountNews: t.int({
    description:
      'The number of actions on the reader’s own account not yet marked as seen: requested, carried out, or declined.',
    resolve: (_me, _arguments, { actor, tx, parts }) => countUnseenActs(tx, actor.staffId, parts.clock()),
  }),
}));

const MarkAccountActsSeenResult = commandResult(builder, 'MarkAccountActsSeenResult', 'seen', 'Int');

builder.mutationField('markAccountActsSeen', (t) =>
  t.field({
    type: MarkAccountActsSeenResult,
    description: 'Marks the actions on the reader’s own account as seen.',
    resolve: (_root, _arguments, context) => markAccountActsSeen(context),
  }),
);
