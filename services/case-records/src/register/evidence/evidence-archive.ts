import { permits } from '@nuangong/access';
import { identityOf, recordAudit } from '@nuangong/database';
import { archiveOf, entryName, type ArchiveEntry } from '@nuangong/documents/archive';
import { nameByContent } from '@nuangong/documents/content';
import type { FileRequest, ServedFile } from '@nuangong/documents/serve';
import { readStoredFile, writeForAnswer } from '@nuangong/documents/store';
import { localDateAt } from '@nuangong/primitives';
import { writeCsvTable, type Table } from '@nuangong/spreadsheet';
import type { Evidence } from '../../generated/prisma/client.ts';
import type { RunningParts } from '../../running-parts.ts';
import { evidenceKindNames, tellsOfHealth, type EvidenceKind } from './evidence.ts';

/**
 * All evidence of a case file that the actor may read, as one archive with a list of contents (目录.csv); undefined if
 * the file is not theirs. The export is audited, and so is reading evidence of health.
 */
export async function archiveEvidence(parts: RunningParts, asked: FileRequest): Promise<ServedFile | undefined> {
  const { actor, requestId, id } = asked;
  const found = await parts.database.transaction(identityOf(actor), async (tx) => {
    const file = await tx.caseFile.findUnique({ where: { id }, select: { number: true } });
    if (file === null) return undefined;
    const all = await tx.evidence.findMany({
      where: { caseFileId: id },
      orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
    });
    const evidence = permits(actor.roles, 'health.read') ? all : all.filter(({ kind }) => !tellsOfHealth(kind));
    const record = { recordType: 'CaseFile', recordId: id };
    await recordAudit(tx, { actor, requestId }, [
      { action: 'evidence.export', ...record, after: { files: evidence.length } },
      ...evidence
        .filter(({ kind }) => tellsOfHealth(kind))
        .map((each) => ({ action: 'health.read' as const, ...record, after: { evidenceId: each.id } })),
    ]);
    return { number: file.number, evidence };
  });
  return found && archiveOf(`证明材料-${found.number}.zip`, entriesOf(parts, found.evidence));
}

function* entriesOf({ files, clock }: RunningParts, evidence: readonly Evidence[]): Generator<ArchiveEntry> {
  const named = evidence.map((each, at) => ({ ...each, name: entryNameOf(each, at) }));
  const contents = () => writeForAnswer((path) => writeCsvTable(path, tableOfContents(named), 'kept-from-rounding'));
  yield { name: '目录.csv', writtenAt: clock(), open: async () => (await contents()).content };
  for (const { name, sha256, uploadedAt } of named) {
    yield { name, writtenAt: uploadedAt, open: () => readStoredFile(files, sha256) };
  }
}

/** 01-疾病诊断证明-诊断.pdf: in the order of the list of contents, by kind. */
function entryNameOf({ kind, fileName, contentType }: Evidence, at: number): string {
  const place = String(at + 1).padStart(2, '0');
  return entryName(`${place}-${evidenceKindNames[kind as EvidenceKind].zh}-${nameByContent(fileName, contentType)}`);
}

function tableOfContents(evidence: readonly (Evidence & { readonly name: string })[]): Table {
  return {
    sheetName: '目录',
    columns: [
      { heading: '文件', format: 'text' },
      { heading: '材料种类', format: 'text' },
      { heading: '上传日期', format: 'date' },
      { heading: '上传人', format: 'text' },
      { heading: '大小（字节）', format: 'integer' },
      { heading: 'SHA-256', format: 'text' },
    ],
    rows: evidence.map(({ name, kind, uploadedAt, uploadedByName, size, sha256 }) => [
      name,
      evidenceKindNames[kind as EvidenceKind].zh,
      localDateAt(uploadedAt),
      uploadedByName,
      size,
      sha256,
    ]),
  };
}
