import { prismaSql } from '@nuangong/database';
import { permits } from '@nuangong/access';
import { isUuid, localDateAt, type Result } from '@nuangong/primitives';
import { requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { loadPolicyInForce } from './load-policy.ts';
import { answerPolicyFacts } from '../policy-fact/answer-policy-facts.ts';
import { loadAnswers, type FactAnswer } from '../policy-fact/load-answers.ts';
import { PolicyFactType } from '../policy-fact/policy-fact.graphql.ts';
import { isAsked, sayValue, type PolicyFact } from '../policy-fact/policy-fact.ts';

interface PolicyQuestionShape {
  readonly fact: PolicyFact;
  readonly answer: FactAnswer | undefined;
}

const PolicyQuestion = builder.objectRef<PolicyQuestionShape>('PolicyQuestion').implement({
  description: 'A question of a policy about a household, with its current answer.',
  fields: (t) => ({
    fact: t.field({ type: PolicyFactType, description: 'The fact asked for.', resolve: ({ fact }) => fact }),
    value: t.field({
      type: 'Json',
      nullable: true,
      description: 'The current answer; null if unanswered.',
      resolve: ({ answer }) => answer?.value ?? null,
    }),
    words: t.string({
      nullable: true,
      description: 'The answer in words, in the reader’s language; null if unanswered.',
      resolve: ({ fact, answer }, _arguments, { language }) =>
        answer === undefined ? null : sayValue(fact, answer.value)[language],
    }),
    presumed: t.string({
      nullable: true,
      description: 'The value assumed if unanswered, in words; null if the register has it, or an answer is required.',
      resolve: ({ fact }, _arguments, { language }) =>
        fact.presumed === null ? null : sayValue(fact, fact.presumed)[language],
    }),
    mustBeAnswered: t.boolean({
      description: 'Whether an answer is required for a decision.',
      resolve: ({ fact, answer }) =>
        answer === undefined && fact.presumed === null && fact.read === null && !fact.nullable,
    }),
    answeredBy: t.string({
      nullable: true,
      description: 'Who answered, under the name they had at that time.',
      resolve: ({ answer }) => answer?.answeredBy ?? null,
    }),
    answeredAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When it was answered.',
      resolve: ({ answer }) => answer?.answeredAt ?? null,
    }),
  }),
});

builder.queryField('policyQuestions', (t) =>
  t.field({
    type: [PolicyQuestion],
    description:
      'The questions of a policy in force about a household, in catalogue order; those that reveal health only for those who do the casework.',
    args: {
      householdId: t.arg.id({ required: true }),
      policy: t.arg.string({ required: true, description: 'The code of the policy.' }),
    },
    resolve: async (_root, { householdId, policy }, context) => {
      requirePermission(context, 'household.read');
      if (!isUuid(householdId)) return [];
      const run = prismaSql(context.tx);
      const found = await loadPolicyInForce(run, policy, localDateAt(context.parts.clock()));
      const visible = await context.tx.household.findUnique({ where: { id: householdId }, select: { id: true } });
      if (found === undefined || visible === null) return [];
      const answers = (await loadAnswers(run, [householdId])).get(householdId);
      const reads = (fact: PolicyFact) => !fact.tellsOfHealth || permits(context.actor.roles, 'health.read');
      return found.prepared.policy.facts
        .filter((fact) => isAsked(fact) && reads(fact))
        .map((fact) => ({ fact, answer: answers?.get(fact.name) }));
    },
  }),
);

const PolicyFactAnswerInput = builder.inputType('PolicyFactAnswerInput', {
  description: 'An answer to a policy’s question about a household.',
  fields: (t) => ({
    fact: t.string({ required: true, description: 'The name of a fact that can be answered.' }),
    value: t.field({
      type: 'Json',
      required: true,
      description: 'The answer, of the fact’s type: amounts as decimal text.',
    }),
  }),
});

const AnswerPolicyFactsInput = builder.inputType('AnswerPolicyFactsInput', {
  fields: (t) => ({
    householdId: t.id({ required: true }),
    answers: t.field({
      type: [PolicyFactAnswerInput],
      required: true,
      description: 'At most 200; if a fact is answered twice, the later answer applies.',
    }),
  }),
});

const AnswerPolicyFactsResult = builder.objectRef<Result<string>>('AnswerPolicyFactsResult').implement({
  description: 'The result of answering: nothing is saved if one answer is not valid.',
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
    answered: t.boolean({ description: 'Whether the answers were saved.', resolve: (result) => result.ok }),
  }),
});

builder.mutationField('answerPolicyFacts', (t) =>
  t.field({
    type: AnswerPolicyFactsResult,
    description:
      'Answers policy questions that the register does not record; the person who answers may not approve the household’s applications.',
    args: { input: t.arg({ type: AnswerPolicyFactsInput, required: true }) },
    resolve: (_root, { input }, context) => answerPolicyFacts(context, input),
  }),
);
