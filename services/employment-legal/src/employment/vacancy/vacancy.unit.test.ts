import { localDate } from '@nuangong/primitives';
import { expect, test } from 'vitest';
import { decideOffer, type VacancyInput } from './vacancy.ts';

const today = localDate('2026-12-08');
const buildOffer = (overrides: Partial<VacancyInput> = {}): VacancyInput => ({
  employer: '青禾县农机厂',
  trade: '焊工',
  place: '青禾县',
  positions: 3,
  monthlyPayFrom: '3500',
  monthlyPayTo: '5,000.00',
  ...overrides,
});

test('given a complete form, when it is offered, then pay is exact and the day is today', () => {
  const decided = decideOffer(buildOffer(), today);
  expect(decided).toMatchObject({
    ok: true,
    value: { monthlyPayFrom: 350_000n, monthlyPayTo: 500_000n, offeredOn: '2026-12-08', forLaidOff: false },
  });
});

test.each<[string, Partial<VacancyInput>, string, string]>([
  ['no employer', { employer: '  ' }, 'TEXT_MISSING', 'employer'],
  ['no position', { positions: 0 }, 'NUMBER_OUT_OF_RANGE', 'positions'],
  ['too many positions', { positions: 10_001 }, 'NUMBER_OUT_OF_RANGE', 'positions'],
  ['negative pay', { monthlyPayFrom: '-1' }, 'AMOUNT_NEGATIVE', 'monthlyPayFrom'],
  ['pay beyond the fen', { monthlyPayFrom: '0.001' }, 'AMOUNT_TOO_PRECISE', 'monthlyPayFrom'],
  ['endless pay', { monthlyPayTo: '1000000000000000' }, 'AMOUNT_TOO_LARGE', 'monthlyPayTo'],
  ['pay upside down', { monthlyPayTo: '3000' }, 'PAY_UPSIDE_DOWN', 'monthlyPayTo'],
  ['a day to come', { offeredOn: '2026-12-09' }, 'DATE_IN_FUTURE', 'offeredOn'],
  ['no such day', { offeredOn: '2026-02-30' }, 'DATE_IMPOSSIBLE', 'offeredOn'],
  ['an unlawful trade', { trade: '女文员' }, 'UNLAWFUL_CRITERION', 'trade'],
])('given %s, when it is offered, then it is refused at its field', (_what, overrides, code, field) => {
  const decided = decideOffer(buildOffer(overrides), today);
  expect(decided.ok ? [] : decided.problems.map((one) => [one.code, one.field])).toEqual([[code, field]]);
});
