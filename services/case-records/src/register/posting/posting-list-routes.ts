import { identityOf } from '@nuangong/database';
import { fileTypes, refused, type FileRoutes } from '@nuangong/documents/serve';
import { fillTemplate } from '@nuangong/documents/template';
import { notFound } from '@nuangong/subgraph';
import type { RunningParts } from '../../running-parts.ts';
import { withdrawnForWall } from './posting.ts';
import { gatherPostingList } from './posting-list-paper.ts';

const template = new URL('./templates/posting-list.docx', import.meta.url);

/** GET /files/case-records/postings/<id>/list.docx: the list for the wall, to be edited and printed. */
export function addPostingListRoutes(files: FileRoutes, { database }: RunningParts): void {
  files.serve('/files/case-records/postings/:id/list.docx', 'household.read', async ({ actor, requestId, id }) => {
    const paper = await database.transaction(identityOf(actor), (tx) =>
      gatherPostingList(tx, { actor, requestId }, id),
    );
    if (paper === undefined) return refused(404, notFound({ zh: '公示', en: 'posting' }));
    if (paper === 'WITHDRAWN') return refused(409, withdrawnForWall());
    const content = await fillTemplate(template, { ...paper });
    return { name: `公示名单-${paper.from}.docx`, type: fileTypes.docx, size: content.length, content };
  });
}
