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
  description: 'What is done on an account.',
  values: {
    ENROL: { description: 'Somebody is given an account.' },
    CHANGE_ROLES: { description: 'The account’s roles are others.' },
    RESET_PASSWORD: { description: 'A one-time password takes the place of the present one.' },
    REMOVE_SECOND_FACTOR: { description: 'The second factor is taken off.' },
    LINK_OUTSIDE: { description: 'The account is linked to an outside provider’s name of a person, or unlinked.' },
    LEND: { description: 'Roles are lent to a colleague, as an administrator asks of their holder.' },
    GRANT_RANK: { description: 'An approver is given a rank of approval authority.' },
    END_RANK: { description: 'A rank of approval authority ends.' },
  } as const,
});

const AccountActStateEnum = builder.enumType('AccountActState', {
  description: 'How far an act on an account has come.',
  values: {
    WAITING: { description: 'It waits for a second person; nothing was done yet.' },
    APPLIED: { description: 'It was carried out at once: the account holds no guarded role.' },
    CONFIRMED: { description: 'A second person confirmed it, and it was carried out.' },
    REFUSED: { description: 'It was refused; nothing was done.' },
    WITHDRAWN: { description: 'Who asked took it back; nothing was done.' },
    EXPIRED: { description: 'Nobody decided it in time; nothing was done.' },
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
  description: 'What an administrator does on an account; on a guarded one it waits for a second person (账号事项).',
  select: { kind: true, staffId: true, askedById: true, outcome: true, expiresAt: true, organizationPath: true },
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({ type: AccountActKindEnum, description: 'What is done.', resolve: ({ kind }) => kind }),
    state: t.field({
      type: AccountActStateEnum,
      description: 'How far it has come.',
      resolve: (act, _arguments, { parts }) => stateOf(act, parts.clock()),
    }),
    staff: t.relation('staff', { nullable: true, description: 'On whom; null of somebody who was not enrolled yet.' }),
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
      description: 'Those that the account comes to hold, or that are lent.',
      select: { roles: true },
      resolve: ({ roles }) => roles,
    }),
    rolesBefore: t.field({
      type: [RoleEnum],
      description: 'The roles that the account held when it was asked.',
      select: { rolesBefore: true },
      resolve: ({ rolesBefore }) => rolesBefore,
    }),
    outsideSubject: t.string({
      nullable: true,
      description: 'The outside provider’s name of the person to be linked; told to those who may link it.',
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
    to: t.relation('toStaff', { nullable: true, description: 'To whom roles are lent.' }),
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
    reason: t.exposeString('reason', { nullable: true, description: 'Why roles are lent; null unless they are.' }),
    askedByName: t.exposeString('askedByName', { description: 'Who asked for it, by the name they had then.' }),
    askedAt: t.expose('askedAt', { type: 'Instant', description: 'When it was asked for.' }),
    expiresAt: t.expose('expiresAt', { type: 'Instant', description: 'Undecided until then, it lapses.' }),
    decidedByName: t.exposeString('decidedByName', {
      nullable: true,
      description: 'Who confirmed, refused or withdrew it.',
    }),
    decidedAt: t.expose('decidedAt', {
      type: 'Instant',
      nullable: true,
      description: 'When it was confirmed, refused or taken back; null before.',
    }),
    seenAt: t.expose('seenAt', {
      type: 'Instant',
      nullable: true,
      description: 'When the owner of the account was last told.',
    }),
    mayConfirm: t.boolean({
      description: 'Whether it waits for the signed-in person’s word.',
      resolve: (act, _arguments, context) => whileWaiting(act, context) && mayConfirm(act, context.actor),
    }),
    mayRefuse: t.boolean({
      description: 'Whether the signed-in person may stop it.',
      resolve: (act, _arguments, context) => whileWaiting(act, context) && mayRefuse(act, context.actor),
    }),
    mayWithdraw: t.boolean({
      description: 'Whether it waits and is the signed-in person’s own.',
      resolve: (act, _arguments, context) => whileWaiting(act, context) && mayWithdraw(act, context.actor),
    }),
    deciders: t.int({
      description: 'How many people may confirm it, of the organisation and of its superiors; 0: nobody can yet.',
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
    description: 'What came of a command on an account; the act says whether it waits for a second person.',
    fields: (t) => ({
      problems: t.field({
        type: ['Problem'],
        resolve: (result): readonly Problem[] => (result.ok ? [] : result.problems),
      }),
      staff: t.field({
        type: StaffType,
        nullable: true,
        description: 'The account; null of somebody whose enrolment waits.',
        resolve: (result) => (result.ok ? result.value.staff : null),
      }),
      act: t.field({
        type: AccountActType,
        nullable: true,
        description: 'What was asked, and whether it waits; null where it was refused.',
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
    waiting: t.boolean({ description: 'True: those that wait; false: those that are settled or have lapsed.' }),
    staffId: t.id({ description: 'On one account alone.' }),
    forMe: t.boolean({ description: 'Those alone that wait for the signed-in administrator’s word.' }),
  }),
});

builder.queryField('accountActs', (t) =>
  t.field({
    type: AccountActPage,
    description: 'What was done and what waits to be done on accounts, latest first: for administrators and auditors.',
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
    description: 'What was done or asked on the own account in the last 90 days, latest first.',
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
      'Of how many acts on the own account the person has not yet been told: asked for, carried out, or refused.',
    resolve: (_me, _arguments, { actor, tx, parts }) => countUnseenActs(tx, actor.staffId, parts.clock()),
  }),
}));

const MarkAccountActsSeenResult = commandResult(builder, 'MarkAccountActsSeenResult', 'seen', 'Int');

builder.mutationField('markAccountActsSeen', (t) =>
  t.field({
    type: MarkAccountActsSeenResult,
    description: 'The owner has read what was done or asked on the own account.',
    resolve: (_root, _arguments, context) => markAccountActsSeen(context),
  }),
);
