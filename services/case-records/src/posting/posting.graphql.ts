import { permits } from '@nuangong/access';
import { readStoredDate } from '@nuangong/database';
import type { Result } from '@nuangong/primitives';
import { isUuid, localDateAt, maskName } from '@nuangong/primitives';
import type { AtOnceOrJob } from '@nuangong/service';
import { commandResult, createBatchLoader, loadManyBy, loadOneBy, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../builder.ts';
import { CaseFile, loadCaseFile, loadHandlers } from '../case-file/case-file.graphql.ts';
import { noHandlers } from '../case-file/case-file-handlers.ts';
import type {
  Objection as ObjectionRow,
  PostingPhoto as PostingPhotoRow,
  Prisma,
  PublicPosting as PublicPostingRow,
} from '../generated/prisma/client.ts';
import { readWordsInLanguage, wordsPlace } from '../household/written-words.ts';
import { RowResultType } from '../row-result.graphql.ts';
import { atOnceOrInPieces, doneAtOnce, filesOf, filesOfPosting } from '../whole-list/over-whole-list.ts';
import { Job, jobOf, ofJob } from '../whole-list/whole-list.graphql.ts';
import { activatePosting } from './activate-posting.ts';
import { answerObjection, mayAnswer } from './answer-objection.ts';
import { confirmPosting, daysOf, isUnconfirmed } from './confirm-posting.ts';
import { filesToOpen, type FilesToOpen } from './files-to-open.ts';
import { isEnteredAfterwards, postingStatus } from './posting.ts';
import { publishPosting, type PostingWithRows } from './publish-posting.ts';
import { recordObjection } from './record-objection.ts';

const loadPosting = loadOneBy<CaseRecordsContext, PublicPostingRow>(
  (row) => row.id,
  (context, ids) => context.tx.publicPosting.findMany({ where: { id: { in: ids.filter(isUuid) } } }),
);

const loadObjections = loadManyBy<CaseRecordsContext, ObjectionRow>(
  (row) => row.postingId,
  (context, ids) =>
    context.tx.objection.findMany({ where: { postingId: { in: [...ids] } }, orderBy: { raisedAt: 'asc' } }),
);

const loadFileCount = createBatchLoader<CaseRecordsContext, number>(async (context, ids) => {
  const counts = await context.tx.caseFile.groupBy({
    by: ['postingId'],
    where: { postingId: { in: [...ids] } },
    _count: { _all: true },
  });
  return new Map(counts.map((row) => [row.postingId ?? '', row._count._all]));
});

const loadFilesToOpen = createBatchLoader<CaseRecordsContext, FilesToOpen>((context, ids) =>
  filesToOpen(context.tx, ids),
);

const FilesToOpenType = builder.objectRef<Omit<FilesToOpen, 'postingId'>>('FilesToOpen').implement({
  description: 'The files still posted of a posting: what opening it would do with them.',
  fields: (t) => ({
    ready: t.exposeInt('ready', { description: 'Opened by activatePosting once the period is over' }),
    awaitingAnswer: t.exposeInt('awaitingAnswer', { description: 'Held back by an objection not answered yet' }),
    upheld: t.exposeInt('upheld', { description: 'Held back by an objection upheld, to be returned or rejected' }),
  }),
});

interface PostedName {
  readonly postingId: string;
  readonly caseFileId: string;
  readonly name: string;
  readonly unitName: string;
  readonly maskedIdentityNumber: string;
}

const loadPostedNames = loadManyBy<CaseRecordsContext, PostedName>(
  (row) => row.postingId,
  async (context, ids) => {
    const files = await context.tx.caseFile.findMany({
      where: { postingId: { in: [...ids] } },
      orderBy: { number: 'asc' },
      select: {
        id: true,
        postingId: true,
        household: { select: { headName: true, unitName: true, head: { select: { maskedIdentity: true } } } },
      },
    });
    return files.map(({ id, postingId, household }) => ({
      postingId: postingId ?? '',
      caseFileId: id,
      name: maskName(household.headName),
      unitName: household.unitName,
      maskedIdentityNumber: household.head.maskedIdentity,
    }));
  },
);

const PostedNameType = builder.objectRef<PostedName>('PostedName').implement({
  fields: (t) => ({
    caseFileId: t.exposeID('caseFileId'),
    name: t.exposeString('name'),
    unitName: t.exposeString('unitName'),
    maskedIdentityNumber: t.exposeString('maskedIdentityNumber'),
  }),
});

async function wordsOf(
  context: CaseRecordsContext,
  objection: ObjectionRow,
  words: string | null,
  column: 'raised_by' | 'text' | 'finding',
): Promise<string | null> {
  const householdId = (await loadCaseFile(context, objection.caseFileId))?.householdId ?? objection.caseFileId;
  return readWordsInLanguage(context, householdId, words, wordsPlace('objection', column, objection));
}

const Objection = builder.objectRef<ObjectionRow>('Objection').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    caseFileId: t.exposeID('caseFileId'),
    mayAnswer: t.boolean({
      description: 'Whether the reader may answer it: nobody who recorded it or had a hand in the file',
      resolve: async (objection, _arguments, context) => {
        const { recordedBy, answeredAt, caseFileId } = objection;
        if (answeredAt !== null || !permits(context.actor.roles, 'posting.answer-objection')) return false;
        const handlers = (await loadHandlers(context, caseFileId)) ?? noHandlers;
        return mayAnswer({ ...handlers, recordedBy }, context.actor.staffId).ok;
      },
    }),
    raisedBy: t.string({
      description: 'For those who do the casework; each reading is audited.',
      resolve: async (objection, _arguments, context) =>
        (await wordsOf(context, objection, objection.raisedBy, 'raised_by')) ?? '',
    }),
    text: t.string({
      description: 'For those who do the casework; each reading is audited.',
      resolve: async (objection, _arguments, context) => (await wordsOf(context, objection, objection.text, 'text')) ?? '',
    }),
    raisedAt: t.field({ type: 'Instant', resolve: (objection) => objection.raisedAt }),
    finding: t.string({
      nullable: true,
      description: 'For those who do the casework; each reading is audited.',
      resolve: (objection, _arguments, context) => wordsOf(context, objection, objection.finding, 'finding'),
    }),
    answeredAt: t.field({ type: 'Instant', nullable: true, resolve: (objection) => objection.answeredAt }),
    upheld: t.exposeBoolean('upheld', { nullable: true }),
  }),
});

const loadPhotos = loadManyBy<CaseRecordsContext, PostingPhotoRow>(
  (row) => row.postingId,
  (context, ids) =>
    context.tx.postingPhoto.findMany({ where: { postingId: { in: [...ids] } }, orderBy: { uploadedAt: 'asc' } }),
);

const PostingPhoto = builder.objectRef<PostingPhotoRow>('PostingPhoto').implement({
  description: 'A photograph of the list on the wall.',
  fields: (t) => ({
    id: t.exposeID('id'),
    fileName: t.exposeString('fileName'),
    contentType: t.exposeString('contentType'),
    size: t.exposeInt('size'),
    uploadedBy: t.exposeString('uploadedByName'),
    uploadedAt: t.field({ type: 'Instant', resolve: (photo) => photo.uploadedAt }),
    url: t.string({ resolve: (photo) => `/files/case-records/posting-photos/${photo.id}` }),
  }),
});

export const PublicPosting = builder.objectRef<PublicPostingRow>('PublicPosting').implement({
  description: 'Names put on the wall, with a period for objections (张榜公示).',
  fields: (t) => ({
    id: t.exposeID('id'),
    place: t.exposeString('place'),
    from: t.field({ type: 'LocalDate', resolve: (posting) => readStoredDate(posting.startsOn) }),
    to: t.field({ type: 'LocalDate', resolve: (posting) => readStoredDate(posting.endsOn) }),
    provisional: t.exposeBoolean('provisional'),
    enteredAfterwards: t.boolean({
      description: 'Entered after its first day: it wants a photograph of the wall and another’s word',
      resolve: (posting) => isEnteredAfterwards(daysOf(posting)),
    }),
    photos: t.field({
      type: [PostingPhoto],
      resolve: async (posting, _arguments, context) => [...(await loadPhotos(context, posting.id))],
    }),
    publishedBy: t.exposeString('publishedByName'),
    confirmedBy: t.exposeString('confirmedByName', { nullable: true }),
    confirmedAt: t.field({ type: 'Instant', nullable: true, resolve: ({ confirmedAt }) => confirmedAt }),
    mayOpen: t.boolean({
      description: 'Whether the reader may open its files: another than who posted it',
      resolve: ({ publishedBy }, _arguments, { actor }) =>
        publishedBy !== actor.staffId && permits(actor.roles, 'case-file.activate'),
    }),
    mayConfirm: t.boolean({
      description: 'Whether the reader may give the other’s word, once a photograph is there',
      resolve: ({ publishedBy, ...posting }, _arguments, { actor }) =>
        isUnconfirmed(posting) && publishedBy !== actor.staffId && permits(actor.roles, 'case-file.confirm'),
    }),
    status: t.string({
      resolve: (posting, _arguments, context) =>
        postingStatus(
          { to: readStoredDate(posting.endsOn), activated: posting.activatedAt !== null },
          localDateAt(context.parts.clock()),
        ),
    }),
    workingDays: t.exposeInt('workingDays'),
    organizationName: t.exposeString('organizationName'),
    caseFileCount: t.int({
      resolve: async (posting, _arguments, context) => (await loadFileCount(context, posting.id)) ?? 0,
    }),
    filesToOpen: t.field({
      type: FilesToOpenType,
      resolve: async (posting, _arguments, context) =>
        (await loadFilesToOpen(context, posting.id)) ?? { ready: 0, awaitingAnswer: 0, upheld: 0 },
    }),
    objections: t.field({
      type: [Objection],
      resolve: async (posting, _arguments, context) => [...(await loadObjections(context, posting.id))],
    }),
    maskedNames: t.field({
      type: [PostedNameType],
      resolve: async (posting, _arguments, context) => [...(await loadPostedNames(context, posting.id))],
    }),
    openObjections: t.int({
      resolve: async (posting, _arguments, context) =>
        (await loadObjections(context, posting.id)).filter((objection) => objection.answeredAt === null).length,
    }),
  }),
});

builder.asEntity(PublicPosting, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'household.read');
    return (await loadPosting(context, id)) ?? null;
  },
});

builder.objectField(CaseFile, 'posting', (t) =>
  t.field({
    type: PublicPosting,
    nullable: true,
    resolve: async (file, _arguments, context) =>
      file.postingId === null ? null : ((await loadPosting(context, file.postingId)) ?? null),
  }),
);

interface PostingPageShape {
  readonly where: Prisma.PublicPostingWhereInput;
  readonly page: { readonly skip: number; readonly take: number };
}

const PublicPostingPage = builder.objectRef<PostingPageShape>('PublicPostingPage').implement({
  fields: (t) => ({
    items: t.field({
      type: [PublicPosting],
      resolve: ({ where, page }, _arguments, context) =>
        context.tx.publicPosting.findMany({ where, ...page, orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }] }),
    }),
    total: t.int({ resolve: ({ where }, _arguments, context) => context.tx.publicPosting.count({ where }) }),
  }),
});

const PostingFilter = builder.inputType('PostingFilter', {
  fields: (t) => ({ status: t.string({ description: 'RUNNING, ENDED or ACTIVATED' }), organizationId: t.id() }),
});

builder.queryField('posting', (t) =>
  t.field({
    type: PublicPosting,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'household.read');
      return (await loadPosting(context, id)) ?? null;
    },
  }),
);

builder.queryField('postings', (t) =>
  t.field({
    type: PublicPostingPage,
    args: { filter: t.arg({ type: PostingFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'household.read');
      const today = new Date(`${localDateAt(context.parts.clock())}T00:00:00Z`);
      const byStatus: Readonly<Record<string, Prisma.PublicPostingWhereInput>> = {
        RUNNING: { activatedAt: null, endsOn: { gte: today } },
        ENDED: { activatedAt: null, endsOn: { lt: today } },
        ACTIVATED: { activatedAt: { not: null } },
      };
      const where: Prisma.PublicPostingWhereInput = {
        ...(filter?.status && byStatus[filter.status]),
        ...(filter?.organizationId && isUuid(filter.organizationId) && { organizationId: filter.organizationId }),
      };
      return { where, page: pageOf(page) };
    },
  }),
);

const PublishPostingInput = builder.inputType('PublishPostingInput', {
  fields: (t) => ({
    place: t.string({ required: true }),
    from: t.field({ type: 'LocalDate', required: true }),
    caseFileIds: t.idList({ description: 'Ids of case files that passed the review; left out with allReviewed.' }),
    allReviewed: t.boolean({ description: 'Every file of the county that passed the review. A long list becomes a job.' }),
  }),
});

/** The answer of a command on a posting: the posting, and one row for each of its files. */
function postingResult(name: string) {
  return builder.objectRef<Result<AtOnceOrJob<PostingWithRows>>>(name).implement({
    fields: (t) => ({
      problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
      posting: t.field({
        type: PublicPosting,
        nullable: true,
        resolve: (result) => doneAtOnce(result)?.posting ?? null,
      }),
      rows: t.field({ type: [RowResultType], resolve: (result) => [...(doneAtOnce(result)?.rows ?? [])] }),
      job: t.field({ type: Job, nullable: true, description: ofJob, resolve: jobOf }),
    }),
  });
}

builder.mutationField('publishPosting', (t) =>
  t.field({
    type: postingResult('PublishPostingResult'),
    args: { input: t.arg({ type: PublishPostingInput, required: true }) },
    resolve: (_root, { input }, context) => {
      const { place, from } = input;
      const list =
        input.allReviewed === true ? ({ kind: 'posting.publish', input: { place, from }, list: filesOf('POST') } as const) : undefined;
      return atOnceOrInPieces(context, list, () => publishPosting(context, input));
    },
  }),
);

const ActivatePostingInput = builder.inputType('ActivatePostingInput', {
  fields: (t) => ({ postingId: t.id({ required: true }) }),
});

builder.mutationField('activatePosting', (t) =>
  t.field({
    type: postingResult('ActivatePostingResult'),
    args: { input: t.arg({ type: ActivatePostingInput, required: true }) },
    resolve: (_root, { input }, context) => {
      const { postingId } = input;
      const list = { kind: 'case-file.activate', subject: postingId, input: { postingId }, list: filesOfPosting(postingId) } as const;
      return atOnceOrInPieces(context, list, () => activatePosting(context, input));
    },
  }),
);

const ConfirmPostingInput = builder.inputType('ConfirmPostingInput', {
  fields: (t) => ({ postingId: t.id({ required: true }) }),
});

builder.mutationField('confirmPosting', (t) =>
  t.field({
    type: commandResult(builder, 'ConfirmPostingResult', 'posting', PublicPosting),
    description: 'Another’s word that a list entered afterwards hung on the wall.',
    args: { input: t.arg({ type: ConfirmPostingInput, required: true }) },
    resolve: (_root, { input }, context) => confirmPosting(context, input),
  }),
);

const RecordObjectionInput = builder.inputType('RecordObjectionInput', {
  fields: (t) => ({
    caseFileId: t.id({ required: true }),
    raisedBy: t.string({ required: true }),
    text: t.string({ required: true }),
  }),
});

builder.mutationField('recordObjection', (t) =>
  t.field({
    type: commandResult(builder, 'RecordObjectionResult', 'objection', Objection),
    args: { input: t.arg({ type: RecordObjectionInput, required: true }) },
    resolve: (_root, { input }, context) => recordObjection(context, input),
  }),
);

const AnswerObjectionInput = builder.inputType('AnswerObjectionInput', {
  fields: (t) => ({
    objectionId: t.id({ required: true }),
    finding: t.string({ required: true }),
    upheld: t.boolean({ required: true }),
  }),
});

builder.mutationField('answerObjection', (t) =>
  t.field({
    type: commandResult(builder, 'AnswerObjectionResult', 'objection', Objection),
    args: { input: t.arg({ type: AnswerObjectionInput, required: true }) },
    resolve: (_root, { input }, context) => answerObjection(context, input),
  }),
);
