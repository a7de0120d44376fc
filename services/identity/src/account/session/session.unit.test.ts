import { expect, test } from 'vitest';
import { accessLifetimeSeconds, decideRefresh } from './session.ts';

const now = new Date('2026-11-23T06:00:00Z');
const later = new Date('2026-11-23T07:00:00Z');

test('given a live session, when its present token comes, then it is renewed', () => {
  expect(decideRefresh({ current: true, expiresAt: later, endedAt: null }, now).kind).toBe('RENEW');
});

test('given a live session, when an exchanged token comes again, then the session ends', () => {
  expect(decideRefresh({ current: false, expiresAt: later, endedAt: null }, now).kind).toBe('REUSED');
});

test('given a session that ended or expired, when any token comes, then it is over', () => {
  expect(decideRefresh({ current: true, expiresAt: now, endedAt: null }, now).kind).toBe('OVER');
  expect(decideRefresh({ current: true, expiresAt: later, endedAt: now }, now).kind).toBe('OVER');
});

test('given borrowed roles, when midnight in China is near, then the token ends with the day', () => {
  expect(accessLifetimeSeconds(true, new Date('2026-11-23T15:59:00Z'))).toBe(60);
  expect(accessLifetimeSeconds(true, new Date('2026-11-23T15:59:59.900Z'))).toBe(1);
  expect(accessLifetimeSeconds(true, now)).toBe(600);
  expect(accessLifetimeSeconds(false, new Date('2026-11-23T15:59:00Z'))).toBe(600);
});
