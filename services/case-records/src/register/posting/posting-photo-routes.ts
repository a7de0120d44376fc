import type { FastifyInstance } from 'fastify';
import { identityOf, recordAudit } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { fileNameOf } from '@nuangong/primitives';
import { notFound, refuseFile } from '@nuangong/subgraph';
import { nameByContent } from '../evidence/evidence-content.ts';
import { takeDocument, type TakenDocument } from '../evidence/take-document.ts';
import { idOf, sendFileHeaders, type FileRequest, type GuardRoute } from '../../file-request.ts';
import { readStoredFile } from '../stored-file/open-stored-file.ts';

/** POST /files/case-records/postings/<id>/photos and GET /files/case-records/posting-photos/<id>. */
export function addPostingPhotoRoutes(server: FastifyInstance, guard: GuardRoute): void {
  server.post<{ Params: { id: string } }>(
    '/files/case-records/postings/:id/photos',
    guard('posting.publish', async (request, reply, file) => {
      const { parts, actor } = file;
      const posting = await parts.database.transaction(identityOf(actor), (tx) =>
        tx.publicPosting.findUnique({ where: { id: idOf(request.params) } }),
      );
      if (posting === null || !posting.organizationPath.startsWith(actor.scope)) {
        return refuseFile(reply, 404, notFound({ zh: '公示', en: 'posting' }));
      }
      const document = await takeDocument(request, reply, parts);
      if (document.kind === 'REFUSED') return document.answer;
      return reply.code(201).send({ photoId: await keepPhoto(file, posting, document) });
    }),
  );
  server.get<{ Params: { id: string } }>(
    '/files/case-records/posting-photos/:id',
    guard('household.read', async (request, reply, { parts, actor }) => {
      const photo = await parts.database.transaction(identityOf(actor), (tx) =>
        tx.postingPhoto.findUnique({ where: { id: idOf(request.params) } }),
      );
      if (photo === null) return refuseFile(reply, 404, notFound({ zh: '照片', en: 'photograph' }));
      const content = await readStoredFile(parts, photo.sha256);
      const { contentType: type } = photo;
      sendFileHeaders(reply, { name: nameByContent(photo.fileName, type), type, inline: true });
      return reply.send(content);
    }),
  );
}

async function keepPhoto(
  { parts, actor, requestId }: FileRequest,
  posting: { readonly id: string; readonly organizationPath: string },
  { type, stored, upload }: Extract<TakenDocument, { readonly kind: 'TAKEN' }>,
): Promise<string> {
  const id = newEventId();
  await parts.database.transaction(identityOf(actor), async (tx) => {
    await tx.postingPhoto.create({
      data: {
        id,
        organizationPath: posting.organizationPath,
        postingId: posting.id,
        fileName: fileNameOf(upload.filename, 'photo'),
        contentType: type,
        size: stored.size,
        sha256: stored.sha256,
        uploadedBy: actor.staffId,
        uploadedByName: actor.name,
        uploadedAt: parts.clock(),
      },
    });
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'posting.add-photo',
        recordType: 'PublicPosting',
        recordId: posting.id,
        after: { photoId: id, sha256: stored.sha256 },
      },
    ]);
  });
  return id;
}
