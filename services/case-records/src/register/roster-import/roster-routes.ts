import { identityOf } from '@nuangong/database';
import { fileTypes, isRefusal, refused, tooLarge, type FileRoutes } from '@nuangong/documents/serve';
import { storeFile, takeWritten } from '@nuangong/documents/store';
import { ok, refuse } from '@nuangong/primitives';
import { DEFAULT_LIMITS } from '@nuangong/spreadsheet';
import { notFound } from '@nuangong/subgraph';
import type { RunningParts } from '../../running-parts.ts';
import { markedFileName, markRoster } from './mark-roster.ts';
import { uploadRoster } from './upload-roster.ts';

/** POST /files/case-records/rosters (file) and GET /files/case-records/rosters/<id>/marked. */
export function addRosterRoutes(files: FileRoutes, parts: RunningParts): void {
  files.accept('/files/case-records/rosters', 'roster.import', async ({ actor, requestId }, receive) => {
    const upload = await receive(DEFAULT_LIMITS.fileBytes);
    if (isRefusal(upload)) return upload;
    const stored = await storeFile(parts.files, upload.content, upload.isCut);
    if (stored === undefined) return tooLarge(DEFAULT_LIMITS.fileBytes);
    const taken = await uploadRoster(parts, { actor, requestId, fileName: upload.fileName, stored });
    if (!taken.ok) return refused(415, ...taken.problems);
    return { status: 201, answer: { importId: taken.value } };
  });
  files.serve('/files/case-records/rosters/:id/marked', 'roster.import', async ({ actor, id }) => {
    const marked = await parts.database.transaction(identityOf(actor), async (tx) => {
      const roster = await tx.rosterImport.findUnique({ where: { id } });
      if (roster === null) return refuse(notFound({ zh: '导入', en: 'import' }));
      const path = await markRoster(parts, tx, roster);
      return path.ok ? ok({ path: path.value, fileName: roster.fileName }) : path;
    });
    if (!marked.ok) return refused(404, ...marked.problems);
    const { content, size, beginning } = await takeWritten(marked.value.path);
    // By its content, regardless of the uploaded name.
    const isWorkbook = (await beginning(2)).toString('latin1') === 'PK';
    return {
      name: markedFileName(marked.value.fileName, isWorkbook ? '.xlsx' : '.csv'),
      type: isWorkbook ? fileTypes.xlsx : fileTypes.csv,
      content,
      size,
    };
  });
}
