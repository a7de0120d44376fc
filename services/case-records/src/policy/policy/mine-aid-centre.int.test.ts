import { afterAll, beforeAll, expect, test } from 'vitest';
import { pgSql } from '@nuangong/database';
import { localDate } from '@nuangong/primitives';
import type { FactValue, Facts } from '../policy-fact/policy-fact.ts';
import { factNamed, isAsked } from '../policy-fact/policy-fact.ts';
import { loadPolicyFacts } from '../policy-fact/keep-policy-facts.ts';
import {
  arrangeCampaign,
  cityAdministrator,
  staffOf,
  testMoment,
  type CampaignWorld,
} from '../../testing/arrange-campaign.ts';
import { readWorkedCases, type WorkedCase } from '../../testing/worked-cases.ts';
import { issuePolicy } from './issue-policy.ts';
import { readReadyPolicy } from './read-ready-policy.ts';

let world: CampaignWorld;
let asked: readonly string[];
beforeAll(async () => {
  world = await arrangeCampaign();
  const run = pgSql(world.owner as never);
  const policy = await readReadyPolicy('mine-aid-centre');
  // In force a year earlier, so that a household may have been aided in May.
  await issuePolicy(run, cityAdministrator, { ...policy, inForceFrom: localDate('2025-01-01') }, testMoment);
  asked = (await loadPolicyFacts(run)).filter(isAsked).map(({ name }) => name);
});
afterAll(() => world.drop());

const cases = await readWorkedCases('mine-aid-centre');
const windowClerk = staffOf('qinghe', 'WINDOW_CLERK');
const clerk = staffOf('qinghe', 'CLERK');
const approver = staffOf('qinghe', 'APPROVER');

interface Applied {
  readonly applyForAid: {
    readonly problems: readonly { readonly code: string; readonly message: string }[];
    readonly decision: {
      readonly outcome: string;
      readonly amount: string;
      readonly amountMin: string;
      readonly amountMax: string;
      readonly cap: string;
      readonly clausesFor: readonly string[];
      readonly clausesAgainst: readonly string[];
      readonly lines: readonly { readonly clauseCode: string; readonly met: boolean; readonly speaks: string }[];
    } | null;
    readonly application: { readonly id: string; readonly status: string; readonly amount: string } | null;
  };
}

const apply = (householdId: string) =>
  world.ask<Applied>(
    clerk,
    `mutation ($input: ApplyForAidInput!) { applyForAid(input: $input) { problems { code message }
      decision { outcome amount amountMin amountMax cap clausesFor clausesAgainst lines { clauseCode met speaks } }
      application { id status amount } } }`,
    { input: { householdId, policy: 'mine-aid-centre' } },
  );

const answer = (householdId: string, answers: readonly { fact: string; value: unknown }[]) =>
  world.ask<{ answerPolicyFacts: { problems: readonly object[]; answered: boolean } }>(
    windowClerk,
    `mutation ($input: AnswerPolicyFactsInput!) { answerPolicyFacts(input: $input) { answered problems { code field } } }`,
    { input: { householdId, answers } },
  );

/** Registers the household of a case: the register's facts are written as the owner, the others answered by a clerk. */
async function arrangeCase({ facts }: WorkedCase): Promise<string> {
  const [household] = await world.addHouseholds('qinghe', 1, {
    dibaoStatus: String(facts['dibao']),
    causes: facts['majorIllness'] === true ? ['MAJOR_ILLNESS'] : ['OTHER'],
  });
  const { householdId, personId } = household!;
  await world.owner.query('set session_replication_role = replica');
  await world.owner.query('update person set sex = $2, birth_date = $3::date where id = $1', [
    personId,
    factNamed(facts, 'head.sex'),
    factNamed(facts, 'head.birthDate'),
  ]);
  if (facts['spouse'] !== null) {
    await world.owner.query(
      `insert into household_member (household_id, organization_path, position, name, relation, county_path)
       select id, organization_path, 1, '家人', '配偶', '51/5101/510101/' from household where id = $1`,
      [householdId],
    );
  }
  await world.owner.query('set session_replication_role = origin');
  const given = await answer(householdId, answersOf(facts));
  expect(given.answerPolicyFacts).toEqual({ answered: true, problems: [] });
  return householdId;
}

function answersOf(facts: Facts): readonly { fact: string; value: FactValue }[] {
  return asked.flatMap((fact) => {
    const value = factNamed(facts, fact);
    return value === undefined || value === null ? [] : [{ fact, value }];
  });
}

async function approve(id: string): Promise<unknown> {
  const data = await world.ask<{
    approveApplications: { rows: readonly { ok: boolean; problems: readonly object[] }[] };
  }>(
    approver,
    `mutation ($input: ApproveApplicationsInput!) { approveApplications(input: $input) { rows { ok problems { code message } } } }`,
    { input: { ids: [id], opinion: '同意' } },
  );
  return data.approveApplications.rows;
}

test.each(cases.map((each) => [each.id, each.note, each] as const))(
  '%s %s, asked through the graph',
  async (_id, _note, given) => {
    world.setMoment(new Date('2025-05-10T02:00:00Z'));
    const householdId = await arrangeCase(given);
    if (given.facts['lastAidDate'] !== null) {
      const before = (await apply(householdId)).applyForAid;
      expect(await approve(before.application!.id)).toEqual([{ ok: true, problems: [] }]);
    }
    world.setMoment(new Date(`${String(given.facts['applicationDate'])}T02:00:00Z`));
    const { problems, decision, application } = (await apply(householdId)).applyForAid;
    expect(problems).toEqual([]);
    const neutral = decision!.lines.filter(({ speaks, met }) => speaks === 'NEUTRAL' && met);
    const spoke = [...decision!.clausesFor, ...decision!.clausesAgainst, ...neutral.map((line) => line.clauseCode)];
    expect([decision!.outcome, spoke.toSorted()]).toEqual([given.expect.outcome, [...given.expect.clauses].toSorted()]);
    const { minYuan, maxYuan, capYuan } = given.expect;
    if (minYuan !== undefined) expect(decision!.amountMin).toBe(`${minYuan}.00`);
    if (maxYuan !== undefined) expect(decision!.amountMax).toBe(`${maxYuan}.00`);
    if (capYuan !== undefined) expect(decision!.cap).toBe(`${capYuan}.00`);
    const letIn = ['ELIGIBLE', 'DISCRETIONARY'].includes(given.expect.outcome);
    expect(application?.status).toBe(letIn ? 'COUNTY_REVIEW' : undefined);
    if (application !== null) expect(await approve(application.id)).toEqual([{ ok: true, problems: [] }]);
  },
);

test('an unanswered fact is asked for in its words, and nothing is decided before', async () => {
  const [household] = await world.addHouseholds('qinghe', 1, { dibaoStatus: 'RECEIVING' });
  const { householdId } = household!;
  const { problems, decision, application } = (await apply(householdId)).applyForAid;
  expect([problems.map(({ code }) => code), decision, application]).toEqual([['FACTS_MISSING'], null, null]);
  expect(problems[0]?.message).toContain('已参加基本医疗保险');
  const questions = `query ($householdId: ID!) { policyQuestions(householdId: $householdId, policy: "mine-aid-centre") {
    fact { name words origin } words mustBeAnswered presumed answeredBy } }`;
  const before = await world.ask<{ policyQuestions: readonly { fact: { name: string } }[] }>(clerk, questions, {
    householdId,
  });
  expect(before.policyQuestions).toContainEqual({
    fact: { name: 'unitCanHelp', words: '单位有能力帮扶', origin: 'COORDINATION' },
    words: null,
    mustBeAnswered: false,
    presumed: '单位有能力帮扶',
    answeredBy: null,
  });
  await answer(householdId, [{ fact: 'medicallyInsured', value: true }]);
  const after = await world.ask<{ policyQuestions: readonly object[] }>(clerk, questions, { householdId });
  expect(after.policyQuestions).toContainEqual({
    fact: { name: 'medicallyInsured', words: '已参加基本医疗保险', origin: 'ASKED' },
    words: '已参保',
    mustBeAnswered: false,
    presumed: null,
    answeredBy: windowClerk.name,
  });
});

test('an answer of a wrong type, for a fact of the register, or for an invisible household is refused', async () => {
  const [household] = await world.addHouseholds('qinghe', 1);
  const { householdId } = household!;
  const codes = async (id: string, fact: string, value: unknown) =>
    (await answer(id, [{ fact, value }])).answerPolicyFacts.problems;
  expect(await codes(householdId, 'ownShareYuan', '五千')).toEqual([{ code: 'FACT_VALUE', field: 'answers.0.value' }]);
  expect(await codes(householdId, 'dibao', 'RECEIVING')).toEqual([{ code: 'FACT_UNKNOWN', field: 'answers.0.fact' }]);
  expect(await codes(householdId, 'ownShareYuan', '999999999999.99')).toMatchObject([{ code: 'FACT_VALUE' }]);
  expect(await codes(householdId, 'childrenInSchool', 31)).toMatchObject([{ code: 'FACT_VALUE' }]);
  for (const [fact, value] of [
    ['onDutyDates', Array.from({ length: 401 }, () => '2026-01-01')],
    ['aidGiven', Array.from({ length: 401 }, () => ({}))],
    ['aidGiven', [{ note: '长'.repeat(201) }]],
    ['aidGiven', [Object.fromEntries(Array.from({ length: 41 }, (_, at) => [`k${at}`, 1]))]],
  ] as const) {
    expect(await codes(householdId, fact, value)).toMatchObject([{ code: 'FACT_VALUE' }]);
  }
  expect(await codes(householdId, 'spouse.birthDate', '2199-01-01')).toEqual([
    { code: 'DATE_IN_FUTURE', field: 'answers.0.value' },
  ]);
  for (const count of [0, 201]) {
    const answers = Array.from({ length: count }, () => ({ fact: 'hasIncome', value: true }));
    const { problems } = (await answer(householdId, answers)).answerPolicyFacts;
    expect(problems).toEqual([{ code: 'ANSWERS_COUNT', field: 'answers' }]);
  }
  const [elsewhere] = await world.addHouseholds('linjiang', 1);
  expect(await codes(elsewhere!.householdId, 'hasIncome', true)).toEqual([{ code: 'NOT_FOUND', field: 'householdId' }]);
});

test('a person who answered for a household does not approve its aid', async () => {
  const eligible = cases.find(({ id }) => id === 'V02')!;
  world.setMoment(new Date('2026-01-08T02:00:00Z'));
  const householdId = await arrangeCase(eligible);
  await world.owner.query('set session_replication_role = replica');
  await world.owner.query(`update policy_fact_answer set answered_by = $2 where household_id = $1`, [
    householdId,
    approver.staffId,
  ]);
  await world.owner.query('set session_replication_role = origin');
  const { application } = (await apply(householdId)).applyForAid;
  expect(await approve(application!.id)).toMatchObject([{ ok: false, problems: [{ code: 'MAKER_IS_NOT_CHECKER' }] }]);
});

test('when several apply for a household at the same time, one application is made and the others are refused', async () => {
  const eligible = cases.find(({ id }) => id === 'V02')!;
  world.setMoment(new Date('2026-01-08T02:00:00Z'));
  const householdId = await arrangeCase(eligible);
  const applied = (await Promise.all([1, 2, 3].map(() => apply(householdId)))).map((each) => each.applyForAid);
  expect(applied.filter(({ application }) => application !== null)).toHaveLength(1);
  expect(applied.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(Array(2).fill('MAY_NOT_APPLY'));
});
