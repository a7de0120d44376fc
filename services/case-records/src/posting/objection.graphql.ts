import { permits } from '@nuangong/access';
import { commandResult, loadManyBy } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../builder.ts';
import { loadCaseFile, loadHandlers } from '../case-file/case-file.graphql.ts';
import { noHandlers } from '../case-file/case-file-handlers.ts';
import type { Objection as ObjectionRow } from '../generated/prisma/client.ts';
import { readWordsInLanguage, wordsPlace } from '../household/written-words.ts';
import { answerObjection, mayAnswer } from './answer-objection.ts';
import { recordObjection } from './record-objection.ts';

/** Objections by posting, the oldest first. */
export const loadObjections = loadManyBy<CaseRecordsContext, ObjectionRow>(
  (row) => row.postingId,
  (context, ids) =>
    context.tx.objection.findMany({ where: { postingId: { in: [...ids] } }, orderBy: { raisedAt: 'asc' } }),
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
  fields: (t) => ({
    id: t.exposeID('id'),
    caseFileId: t.exposeID('caseFileId'),
    mayAnswer: t.boolean({
      description: 'Whether the reader may answer it: nobody who recorded it or had a hand in the file',
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
      resolve: async (objection, _arguments, context) => (await wordsOf(context, objection, objection.text, 'text')) ?? '',
    }),
    raisedAt: t.field({ type: 'Instant', resolve: (objection) => objection.raisedAt }),
    finding: t.string({
      nullable: true,
      description: 'For those who do the casework; each reading is audited.',
      resolve: (objection, _arguments, context) => wordsOf(context, objection, objection.finding, 'finding'),
    }),
    answeredAt: t.field({ type: 'Instant', nullable: true, resolve: (objection) => objection.answeredAt }),
    upheld: t.exposeBoolean('upheld', { nullable: true }),
  }),
});

const RecordObjectionInput = builder.inputType('RecordObjectionInput', {
  fields: (t) => ({
    caseFileId: t.id({ required: true }),
    raisedBy: t.string({ required: true }),
    text: t.string({ required: true }),
  }),
});

builder.mutationField('recordObjection', (t) =>
  t.field({
    type: commandResult(builder, 'RecordObjectionResult', 'objection', Objection),
    args: { input: t.arg({ type: RecordObjectionInput, required: true }) },
    resolve: (_root, { input }, context) => recordObjection(context, input),
  }),
);

const AnswerObjectionInput = builder.inputType('AnswerObjectionInput', {
  fields: (t) => ({
    objectionId: t.id({ required: true }),
    finding: t.string({ required: true }),
    upheld: t.boolean({ required: true }),
  }),
});

builder.mutationField('answerObjection', (t) =>
  t.field({
    type: commandResult(builder, 'AnswerObjectionResult', 'objection', Objection),
    args: { input: t.arg({ type: AnswerObjectionInput, required: true }) },
    resolve: (_root, { input }, context) => answerObjection(context, input),
  }),
);
