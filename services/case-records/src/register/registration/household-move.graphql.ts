import { commandResult } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { addTimelineSource } from '../timeline/timeline-sources.ts';
import { Household } from '../household/household.graphql.ts';
import { readMoves } from './read-moves.ts';
import { recordMove } from './record-move.ts';

const MoveReasonEnum = builder.enumType('MoveReason', {
  description: 'Why a person moves out of a household (转出原因).',
  values: {
    MARRIAGE: { description: '婚嫁' },
    SEPARATION: { description: '分户' },
    HEAD_DIED: { description: '户主死亡' },
    OTHER: { description: '其他' },
  } as const,
});

const RecordMoveInput = builder.inputType('RecordMoveInput', {
  fields: (t) => ({
    householdId: t.id({ required: true }),
    version: t.int({ required: true, description: 'The version of the case file that the form was filled in from.' }),
    memberId: t.id({ required: true, description: 'The person who moves out.' }),
    reason: t.field({ type: MoveReasonEnum, required: true, description: 'The reason for the move.' }),
    movedOn: t.field({
      type: 'LocalDate',
      required: true,
      description: 'The day of the move; not in the future.',
    }),
    dateReason: t.string({ description: 'The reason for a day before 1 January of last year; kept with the move.' }),
    why: t.string({
      required: true,
      description: 'Details, at most 400 characters; kept with the household.',
    }),
    successorId: t.id({ description: 'The new head of the household, if its head moves out.' }),
  }),
});

builder.mutationField('recordMove', (t) =>
  t.field({
    type: commandResult(builder, 'RecordMoveResult', 'household', Household),
    description: 'Records that a person moved out of a household; the person may then head or join another.',
    args: { input: t.arg({ type: RecordMoveInput, required: true }) },
    resolve: (_root, { input }, context) => recordMove(context, input),
  }),
);

addTimelineSource(
  { kinds: { MEMBER_MOVED: 'A person moved out.' }, recordTypes: { Household: 'The household itself.' } },
  readMoves,
);
