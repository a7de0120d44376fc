import { describe, expect, test } from 'vitest';
import { readCatalogue, readReadyPolicy } from '../policy/read-ready-policy.ts';
import { factsNamed, namesIn } from './expressions.ts';
import { factsWithoutHealth, sayFactOf } from './policy-fact.ts';
import { readFacts, takeFacts } from './read-facts.ts';

const catalogue = await readCatalogue();
const classOf = (dibao: string | null, perCapitaIncomeYuan: string, dibaoLineYuan: string | null = '700.00') => {
  const given = { dibao, perCapitaIncomeYuan, dibaoLineYuan, marginFactor: '1.5' };
  return takeFacts(factsNamed(catalogue, ['dibaoClass']), given).facts['dibaoClass'];
};

describe('dibao that is not recorded follows from the figures', () => {
  test.each([
    ['at the line exactly', '700.00', 'MARGINAL'],
    ['at the line times the factor', '1050.00', 'MARGINAL'],
    ['a fen above it', '1050.01', 'NONE'],
    ['a fen below the line', '699.99', 'NONE'],
  ])('%s', (_where, income, expected) => {
    expect(classOf(null, income)).toBe(expected);
  });

  test('a recorded value is kept regardless of the figures, and without a line nobody is marginal', () => {
    expect(classOf('RECEIVING', '5000.00')).toBe('RECEIVING');
    expect(classOf(null, '800.00', null)).toBe('NONE');
  });
});

test('age is in whole years on the day of application; one born on 29 February turns on 1 March', () => {
  const ageOf = (birthDate: string, applicationDate: string) =>
    takeFacts(factsNamed(catalogue, ['head.age']), { applicationDate, head: { birthDate } }).facts['head'];
  expect(ageOf('1986-01-08', '2026-01-08')).toMatchObject({ age: 40 });
  expect(ageOf('1986-01-09', '2026-01-08')).toMatchObject({ age: 39 });
  expect(ageOf('2008-02-29', '2026-02-28')).toMatchObject({ age: 17 });
});

test('an answer overrides the register, a default is used and marked as presumed, and the rest is missing', () => {
  const wanted = factsNamed(catalogue, ['majorIllness', 'dropoutRisk', 'medicallyInsured', 'spouse.age']);
  const record = { household: { causes: ['MAJOR_ILLNESS'] }, spouse: null, terms: { applicationDate: '2026-01-08' } };
  const read = readFacts(wanted, { record, answers: new Map([['majorIllness', false]]) });
  expect(read.facts).toEqual({
    applicationDate: '2026-01-08',
    spouse: null,
    majorIllness: false,
    dropoutRisk: false,
    presumed: ['dropoutRisk'],
  });
  expect(read.missing.map(({ name }) => name)).toEqual(['medicallyInsured']);
  const said = wanted.find(({ name }) => name === 'dropoutRisk')!;
  expect(sayFactOf(said, read.facts).zh).toBe('子女无失学之虞（推定）');
});

test('a value of a wrong type is reported with its fact', () => {
  const wanted = factsNamed(catalogue, ['causes']);
  expect(() => takeFacts(wanted, { causes: ['BAD_LUCK'] })).toThrow('causes is no CHOICES');
});

test('roles that do not read health data see neither facts nor causes of it', () => {
  const facts = { causes: ['MAJOR_ILLNESS', 'SCHOOLING'], majorIllness: true, head: { sex: 'MALE', disabled: true } };
  const named = factsNamed(catalogue, ['causes', 'majorIllness', 'head.sex', 'head.disabled']);
  expect(factsWithoutHealth(named, facts)).toEqual({ causes: ['SCHOOLING'], head: { sex: 'MALE' } });
});

test('the names in an expression leave out functions, texts and the placeholder of list entries', () => {
  expect(
    namesIn("some(causes, # in ['ACCIDENT']) and d(head.birthDate).add(1, 'year') > d(asOf) or not hasIncome"),
  ).toEqual(['causes', 'head.birthDate', 'asOf', 'hasIncome']);
});

test('every fact that a ready policy reads is in the catalogue, and persons come before their facts', async () => {
  const { facts } = await readReadyPolicy('mine-aid-centre');
  const names = facts.map(({ name }) => name);
  expect(names.indexOf('spouse')).toBeLessThan(names.indexOf('spouse.age'));
  expect(names).toContain('unitCanHelp');
});
