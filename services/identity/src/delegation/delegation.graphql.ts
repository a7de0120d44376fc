import { readStoredDate, storedDate } from '@nuangong/database';
import { addDays, localDateAt, type Problem, type Result } from '@nuangong/primitives';
import { commandResult, requirePermission } from '@nuangong/subgraph';
import { AccountActType } from '../account-act/account-act.graphql.ts';
import { builder } from '../builder.ts';
import { RoleEnum } from '../staff/staff.graphql.ts';
import { delegateRoles, type Lent } from './delegate-roles.ts';
import { isInForce } from './delegation.ts';
import { endDelegation } from './end-delegation.ts';

type DelegationState = 'AHEAD' | 'IN_FORCE' | 'OVER';

const DelegationStateEnum = builder.enumType('DelegationState', { values: ['AHEAD', 'IN_FORCE', 'OVER'] as const });

const DelegationType = builder.prismaObject('Delegation', {
  description: 'Roles lent to a colleague of the same organisation for some days, both included (临时委托).',
  fields: (t) => ({
    id: t.exposeID('id'),
    from: t.relation('fromStaff'),
    to: t.relation('toStaff'),
    roles: t.field({ type: [RoleEnum], select: { roles: true }, resolve: ({ roles }) => roles }),
    firstDay: t.field({ type: 'LocalDate', select: { firstDay: true }, resolve: (one) => readStoredDate(one.firstDay) }),
    lastDay: t.field({ type: 'LocalDate', select: { lastDay: true }, resolve: (one) => readStoredDate(one.lastDay) }),
    reason: t.exposeString('reason'),
    madeBy: t.relation('madeBy'),
    endedAt: t.expose('endedAt', { type: 'Instant', nullable: true }),
    state: t.field({
      type: DelegationStateEnum,
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

/** How long a delegation that is over stays in the list; in days. */
const shownDays = 90;
const mostDelegations = 100;

builder.queryField('delegations', (t) =>
  t.prismaField({
    type: [DelegationType],
    description: 'What the signed-in person lends and borrows, or what another does, for who manages staff; latest first.',
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
    fromStaffId: t.id({ description: 'Whose roles are lent; the signed-in person’s where it is left out.' }),
    toStaffId: t.id({ required: true }),
    roles: t.field({ type: [RoleEnum], required: true }),
    firstDay: t.field({ type: 'LocalDate', required: true }),
    lastDay: t.field({ type: 'LocalDate', required: true }),
    reason: t.string({ required: true }),
  }),
});
const DelegateRolesResult = builder.objectRef<Result<Lent>>('DelegateRolesResult').implement({
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result): readonly Problem[] => (result.ok ? [] : result.problems) }),
    delegation: t.field({ type: DelegationType, nullable: true, resolve: (result) => (result.ok ? result.value.delegation : null) }),
    act: t.field({
      type: AccountActType,
      nullable: true,
      description: 'Where somebody else’s roles are lent: it waits for that person’s word.',
      resolve: (result) => (result.ok ? result.value.act : null),
    }),
  }),
});

builder.mutationField('delegateRoles', (t) =>
  t.field({
    type: DelegateRolesResult,
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
    args: { input: t.arg({ type: EndDelegationInput, required: true }) },
    resolve: (_root, { input }, context) => endDelegation(context, input),
  }),
);
