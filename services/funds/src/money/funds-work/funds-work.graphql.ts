import { requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { countFundsWork, type FundsWork } from './count-funds-work.ts';

const FundsWorkCounts = builder.objectRef<FundsWork>('FundsWorkCounts').implement({
  description: 'Pending work in funds, for the landing page (待办).',
  fields: (t) => ({
    grantsCommitted: t.exposeInt('grantsCommitted', {
      description: 'Committed grants that are in no batch.',
    }),
    grantsCommittedAmount: t.expose('grantsCommittedAmount', { type: 'Yuan', description: 'The sum of those.' }),
    grantsHeld: t.exposeInt('grantsHeld', { description: 'Unpaid grants on hold.' }),
    decisionsToAnswer: t.exposeInt('decisionsToAnswer', {
      description: 'Unpaid grants with a proposed decision awaiting a second person.',
    }),
    returnsToConfirm: t.exposeInt('returnsToConfirm', {
      description: 'Returned payments awaiting confirmation by the head of finance.',
    }),
    grantsAwaitingFunds: t.exposeInt('grantsAwaitingFunds', { description: 'Grants awaiting funds.' }),
    grantsAwaitingAmount: t.expose('grantsAwaitingAmount', {
      type: 'Yuan',
      description: 'The sum of the missing amounts.',
    }),
    batchesToApprove: t.exposeInt('batchesToApprove', {
      description: 'Batches awaiting approval by the head of finance that the reader may approve.',
    }),
    batchesToPay: t.exposeInt('batchesToPay', {
      description: 'Approved batches that are not paid and that the reader may pay.',
    }),
    batchesToAnswer: t.exposeInt('batchesToAnswer', {
      description: 'Approved batches with later findings that the head of finance has not answered.',
    }),
    allocationsInTransit: t.exposeInt('allocationsInTransit', {
      description: 'Allocations to the reader’s organisation whose receipt is not confirmed.',
    }),
    entriesToCheck: t.exposeInt('entriesToCheck', {
      description: 'Receipts and allocations above the limit awaiting the head of finance.',
    }),
    committed: t.expose('committed', {
      type: 'Yuan',
      description: 'What is committed of the book’s funds and not paid yet, in a batch or in none.',
    }),
    available: t.expose('available', { type: 'Yuan', description: 'The available balance of the book’s funds.' }),
  }),
});

builder.queryField('fundsWork', (t) =>
  t.field({
    type: FundsWorkCounts,
    description: 'The reader’s pending work in funds.',
    resolve: (_root, _arguments, context) => {
      requirePermission(context, 'fund.read');
      return countFundsWork(context.tx, context.actor.scope);
    },
  }),
);
