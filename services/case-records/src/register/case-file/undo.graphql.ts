import { localDateAt, startOfDay } from '@nuangong/primitives';
import { pageOf, pageType, requirePermission, type AskedPage } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import type { CaseFileStep as CaseFileStepRow, Prisma } from '../../generated/prisma/client.ts';
import { atOnceOrInPieces } from '../whole-list/over-whole-list.ts';
import { CaseFilesResult } from './case-file-commands.graphql.ts';
import { CaseFile, CaseFileStep, loadCaseFile, loadSteps } from './case-file.graphql.ts';
import { undoCaseFileSteps } from './undo-case-file-steps.ts';
import { obstacleToUndo, undoableStatuses, type StepToUndo } from './undo.ts';
import type { CaseFileStatus } from './case-file.ts';

const toUndo = (step: CaseFileStepRow): StepToUndo => ({
  id: step.id,
  by: step.staffName,
  at: step.at,
  staffId: step.staffId,
  from: step.fromStatus as CaseFileStatus | null,
  to: step.toStatus as CaseFileStatus,
  isUndo: step.undoes !== null,
});

/** The file of a step; visible whenever the step is. */
async function fileOf(step: CaseFileStepRow, context: CaseRecordsContext) {
  const file = await loadCaseFile(context, step.caseFileId);
  if (file === undefined) throw new Error('the file of a visible step is not visible');
  return file;
}

builder.objectFields(CaseFileStep, (t) => ({
  caseFile: t.field({
    type: CaseFile,
    description: 'The file that it is a step of.',
    resolve: (step, _arguments, context) => fileOf(step, context),
  }),
  undoes: t.id({
    nullable: true,
    description: 'For a counter-step: the id of the step that it undoes (撤销); otherwise null.',
    resolve: (step) => step.undoes,
  }),
  undoRefusal: t.field({
    type: 'Problem',
    nullable: true,
    description: 'Why the reader cannot undo it now; null if they can, with `undoCaseFileSteps`.',
    resolve: async (step, _arguments, context) => {
      const [file, steps] = await Promise.all([fileOf(step, context), loadSteps(context, step.caseFileId)]);
      const state = { last: toUndo(steps.at(-1) ?? step), changedAt: file.updatedAt };
      const today = localDateAt(context.parts.clock());
      return obstacleToUndo(toUndo(step), state, context.actor.staffId, today) ?? null;
    },
  }),
}));

const CaseFileStepPage = pageType(builder, 'CaseFileStepPage', CaseFileStep, {
  items: ({ where, page }: AskedPage<Prisma.CaseFileStepWhereInput>, context) =>
    context.tx.caseFileStep.findMany({ where, ...page, orderBy: [{ at: 'desc' }, { id: 'desc' }] }),
  total: (where, context) => context.tx.caseFileStep.count({ where }),
});

builder.queryField('caseFilesDecidedToday', (t) =>
  t.field({
    type: CaseFileStepPage,
    description: 'The files that the reader passed, returned or rejected today (今天经我手的), latest first.',
    args: { page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, page, context) => {
      requirePermission(context, 'case-file.review');
      const where: Prisma.CaseFileStepWhereInput = {
        staffId: context.actor.staffId,
        fromStatus: 'SUBMITTED',
        toStatus: { in: [...undoableStatuses] },
        at: { gte: startOfDay(localDateAt(context.parts.clock())) },
      };
      return { where, page: pageOf(page) };
    },
  }),
);

const UndoCaseFileStepsInput = builder.inputType('UndoCaseFileStepsInput', {
  fields: (t) => ({ ids: t.idList({ required: true, description: 'Ids of case files, at most 2,000.' }) }),
});

builder.mutationField('undoCaseFileSteps', (t) =>
  t.field({
    type: CaseFilesResult,
    description:
      'Undoes the reader’s own decisions of today on files that nothing was built on: they await review again. Each file has its own result.',
    args: { input: t.arg({ type: UndoCaseFileStepsInput, required: true }) },
    resolve: (_root, { input }, context) =>
      atOnceOrInPieces(context, undefined, () => undoCaseFileSteps(context, input)),
  }),
);
