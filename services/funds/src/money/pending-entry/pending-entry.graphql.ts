import { describedValues, requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { PendingEntryKind } from './pending-entry.ts';

const PendingEntryKindEnum = builder.enumType('PendingEntryKind', {
  description: 'The kind of an entry above the limit.',
  values: describedValues<PendingEntryKind>({
    RECEIPT: 'Money received in a fund (入账).',
    ALLOCATION: 'Money to be allocated to a subordinate (下拨).',
  }),
});

export const PendingEntryType = builder.prismaObject('PendingEntry', {
  description: 'An entry above the limit, which the head of finance checks before it is posted (待复核入账).',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({
      description: 'Whether it is a receipt or an allocation.',
      type: PendingEntryKindEnum,
      select: { kind: true },
      resolve: ({ kind }) => kind as PendingEntryKind,
    }),
    fundId: t.exposeID('fundId', { description: 'The fund that it is entered for.' }),
    fundName: t.exposeString('fundName', { description: 'Its name at that time.' }),
    amount: t.expose('amountFen', { type: 'Yuan', description: 'In yuan, above the limit.' }),
    counterpart: t.exposeString('counterpart', { description: 'The payer, or the unit that receives it.' }),
    document: t.exposeString('document', { description: 'The number of the supporting document.' }),
    proposedBy: t.exposeString('proposedByName', { description: 'Who entered it.' }),
    proposedAt: t.expose('proposedAt', { type: 'Instant', description: 'When it was entered.' }),
    isOwn: t.boolean({
      description: 'Whether the reader entered it and therefore may not check it.',
      select: { proposedBy: true },
      resolve: ({ proposedBy }, _arguments, { actor }) => proposedBy === actor.staffId,
    }),
    carriedOut: t.exposeBoolean('carriedOut', {
      nullable: true,
      description: 'True: confirmed and posted. False: returned. Null: awaiting the check.',
    }),
    opinion: t.exposeString('opinion', { nullable: true, description: 'Why it was returned.' }),
    decidedBy: t.exposeString('decidedByName', { nullable: true, description: 'Who checked it.' }),
    decidedAt: t.expose('decidedAt', { type: 'Instant', nullable: true, description: 'When it was checked.' }),
  }),
});

/** How many decided entries are shown beside the waiting ones. */
const mostShown = 200;

builder.queryField('pendingEntries', (t) =>
  t.prismaField({
    type: [PendingEntryType],
    description:
      'The entries above the limit of the reader’s own book: those awaiting the check first, then the latest decided.',
    resolve: (query, _root, _arguments, context) => {
      requirePermission(context, 'fund.read');
      return context.tx.pendingEntry.findMany({
        ...query,
        where: { organizationPath: context.actor.scope },
        orderBy: [{ decidedAt: { sort: 'desc', nulls: 'first' } }, { proposedAt: 'asc' }],
        take: mostShown,
      });
    },
  }),
);
