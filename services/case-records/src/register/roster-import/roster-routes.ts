import { open, rm, type FileHandle } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { identityOf } from '@nuangong/database';
import { ok, refuse } from '@nuangong/primitives';
import { DEFAULT_LIMITS } from '@nuangong/spreadsheet';
import { notFound, refuseFile } from '@nuangong/subgraph';
import { fileOf, idOf, sendFileHeaders, tooLarge, type GuardRoute } from '../../file-request.ts';
import { storeFile } from '../stored-file/store-file.ts';
import { markedFileName, markRoster } from './mark-roster.ts';
import { uploadRoster } from './upload-roster.ts';

const asWorkbook = {
  extension: '.xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const asText = { extension: '.csv', type: 'text/csv; charset=utf-8' } as const;

/** POST /files/case-records/rosters (file) and GET /files/case-records/rosters/<id>/marked. */
export function addRosterRoutes(server: FastifyInstance, guard: GuardRoute): void {
  server.post(
    '/files/case-records/rosters',
    guard('roster.import', async (request, reply, { parts, actor, requestId }) => {
      const upload = await fileOf(request, DEFAULT_LIMITS.fileBytes);
      if ('code' in upload) return refuseFile(reply, 400, upload);
      const stored = await storeFile(parts, upload.file, () => upload.file.truncated);
      if (stored === undefined) return refuseFile(reply, 413, tooLarge(DEFAULT_LIMITS.fileBytes));
      const taken = await uploadRoster(parts, { actor, requestId, fileName: upload.filename, stored });
      if (!taken.ok) return refuseFile(reply, 415, ...taken.problems);
      return reply.code(201).send({ importId: taken.value });
    }),
  );
  server.get<{ Params: { id: string } }>(
    '/files/case-records/rosters/:id/marked',
    guard('roster.import', async (request, reply, { parts, actor }) => {
      const marked = await parts.database.transaction(identityOf(actor), async (tx) => {
        const roster = await tx.rosterImport.findUnique({ where: { id: idOf(request.params) } });
        if (roster === null) return refuse(notFound({ zh: '导入', en: 'import' }));
        const path = await markRoster(parts, tx, roster);
        return path.ok ? ok({ path: path.value, fileName: roster.fileName }) : path;
      });
      if (!marked.ok) return refuseFile(reply, 404, ...marked.problems);
      const { path, fileName } = marked.value;
      // The open file is unlinked, so that it disappears when it has been sent or the process ends.
      const file = await open(path);
      await rm(path, { force: true });
      const { extension, type } = (await isArchive(file)) ? asWorkbook : asText;
      sendFileHeaders(reply, { name: markedFileName(fileName, extension), type, inline: false });
      return reply.send(file.createReadStream({ start: 0 }));
    }),
  );
}

/** Whether a file is a workbook by its content, whatever its uploaded name. */
async function isArchive(file: FileHandle): Promise<boolean> {
  const { buffer } = await file.read({ buffer: Buffer.alloc(2), length: 2, position: 0 });
  return buffer.toString('latin1') === 'PK';
}
