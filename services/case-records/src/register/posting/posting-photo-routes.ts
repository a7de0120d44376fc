import { identityOf, recordAudit } from '@nuangong/database';
import { isRefusal, refused, type FileRequest, type FileRoutes } from '@nuangong/documents/serve';
import { servePreview } from '@nuangong/documents/preview';
import { largestDocument, serveDocument, takeDocument, type TakenDocument } from '@nuangong/documents/store';
import { newEventId } from '@nuangong/events';
import { fileNameOf } from '@nuangong/primitives';
import { notFound } from '@nuangong/subgraph';
import type { PostingPhoto } from '../../generated/prisma/client.ts';
import { withdrawnForWall } from './posting.ts';
import type { RunningParts } from '../../running-parts.ts';

/**
 * POST /files/case-records/postings/<id>/photos, GET /files/case-records/posting-photos/<id>, and one of its pages as a
 * picture: …/preview.jpg?page=.
 */
export function addPostingPhotoRoutes(files: FileRoutes, parts: RunningParts): void {
  files.accept('/files/case-records/postings/:id/photos', 'posting.publish', async (asked, receive) => {
    const { actor, id } = asked;
    const posting = await parts.database.transaction(identityOf(actor), (tx) =>
      tx.publicPosting.findUnique({ where: { id } }),
    );
    if (posting === null || !posting.organizationPath.startsWith(actor.scope)) {
      return refused(404, notFound({ zh: '公示', en: 'posting' }));
    }
    if (posting.withdrawnAt !== null) return refused(409, withdrawnForWall());
    const upload = await receive(largestDocument);
    if (isRefusal(upload)) return upload;
    const document = await takeDocument(parts.files, upload);
    if (isRefusal(document)) return document;
    return { status: 201, answer: { photoId: await keepPhoto(parts, asked, posting, document) } };
  });
  const photoNotFound = () => refused(404, notFound({ zh: '照片', en: 'photograph' }));
  files.serve('/files/case-records/posting-photos/:id', 'household.read', async (asked) => {
    const photo = await readPhoto(parts, asked);
    return photo === null ? photoNotFound() : serveDocument(parts.files, photo);
  });
  files.serve('/files/case-records/posting-photos/:id/preview.jpg', 'household.read', async (asked) => {
    const photo = await readPhoto(parts, asked);
    return photo === null ? photoNotFound() : servePreview(parts.files, photo, asked);
  });
}

function readPhoto({ database }: RunningParts, { actor, id }: FileRequest): Promise<PostingPhoto | null> {
  return database.transaction(identityOf(actor), (tx) => tx.postingPhoto.findUnique({ where: { id } }));
}

async function keepPhoto(
  parts: RunningParts,
  { actor, requestId }: FileRequest,
  posting: { readonly id: string; readonly organizationPath: string },
  { type, stored, fileName }: TakenDocument,
): Promise<string> {
  const id = newEventId();
  await parts.database.transaction(identityOf(actor), async (tx) => {
    await tx.postingPhoto.create({
      data: {
        id,
        organizationPath: posting.organizationPath,
        postingId: posting.id,
        fileName: fileNameOf(fileName, 'photo'),
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
