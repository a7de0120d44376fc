import { expect, test } from 'vitest';
import { readingsOf } from './rule-sql.ts';
import { faultsOfRule, ruleSchema, type Rule } from './rule.ts';

const rule = (change: Partial<Rule> = {}): Rule => ({
  kinds: ['PAYMENT_MADE'],
  when: 'IN_PERIOD',
  where: [],
  measure: { of: 'FACTS' },
  words: { zh: '发放', en: 'Payments' },
  ...change,
});

test('given a rule that uses only dimensions of its kinds, then it has no faults', () => {
  const where: Rule['where'] = [
    { test: 'ONE_OF', dimension: 'aidType', values: ['LIVING', 'MEDICAL'] },
    { test: 'BOOKED_OR_FLAG', dimension: 'forWarmth' },
  ];
  expect(faultsOfRule(rule({ where, measure: { of: 'SUM', what: 'AMOUNT' } }))).toEqual([]);
});

test.each<[Partial<Rule>, string]>([
  [{ kinds: ['GIFT_MADE'] }, 'no event records GIFT_MADE'],
  [{ when: 'LAST_DAY' }, 'PAYMENT_MADE is not a state: use IN_PERIOD or IN_YEAR'],
  [{ kinds: ['CASE_FILE_ACTIVATED'] }, 'CASE_FILE_ACTIVATED is a state: use ANY_DAY or LAST_DAY'],
  [{ measure: { of: 'DISTINCT', who: 'PERSON' } }, 'PAYMENT_MADE does not record PERSON'],
  [{ measure: { of: 'SUM', what: 'MIGRANT_PERSONS' } }, 'PAYMENT_MADE does not record MIGRANT_PERSONS'],
  [{ where: [{ test: 'FLAG', dimension: 'aidType' }] }, 'PAYMENT_MADE has no flag aidType'],
  [{ where: [{ test: 'ONE_OF', dimension: 'aidType', values: ['FOOD'] }] }, 'aidType of PAYMENT_MADE is never FOOD'],
  [{ where: [{ test: 'ONE_OF', dimension: 'source', values: ['UNION'] }] }, 'PAYMENT_MADE has no code source'],
])('given %o, then its fault is said', (change, fault) => {
  expect(faultsOfRule(rule(change)).map(({ en }) => en)).toEqual([fault]);
});

test('given a condition with an unknown test, then it is not a rule', () => {
  expect(ruleSchema.safeParse(rule({ where: [{ test: 'SQL', text: 'true' } as never] })).success).toBe(false);
  expect(ruleSchema.safeParse({ ...rule(), more: 1 }).success).toBe(false);
});

test('given a kind needed on several days, then it is read once for each day', () => {
  const file = (when: Rule['when']) => rule({ kinds: ['CASE_FILE_ACTIVATED'], when });
  const readings = readingsOf([file('ANY_DAY'), rule(), file('LAST_DAY'), file('ANY_DAY')]);
  expect(readings.map((reading) => [...reading])).toEqual([
    [
      ['CASE_FILE_ACTIVATED', 'ANY_DAY'],
      ['PAYMENT_MADE', 'IN_PERIOD'],
    ],
    [['CASE_FILE_ACTIVATED', 'LAST_DAY']],
  ]);
});
