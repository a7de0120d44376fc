import type { HardshipCause } from '@nuangong/events';
import { loadManyBy } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../builder.ts';
import { CaseFile } from '../case-file/case-file.graphql.ts';
import type { CaseFile as CaseFileRow, Evidence as EvidenceRow } from '../generated/prisma/client.ts';
import { loadHousehold } from '../household/household.graphql.ts';
import type { DibaoStatus } from '../household/household.ts';
import { evidenceKindNames, evidenceMissing, evidenceWanted, type EvidenceKind } from './evidence.ts';

const loadEvidence = loadManyBy<CaseRecordsContext, EvidenceRow>(
  (row) => row.caseFileId,
  (context, ids) =>
    context.tx.evidence.findMany({ where: { caseFileId: { in: [...ids] } }, orderBy: { uploadedAt: 'asc' } }),
);

const Evidence = builder.objectRef<EvidenceRow>('Evidence').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.exposeString('kind'),
    kindName: t.string({
      resolve: ({ kind }, _arguments, { language }) => evidenceKindNames[kind as EvidenceKind][language],
    }),
    fileName: t.exposeString('fileName'),
    contentType: t.exposeString('contentType'),
    size: t.exposeInt('size'),
    uploadedAt: t.field({ type: 'Instant', resolve: (evidence) => evidence.uploadedAt }),
    uploadedBy: t.exposeString('uploadedByName'),
    url: t.string({ resolve: (evidence) => `/files/case-records/evidence/${evidence.id}` }),
  }),
});

interface EvidenceItem {
  readonly kind: EvidenceKind;
  readonly present: boolean;
}

const EvidenceItemType = builder.objectRef<EvidenceItem>('EvidenceItem').implement({
  description: 'One kind of evidence that a file calls for, and whether it is there.',
  fields: (t) => ({
    kind: t.exposeString('kind'),
    name: t.string({ resolve: ({ kind }) => evidenceKindNames[kind].zh }),
    nameEn: t.string({ resolve: ({ kind }) => evidenceKindNames[kind].en }),
    present: t.exposeBoolean('present'),
  }),
});

async function factsOf(file: CaseFileRow, context: CaseRecordsContext) {
  const household = await loadHousehold(context, file.householdId);
  return {
    causes: (household?.causes ?? []) as HardshipCause[],
    dibaoStatus: (household?.dibaoStatus ?? 'NONE') as DibaoStatus,
  };
}

builder.objectFields(CaseFile, (t) => ({
  evidence: t.field({
    type: [Evidence],
    resolve: async (file, _arguments, context) => [...(await loadEvidence(context, file.id))],
  }),
  evidenceMissing: t.stringList({
    description: 'The kinds of evidence still missing, in the words of the request’s language.',
    resolve: async (file, _arguments, context) => {
      const [facts, present] = await Promise.all([factsOf(file, context), loadEvidence(context, file.id)]);
      return evidenceMissing(
        facts,
        present.map((each) => each.kind),
      ).map((kind) => evidenceKindNames[kind][context.language]);
    },
  }),
  evidenceChecklist: t.field({
    type: [EvidenceItemType],
    resolve: async (file, _arguments, context) => {
      const [facts, present] = await Promise.all([factsOf(file, context), loadEvidence(context, file.id)]);
      return evidenceWanted(facts).map((kind) => ({ kind, present: present.some((each) => each.kind === kind) }));
    },
  }),
}));
