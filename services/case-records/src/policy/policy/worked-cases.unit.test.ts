import { expect, test } from 'vitest';
import { yuan } from '@nuangong/primitives';
import { drawUpSheet } from '../decision/decision-sheet.ts';
import { takeFacts } from '../policy-fact/read-facts.ts';
import { factsOfCase, readWorkedCases } from '../../testing/worked-cases.ts';
import { preparePolicy } from './policy-engine.ts';
import { readPolicyPack } from './read-policy-pack.ts';

const prepared = preparePolicy(await readPolicyPack('county-winter-300'));
const cases = await readWorkedCases('county-winter-300');

test('there are the 10 households of the source', () => expect(cases).toHaveLength(10));

test.each(cases.map((each) => [each.id, each.note, each] as const))('%s %s', async (_id, _note, given) => {
  const { facts, missing } = takeFacts(prepared.policy.facts, factsOfCase(given, prepared.policy));
  expect(missing).toEqual([]);
  const sheet = drawUpSheet(prepared.policy, facts, await prepared.decide(facts));
  const spoke = sheet.lines.filter(({ speaks }) => speaks !== 'NEUTRAL').map(({ clauseCode }) => clauseCode);
  expect([sheet.answer.outcome, spoke]).toEqual([
    given.expect.outcome,
    expect.arrayContaining([...given.expect.clauses]),
  ]);
  const { amountYuan, minYuan } = given.expect;
  if (amountYuan !== undefined) expect(sheet.answer.amount).toBe(yuan(BigInt(amountYuan)));
  if (minYuan !== undefined) expect(sheet.answer.amountMin).toBe(yuan(BigInt(minYuan)));
});
