import { permits } from '@nuangong/access';
import { commandResult, loadManyBy } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import { loadCaseFile, loadHandlers } from '../case-file/case-file.graphql.ts';
import { noHandlers } from '../case-file/case-file-handlers.ts';
import type { Objection as ObjectionRow } from '../../generated/prisma/client.ts';
import { readWordsInLanguage, wordsPlace } from '../written-words/sealed-words.ts';
import { answerObjection, mayAnswer } from './answer-objection.ts';
import { recordObjection } from './record-objection.ts';

/** Objections by posting, the oldest first. */
export const loadObjections = loadManyBy<CaseRecordsContext, ObjectionRow>(
  (row) => row.postingId,
  (context, ids) => context.tx.objection.findMany({ where: { postingId: { in: ids } }, orderBy: { raisedAt: 'asc' } }),
);

async function wordsOf(
  context: CaseRecordsContext,
  objection: ObjectionRow,
  words: string | null,
  column: 'raised_by' | 'text' | 'finding',
): Promise<string | null> {
  const householdId = (await loadCaseFile(context, objection.caseFileId))?.householdId ?? objection.caseFileId;
  return readWordsInLanguage(context, householdId, words, wordsPlace('objection', column, objection));
}

export const Objection = builder.objectRef<ObjectionRow>('Objection').implement({
  description: 'An objection to a posted household (异议).',
  fields: (t) => ({
    id: t.exposeID('id'),
    caseFileId: t.exposeID('caseFileId'),
    mayAnswer: t.boolean({
      description: 'Whether the reader may answer it: not a person who recorded it or handled the file',
      resolve: async (objection, _arguments, context) => {
        const { recordedBy, answeredAt, caseFileId } = objection;
        if (answeredAt !== null || !permits(context.actor.roles, 'posting.answer-objection')) return false;
        const handlers = (await loadHandlers(context, caseFileId)) ?? noHandlers;
        return mayAnswer({ ...handlers, recordedBy }, context.actor.staffId).ok;
      },
    }),
    raisedBy: t.string({
      description: 'For those who do the casework; each reading is audited.',
      resolve: async (objection, _arguments, context) =>
        (await wordsOf(context, objection, objection.raisedBy, 'raised_by')) ?? '',
    }),
    text: t.string({
      description: 'For those who do the casework; each reading is audited.',
      resolve: async (objection, _arguments, context) =>
        (await wordsOf(context, objection, objection.text, 'text')) ?? '',
    }),
    raisedAt: t.field({
      type: 'Instant',
      description: 'When it was recorded.',
      resolve: (objection) => objection.raisedAt,
    }),
    finding: t.string({
      nullable: true,
      description: 'For those who do the casework; each reading is audited.',
      resolve: (objection, _arguments, context) => wordsOf(context, objection, objection.finding, 'finding'),
    }),
    answeredAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When it was answered; null before.',
      resolve: (objection) => objection.answeredAt,
    }),
    upheld: t.exposeBoolean('upheld', {
      nullable: true,
      description: 'Whether it was upheld; null before it is answered.',
    }),
  }),
});

const RecordObjectionInput = builder.inputType('RecordObjectionInput', {
  fields: (t) => ({
    caseFileId: t.id({ required: true }),
    raisedBy: t.string({ required: true, description: 'The person who objects, at most 100 characters.' }),
    text: t.string({ required: true, description: 'The objection, at most 2,000 characters.' }),
  }),
});

builder.mutationField('recordObjection', (t) =>
  t.field({
    type: commandResult(builder, 'RecordObjectionResult', 'objection', Objection),
    description: 'Records an objection to a household while it is posted.',
    args: { input: t.arg({ type: RecordObjectionInput, required: true }) },
    resolve: (_root, { input }, context) => recordObjection(context, input),
  }),
);

const AnswerObjectionInput = builder.inputType('AnswerObjectionInput', {
  fields: (t) => ({
    objectionId: t.id({ required: true }),
    finding: t.string({ required: true, description: 'The finding, at most 2,000 characters.' }),
    upheld: t.boolean({
      required: true,
      description: 'Whether the objection is upheld: the file is then returned or rejected.',
    }),
  }),
});

builder.mutationField('answerObjection', (t) =>
  t.field({
    type: commandResult(builder, 'AnswerObjectionResult', 'objection', Objection),
    description: 'Answers an objection; not by a person who recorded it or handled the file.',
    args: { input: t.arg({ type: AnswerObjectionInput, required: true }) },
    resolve: (_root, { input }, context) => answerObjection(context, input),
  }),
);
