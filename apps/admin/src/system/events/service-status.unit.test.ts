import { describe, expect, it } from 'vitest';
import { statusOf, waitOf } from './service-status.ts';

const consumer = { name: 'funds', lastHandledAt: null, lagSeconds: null, backlogEvents: 0, backlogSeconds: null };
const normal = {
  service: 'funds',
  outbox: { unsent: 0, oldestUnsentSeconds: 0, heldBack: 0, heldBackBy: null },
  consumer,
  deadLetters: 0,
  deadLettersByType: [],
};

describe('the status of a service’s events', () => {
  it.each([
    ['that did not answer', null, 'UNREACHABLE'],
    ['with nothing waiting', normal, 'NORMAL'],
    ['that hears of nothing', { ...normal, consumer: null }, 'NORMAL'],
    [
      'with a few events for a moment',
      { ...normal, consumer: { ...consumer, backlogEvents: 40, backlogSeconds: 2 } },
      'NORMAL',
    ],
    ['with many events', { ...normal, consumer: { ...consumer, backlogEvents: 501, backlogSeconds: null } }, 'BEHIND'],
    [
      'with an event that waits',
      { ...normal, outbox: { unsent: 1, oldestUnsentSeconds: 11, heldBack: 1, heldBackBy: null } },
      'BEHIND',
    ],
    [
      'with a dead letter and a backlog',
      { ...normal, deadLetters: 1, consumer: { ...consumer, backlogEvents: 900 } },
      'DEAD_LETTERS',
    ],
    [
      'whose outbox does not move',
      { ...normal, deadLetters: 1, outbox: { unsent: 1, oldestUnsentSeconds: 61, heldBack: 0, heldBackBy: null } },
      'STUCK',
    ],
    [
      'whose consumer does not move',
      { ...normal, consumer: { ...consumer, backlogEvents: 1, backlogSeconds: 301 } },
      'STUCK',
    ],
    ['whose transport is silent', { ...normal, consumer: { ...consumer, backlogEvents: null } }, 'STUCK'],
  ])('%s', (_, events, status) => {
    expect(statusOf(events)).toBe(status);
  });
});

it('a waiting time is shown in its natural unit', () => {
  expect([0.4, 119, 120, 7_199, 7_200, 172_799, 172_800].map(waitOf)).toEqual([
    { count: 0, unit: 'seconds' },
    { count: 119, unit: 'seconds' },
    { count: 2, unit: 'minutes' },
    { count: 120, unit: 'minutes' },
    { count: 2, unit: 'hours' },
    { count: 48, unit: 'hours' },
    { count: 2, unit: 'days' },
  ]);
});
