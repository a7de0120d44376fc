import { describedValues, requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { PendingEntryKind } from './pending-entry.ts';

const PendingEntryKindEnum = builder.enumType('PendingEntryKind', {
  description: 'What an entry above the limit is.',
  values: describedValues<PendingEntryKind>({
    RECEIPT: 'Money that came into a fund (入账).',
    ALLOCATION: 'Money that is to be sent down (下拨).',
  }),
});

export const PendingEntryType = builder.prismaObject('PendingEntry', {
  description: 'An entry above the limit, which the head of finance checks before it is booked (待复核入账).',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({
      description: 'Whether money came in or is to go down.',
      type: PendingEntryKindEnum,
      select: { kind: true },
      resolve: ({ kind }) => kind as PendingEntryKind,
    }),
    fundId: t.exposeID('fundId', { description: 'The fund that it is entered for.' }),
    fundName: t.exposeString('fundName', { description: 'Its name at that time.' }),
    amount: t.expose('amountFen', { type: 'Yuan', description: 'In yuan, above the limit.' }),
    counterpart: t.exposeString('counterpart', { description: 'Who paid it, or the unit that it goes to.' }),
    document: t.exposeString('document', { description: 'The number of the document that it rests on.' }),
    proposedBy: t.exposeString('proposedByName', { description: 'Who entered it.' }),
    proposedAt: t.expose('proposedAt', { type: 'Instant', description: 'When it was entered.' }),
    isOwn: t.boolean({
      description: 'Entered by whoever asks, who therefore does not check it.',
      select: { proposedBy: true },
      resolve: ({ proposedBy }, _arguments, { actor }) => proposedBy === actor.staffId,
    }),
    carriedOut: t.exposeBoolean('carriedOut', {
      nullable: true,
      description: 'True: confirmed and booked. False: sent back. Null while it waits.',
    }),
    opinion: t.exposeString('opinion', { nullable: true, description: 'Why it was sent back.' }),
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
      'The entries of the actor’s own book above the limit: those that wait first, then the latest decided ones.',
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
