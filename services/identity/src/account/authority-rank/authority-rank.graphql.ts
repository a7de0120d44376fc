import { builder } from '../../builder.ts';
import { actedResult } from '../account-act/account-act.graphql.ts';
import { RankEnum, StaffType } from '../staff/staff.graphql.ts';
import { endRank } from './end-rank.ts';
import { grantRank } from './grant-rank.ts';
import { firstDay, lastDay } from '../../organization/in-force/in-force-fields.ts';

builder.prismaObject('AuthorityRank', {
  description: 'How high an approver signs for the organisation, from one day to another, both included (审批权限).',
  fields: (t) => ({
    id: t.exposeID('id'),
    rank: t.field({
      type: RankEnum,
      description: 'Which rank.',
      select: { rank: true },
      resolve: ({ rank }) => rank,
    }),
    inForceFrom: t.field(firstDay('Its first day.')),
    inForceTo: t.field(
      lastDay('Its last day, included; null: no end is set; before its first: it never came into force.'),
    ),
  }),
});

const mostRanks = 50;

builder.prismaObjectField(StaffType, 'ranks', (t) =>
  t.relation('ranks', {
    query: { orderBy: [{ inForceFrom: 'desc' }, { id: 'desc' }], take: mostRanks },
    description: 'The ranks that the account holds, held or will hold, the latest first.',
  }),
);

const GrantAuthorityRankInput = builder.inputType('GrantAuthorityRankInput', {
  fields: (t) => ({
    staffId: t.id({ required: true, description: 'The holder: the id of a `Staff` with the role of approver.' }),
    rank: t.field({ type: RankEnum, required: true, description: 'Which rank.' }),
    from: t.field({
      type: 'LocalDate',
      description: 'Its first day, today or within a year; today where it is left out.',
    }),
    to: t.field({ type: 'LocalDate', description: 'Its last day, included; no end where it is left out.' }),
  }),
});
const GrantAuthorityRankResult = actedResult('GrantAuthorityRankResult');

builder.mutationField('grantAuthorityRank', (t) =>
  t.field({
    type: GrantAuthorityRankResult,
    description: 'Gives an approver a rank for the organisation; waits for a second person.',
    args: { input: t.arg({ type: GrantAuthorityRankInput, required: true }) },
    resolve: (_root, { input }, context) => grantRank(context, input),
  }),
);

const EndAuthorityRankInput = builder.inputType('EndAuthorityRankInput', {
  fields: (t) => ({
    authorityRankId: t.id({ required: true, description: 'The id of an `AuthorityRank` that is not over.' }),
    to: t.field({
      type: 'LocalDate',
      description: 'Its last day, included; today by default, yesterday to end it immediately.',
    }),
  }),
});
const EndAuthorityRankResult = actedResult('EndAuthorityRankResult');

builder.mutationField('endAuthorityRank', (t) =>
  t.field({
    type: EndAuthorityRankResult,
    description: 'Ends a rank before its last day; waits for a second person.',
    args: { input: t.arg({ type: EndAuthorityRankInput, required: true }) },
    resolve: (_root, { input }, context) => endRank(context, input),
  }),
);
