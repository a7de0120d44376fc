import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { parse } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { identityOf } from '@nuangong/database';
import { ok, refuse } from '@nuangong/primitives';
import { DEFAULT_LIMITS } from '@nuangong/spreadsheet';
import { notFound, refuseFile } from '@nuangong/subgraph';
import { fileOf, idOf, sendFileHeaders, tooLarge, type GuardRoute } from '../file-request.ts';
import { storeFile } from '../stored-file.ts';
import { markRoster } from './mark-roster.ts';
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
      const stored = await storeFile(parts.filesDirectory, upload.file, () => upload.file.truncated);
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
      const { extension, type } = (await isArchive(path)) ? asWorkbook : asText;
      sendFileHeaders(reply, { name: `${parse(fileName).name}（标注）${extension}`, type, inline: false });
      const stream = createReadStream(path);
      stream.once('close', () => void rm(path, { force: true }));
      return reply.send(stream);
    }),
  );
}

/** Whether a file is a workbook, by its content: the uploaded name may say anything. */
async function isArchive(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read({ buffer: Buffer.alloc(2), length: 2, position: 0 });
    return buffer.toString('latin1') === 'PK';
  } finally {
    await file.close();
  }
}
