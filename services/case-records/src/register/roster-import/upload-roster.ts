import type { Actor } from '@nuangong/access';
import { identityOf, recordAudit } from '@nuangong/database';
import { withPlainFile, type StoredFile } from '@nuangong/documents/store';
import { newEventId } from '@nuangong/events';
import { fileNameOf, ok, type Result } from '@nuangong/primitives';
import { openWorkbook } from '@nuangong/spreadsheet';
import type { RunningParts } from '../../running-parts.ts';
import { runInBackground } from './end-import.ts';
import { stageRoster } from './stage-roster.ts';

/** Takes a stored file as a roster to import, after checking that it is a spreadsheet; it is read in the background. */
export async function uploadRoster(
  parts: RunningParts,
  upload: { readonly actor: Actor; readonly requestId: string; readonly fileName: string; readonly stored: StoredFile },
): Promise<Result<string>> {
  const { actor, stored } = upload;
  const looked = await withPlainFile(parts.files, stored.sha256, async (path) => {
    const opened = await openWorkbook(path);
    if (opened.ok) await opened.value.close();
    return opened;
  });
  if (!looked.ok) return looked;
  const id = newEventId();
  await parts.database.transaction(identityOf(actor), async (tx) => {
    await tx.rosterImport.create({
      data: {
        id,
        organizationPath: actor.scope,
        organizationId: actor.organizationId,
        organizationName: actor.organizationName,
        fileName: fileNameOf(upload.fileName, 'roster'),
        fileSha256: stored.sha256,
        fileSize: BigInt(stored.size),
        status: 'UPLOADED',
        uploadedBy: actor.staffId,
        uploadedByName: actor.name,
        uploadedAt: parts.clock(),
      },
    });
    await recordAudit(tx, { actor, requestId: upload.requestId }, [
      {
        action: 'roster.upload',
        recordType: 'RosterImport',
        recordId: id,
        after: { sha256: stored.sha256, size: stored.size },
      },
    ]);
  });
  runInBackground(parts, id, actor.scope, (stopping) => stageRoster(parts, id, actor.scope, stopping));
  return ok(id);
}
