import { requirePermission } from '@nuangong/subgraph';
import { builder } from '../builder.ts';
import { countFundsWork, type FundsWork } from './funds-work.ts';

const FundsWorkCounts = builder.objectRef<FundsWork>('FundsWorkCounts').implement({
  fields: (t) => ({
    grantsCommitted: t.exposeInt('grantsCommitted'),
    grantsCommittedAmount: t.expose('grantsCommittedAmount', { type: 'Yuan' }),
    grantsHeld: t.exposeInt('grantsHeld', { description: 'Unpaid grants that may not be paid now.' }),
    decisionsToAnswer: t.exposeInt('decisionsToAnswer', {
      description: 'Unpaid grants for which something is proposed that a second person has not answered.',
    }),
    returnsToConfirm: t.exposeInt('returnsToConfirm', {
      description: 'Returned payments that the head of finance has not confirmed.',
    }),
    grantsAwaitingFunds: t.exposeInt('grantsAwaitingFunds'),
    grantsAwaitingAmount: t.expose('grantsAwaitingAmount', { type: 'Yuan' }),
    batchesToApprove: t.exposeInt('batchesToApprove'),
    batchesToPay: t.exposeInt('batchesToPay'),
    batchesToAnswer: t.exposeInt('batchesToAnswer', {
      description: 'Approved batches in which something came to light since that the head of finance has not answered.',
    }),
    allocationsInTransit: t.exposeInt('allocationsInTransit'),
    entriesToCheck: t.exposeInt('entriesToCheck', {
      description: 'Receipts and allocations above the limit that wait for the head of finance.',
    }),
    available: t.expose('available', { type: 'Yuan' }),
  }),
});

builder.queryField('fundsWork', (t) =>
  t.field({
    type: FundsWorkCounts,
    resolve: (_root, _arguments, context) => {
      requirePermission(context, 'fund.read');
      return countFundsWork(context.tx, context.actor.scope);
    },
  }),
);
