import { expect, test } from 'vitest';
import { fieldOf, planFaults, sumOfPlan, toCampaign } from './campaign-plan.ts';

const counties = [
  { id: 'a', name: '青禾县总工会' },
  { id: 'b', name: '临江县总工会' },
];
const clauses = [
  { code: '3.1', kind: 'CATEGORY' as const, title: '生活困难的劳模', titleEn: 'Model workers in hardship' },
];
const typed = {
  name: ' 2027年春送温暖 ',
  from: '2026-12-01',
  to: '2027-02-28',
  policy: 'county-winter-300',
  standard: '300',
  [fieldOf.quota('a')]: '325',
  [fieldOf.category('3.1')]: 'yes',
  [fieldOf.phaseFrom('survey')]: '2026-12-01',
  [fieldOf.phaseTo('survey')]: '2026-12-10',
};
const words = (fault: string, name: string): string => `${fault} ${name}`;

test('the budget is the cost of the quotas at the standard, to the fen', () => {
  expect(sumOfPlan(typed, counties)).toEqual({ households: 325, budget: '97500.00' });
  expect(sumOfPlan({ ...typed, standard: 'x' }, counties)).toEqual({ households: 325, budget: undefined });
});

test('the command has the ticked categories, the dated phases and the counties with a quota', () => {
  expect(toCampaign(typed, clauses, counties)).toMatchObject({
    bookId: null,
    name: '2027年春送温暖',
    budget: '97500.00',
    phases: [{ name: '准备摸底', from: '2026-12-01', to: '2026-12-10' }],
    targetCategories: [{ code: '3.1' }],
    quotas: [{ organizationId: 'a', households: 325, budget: '97500.00' }],
  });
});

test('the book that pays is sent when one is chosen', () => {
  expect(toCampaign({ ...typed, bookId: 'b' }, clauses, counties).bookId).toBe('b');
});

test('half a phase, a quota that is not a number and no quota at all are reported at their fields', () => {
  expect(planFaults(typed, counties, words)).toEqual([]);
  const half = { ...typed, [fieldOf.phaseTo('survey')]: '', [fieldOf.quota('b')]: '3.5' };
  expect(planFaults(half, counties, words).map(({ field }) => field)).toEqual(['phase.survey.to', 'quota.b']);
  const nobody = { ...typed, [fieldOf.quota('a')]: '0' };
  expect(planFaults(nobody, counties, words)).toMatchObject([{ field: 'quota.a', zh: 'openNobody 青禾县总工会' }]);
});
