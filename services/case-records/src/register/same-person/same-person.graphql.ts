import { commandResult, describedValues, loadManyBy, loadOneBy } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import type { SamePersonAnswer } from '../../generated/prisma/client.ts';
import { Household, loadHousehold } from '../household/household.graphql.ts';
import { readWordsInLanguage, wordsPlace } from '../written-words/sealed-words.ts';
import { answerSuspectedDouble } from './answer-suspected-double.ts';
import { findDoubles, type Ground, type SuspectedDouble } from './find-doubles.ts';

const loadDoubles = loadManyBy<CaseRecordsContext, SuspectedDouble>(
  (row) => row.householdId,
  (context, householdIds) => findDoubles(context.tx, householdIds),
);

const keyOf = ({ householdId, doubleId }: Pick<SamePersonAnswer, 'householdId' | 'doubleId'>): string =>
  `${householdId}/${doubleId}`;

const loadAnswer = loadOneBy<CaseRecordsContext, SamePersonAnswer>(keyOf, (context, keys) =>
  context.tx.samePersonAnswer.findMany({
    where: { householdId: { in: [...new Set(keys.map((key) => key.split('/')[0] ?? ''))] } },
    orderBy: { answeredAt: 'asc' },
  }),
);

const SamePersonAnswerType = builder.objectRef<SamePersonAnswer>('SamePersonAnswer').implement({
  description: 'The finding on two people who may be the same person.',
  fields: (t) => ({
    why: t.string({
      description: 'For those who do the casework or answer it; each reading is audited.',
      resolve: async (answer, _arguments, context) =>
        (await readWordsInLanguage(
          context,
          answer.householdId,
          answer.why,
          wordsPlace('same_person_answer', 'why', answer),
          'same-person.answer',
        )) ?? '',
    }),
    staffName: t.exposeString('staffName'),
    answeredAt: t.field({
      type: 'Instant',
      description: 'When it was answered.',
      resolve: (answer) => answer.answeredAt,
    }),
  }),
});

const EvidenceStrengthEnum = builder.enumType('EvidenceStrength', {
  description: 'How strong the evidence is that two people are one.',
  values: describedValues<SuspectedDouble['strength']>({
    STRONG: 'About 30 to 1 or more that they are one person; holds up approval until it is answered.',
    MEDIUM: 'From 1 to 4 on; to be looked into when there is time.',
  }),
});

const GroundType = builder.objectRef<Ground>('DuplicateGround').implement({
  description: 'How one feature of two people agrees, and what that weighs (Fellegi and Sunter).',
  fields: (t) => ({
    feature: t.exposeString('feature', {
      description:
        'name, birthDate, sex, identityNumber, phone, account, region, unit, or kinship: what relatives share.',
    }),
    level: t.exposeString('level', { description: 'How it agrees: same, same-sound, one-digit-off, different, …' }),
    weight: t.exposeFloat('weight', {
      description:
        'In bits: log2 of how much likelier this is for one person than for two; below zero it speaks against.',
    }),
  }),
});

const SuspectedDoubleType = builder.objectRef<SuspectedDouble>('SuspectedDouble').implement({
  description:
    'Two people of two open households who may be one under two identities (疑似同一人): heads with the same name, birth date and telephone or account, seen at once, and people whom the nightly comparison holds for one. For another county, only the existence and the strength are shown.',
  fields: (t) => ({
    id: t.exposeID('doubleId'),
    elsewhere: t.boolean({
      description: 'Whether the reader may not see the other household.',
      resolve: ({ otherHouseholdId }) => otherHouseholdId === null,
    }),
    household: t.field({
      type: Household,
      nullable: true,
      description: 'The other household; null if the reader may not see it.',
      resolve: async ({ otherHouseholdId }, _arguments, context) =>
        otherHouseholdId === null ? null : ((await loadHousehold(context, otherHouseholdId)) ?? null),
    }),
    samePhone: t.exposeBoolean('samePhone', { description: 'Whether both have the same telephone.' }),
    sameAccount: t.exposeBoolean('sameAccount', { description: 'Whether both have the same bank account.' }),
    strength: t.field({
      type: EvidenceStrengthEnum,
      description: 'How strong the evidence is.',
      resolve: ({ strength }) => strength,
    }),
    because: t.field({
      type: [GroundType],
      description:
        'Why, the weightiest first, for whoever sees both households; empty for others, and before the nightly comparison.',
      resolve: ({ because }) => [...(because ?? [])],
    }),
    answer: t.field({
      type: SamePersonAnswerType,
      nullable: true,
      description: 'The finding; null before it is recorded.',
      resolve: async (double, _arguments, context) => (await loadAnswer(context, keyOf(double))) ?? null,
    }),
  }),
});

builder.objectField(Household, 'suspectedDoubles', (t) =>
  t.field({
    type: [SuspectedDoubleType],
    description:
      'People who may be the same person as somebody of the household under another identity; for review, approval and payment.',
    resolve: async (household, _arguments, context) => [...(await loadDoubles(context, household.id))],
  }),
);

const AnswerSuspectedDoubleInput = builder.inputType('AnswerSuspectedDoubleInput', {
  fields: (t) => ({
    householdId: t.id({ required: true }),
    doubleId: t.id({ required: true, description: 'The id of the `SuspectedDouble`.' }),
    why: t.string({ required: true, description: 'What was found, and by what: 双胞胎，已核对户口本.' }),
  }),
});

builder.mutationField('answerSuspectedDouble', (t) =>
  t.field({
    type: commandResult(builder, 'AnswerSuspectedDoubleResult', 'household', Household),
    description: 'Records the finding on somebody who may also be in another household.',
    args: { input: t.arg({ type: AnswerSuspectedDoubleInput, required: true }) },
    resolve: (_root, { input }, context) => answerSuspectedDouble(context, input),
  }),
);
