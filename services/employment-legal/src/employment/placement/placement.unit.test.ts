import { localDate } from '@nuangong/primitives';
import { expect, test } from 'vitest';
import { decidePlacement, type ReferralStanding } from './placement.ts';

const today = localDate('2026-12-20');
const buildStanding = (overrides: Partial<ReferralStanding> = {}): ReferralStanding => ({
  referral: { status: 'REFERRED' },
  referredOn: localDate('2026-12-09'),
  jobSeeker: { status: 'OPEN' },
  vacancy: { positions: 2, filled: 1 },
  ...overrides,
});

test.each<[string, Partial<ReferralStanding>, string]>([
  ['placed already', { referral: { status: 'PLACED' } }, 'PLACED_ALREADY'],
  ['not taken', { referral: { status: 'NOT_TAKEN' } }, 'REFERRAL_NOT_TAKEN'],
  ['of a seeker in work', { jobSeeker: { status: 'PLACED' } }, 'JOB_SEEKER_PLACED'],
  ['to a full vacancy', { vacancy: { positions: 2, filled: 2 } }, 'VACANCY_FILLED'],
])('given a referral %s, when a placement is recorded, then it is refused', (_what, overrides, code) => {
  const decided = decidePlacement({ referralId: 'r', monthlyPay: '3500' }, buildStanding(overrides), today);
  expect(decided.ok ? [] : decided.problems.map((one) => one.code)).toEqual([code]);
});

test('given a referral of the 9th, when work begins on the 8th, then the day is refused', () => {
  const decided = decidePlacement(
    { referralId: 'r', monthlyPay: '3500', placedOn: '2026-12-08' },
    buildStanding(),
    today,
  );
  expect(decided.ok ? [] : decided.problems.map((one) => [one.code, one.field])).toEqual([
    ['PLACED_BEFORE_REFERRAL', 'placedOn'],
  ]);
});

test('given an open referral, when work begins, then its day and pay are taken', () => {
  const decided = decidePlacement(
    { referralId: 'r', monthlyPay: '3,500.50', placedOn: '2026年12月15日' },
    buildStanding(),
    today,
  );
  expect(decided).toEqual({ ok: true, value: { placedOn: '2026-12-15', monthlyPay: 350_050n } });
});
