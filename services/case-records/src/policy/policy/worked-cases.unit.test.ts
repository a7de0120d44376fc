import { expect, test } from 'vitest';
import { yuan } from '@nuangong/primitives';
import { decideEligibility } from '../decision/eligibility-decision.ts';
import { takeFacts } from '../policy-fact/read-facts.ts';
import { factsOfCase, readWorkedCases } from '../../testing/worked-cases.ts';
import { preparePolicy } from './policy-engine.ts';
import { readReadyPolicy } from './read-ready-policy.ts';

const prepared = preparePolicy(await readReadyPolicy('county-winter-300'));
const cases = await readWorkedCases('county-winter-300');

test('the source has 10 households', () => expect(cases).toHaveLength(10));

test.each(cases.map((each) => [each.id, each.note, each] as const))('%s %s', async (_id, _note, given) => {
  const { facts, missing } = takeFacts(prepared.policy.facts, factsOfCase(given, prepared.policy));
  expect(missing).toEqual([]);
  const decision = decideEligibility(prepared.policy, facts, await prepared.decide(facts));
  const spoke = decision.lines.filter(({ speaks }) => speaks !== 'NEUTRAL').map(({ clauseCode }) => clauseCode);
  expect([decision.answer.outcome, spoke]).toEqual([
    given.expect.outcome,
    expect.arrayContaining([...given.expect.clauses]),
  ]);
  const { amountYuan, minYuan } = given.expect;
  if (amountYuan !== undefined) expect(decision.answer.amount).toBe(yuan(BigInt(amountYuan)));
  if (minYuan !== undefined) expect(decision.answer.amountMin).toBe(yuan(BigInt(minYuan)));
});
