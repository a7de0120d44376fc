import { mapResult, ok } from '@nuangong/primitives';
import type { PieceRow, WantedJob } from '@nuangong/service';
import { lifeCycle } from '../case-file/case-file.ts';
import { addListCommands, pieceOf, textOf, type ListCommand } from '../whole-list/over-whole-list.ts';
import { activatePosting } from './activate-posting.ts';
import { publishPosting } from './publish-posting.ts';

/** The posted files of a posting. */
export function filesOfPosting(postingId: string): WantedJob['list'] {
  return [
    'select c.id, c.number as label from case_file c where c.posting_id = $1::uuid and c.status = any($2::text[]) order by c.number',
    postingId,
    lifeCycle.ACTIVATE.fromInBulk,
  ];
}

/** The first piece with a file that can be posted creates the posting; later pieces add to it. */
const publish: ListCommand = {
  title: { zh: '张榜公示', en: 'Posting case files' },
  action: 'posting.publish',
  made(state) {
    const id = textOf(state, 'postingId');
    return id === undefined ? [] : [{ recordType: 'PublicPosting', id, name: { zh: '这次公示', en: 'The posting' } }];
  },
  async work(context, ids, { input, state }) {
    let heard: readonly PieceRow[] = [];
    const posted = await publishPosting(
      context,
      {
        place: textOf(input, 'place') ?? '',
        from: textOf(input, 'from') ?? '',
        objectionPhone: textOf(input, 'objectionPhone'),
        caseFileIds: ids,
      },
      { into: textOf(state, 'postingId'), hear: (rows) => (heard = rows) },
    );
    if (posted.ok) return ok({ rows: posted.value.rows, state: { postingId: posted.value.posting.id } });
    return heard.length > 0 ? ok({ rows: heard }) : posted;
  },
};

addListCommands({
  'posting.publish': publish,
  'case-file.activate': {
    title: { zh: '公示期满建档', en: 'Opening posted files' },
    action: 'case-file.activate',
    work: async (context, ids, { input }) =>
      mapResult(await activatePosting(context, { postingId: textOf(input, 'postingId') ?? '' }, ids), ({ rows }) =>
        pieceOf(rows),
      ),
  },
});
