import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen, localDate, yuan } from '@nuangong/primitives';
import {
  explainHardship,
  hardshipCauses,
  hardshipClassOf,
  isNewGeneration,
  marginOf,
  type DibaoLineInForce,
} from './hardship.ts';

const line: DibaoLineInForce = {
  from: localDate('2026-01-01'),
  monthlyPerCapita: yuan(560n),
  marginHundredths: 150n,
  organizationName: '青禾县总工会',
};
const causes = fc.subarray([...hardshipCauses], { minLength: 1 });
const income = fc.bigInt(0n, 200_000n).map(fen);

describe('the class of hardship', () => {
  test.each([
    [55_999n, ['SCHOOLING'], 'BELOW_LINE'],
    [55_999n, ['DISASTER'], 'BELOW_LINE'],
    [56_000n, ['SCHOOLING'], 'MARGINAL'],
    [84_000n, ['SCHOOLING'], 'MARGINAL'],
    [84_001n, ['SCHOOLING'], null],
    [84_001n, ['MAJOR_ILLNESS'], 'SUDDEN'],
    [56_000n, ['ACCIDENT', 'SCHOOLING'], 'SUDDEN'],
    [99_999n, ['DISABILITY'], null],
  ] as const)('with %s fen per person for %j is %s', (amount, given, expected) => {
    expect(hardshipClassOf({ perCapitaIncome: fen(amount), causes: given }, line)).toBe(expected);
  });

  test('never ends because income falls', () => {
    fc.assert(
      fc.property(income, income, causes, (one, other, given) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const poorer = hardshipClassOf({ perCapitaIncome: less, causes: given }, line);
        if (hardshipClassOf({ perCapitaIncome: more, causes: given }, line) !== null) expect(poorer).not.toBeNull();
      }),
    );
  });

  test('is absent without a line in force, and the explanation says so', () => {
    const facts = { perCapitaIncome: yuan(0n), causes: ['DISASTER'] as const };
    expect(hardshipClassOf(facts, undefined)).toBeNull();
    expect(explainHardship(facts, undefined).zh).toContain('低保线');
  });

  test('is explained with the deciding figures', () => {
    expect(marginOf(line)).toBe(yuan(840n));
    expect(explainHardship({ perCapitaIncome: yuan(600n), causes: ['SCHOOLING'] }, line).zh).toBe(
      '家庭月人均收入 600.00 元，不低于低保线 560.00 元，不高于边缘线 840.00 元',
    );
  });
});

test('migrant workers born from 1980 on are of the new generation', () => {
  expect(isNewGeneration(true, localDate('1980-01-01'))).toBe(true);
  expect(isNewGeneration(true, localDate('1979-12-31'))).toBe(false);
  expect(isNewGeneration(false, localDate('1990-05-05'))).toBe(false);
});
