import { permits } from '@nuangong/access';
import type { HardshipCause } from '@nuangong/events';
import { createReadingAudit, loadManyBy, requirePermission } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import { CaseFile } from '../case-file/case-file.graphql.ts';
import type { CaseFile as CaseFileRow, Evidence as EvidenceRow } from '../../generated/prisma/client.ts';
import { loadHousehold } from '../household/household.graphql.ts';
import type { DibaoStatus } from '../household/household.ts';
import { CaseFileStatusEnum } from '../case-file/case-file-enums.graphql.ts';
import { lackingEvidence } from './lacking-evidence.ts';
import { addTimelineSource } from '../timeline/timeline-sources.ts';
import { EvidenceKindEnum } from './evidence-kind.graphql.ts';
import { evidenceKindNames, evidenceMissing, evidenceWanted, tellsOfHealth, type EvidenceKind } from './evidence.ts';

const loadEvidence = loadManyBy<CaseRecordsContext, EvidenceRow>(
  (row) => row.caseFileId,
  (context, ids) =>
    context.tx.evidence.findMany({ where: { caseFileId: { in: ids } }, orderBy: { uploadedAt: 'asc' } }),
);

/** Audits that someone read that a file has evidence of health. */
const auditReading = createReadingAudit<CaseRecordsContext>('health.read', 'CaseFile');

const readsHealth = (context: CaseRecordsContext): boolean => permits(context.actor.roles, 'health.read');

const Evidence = builder.objectRef<EvidenceRow>('Evidence').implement({
  description: 'A document that proves a fact of a household (证明材料), stored by its content and never overwritten.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({
      type: EvidenceKindEnum,
      description: 'The type of evidence.',
      resolve: ({ kind }) => kind as EvidenceKind,
    }),
    kindName: t.string({
      description: 'Its type, in the reader’s language.',
      resolve: ({ kind }, _arguments, { language }) => evidenceKindNames[kind as EvidenceKind][language],
    }),
    fileName: t.exposeString('fileName', { description: 'The original file name.' }),
    contentType: t.exposeString('contentType', {
      description: 'The media type detected from its content: application/pdf, image/jpeg.',
    }),
    size: t.exposeInt('size', { description: 'Its size, in bytes.' }),
    uploadedAt: t.field({
      type: 'Instant',
      description: 'When it was uploaded.',
      resolve: (evidence) => evidence.uploadedAt,
    }),
    uploadedBy: t.exposeString('uploadedByName', {
      description: 'Who uploaded it, under the name they had at that time.',
    }),
    url: t.string({
      description: 'Its path relative to the gateway; fetch it with the reader’s token.',
      resolve: (evidence) => `/files/case-records/evidence/${evidence.id}`,
    }),
    previewUrl: t.string({
      description:
        'Where to fetch one of its pages as a picture (`?page=`, from 1; how many: the header x-page-count).',
      resolve: (evidence) => `/files/case-records/evidence/${evidence.id}/preview.jpg`,
    }),
  }),
});

interface EvidenceItem {
  readonly kind: EvidenceKind;
  readonly present: boolean;
}

const EvidenceItemType = builder.objectRef<EvidenceItem>('EvidenceItem').implement({
  description: 'A type of evidence required for a file, and whether it was provided.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EvidenceKindEnum, description: 'The type of evidence.' }),
    name: t.string({ resolve: ({ kind }) => evidenceKindNames[kind].zh }),
    nameEn: t.string({ resolve: ({ kind }) => evidenceKindNames[kind].en }),
    present: t.exposeBoolean('present', { description: 'Whether it was provided.' }),
  }),
});

async function factsOf(file: CaseFileRow, context: CaseRecordsContext) {
  const household = await loadHousehold(context, file.householdId);
  return {
    causes: (household?.causes ?? []) as HardshipCause[],
    dibaoStatus: (household?.dibaoStatus ?? 'NONE') as DibaoStatus,
  };
}

/** The kinds of evidence that this actor may know of. */
function mentionable(kinds: readonly EvidenceKind[], context: CaseRecordsContext): readonly EvidenceKind[] {
  return readsHealth(context) ? kinds : kinds.filter((kind) => !tellsOfHealth(kind));
}

builder.objectFields(CaseFile, (t) => ({
  evidence: t.field({
    description:
      'The documents of the file. Those that reveal health require `health.read`, and reading them is audited.',
    type: [Evidence],
    resolve: async (file, _arguments, context) => {
      const rows = await loadEvidence(context, file.id);
      if (!readsHealth(context)) return rows.filter(({ kind }) => !tellsOfHealth(kind));
      if (rows.some(({ kind }) => tellsOfHealth(kind))) await auditReading(context, file.id);
      return [...rows];
    },
  }),
  evidenceArchiveUrl: t.string({
    description: 'Where to fetch all its documents that the reader may see as one archive (.zip) with a list.',
    resolve: ({ id }) => `/files/case-records/case-files/${id}/evidence.zip`,
  }),
  evidenceMissing: t.stringList({
    description:
      'The types of evidence still missing, in the language of the request; those that reveal health require `health.read`.',
    resolve: async (file, _arguments, context) => {
      const [facts, present] = await Promise.all([factsOf(file, context), loadEvidence(context, file.id)]);
      const missing = evidenceMissing(
        facts,
        present.map((each) => each.kind),
      );
      return mentionable(missing, context).map((kind) => evidenceKindNames[kind][context.language]);
    },
  }),
  evidenceChecklist: t.field({
    description:
      'The types of evidence required for the file (§003, §004); those that reveal health require `health.read`.',
    type: [EvidenceItemType],
    resolve: async (file, _arguments, context) => {
      const [facts, present] = await Promise.all([factsOf(file, context), loadEvidence(context, file.id)]);
      return mentionable(evidenceWanted(facts), context).map((kind) => ({
        kind,
        present: present.some((each) => each.kind === kind),
      }));
    },
  }),
}));

builder.queryField('caseFilesLackingEvidence', (t) =>
  t.int({
    description:
      'How many case files with a status lack a required type of evidence, in the reader’s organisation and its subordinates; types that reveal health count for readers with `health.read`.',
    args: {
      status: t.arg({ type: CaseFileStatusEnum, required: true, description: 'The status of the files to count.' }),
    },
    resolve: (_root, { status }, context) => {
      requirePermission(context, 'household.read');
      return context.tx.caseFile.count({
        where: {
          organizationPath: { startsWith: context.actor.scope },
          status,
          ...lackingEvidence(readsHealth(context)),
        },
      });
    },
  }),
);

addTimelineSource(
  {
    kinds: { EVIDENCE_UPLOADED: 'A document was added to its case file.' },
    recordTypes: { CaseFile: 'Its case file.' },
  },
  async (context, householdIds) => {
    const added = await context.tx.evidence.findMany({
      where: { caseFile: { is: { householdId: { in: [...householdIds] } } } },
      include: { caseFile: { select: { householdId: true } } },
    });
    return added
      .filter(({ kind }) => readsHealth(context) || !tellsOfHealth(kind))
      .map(({ id, kind, fileName, uploadedAt, uploadedByName, caseFileId, caseFile }) => {
        const name = evidenceKindNames[kind as EvidenceKind];
        return {
          id,
          householdId: caseFile.householdId,
          at: uploadedAt,
          kind: 'EVIDENCE_UPLOADED' as const,
          title: { zh: `上传材料：${name.zh}`, en: `Evidence uploaded: ${name.en}` },
          detail: { zh: fileName, en: fileName },
          actor: uploadedByName,
          organizationName: null,
          recordType: 'CaseFile' as const,
          recordId: caseFileId,
        };
      });
  },
);
