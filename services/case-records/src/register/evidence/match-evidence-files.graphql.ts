import { problem, type Problem } from '@nuangong/primitives';
import { requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { CaseFile, loadCaseFile } from '../case-file/case-file.graphql.ts';
import { evidenceKindNames, evidenceKinds, type EvidenceKind } from './evidence.ts';
import { EvidenceKindEnum } from './evidence-kind.graphql.ts';
import { matchEvidenceFiles, mostFileNames, type MatchedEvidenceFile } from './match-evidence-files.ts';

const EvidenceFileMatch = builder.objectRef<MatchedEvidenceFile>('EvidenceFileMatch').implement({
  description: 'What the name of a file to be uploaded says: the case files that it may belong to, and its type.',
  fields: (t) => ({
    fileName: t.exposeString('fileName', { description: 'The name of the file, as asked.' }),
    kind: t.field({
      type: EvidenceKindEnum,
      nullable: true,
      description: 'The type of evidence that the name says; null if it says none.',
      resolve: ({ kind }) => kind ?? null,
    }),
    caseFiles: t.field({
      type: [CaseFile],
      description:
        'By identity number, else by file number, else by name; several if people share a name, at most 8. Closed files are left out.',
      resolve: async ({ caseFileIds }, _arguments, context) => {
        const files = await Promise.all(caseFileIds.map((id) => loadCaseFile(context, id)));
        return files.filter((file) => file !== undefined && file !== null);
      },
    }),
  }),
});

const EvidenceFileMatches = builder
  .objectRef<{ readonly items: readonly MatchedEvidenceFile[]; readonly problems: readonly Problem[] }>(
    'EvidenceFileMatches',
  )
  .implement({
    description: 'Whose the files are that a clerk wants to upload.',
    fields: (t) => ({
      items: t.field({
        type: [EvidenceFileMatch],
        description: 'In the order asked.',
        resolve: ({ items }) => [...items],
      }),
      problems: t.field({
        type: ['Problem'],
        description: 'TOO_MANY_FILES.',
        resolve: ({ problems }) => [...problems],
      }),
    }),
  });

const tooManyFiles = () =>
  problem(
    'TOO_MANY_FILES',
    {
      zh: `一次最多认 ${mostFileNames} 个文件名，分几次办理`,
      en: `At most ${mostFileNames} file names are read at once. Ask for them in parts.`,
    },
    'fileNames',
  );

builder.queryField('evidenceFileMatches', (t) =>
  t.field({
    type: EvidenceFileMatches,
    description:
      'Finds the case files of the reader’s organisation and its subordinates to which files of evidence belong by their names: 张三_诊断证明.pdf.',
    args: {
      fileNames: t.arg.stringList({ required: true, description: `The names of the files, at most ${mostFileNames}.` }),
    },
    resolve: async (_root, { fileNames }, context) => {
      requirePermission(context, 'household.register');
      if (fileNames.length > mostFileNames) return { items: [], problems: [tooManyFiles()] };
      return { items: await matchEvidenceFiles(context, fileNames), problems: [] };
    },
  }),
);

const EvidenceKindWords = builder.objectRef<EvidenceKind>('EvidenceKindWords').implement({
  description: 'A type of evidence with its words.',
  fields: (t) => ({
    kind: t.field({ type: EvidenceKindEnum, description: 'The type.', resolve: (kind) => kind }),
    name: t.string({ description: 'Its Chinese word.', resolve: (kind) => evidenceKindNames[kind].zh }),
    nameEn: t.string({ description: 'Its English word.', resolve: (kind) => evidenceKindNames[kind].en }),
  }),
});

builder.queryField('evidenceKinds', (t) =>
  t.field({
    type: [EvidenceKindWords],
    description: 'Every type of evidence that can be uploaded (§003, §004).',
    resolve: () => [...evidenceKinds],
  }),
);
