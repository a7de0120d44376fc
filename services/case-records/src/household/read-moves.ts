import { readStoredDate } from '@nuangong/database';
import type { TimelineSource } from '../timeline/timeline-sources.ts';
import { moveWords, type MoveReason } from './record-move.ts';

/** Who left households, one entry for each; one statement for all households. */
export const readMoves: TimelineSource = async (context, householdIds) => {
  const moves = await context.tx.householdMove.findMany({ where: { householdId: { in: [...householdIds] } } });
  return moves.map((move) => {
    const reason = moveWords[move.reason as MoveReason];
    const on = readStoredDate(move.movedOn);
    return {
      id: move.id,
      householdId: move.householdId,
      at: move.recordedAt,
      kind: 'MEMBER_MOVED',
      title: { zh: '成员转出', en: 'Left the household' },
      detail: {
        zh: `${move.name}（${move.relation}）${on} 转出，${reason.zh}：${move.why}`,
        en: `${move.name} (${move.relation}) on ${on}, ${reason.en}: ${move.why}`,
      },
      actor: move.staffName,
      organizationName: null,
      recordType: 'Household',
      recordId: move.householdId,
    };
  });
};
