import { expect, test } from 'vitest';
import { nextSteps } from './next-steps.ts';

type Work = NonNullable<Parameters<typeof nextSteps>[0]['caseWork']>;
const none: Work = {
  drafts: 0,
  returned: 0,
  submitted: 0,
  reviewed: 0,
  active: 0,
  postingsEnded: 0,
  postingsRunning: 0,
  openObjections: 0,
  proposals: 0,
  postingsToConfirm: 0,
  dibaoLinesToConfirm: 0,
  payeesToConfirm: 0,
  paymentsReturned: 0,
  applicationsToApprove: 0,
  applicationsReturned: 0,
  filesToPutForward: 0,
  applicationsAwaitingFunds: 0,
  applicationsAmountToApprove: '0.00',
};
const noMoney: NonNullable<Parameters<typeof nextSteps>[0]['fundsWork']> = {
  grantsCommitted: 0,
  grantsCommittedAmount: '0.00',
  grantsHeld: 0,
  decisionsToAnswer: 0,
  returnsToConfirm: 0,
  grantsAwaitingFunds: 0,
  grantsAwaitingAmount: '0.00',
  batchesToApprove: 0,
  batchesToPay: 0,
  batchesToAnswer: 0,
  allocationsInTransit: 0,
  entriesToCheck: 0,
  available: '0.00',
  committed: '0.00',
};
const steps = (work: Partial<Work>, ...actions: readonly string[]) =>
  nextSteps({ caseWork: { ...none, ...work } }, (action) => actions.includes(action)).map(({ words, count }) => [
    words,
    count,
  ]);
const clerk = ['roster.import', 'household.register', 'case-file.submit', 'application.put-forward'];

test('on the first day the clerk imports a roster or registers a household', () => {
  expect(steps({}, ...clerk)).toEqual([
    ['nextStep.import', 0],
    ['nextStep.register', 0],
  ]);
});

test('after review comes the posting, after it the files, then the campaign’s list: each for who takes the step', () => {
  expect(steps({ reviewed: 325 }, 'posting.publish', 'case-file.review')).toEqual([['nextStep.post', 325]]);
  expect(steps({ postingsEnded: 1 }, 'case-file.activate')).toEqual([['nextStep.open', 1]]);
  expect(steps({ active: 325, filesToPutForward: 325 }, ...clerk)).toEqual([['nextStep.putForward', 325]]);
});

test('money goes on to whoever receives, approves or pays it', () => {
  const money = { ...noMoney, batchesToPay: 2, batchesToApprove: 1, allocationsInTransit: 3 };
  const stepsOf = (...actions: readonly string[]) =>
    nextSteps({ fundsWork: money }, (action) => actions.includes(action)).map(({ to, words, count }) => [
      to,
      words,
      count,
    ]);
  expect(stepsOf('batch.pay', 'allocation.receive')).toEqual([
    ['/batches', 'nextStep.pay', 2],
    ['/allocations', 'nextStep.receive', 3],
  ]);
  expect(stepsOf('batch.approve')).toEqual([['/batches', 'nextStep.approveBatches', 1]]);
});

test('whoever has no part in what waits is sent nowhere', () => {
  expect(steps({ reviewed: 325 }, ...clerk)).toEqual([]);
  expect(steps({}, 'case-file.review')).toEqual([]);
});
