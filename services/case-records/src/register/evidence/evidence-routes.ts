import type { FastifyInstance } from 'fastify';
import { permits } from '@nuangong/access';
import { identityOf, recordAudit } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { fileNameOf, problem } from '@nuangong/primitives';
import { notFound, refuseFile } from '@nuangong/subgraph';
import { idOf, sendFileHeaders, type FileRequest, type GuardRoute } from '../../file-request.ts';
import type { Evidence } from '../../generated/prisma/client.ts';
import { readStoredFile } from '../stored-file/open-stored-file.ts';
import type { StoredFile } from '../stored-file/stored-file.ts';
import { nameByContent, type EvidenceContentType } from './evidence-content.ts';
import { evidenceKinds, tellsOfHealth, type EvidenceKind } from './evidence.ts';
import { takeDocument } from './take-document.ts';

const caseFileNotFound = () => notFound({ zh: '档案', en: 'case file' });

/** POST /files/case-records/case-files/<id>/evidence (kind, file) and GET /files/case-records/evidence/<id>. */
export function addEvidenceRoutes(server: FastifyInstance, guard: GuardRoute): void {
  server.post<{ Params: { id: string } }>(
    '/files/case-records/case-files/:id/evidence',
    guard('household.register', async (request, reply, file) => {
      const caseFileId = idOf(request.params);
      const organizationPath = await pathOfCaseFile(file, caseFileId);
      if (organizationPath === undefined) return refuseFile(reply, 404, caseFileNotFound());
      const document = await takeDocument(request, reply, file.parts);
      if (document.kind === 'REFUSED') return document.answer;
      const { stored, type, upload } = document;
      const kind = kindOf(upload.fields['kind']);
      if (kind === undefined) return refuseFile(reply, 400, kindMissing());
      const id = await keepEvidence(file, {
        caseFileId,
        organizationPath,
        kind,
        type,
        stored,
        fileName: upload.filename,
      });
      return reply.code(201).send({ evidenceId: id });
    }),
  );
  server.get<{ Params: { id: string } }>(
    '/files/case-records/evidence/:id',
    guard('household.read', async (request, reply, file) => {
      const { parts } = file;
      const evidence = await readEvidence(file, idOf(request.params));
      if (evidence === null) return refuseFile(reply, 404, notFound({ zh: '材料', en: 'evidence' }));
      const content = await readStoredFile(parts, evidence.sha256);
      sendFileHeaders(reply, {
        name: nameByContent(evidence.fileName, evidence.contentType),
        type: evidence.contentType,
        inline: true,
      });
      return reply.send(content);
    }),
  );
}

/** The document if the actor may have it; reading evidence of health is audited in the same transaction. */
async function readEvidence({ parts, actor, requestId }: FileRequest, id: string): Promise<Evidence | null> {
  return parts.database.transaction(identityOf(actor), async (tx) => {
    const evidence = await tx.evidence.findUnique({ where: { id } });
    if (evidence === null || !tellsOfHealth(evidence.kind)) return evidence;
    if (!permits(actor.roles, 'health.read')) return null;
    await recordAudit(tx, { actor, requestId }, [
      { action: 'health.read', recordType: 'CaseFile', recordId: evidence.caseFileId, after: { evidenceId: id } },
    ]);
    return evidence;
  });
}

async function pathOfCaseFile({ parts, actor }: FileRequest, id: string): Promise<string | undefined> {
  const file = await parts.database.transaction(identityOf(actor), (tx) =>
    tx.caseFile.findUnique({ where: { id }, select: { organizationPath: true } }),
  );
  return file?.organizationPath;
}

async function keepEvidence(
  { parts, actor, requestId }: FileRequest,
  evidence: {
    readonly caseFileId: string;
    readonly organizationPath: string;
    readonly kind: EvidenceKind;
    readonly type: EvidenceContentType;
    readonly stored: StoredFile;
    readonly fileName: string;
  },
): Promise<string> {
  const id = newEventId();
  const at = parts.clock();
  const { caseFileId, organizationPath, kind, stored } = evidence;
  await parts.database.transaction(identityOf(actor), async (tx) => {
    await tx.evidence.create({
      data: {
        id,
        caseFileId,
        organizationPath,
        kind,
        fileName: fileNameOf(evidence.fileName, kind),
        contentType: evidence.type,
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

function kindOf(field: unknown): EvidenceKind | undefined {
  const value: unknown = Reflect.get(Object(field), 'value');
  return evidenceKinds.find((kind) => kind === value);
}

const kindMissing = () =>
  problem('EVIDENCE_KIND', { zh: '没有选材料种类，选取后上传', en: 'Choose what kind of evidence this is.' }, 'kind');
