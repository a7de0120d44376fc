import { expect, test } from 'vitest';
import { places, waitingAt } from './places.ts';

const fundsWork = {
  grantsCommitted: 4,
  grantsCommittedAmount: '1200.00',
  grantsHeld: 0,
  decisionsToAnswer: 0,
  returnsToConfirm: 0,
  grantsAwaitingFunds: 0,
  grantsAwaitingAmount: '0.00',
  batchesToApprove: 2,
  batchesToPay: 5,
  batchesToAnswer: 1,
  allocationsInTransit: 3,
  entriesToCheck: 1,
  available: '0.00',
  committed: '0.00',
};

test('a menu entry counts only the user’s own work', () => {
  const waiting = (to: string, actions: readonly string[]) =>
    waitingAt(
      places.find((place) => place.to === to)!,
      actions,
      { fundsWork },
    );
  expect([waiting('/batches', ['batch.approve']), waiting('/batches', ['batch.pay'])]).toEqual([3, 5]);
  expect([waiting('/funds', ['entry.check']), waiting('/funds', ['receipt.record'])]).toEqual([1, undefined]);
  expect([waiting('/grants', ['batch.prepare']), waiting('/grants', ['batch.approve'])]).toEqual([4, undefined]);
});

const reportingWork = {
  toSubmit: 1,
  toReview: 0,
  subordinatesNotSubmitted: 0,
  formsToIssue: 0,
  subordinates: 0,
  dueOn: '2027-01-31',
};

test('the table counts as work for those who submit it, not for those who only read it', () => {
  const table = places.find((place) => place.to === '/reports/warmth-table')!;
  expect(waitingAt(table, ['report.read', 'report.submit'], { reportingWork })).toBe(1);
  expect(waitingAt(table, ['report.read', 'case-file.review'], { reportingWork })).toBeUndefined();
});

test('a menu entry has the name of the page that it leads to', () => {
  expect(places.filter(({ word }) => word.startsWith('menu.'))).toEqual([]);
});
