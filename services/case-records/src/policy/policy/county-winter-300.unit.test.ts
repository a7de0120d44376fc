import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hardshipCause } from '@nuangong/events';
import { buildDecisionInputs } from '../../testing/build-decision-inputs.ts';
import { takeFacts } from '../policy-fact/read-facts.ts';
import type { Facts } from '../policy-fact/policy-fact.ts';
import { decideEligibility, reasonsAgainst, wordsOf } from '../decision/eligibility-decision.ts';
import { decideAll, preparePolicy } from './policy-engine.ts';
import { policyFrom } from './policy.ts';
import { readCatalogue, readReadyPolicy } from './read-ready-policy.ts';

const prepared = preparePolicy(await readReadyPolicy('county-winter-300'));
const factsOf = (given: Facts) => takeFacts(prepared.policy.facts, given).facts;
const decide = async (overrides: Facts) => {
  const inputs = factsOf(buildDecisionInputs(overrides));
  return decideEligibility(prepared.policy, inputs, await prepared.decide(inputs));
};

const honour = (modelWorker: string) => ({ modelWorker, category: 'WORKER' });
const fenText = (fen: number) => (fen / 100).toFixed(2);
const someInputs: fc.Arbitrary<Facts> = fc
  .record({
    caseFile: fc.constantFrom('ACTIVE', 'POSTED', 'EXITED'),
    identityVerified: fc.boolean(),
    head: fc.constantFrom('NONE', 'CITY', 'PROVINCIAL', 'NATIONAL').map(honour),
    dibao: fc.constantFrom('NONE', 'RECEIVING', 'MARGINAL', null),
    perCapitaIncomeYuan: fc.integer({ min: 0, max: 500_000 }).map(fenText),
    dibaoLineYuan: fc.option(fc.integer({ min: 1, max: 200_000 }).map(fenText)),
    causes: fc.uniqueArray(fc.constantFrom(...hardshipCause.options)),
    standardYuan: fc.integer({ min: 0, max: 100_000 }).map(fenText),
    aidedThisPeriod: fc.boolean(),
  })
  .map((overrides) => factsOf(buildDecisionInputs(overrides)));

describe('the target categories of the county winter policy (§000-1)', () => {
  const nobody: Facts = { causes: [], perCapitaIncomeYuan: '840.01' };
  test.each([
    ['a model worker', { ...nobody, head: honour('CITY') }, ['3.1']],
    ['a household on dibao', { ...nobody, dibao: 'RECEIVING' }, ['3.2']],
    ['income at the margin exactly', { causes: [], perCapitaIncomeYuan: '840.00' }, ['3.2']],
    ['major illness', { ...nobody, causes: ['MAJOR_ILLNESS'] }, ['3.3']],
    ['an accident', { ...nobody, causes: ['ACCIDENT'] }, ['3.4']],
    ['a disaster', { ...nobody, causes: ['DISASTER'] }, ['3.4']],
    ['children at school', { ...nobody, causes: ['SCHOOLING'] }, ['3.5']],
    ['illness and school', { ...nobody, causes: ['MAJOR_ILLNESS', 'SCHOOLING'] }, ['3.3', '3.5']],
  ])('%s: 300 yuan', async (_who, overrides, clauses) => {
    const { answer } = await decide(overrides);
    expect(answer).toMatchObject({ outcome: 'ELIGIBLE', amount: 30_000n, amountMin: 30_000n, clausesFor: clauses });
  });

  test('one fen above the margin without any cause: not eligible, with a reason for every category', async () => {
    const decision = await decide(nobody);
    expect(decision.answer).toMatchObject({ outcome: 'NOT_ELIGIBLE', amount: 0n, clausesFor: [] });
    expect(reasonsAgainst(decision).map((each) => each.code)).toEqual(Array(5).fill('NOT_ELIGIBLE'));
  });

  test.each([
    ['aided this year', { aidedThisPeriod: true }, '4.1'],
    ['file not active', { caseFile: 'POSTED' }, '4.2'],
    ['identity not verified', { identityVerified: false }, '4.3'],
    ['a standard below 300', { standardYuan: '299.99' }, '3.6'],
  ])('%s bars an otherwise eligible household', async (_why, overrides, clause) => {
    const { answer } = await decide(overrides);
    expect(answer).toMatchObject({ outcome: 'NOT_ELIGIBLE', amount: 0n, clausesAgainst: [clause] });
  });
});

describe('the engine, for any household', () => {
  test('gives the same decision for the same inputs', async () => {
    await fc.assert(
      fc.asyncProperty(someInputs, async (inputs) => {
        const stored = JSON.parse(JSON.stringify(inputs)) as Facts;
        const reordered = Object.fromEntries(Object.entries(stored).reverse());
        const again = preparePolicy(prepared.policy);
        const [first, second] = await Promise.all([prepared.decide(inputs), again.decide(reordered)]);
        expect(decideEligibility(prepared.policy, reordered, second)).toEqual(
          decideEligibility(prepared.policy, inputs, first),
        );
      }),
    );
  });

  test('nobody is eligible with a clause against, without a category, or below 300 yuan', async () => {
    await fc.assert(
      fc.asyncProperty(someInputs, async (inputs) => {
        const decision = decideEligibility(prepared.policy, inputs, await prepared.decide(inputs));
        const { answer, lines } = decision;
        const eligible = answer.clausesAgainst.length === 0 && answer.clausesFor.length > 0;
        expect(answer.outcome).toBe(eligible ? 'ELIGIBLE' : 'NOT_ELIGIBLE');
        if (eligible) expect(answer.amount).toBeGreaterThanOrEqual(30_000n);
        expect(lines.map((line) => line.clauseCode)).toEqual(prepared.policy.clauses.map((clause) => clause.code));
        expect(
          lines.every((line) => line.sourceText && line.note && line.threshold !== '' && line.householdValue !== ''),
        ).toBe(true);
        expect(reasonsAgainst(decision).length > 0).toBe(!eligible);
      }),
    );
  });

  test('5,000 inputs get 5,000 decisions', async () => {
    const inputs = Array.from({ length: 5_000 }, (_, place) =>
      factsOf(buildDecisionInputs({ perCapitaIncomeYuan: fenText(place * 20) })),
    );
    const answers = await decideAll(prepared, inputs);
    const decisions = answers.map((answer, place) => decideEligibility(prepared.policy, inputs[place] ?? {}, answer));
    expect(decisions.filter((decision) => decision.answer.outcome === 'ELIGIBLE')).toHaveLength(5_000);
  });
});

test('the decision names the value, the threshold with its first day, and the missing evidence', async () => {
  const decision = await decide({ evidence: ['DIAGNOSIS'] });
  expect(decision.lines.find((line) => line.clauseCode === '3.7')).toMatchObject({
    householdValue: '人均月收入 440.00 元',
    threshold: '低保线 560.00 元/人·月',
    inForceFrom: '2026-01-01',
    met: true,
    speaks: 'NEUTRAL',
  });
  expect(decision.lines.find((line) => line.clauseCode === '3.3')).toMatchObject({
    evidence: ['DIAGNOSIS'],
    speaks: 'FOR',
  });
  expect(decision.evidenceMissing).toEqual(['INCOME_PROOF', 'MEDICAL_RECORD', 'EXPENSE_LIST']);
});

test('a line separates the source’s words from their reading; a line of an earlier decision has only a reading', async () => {
  const decision = await decide({});
  const line = decision.lines.find((each) => each.clauseCode === '3.4')!;
  expect(wordsOf(line)).toEqual({
    text: '家庭遭到意外灾害致困的职工',
    note: { zh: '意外事故、自然灾害都算。', en: 'Accidents and natural disasters both count.' },
  });
  const reading = '家里碰上意外事故或受灾的职工';
  expect(wordsOf({ sourceText: reading })).toEqual({ text: null, note: { zh: reading, en: reading } });
});

test('a policy with a repeated clause, or with tables that are not decision tables, is refused', async () => {
  const [policy, catalogue] = [await readReadyPolicy('county-winter-300'), await readCatalogue()];
  const head = { ...policy, amountYuan: '300', amountMinYuan: '300', amountMaxYuan: '1000' };
  expect(() => policyFrom(head, [...policy.clauses, policy.clauses[0]], policy.decision, catalogue)).toThrow(
    'comes twice',
  );
  expect(() => policyFrom(head, policy.clauses, { nodes: 'none' }, catalogue)).toThrow();
});
