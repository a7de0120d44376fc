import { permits } from '@nuangong/access';
import { identityOf, recordAudit } from '@nuangong/database';
import {
  isRefusal,
  refused,
  type AcceptedFile,
  type FileRefusal,
  type FileRequest,
  type FileRoutes,
} from '@nuangong/documents/serve';
import { servePreview } from '@nuangong/documents/preview';
import { largestDocument, serveDocument, takeDocument, type TakenDocument } from '@nuangong/documents/store';
import { newEventId } from '@nuangong/events';
import { fileNameOf, problem } from '@nuangong/primitives';
import { notFound } from '@nuangong/subgraph';
import type { Evidence } from '../../generated/prisma/client.ts';
import type { RunningParts } from '../../running-parts.ts';
import { archiveEvidence } from './evidence-archive.ts';
import { evidenceKinds, tellsOfHealth, type EvidenceKind } from './evidence.ts';

const evidenceNotFound = () => refused(404, notFound({ zh: '材料', en: 'evidence' }));
const caseFileNotFound = () => refused(404, notFound({ zh: '档案', en: 'case file' }));

/**
 * POST /files/case-records/case-files/<id>/evidence (kind, file) and GET …/evidence.zip (all of it);
 * GET /files/case-records/evidence/<id>, and one of its pages as a picture: …/preview.jpg?page=. Looking at a preview is
 * reading the evidence.
 */
export function addEvidenceRoutes(files: FileRoutes, parts: RunningParts): void {
  files.serve('/files/case-records/case-files/:id/evidence.zip', 'household.read', async (asked) => {
    return (await archiveEvidence(parts, asked)) ?? caseFileNotFound();
  });
  files.accept(
    '/files/case-records/case-files/:id/evidence',
    'household.register',
    async (asked, receive): Promise<AcceptedFile | FileRefusal> => {
      const organizationPath = await pathOfCaseFile(parts, asked);
      if (organizationPath === undefined) return caseFileNotFound();
      const upload = await receive(largestDocument);
      if (isRefusal(upload)) return upload;
      const document = await takeDocument(parts.files, upload);
      if (isRefusal(document)) return document;
      const kind = evidenceKinds.find((each) => each === upload.field('kind'));
      if (kind === undefined) return refused(400, kindMissing());
      const id = await keepEvidence(parts, asked, { organizationPath, kind, document });
      return { status: 201, answer: { evidenceId: id } };
    },
  );
  files.serve('/files/case-records/evidence/:id', 'household.read', async (asked) => {
    const evidence = await readEvidence(parts, asked);
    return evidence === null ? evidenceNotFound() : serveDocument(parts.files, evidence);
  });
  files.serve('/files/case-records/evidence/:id/preview.jpg', 'household.read', async (asked) => {
    const evidence = await readEvidence(parts, asked);
    return evidence === null ? evidenceNotFound() : servePreview(parts.files, evidence, asked);
  });
}

/** The document if the actor may have it; reading evidence of health is audited in the same transaction. */
function readEvidence({ database }: RunningParts, { actor, requestId, id }: FileRequest): Promise<Evidence | null> {
  return database.transaction(identityOf(actor), async (tx) => {
    const evidence = await tx.evidence.findUnique({ where: { id } });
    if (evidence === null || !tellsOfHealth(evidence.kind)) return evidence;
    if (!permits(actor.roles, 'health.read')) return null;
    await recordAudit(tx, { actor, requestId }, [
      { action: 'health.read', recordType: 'CaseFile', recordId: evidence.caseFileId, after: { evidenceId: id } },
    ]);
    return evidence;
  });
}

async function pathOfCaseFile({ database }: RunningParts, { actor, id }: FileRequest): Promise<string | undefined> {
  const file = await database.transaction(identityOf(actor), (tx) =>
    tx.caseFile.findUnique({ where: { id }, select: { organizationPath: true } }),
  );
  return file?.organizationPath;
}

async function keepEvidence(
  parts: RunningParts,
  { actor, requestId, id: caseFileId }: FileRequest,
  evidence: { readonly organizationPath: string; readonly kind: EvidenceKind; readonly document: TakenDocument },
): Promise<string> {
  const id = newEventId();
  const at = parts.clock();
  const { organizationPath, kind, document } = evidence;
  const { type, stored } = document;
  await parts.database.transaction(identityOf(actor), async (tx) => {
    await tx.evidence.create({
      data: {
        id,
        caseFileId,
        organizationPath,
        kind,
        fileName: fileNameOf(document.fileName, kind),
        contentType: type,
        size: stored.size,
        sha256: stored.sha256,
        uploadedBy: actor.staffId,
        uploadedByName: actor.name,
        uploadedAt: at,
      },
    });
    await tx.caseFile.update({ where: { id: caseFileId }, data: { version: { increment: 1 }, updatedAt: at } });
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'evidence.add',
        recordType: 'CaseFile',
        recordId: caseFileId,
        after: { evidenceId: id, ...(!tellsOfHealth(kind) && { kind }), sha256: stored.sha256 },
      },
    ]);
  });
  return id;
}

const kindMissing = () =>
  problem('EVIDENCE_KIND', { zh: '没有选材料种类，选取后上传', en: 'Choose the type of evidence.' }, 'kind');
