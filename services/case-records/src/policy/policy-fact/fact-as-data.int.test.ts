import { afterAll, beforeAll, expect, test } from 'vitest';
import { pgSql } from '@nuangong/database';
import { valueOf } from '@nuangong/primitives';
import { putForwardCampaignList } from '../../aid/application/put-forward-campaign-list.ts';
import { issuePolicy } from '../policy/issue-policy.ts';
import { loadPolicy } from '../policy/load-policy.ts';
import { policyFrom } from '../policy/policy.ts';
import {
  arrangeCampaign,
  cityAdministrator,
  staffOf,
  testMoment,
  type CampaignWorld,
} from '../../testing/arrange-campaign.ts';
import { keepPolicyFacts, loadPolicyFacts } from './keep-policy-facts.ts';
import { policyFactShape } from './policy-fact.ts';

let world: CampaignWorld;
beforeAll(async () => {
  world = await arrangeCampaign();
});
afterAll(() => world.drop());

/** A fact that no code names: read from the register by an expression, with words of its own. */
const livesAlone = policyFactShape.parse({
  name: 'livesAlone',
  words: { zh: '独居', en: 'Lives alone' },
  type: 'BOOLEAN',
  origin: 'REGISTER',
  read: 'household.declared_size == 1',
  values: { true: { zh: '一人独居', en: 'lives alone' }, false: { zh: '非独居', en: 'lives with others' } },
  evidence: ['UNIT_STATEMENT'],
});

const table = (criteria: readonly object[]) => ({
  hitPolicy: 'collect',
  inputs: [{ id: 'alone', name: '独居', field: 'livesAlone' }],
  outputs: [
    { id: 'clause', name: '条款', field: 'clause' },
    { id: 'speaks', name: '意见', field: 'speaks' },
  ],
  rules: criteria,
  passThrough: true,
  inputField: null,
  outputPath: 'criteria',
  executionMode: 'single',
});
const answered = (outcome: string, yuan: string) => ({
  outcome: `'${outcome}'`,
  amountYuan: yuan,
  amountMinYuan: yuan,
  amountMaxYuan: yuan,
  capYuan: yuan,
});
const outputs = ['outcome', 'amountYuan', 'amountMinYuan', 'amountMaxYuan', 'capYuan'].map((id) => ({
  id,
  name: id,
  field: id,
}));
const decision = {
  contentType: 'application/vnd.gorules.decision',
  nodes: [
    { id: 'facts', type: 'inputNode', name: '家庭情况', position: { x: 0, y: 0 } },
    {
      id: 'criteria',
      type: 'decisionTableNode',
      name: '逐条对照',
      position: { x: 1, y: 0 },
      content: table([{ _id: 'r1', alone: 'true', clause: "'1'", speaks: "'FOR'" }]),
    },
    {
      id: 'outcome',
      type: 'decisionTableNode',
      name: '结论',
      position: { x: 2, y: 0 },
      content: {
        ...table([]),
        hitPolicy: 'first',
        inputs: [{ id: 'criteria', name: '意见', field: 'criteria' }],
        outputs,
        rules: [
          { _id: 'o1', criteria: "some($, #.speaks == 'FOR')", ...answered('ELIGIBLE', '400') },
          { _id: 'o2', criteria: '', ...answered('NOT_ELIGIBLE', '0') },
        ],
        outputPath: 'answer',
      },
    },
    { id: 'answer', type: 'outputNode', name: '答复', position: { x: 3, y: 0 } },
  ],
  edges: [
    { id: 'e1', type: 'edge', sourceId: 'facts', targetId: 'criteria' },
    { id: 'e2', type: 'edge', sourceId: 'criteria', targetId: 'outcome' },
    { id: 'e3', type: 'edge', sourceId: 'outcome', targetId: 'answer' },
  ],
};
const head = {
  code: 'county-alone-400',
  version: 1,
  name: '独居困难职工慰问',
  nameEn: 'Workers in hardship who live alone',
  source: '《测试办法》',
  inForceFrom: '2026-01-01',
  inForceTo: null,
  aidType: 'LIVING',
  mark: null,
  purpose: '慰问',
  amountYuan: '400',
  amountMinYuan: '400',
  amountMaxYuan: '400',
  frequency: { times: 1, period: 'CAMPAIGN', against: 'POLICY' },
};
const clause = {
  code: '1',
  kind: 'CATEGORY',
  criterion: '居住',
  criterionEn: 'Living',
  facts: ['livesAlone'],
  threshold: '一人独居',
  thresholdEn: 'lives alone',
  title: '独居的困难职工',
  titleEn: 'Lives alone',
  source: '《测试办法》一',
  text: '对独居的困难职工予以慰问',
  note: null,
  noteEn: null,
};

test('a new fact and a clause that reads it need only data: the decision uses the fact and the sheet prints its words', async () => {
  const run = pgSql(world.owner as never);
  await keepPolicyFacts(run, cityAdministrator, [livesAlone]);
  const policy = policyFrom(head, [clause], decision, await loadPolicyFacts(run));
  const versionId = await issuePolicy(run, cityAdministrator, policy, testMoment);
  await world.owner.query('update campaign set policy_version_id = $1', [versionId]);
  const [alone] = await world.addHouseholds('qinghe', 1);
  const [together] = await world.addHouseholds('qinghe', 1);
  await world.owner.query(`set session_replication_role = replica`);
  await world.owner.query('update household set declared_size = 1 where id = $1', [alone!.householdId]);
  await world.owner.query(`set session_replication_role = origin`);
  const clerk = staffOf('qinghe', 'CLERK');
  const rows = valueOf(await putForwardCampaignList(world.contextOf(clerk), { campaignId: world.campaignId }));
  const answers = new Map(rows.map((row) => [row.id, row]));
  expect(answers.get(alone!.caseFileId)?.ok).toBe(true);
  expect(answers.get(together!.caseFileId)?.problems.map(({ message }) => message.zh)).toEqual([
    '居住：非独居；要求：一人独居。依据：独居的困难职工（《测试办法》第一条）',
  ]);
  const asked = `{ applications { items { amount decision { inputs evidenceMissing
    lines { criterion householdValue threshold met evidence } } } } policyFacts { name words origin evidence } }`;
  const shown = await world.ask<{
    applications: { items: readonly object[] };
    policyFacts: readonly { name: string }[];
  }>(clerk, asked);
  expect(shown.applications.items).toEqual([
    {
      amount: '400.00',
      decision: {
        inputs: { applicationDate: '2026-12-08', caseFileVersion: 5, livesAlone: true, evidence: [] },
        evidenceMissing: ['单位或社区证明'],
        lines: [{ criterion: '居住', householdValue: '一人独居', threshold: '一人独居', met: true, evidence: [] }],
      },
    },
  ]);
  expect(shown.policyFacts.at(-1)).toEqual({
    name: 'livesAlone',
    words: '独居',
    origin: 'REGISTER',
    evidence: ['单位或社区证明'],
  });
  expect(await loadPolicy(run, versionId)).toMatchObject({ policy: { facts: policy.facts } });
});

test('a policy that names an unknown fact, or contains a program, is refused', async () => {
  const catalogue = await loadPolicyFacts(pgSql(world.owner as never));
  const unknown = { ...clause, facts: ['likesTea'] };
  expect(() => policyFrom(head, [unknown], decision, catalogue)).toThrow('likesTea is not in the catalogue');
  const mistyped = JSON.parse(JSON.stringify(decision).replaceAll('"field":"livesAlone"', '"field":"livesalone"'));
  expect(() => policyFrom(head, [clause], mistyped, catalogue)).toThrow('livesalone is not in the catalogue');
  const program = { ...decision, nodes: [...decision.nodes, { id: 'f', type: 'functionNode', content: {} }] };
  expect(() => policyFrom(head, [clause], program, catalogue)).toThrow('no functionNode');
});
