import { commandResult, loadManyBy, loadOneBy } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import type { SamePersonAnswer } from '../../generated/prisma/client.ts';
import { Household, loadHousehold } from '../household/household.graphql.ts';
import { readWordsInLanguage, wordsPlace } from '../written-words/sealed-words.ts';
import { answerSuspectedDouble } from './answer-suspected-double.ts';
import { findDoubles, type SuspectedDouble } from './find-doubles.ts';

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

const SuspectedDoubleType = builder.objectRef<SuspectedDouble>('SuspectedDouble').implement({
  description:
    'The head of another open household with the same name and birth date and the same telephone or account, under another identity: a suspected duplicate (疑似同一人). For another county, only its existence is shown.',
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
      'People who may be the same person as the head under another identity; for review, approval and payment.',
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
    description: 'Records the finding on a head who may also be the head of another household.',
    args: { input: t.arg({ type: AnswerSuspectedDoubleInput, required: true }) },
    resolve: (_root, { input }, context) => answerSuspectedDouble(context, input),
  }),
);
