import { readStoredDate, storedDate } from '@nuangong/database';
import { addDays, localDateAt, type Problem, type Result } from '@nuangong/primitives';
import { commandResult, describedValues, requirePermission } from '@nuangong/subgraph';
import { AccountActType } from '../account-act/account-act.graphql.ts';
import { builder } from '../../builder.ts';
import { RoleEnum } from '../staff/staff.graphql.ts';
import { delegateRoles, type Lent } from './delegate-roles.ts';
import { isInForce } from '../staff/delegation.ts';
import { endDelegation } from './end-delegation.ts';

type DelegationState = 'AHEAD' | 'IN_FORCE' | 'OVER';

const DelegationStateEnum = builder.enumType('DelegationState', {
  description: 'The status of a delegation today.',
  values: describedValues<DelegationState>({
    AHEAD: 'Not started.',
    IN_FORCE: 'In effect today.',
    OVER: 'Its last day is over, or it was ended early.',
  }),
});

const DelegationType = builder.prismaObject('Delegation', {
  description:
    'Roles delegated to a colleague of the same organisation for a period, first and last day included (临时委托).',
  fields: (t) => ({
    id: t.exposeID('id'),
    from: t.relation('fromStaff', { description: 'The delegating person.' }),
    to: t.relation('toStaff', { description: 'The colleague who acts in them.' }),
    roles: t.field({
      type: [RoleEnum],
      description: 'The roles delegated.',
      select: { roles: true },
      resolve: ({ roles }) => roles,
    }),
    firstDay: t.field({
      type: 'LocalDate',
      description: 'The first day.',
      select: { firstDay: true },
      resolve: (one) => readStoredDate(one.firstDay),
    }),
    lastDay: t.field({
      type: 'LocalDate',
      description: 'The last day, included.',
      select: { lastDay: true },
      resolve: (one) => readStoredDate(one.lastDay),
    }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    madeBy: t.relation('madeBy', {
      description: 'Who made it: the delegating person, or an administrator with that person’s confirmation.',
    }),
    endedAt: t.expose('endedAt', {
      type: 'Instant',
      nullable: true,
      description: 'When it was ended early; null if it was not.',
    }),
    state: t.field({
      type: DelegationStateEnum,
      description: 'Its status today.',
      select: { firstDay: true, lastDay: true, endedAt: true },
      resolve: ({ firstDay, lastDay, endedAt }, _arguments, { parts }): DelegationState => {
        const today = localDateAt(parts.clock());
        const days = { firstDay: readStoredDate(firstDay), lastDay: readStoredDate(lastDay) };
        if (endedAt !== null || days.lastDay < today) return 'OVER';
        return isInForce(days, today) ? 'IN_FORCE' : 'AHEAD';
      },
    }),
  }),
});

/** How long an ended delegation stays in the list; in days. */
const shownDays = 90;
const mostDelegations = 100;

builder.queryField('delegations', (t) =>
  t.prismaField({
    type: [DelegationType],
    description:
      'Delegations by and to the signed-in person, or another person for those who manage staff; latest first.',
    args: { staffId: t.arg.id() },
    resolve: (query, _root, { staffId }, context) => {
      if (staffId != null && staffId !== context.actor.staffId) requirePermission(context, 'staff.manage');
      const party = staffId ?? context.actor.staffId;
      const since = storedDate(addDays(localDateAt(context.parts.clock()), -shownDays));
      return context.tx.delegation.findMany({
        ...query,
        where: { OR: [{ fromStaffId: party }, { toStaffId: party }], lastDay: { gte: since } },
        orderBy: [{ firstDay: 'desc' }, { id: 'desc' }],
        take: mostDelegations,
      });
    },
  }),
);

const DelegateRolesInput = builder.inputType('DelegateRolesInput', {
  fields: (t) => ({
    fromStaffId: t.id({ description: 'The person whose roles are delegated; the signed-in person if left out.' }),
    toStaffId: t.id({ required: true, description: 'The colleague of the same organisation: the id of a `Staff`.' }),
    roles: t.field({
      type: [RoleEnum],
      required: true,
      description: 'The roles; only those that the delegating person holds.',
    }),
    firstDay: t.field({ type: 'LocalDate', required: true, description: 'The first day; not in the past.' }),
    lastDay: t.field({ type: 'LocalDate', required: true, description: 'The last day, included.' }),
    reason: t.string({ required: true, description: 'The reason; kept with the delegation.' }),
  }),
});
const DelegateRolesResult = builder.objectRef<Result<Lent>>('DelegateRolesResult').implement({
  fields: (t) => ({
    problems: t.field({
      type: ['Problem'],
      resolve: (result): readonly Problem[] => (result.ok ? [] : result.problems),
    }),
    delegation: t.field({
      type: DelegationType,
      nullable: true,
      description: 'The delegation; null if it awaits confirmation or was refused.',
      resolve: (result) => (result.ok ? result.value.delegation : null),
    }),
    act: t.field({
      type: AccountActType,
      nullable: true,
      description: 'The action, if another person’s roles are delegated: it awaits that person’s confirmation.',
      resolve: (result) => (result.ok ? result.value.act : null),
    }),
  }),
});

builder.mutationField('delegateRoles', (t) =>
  t.field({
    type: DelegateRolesResult,
    description: 'Delegates roles to a colleague for a period.',
    args: { input: t.arg({ type: DelegateRolesInput, required: true }) },
    resolve: (_root, { input }, context) => delegateRoles(context, input),
  }),
);

const EndDelegationInput = builder.inputType('EndDelegationInput', {
  fields: (t) => ({ delegationId: t.id({ required: true }) }),
});
const EndDelegationResult = commandResult(builder, 'EndDelegationResult', 'delegation', DelegationType);

builder.mutationField('endDelegation', (t) =>
  t.field({
    type: EndDelegationResult,
    description: 'Ends a delegation before its last day.',
    args: { input: t.arg({ type: EndDelegationInput, required: true }) },
    resolve: (_root, { input }, context) => endDelegation(context, input),
  }),
);
