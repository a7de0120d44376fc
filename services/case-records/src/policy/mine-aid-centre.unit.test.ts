import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { yuan } from '@nuangong/primitives';
import { mineAidFacts, type MineAidCircumstances } from './mine-aid-circumstances.ts';
import { preparePolicy } from './policy-engine.ts';
import { readPolicyPack } from './read-policy-pack.ts';

interface Case {
  readonly id: string;
  readonly note: string;
  readonly facts: MineAidCircumstances;
  readonly expect: {
    readonly outcome: string;
    readonly clauses: readonly string[];
    readonly minYuan?: number;
    readonly maxYuan?: number;
    readonly capYuan?: number;
  };
}

const file = new URL('./__fixtures__/mine-aid-centre.json', import.meta.url);
const cases: readonly Case[] = JSON.parse(await readFile(file, 'utf8'));
const prepared = preparePolicy(await readPolicyPack('mine-aid-centre'));
const decide = (facts: MineAidCircumstances) => prepared.decide(mineAidFacts(facts, prepared.policy));

test('there are the 21 households of the source', () => expect(cases).toHaveLength(21));

test.each(cases.map((each) => [each.id, each.note, each] as const))('%s %s', async (_id, _note, given) => {
  const answer = await decide(given.facts);
  const spoke = [...answer.clausesFor, ...answer.clausesAgainst, ...answer.clausesNeutral];
  expect([answer.outcome, spoke.sort()]).toEqual([given.expect.outcome, [...given.expect.clauses].sort()]);
  const { minYuan, maxYuan, capYuan } = given.expect;
  if (minYuan !== undefined) expect(answer.amountMin).toBe(yuan(BigInt(minYuan)));
  if (maxYuan !== undefined) expect(answer.amountMax).toBe(yuan(BigInt(maxYuan)));
  if (capYuan !== undefined) expect(answer.cap).toBe(yuan(BigInt(capYuan)));
});

test('on dibao, ill and not insured: 3a is reported, and the bar of clause 1 stands unless its own exception lifts it', async () => {
  const [onDibao] = cases;
  const ill = { ...onDibao!.facts, majorIllness: true, unitCanHelp: false, unpaidHospitalYuan: '5000.01' };
  expect(await decide(ill)).toMatchObject({ outcome: 'NOT_ELIGIBLE', clausesFor: ['3a'], clausesAgainst: ['1'] });
  const disabled = { ...ill.head, disabled: true };
  const lifted = { ...ill, hasIncome: false, head: disabled, spouse: { ...disabled, sex: 'FEMALE' as const } };
  expect(await decide(lifted)).toMatchObject({
    outcome: 'ELIGIBLE',
    clausesFor: ['1b', '3a'],
    clausesAgainst: [],
    cap: yuan(1000n),
  });
});
