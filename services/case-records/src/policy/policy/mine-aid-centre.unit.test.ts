import { expect, test } from 'vitest';
import { yuan } from '@nuangong/primitives';
import type { Facts } from '../policy-fact/policy-fact.ts';
import { takeFacts } from '../policy-fact/read-facts.ts';
import { factsOfCase, readWorkedCases } from '../../testing/worked-cases.ts';
import { preparePolicy } from './policy-engine.ts';
import { readReadyPolicy } from './read-ready-policy.ts';

const cases = await readWorkedCases('mine-aid-centre');
const prepared = preparePolicy(await readReadyPolicy('mine-aid-centre'));
const decide = (facts: Facts) => {
  const read = takeFacts(prepared.policy.facts, factsOfCase({ facts }, prepared.policy));
  expect(read.missing).toEqual([]);
  return prepared.decide(read.facts);
};

test('the source has 21 households', () => expect(cases).toHaveLength(21));

test.each(cases.map((each) => [each.id, each.note, each] as const))('%s %s', async (_id, _note, given) => {
  const answer = await decide(given.facts);
  const spoke = [...answer.clausesFor, ...answer.clausesAgainst, ...answer.clausesNeutral];
  expect([answer.outcome, spoke.sort()]).toEqual([given.expect.outcome, [...given.expect.clauses].sort()]);
  const { minYuan, maxYuan, capYuan } = given.expect;
  if (minYuan !== undefined) expect(answer.amountMin).toBe(yuan(BigInt(minYuan)));
  if (maxYuan !== undefined) expect(answer.amountMax).toBe(yuan(BigInt(maxYuan)));
  if (capYuan !== undefined) expect(answer.cap).toBe(yuan(BigInt(capYuan)));
});

test('on dibao, ill and not insured: 3a is reported, and clause 1 bars aid unless its own exception applies', async () => {
  const [onDibao] = cases;
  const ill = { ...onDibao!.facts, majorIllness: true, unitCanHelp: false, unpaidHospitalYuan: '5000.01' };
  expect(await decide(ill)).toMatchObject({ outcome: 'NOT_ELIGIBLE', clausesFor: ['3a'], clausesAgainst: ['1'] });
  const disabled = { sex: 'MALE', birthDate: '1979-06-15', disabled: true, laidOff: false };
  const lifted = { ...ill, hasIncome: false, head: disabled, spouse: { ...disabled, sex: 'FEMALE' } };
  expect(await decide(lifted)).toMatchObject({
    outcome: 'ELIGIBLE',
    clausesFor: ['1b', '3a'],
    clausesAgainst: [],
    cap: yuan(1000n),
  });
});
