import { readStoredDate } from '@nuangong/database';
import type { TimelineSource } from '../timeline/timeline-sources.ts';
import { readWords, wordsPlace } from '../written-words/sealed-words.ts';
import { moveWords, type MoveReason } from './record-move.ts';

/** The timeline's entries about members who left; one statement for all households. */
export const readMoves: TimelineSource<'MEMBER_MOVED', 'Household'> = async (context, householdIds) => {
  const moves = await context.tx.householdMove.findMany({ where: { householdId: { in: [...householdIds] } } });
  return Promise.all(
    moves.map(async (move) => {
      const reason = moveWords[move.reason as MoveReason];
      const on = readStoredDate(move.movedOn);
      const why = await readWords(context, move.householdId, move.why, wordsPlace('household_move', 'why', move));
      const late = await readWords(
        context,
        move.householdId,
        move.movedOnReason,
        wordsPlace('household_move', 'moved_on_reason', move),
      );
      return {
        id: move.id,
        householdId: move.householdId,
        at: move.recordedAt,
        kind: 'MEMBER_MOVED',
        title: { zh: '成员转出', en: 'Moved out of the household' },
        detail: {
          zh: `${move.name}（${move.relation}）${on} 转出，${reason.zh}：${why?.zh ?? ''}${late === null ? '' : `；日期较早的原因：${late.zh}`}`,
          en: `${move.name} (${move.relation}) on ${on}, ${reason.en}: ${why?.en ?? ''}${late === null ? '' : `; reason for the early date: ${late.en}`}`,
        },
        actor: move.staffName,
        organizationName: null,
        recordType: 'Household',
        recordId: move.householdId,
      };
    }),
  );
};
