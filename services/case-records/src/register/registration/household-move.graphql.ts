import { commandResult } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { addTimelineSource } from '../timeline/timeline-sources.ts';
import { Household } from '../household/household.graphql.ts';
import { readMoves } from './read-moves.ts';
import { recordMove } from './record-move.ts';

const MoveReasonEnum = builder.enumType('MoveReason', {
  description: 'Why somebody leaves a household (转出原因).',
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
    version: t.int({ required: true, description: 'The version of the case file that the form was filled from.' }),
    memberId: t.id({ required: true, description: 'Who leaves.' }),
    reason: t.field({ type: MoveReasonEnum, required: true, description: 'Why they leave.' }),
    movedOn: t.field({
      type: 'LocalDate',
      required: true,
      description: 'The day on which they left; not in the future.',
    }),
    dateReason: t.string({ description: 'Why a day before 1 January of last year is right; kept with the move.' }),
    why: t.string({
      required: true,
      description: 'What happened, in words, 400 characters at most; kept with the household.',
    }),
    successorId: t.id({ description: 'The member who heads the household from then on, where its head leaves.' }),
  }),
});

builder.mutationField('recordMove', (t) =>
  t.field({
    type: commandResult(builder, 'RecordMoveResult', 'household', Household),
    description: 'Records that somebody left a household; from then on they may head or join another.',
    args: { input: t.arg({ type: RecordMoveInput, required: true }) },
    resolve: (_root, { input }, context) => recordMove(context, input),
  }),
);

addTimelineSource(
  { kinds: { MEMBER_MOVED: 'Somebody left it.' }, recordTypes: { Household: 'The household itself.' } },
  readMoves,
);
