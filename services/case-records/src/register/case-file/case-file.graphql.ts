import { literalPattern, prismaSql, readStoredDate } from '@nuangong/database';
import { fen, isUuid, localDateAt, type Bilingual } from '@nuangong/primitives';
import {
  createBatchLoader,
  loadManyBy,
  loadById,
  loadOneBy,
  pageOf,
  pageType,
  type AskedPage,
  requirePermission,
} from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import type {
  CaseFile as CaseFileRow,
  CaseFileStep as CaseFileStepRow,
  Prisma,
} from '../../generated/prisma/client.ts';
import { dibaoLinesInForce } from '../hardship/dibao-line-in-force.ts';
import { explainHardship, type DibaoLineInForce } from '../hardship/hardship.ts';
import { HardshipClassEnum } from '../household/household-enums.graphql.ts';
import { Household, loadHousehold } from '../household/household.graphql.ts';
import { readWords, readWordsInLanguage, wordsPlace } from '../written-words/sealed-words.ts';
import { householdsSought } from '../household/households-sought.ts';
import { soughtByName } from '../household/sought-by-name.ts';
import type { HardshipCause, HardshipClass } from '@nuangong/events';
import { addTimelineSource } from '../timeline/timeline-sources.ts';
import {
  caseFileStatusNames,
  lockOf,
  lockReasons,
  nextSteps,
  type CaseFileHandlers,
  type CaseFileState,
  type CaseFileStatus,
} from './case-file.ts';
import { CaseFileCommandEnum, CaseFileStatusEnum } from './case-file-enums.graphql.ts';
import { handlersOfFiles, noHandlers } from './case-file-handlers.ts';

/** Case files by id within the actor's scope. */
export const loadCaseFile = loadById<CaseRecordsContext, CaseFileRow>((context, ids) =>
  context.tx.caseFile.findMany({ where: { id: { in: ids } } }),
);

/** Case files by household. */
export const loadCaseFileOfHousehold = loadOneBy<CaseRecordsContext, CaseFileRow>(
  (row) => row.householdId,
  (context, ids) => context.tx.caseFile.findMany({ where: { householdId: { in: ids } } }),
);

/** The steps of files, oldest first. */
export const loadSteps = loadManyBy<CaseRecordsContext, CaseFileStepRow>(
  (row) => row.caseFileId,
  (context, ids) =>
    context.tx.caseFileStep.findMany({
      where: { caseFileId: { in: ids } },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    }),
);

const loadLine = createBatchLoader<CaseRecordsContext, DibaoLineInForce>((context, paths) =>
  dibaoLinesInForce(prismaSql(context.tx), paths, localDateAt(context.parts.clock())),
);

/** The people who handled files, by file. */
export const loadHandlers = createBatchLoader<CaseRecordsContext, CaseFileHandlers>((context, ids) =>
  handlersOfFiles(prismaSql(context.tx), ids),
);

/** The household of a file; visible whenever the file is. */
async function householdOf(file: CaseFileRow, context: CaseRecordsContext) {
  const household = await loadHousehold(context, file.householdId);
  if (household === undefined) throw new Error('the household of a visible case file is not visible');
  return household;
}

async function stateOf(file: CaseFileRow, context: CaseRecordsContext): Promise<CaseFileState> {
  const [{ hardshipClass }, handlers] = await Promise.all([householdOf(file, context), loadHandlers(context, file.id)]);
  return {
    ...(handlers ?? noHandlers),
    status: file.status as CaseFileStatus,
    hasHardshipClass: hardshipClass !== null,
  };
}

async function wordsOfStep(
  context: CaseRecordsContext,
  step: CaseFileStepRow,
  words: string | null,
  column: 'opinion' | 'date_reason',
): Promise<string | null> {
  const file = await loadCaseFile(context, step.caseFileId);
  return readWordsInLanguage(
    context,
    file?.householdId ?? step.caseFileId,
    words,
    wordsPlace('case_file_step', column, step),
  );
}

export const CaseFileStep = builder.objectRef<CaseFileStepRow>('CaseFileStep').implement({
  description: 'One step in the history of a case file.',
  fields: (t) => ({
    id: t.exposeID('id'),
    from: t.field({
      type: CaseFileStatusEnum,
      nullable: true,
      description: 'The status before; null at opening.',
      resolve: (step) => step.fromStatus as CaseFileStatus | null,
    }),
    to: t.field({
      type: CaseFileStatusEnum,
      description: 'The status after.',
      resolve: (step) => step.toStatus as CaseFileStatus,
    }),
    at: t.field({ type: 'Instant', description: 'When it was recorded.', resolve: (step) => step.at }),
    staffName: t.exposeString('staffName'),
    opinion: t.string({
      nullable: true,
      description: 'For those who do the casework; each reading is audited.',
      resolve: (step, _arguments, context) => wordsOfStep(context, step, step.opinion, 'opinion'),
    }),
    happenedOn: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The day on which it happened, if not the day it was recorded',
      resolve: ({ happenedOn }) => (happenedOn === null ? null : readStoredDate(happenedOn)),
    }),
    dateReason: t.string({
      nullable: true,
      description: 'The reason for an early day; for those who do the casework, each reading is audited.',
      resolve: (step, _arguments, context) => wordsOfStep(context, step, step.dateReason, 'date_reason'),
    }),
  }),
});

export const CaseFile = builder.objectRef<CaseFileRow>('CaseFile').implement({
  description: 'The case file of a household in hardship (困难职工档案): nothing is paid without an active one.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    status: t.field({
      type: CaseFileStatusEnum,
      description: 'Its status.',
      resolve: (file) => file.status as CaseFileStatus,
    }),
    version: t.exposeInt('version', {
      description: 'The version of the household’s facts; a form states the version it was filled in from.',
    }),
    household: t.field({
      type: Household,
      description: 'The household of the file.',
      resolve: (file, _arguments, context) => householdOf(file, context),
    }),
    hardshipClass: t.field({
      type: HardshipClassEnum,
      nullable: true,
      description: 'The hardship class under the line now in force; null if it has none.',
      resolve: async (file, _arguments, context) =>
        (await householdOf(file, context)).hardshipClass as HardshipClass | null,
    }),
    hardshipExplanation: t.string({
      description: 'The reason for the class with the deciding figures, in the reader’s language.',
      resolve: async (file, _arguments, context) => {
        const household = await householdOf(file, context);
        const facts = {
          perCapitaIncome: fen(household.perCapitaIncomeFen),
          causes: household.causes as HardshipCause[],
        };
        return explainHardship(facts, await loadLine(context, household.organizationPath))[context.language];
      },
    }),
    steps: t.field({
      type: [CaseFileStep],
      description: 'Its steps, oldest first.',
      resolve: async (file, _arguments, context) => [...(await loadSteps(context, file.id))],
    }),
    nextSteps: t.field({
      type: [CaseFileCommandEnum],
      description: 'The commands that the reader can now give on this file',
      resolve: async (file, _arguments, context) => [...nextSteps(await stateOf(file, context), context.actor)],
    }),
    lockedForMe: t.boolean({
      description: 'Whether the reader may not take the next step because they handled the file',
      resolve: async (file, _arguments, context) => lockOf(await stateOf(file, context), context.actor) !== undefined,
    }),
    lockReason: t.string({
      nullable: true,
      resolve: async (file, _arguments, context) => {
        const lock = lockOf(await stateOf(file, context), context.actor);
        return lock === undefined ? null : lockReasons[lock][context.language];
      },
    }),
    updatedAt: t.field({ type: 'Instant', description: 'When it last changed.', resolve: (file) => file.updatedAt }),
  }),
});

builder.asEntity(CaseFile, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'household.read');
    return (await loadCaseFile(context, id)) ?? null;
  },
});

builder.objectField(Household, 'caseFile', (t) =>
  t.field({
    type: CaseFile,
    nullable: true,
    description: 'Its case file; every registered household has one.',
    resolve: async (household, _arguments, context) => (await loadCaseFileOfHousehold(context, household.id)) ?? null,
  }),
);

const CaseFilePage = pageType(builder, 'CaseFilePage', CaseFile, {
  items: ({ where, page }: AskedPage<Prisma.CaseFileWhereInput>, context) =>
    context.tx.caseFile.findMany({ where, ...page, orderBy: { number: 'asc' } }),
  total: (where, context) => context.tx.caseFile.count({ where }),
});

const CaseFileFilter = builder.inputType('CaseFileFilter', {
  fields: (t) => ({
    statuses: t.field({ type: [CaseFileStatusEnum], description: 'Only those with one of these statuses.' }),
    search: t.string({
      description: 'The start of its number or of the unit’s name, or a household as `households` finds it.',
    }),
    organizationId: t.id(),
    postingId: t.id({ description: 'Only files that hang or hung on this posting.' }),
    mine: t.boolean({ description: 'Only files that the reader opened or submitted.' }),
  }),
});

builder.queryField('caseFile', (t) =>
  t.field({
    type: CaseFile,
    nullable: true,
    description: 'One case file.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'household.read');
      return (await loadCaseFile(context, id)) ?? null;
    },
  }),
);

builder.queryField('caseFiles', (t) =>
  t.field({
    type: CaseFilePage,
    description: 'Case files of the reader’s organisation and its subordinates, by number.',
    args: { filter: t.arg({ type: CaseFileFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: async (_root, { filter, ...page }, context) => {
      requirePermission(context, 'household.read');
      const search = filter?.search?.trim() ?? '';
      const named = await householdsSought(context, search);
      const { staffId, scope } = context.actor;
      const where: Prisma.CaseFileWhereInput = {
        organizationPath: { startsWith: scope },
        ...(filter?.statuses && filter.statuses.length > 0 && { status: { in: filter.statuses } }),
        ...(filter?.organizationId && isUuid(filter.organizationId) && { organizationId: filter.organizationId }),
        ...(filter?.postingId && isUuid(filter.postingId) && { postings: { some: { postingId: filter.postingId } } }),
        AND: [
          search === ''
            ? {}
            : {
                OR: [
                  { number: { startsWith: literalPattern(search) } },
                  { household: { is: { OR: soughtByName(search) } } },
                  { householdId: { in: [...named] } },
                ],
              },
          filter?.mine === true ? { OR: [{ openedBy: staffId }, { submittedBy: staffId }] } : {},
        ],
      };
      return { where, page: pageOf(page) };
    },
  }),
);

const stepWords = {
  CASE_FILE_DRAFT: 'Its case file became a draft.',
  CASE_FILE_SUBMITTED: 'Its case file was submitted.',
  CASE_FILE_COUNTY_REVIEW:
    'Its case file passed county review, its posting was withdrawn, or a change required a new posting.',
  CASE_FILE_POSTED: 'It was posted.',
  CASE_FILE_ACTIVE: 'Its case file became active.',
  CASE_FILE_EXITED: 'It exited the register.',
  CASE_FILE_RETURNED: 'Its case file was returned for correction.',
  CASE_FILE_REJECTED: 'Its case file was rejected.',
  CASE_FILE_SUSPENDED: 'Its case file was suspended.',
  CASE_FILE_REVOKED: 'Its case file was revoked as a sanction.',
} satisfies Record<`CASE_FILE_${CaseFileStatus}`, string>;

addTimelineSource({ kinds: stepWords, recordTypes: { CaseFile: 'Its case file.' } }, async (context, householdIds) => {
  const steps = await context.tx.caseFileStep.findMany({
    where: { caseFile: { is: { householdId: { in: [...householdIds] } } } },
    include: {
      caseFile: {
        select: {
          householdId: true,
          household: { select: { organizationName: true } },
          postings: {
            where: { posting: { is: { withdrawnAt: { not: null } } } },
            select: { postedAt: true, leftAt: true, posting: { select: { withdrawnAt: true } } },
          },
        },
      },
    },
  });
  return Promise.all(
    steps.map(async (step) => ({
      id: step.id,
      householdId: step.caseFile.householdId,
      at: step.at,
      kind: `CASE_FILE_${step.toStatus as CaseFileStatus}` as const,
      title: stepTitle(step, step.caseFile.postings),
      detail:
        (await readWords(
          context,
          step.caseFile.householdId,
          step.opinion,
          wordsPlace('case_file_step', 'opinion', step),
        )) ?? undefined,
      actor: step.staffName,
      organizationName: step.caseFile.household.organizationName,
      recordType: 'CaseFile',
      recordId: step.caseFileId,
    })),
  );
});

/** A step by its status; a posting that was withdrawn is not shown as one in force. */
function stepTitle(
  step: { readonly toStatus: string; readonly at: Date; readonly undoes: string | null },
  withdrawn: readonly {
    readonly postedAt: Date;
    readonly leftAt: Date | null;
    readonly posting: { readonly withdrawnAt: Date | null };
  }[],
): Bilingual {
  if (step.undoes !== null)
    return { zh: '档案：撤销审核，待县级审核', en: 'Case file: review undone, awaiting review' };
  const at = step.at.getTime();
  if (withdrawn.some(({ leftAt, posting }) => leftAt?.getTime() === at && posting.withdrawnAt?.getTime() === at)) {
    return { zh: '公示已撤回', en: 'Posting withdrawn' };
  }
  if (step.toStatus === 'POSTED' && withdrawn.some(({ postedAt }) => postedAt.getTime() === at)) {
    return { zh: '档案：公示（后已撤回）', en: 'Case file: posted (withdrawn since)' };
  }
  const { zh, en } = caseFileStatusNames[step.toStatus as CaseFileStatus];
  return { zh: `档案：${zh}`, en: `Case file: ${en}` };
}
