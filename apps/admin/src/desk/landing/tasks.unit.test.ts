import { expect, test } from 'vitest';
import { dueOf, tasksFor } from './tasks.ts';

const caseWork = {
  drafts: 3,
  returned: 1,
  submitted: 2,
  reviewed: 0,
  postingsEnded: 0,
  postingsRunning: 0,
  openObjections: 0,
  proposals: 0,
  postingsToConfirm: 0,
  payeesToConfirm: 4,
  paymentsReturned: 2,
  dibaoLinesToConfirm: 0,
  active: 9,
  applicationsToApprove: 23,
  applicationsReturned: 0,
  filesToPutForward: 0,
  applicationsAwaitingFunds: 0,
  applicationsAmountToApprove: '6900.00',
};

test('a clerk sees returned and unfinished files, not those that others decide', () => {
  const words = tasksFor(['case-file.submit'], { caseWork }, '2026-11-23').map((task) => task.word);
  expect(words).toEqual(['task.returned', 'task.drafts']);
});

test('a returned payment is a task of the person in charge of the household, its correction of the second person', () => {
  const seen = (actions: readonly string[]) =>
    tasksFor(actions, { caseWork }, '2026-11-23').map(({ word, count }) => [word, count]);
  expect(seen(['household.register'])).toEqual([['task.paymentsReturned', 2]]);
  expect(seen(['payee.confirm'])).toEqual([['task.payeesToConfirm', 4]]);
});

test('an approver sees number and amount', () => {
  const [task] = tasksFor(['application.approve'], { caseWork }, '2026-11-23');
  expect(task).toMatchObject({ count: 23, amount: '6,900.00', to: '/applications', due: 'today' });
});

test('a task is overdue from the day after its due day', () => {
  expect(dueOf('2026-11-22', '2026-11-23')).toBe('overdue');
  expect(dueOf('2026-11-23', '2026-11-23')).toBe('today');
  expect(dueOf('2026-11-30', '2026-11-23')).toBe('week');
  expect(dueOf('2026-12-01', '2026-11-23')).toBe('later');
});

test('passed limitations come first, then those that end soon; each case counts once', () => {
  const employmentLegalWork = {
    jobSeekersOpen: 0,
    vacanciesOpen: 0,
    referralsOpen: 0,
    legalCasesOpen: 5,
    deadlinesPassed: 2,
    deadlinesWithin30Days: 3,
    wageClaimsOpen: 0,
  };
  const tasks = tasksFor(['legal-case.manage'], { employmentLegalWork }, '2026-11-23');
  expect(tasks.map(({ word, count, due }) => [word, count, due])).toEqual([
    ['task.deadlinesPassed', 2, 'overdue'],
    ['task.deadlines', 1, 'week'],
    ['task.legalCases', 2, 'later'],
  ]);
  expect(tasks[0]?.to).toContain('deadlineWithinDays');
});
