import { requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { countFundsWork, type FundsWork } from './count-funds-work.ts';

const FundsWorkCounts = builder.objectRef<FundsWork>('FundsWorkCounts').implement({
  description: 'How much work waits in funds, for the landing page (待办).',
  fields: (t) => ({
    grantsCommitted: t.exposeInt('grantsCommitted', {
      description: 'Grants with money set aside that are in no batch.',
    }),
    grantsCommittedAmount: t.expose('grantsCommittedAmount', { type: 'Yuan', description: 'The sum of those.' }),
    grantsHeld: t.exposeInt('grantsHeld', { description: 'Unpaid grants that may not be paid now.' }),
    decisionsToAnswer: t.exposeInt('decisionsToAnswer', {
      description: 'Unpaid grants for which something is proposed that a second person has not answered.',
    }),
    returnsToConfirm: t.exposeInt('returnsToConfirm', {
      description: 'Returned payments that the head of finance has not confirmed.',
    }),
    grantsAwaitingFunds: t.exposeInt('grantsAwaitingFunds', { description: 'Grants for which the book lacks money.' }),
    grantsAwaitingAmount: t.expose('grantsAwaitingAmount', {
      type: 'Yuan',
      description: 'The sum of what is lacking.',
    }),
    batchesToApprove: t.exposeInt('batchesToApprove', { description: 'Batches that wait for the head of finance.' }),
    batchesToPay: t.exposeInt('batchesToPay', { description: 'Approved batches that are not paid.' }),
    batchesToAnswer: t.exposeInt('batchesToAnswer', {
      description: 'Approved batches in which something came to light since that the head of finance has not answered.',
    }),
    allocationsInTransit: t.exposeInt('allocationsInTransit', {
      description: 'Allocations sent to the reader’s organisation that it has not confirmed.',
    }),
    entriesToCheck: t.exposeInt('entriesToCheck', {
      description: 'Receipts and allocations above the limit that wait for the head of finance.',
    }),
    available: t.expose('available', { type: 'Yuan', description: 'What the funds of the book can still give.' }),
  }),
});

builder.queryField('fundsWork', (t) =>
  t.field({
    type: FundsWorkCounts,
    description: 'What waits in funds for the reader.',
    resolve: (_root, _arguments, context) => {
      requirePermission(context, 'fund.read');
      return countFundsWork(context.tx, context.actor.scope);
    },
  }),
);
