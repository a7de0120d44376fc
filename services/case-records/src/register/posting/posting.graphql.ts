import { permits } from '@nuangong/access';
import { readStoredDate } from '@nuangong/database';
import { isUuid, localDateAt } from '@nuangong/primitives';
import {
  createBatchLoader,
  describedValues,
  loadManyBy,
  loadById,
  pageOf,
  pageType,
  type AskedPage,
  requirePermission,
} from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import { CaseFile } from '../case-file/case-file.graphql.ts';
import { CaseFileStatusEnum } from '../case-file/case-file-enums.graphql.ts';
import type {
  PostingPhoto as PostingPhotoRow,
  Prisma,
  PublicPosting as PublicPostingRow,
} from '../../generated/prisma/client.ts';
import { daysOf, isUnconfirmed, stateOf } from './confirm-posting.ts';
import { filesToOpen, type FilesToOpen } from './files-to-open.ts';
import { isEnteredAfterwards, mayWithdraw, postingStatus, type PostingStatus } from './posting.ts';
import { loadPostedNames, loadPostingCounts, type PostedName } from './posting-files.ts';
import { postingDaysOf } from './posting-days.ts';
import { loadObjections, Objection } from './objection.graphql.ts';
import { waitingPostings, type PostingWait } from './waiting-postings.ts';

const loadPosting = loadById<CaseRecordsContext, PublicPostingRow>((context, ids) =>
  context.tx.publicPosting.findMany({ where: { id: { in: ids } } }),
);

const loadFilesToOpen = createBatchLoader<CaseRecordsContext, FilesToOpen>((context, ids) =>
  filesToOpen(context.tx, ids),
);

const FilesToOpenType = builder.objectRef<Omit<FilesToOpen, 'postingId'>>('FilesToOpen').implement({
  description: 'The files of a posting that are still posted, by what opening it would do.',
  fields: (t) => ({
    ready: t.exposeInt('ready', { description: 'Activated by activatePosting once the period is over' }),
    awaitingAnswer: t.exposeInt('awaitingAnswer', { description: 'Held back by an unanswered objection' }),
    upheld: t.exposeInt('upheld', { description: 'Held back by an upheld objection, to be returned or rejected' }),
  }),
});

const PostedNameType = builder.objectRef<PostedName>('PostedName').implement({
  description: 'A line of a posted list: what the wall shows of a household, its name and unit without the number.',
  fields: (t) => ({
    caseFileId: t.exposeID('caseFileId'),
    householdId: t.exposeID('householdId'),
    name: t.exposeString('name', { description: 'The name of the head of the household.' }),
    unitName: t.exposeString('unitName', { description: 'The unit (工作单位).' }),
    maskedIdentityNumber: t.exposeString('maskedIdentityNumber'),
    leftFor: t.field({
      type: CaseFileStatusEnum,
      nullable: true,
      description:
        'The status that it left this posting for: ACTIVE if opened, RETURNED or REJECTED, COUNTY_REVIEW if withdrawn or to be posted anew; null while it is posted.',
      resolve: ({ leftFor }) => leftFor,
    }),
  }),
});

const loadPhotos = loadManyBy<CaseRecordsContext, PostingPhotoRow>(
  (row) => row.postingId,
  (context, ids) =>
    context.tx.postingPhoto.findMany({ where: { postingId: { in: ids } }, orderBy: { uploadedAt: 'asc' } }),
);

const PostingPhoto = builder.objectRef<PostingPhotoRow>('PostingPhoto').implement({
  description: 'A photograph of the list on display.',
  fields: (t) => ({
    id: t.exposeID('id'),
    fileName: t.exposeString('fileName', { description: 'The original file name.' }),
    contentType: t.exposeString('contentType', {
      description: 'The media type detected from its content: application/pdf, image/jpeg.',
    }),
    size: t.exposeInt('size', { description: 'Its size, in bytes.' }),
    uploadedBy: t.exposeString('uploadedByName', {
      description: 'Who uploaded it, under the name they had at that time.',
    }),
    uploadedAt: t.field({
      type: 'Instant',
      description: 'When it was uploaded.',
      resolve: (photo) => photo.uploadedAt,
    }),
    url: t.string({
      description: 'Its path relative to the gateway; fetch it with the reader’s token.',
      resolve: (photo) => `/files/case-records/posting-photos/${photo.id}`,
    }),
    previewUrl: t.string({
      description:
        'Where to fetch one of its pages as a picture (`?page=`, from 1; how many: the header x-page-count).',
      resolve: (photo) => `/files/case-records/posting-photos/${photo.id}/preview.jpg`,
    }),
  }),
});

const PostingStatusEnum = builder.enumType('PostingStatus', {
  description: 'The status of a public posting on the day of the query.',
  values: describedValues<PostingStatus>({
    RUNNING: 'Posted; objections may be raised (公示中).',
    ENDED: 'Its period is over; its files can be activated (公示期满).',
    ACTIVATED: 'Its files were activated (已建档).',
    WITHDRAWN: 'Withdrawn before any file was activated; its files are posted again (已撤回).',
  }),
});

export const PublicPosting = builder.objectRef<PublicPostingRow>('PublicPosting').implement({
  description: 'A public posting of names, with a period for objections (张榜公示).',
  fields: (t) => ({
    id: t.exposeID('id'),
    place: t.exposeString('place', { description: 'The place of the posting.' }),
    from: t.field({
      type: 'LocalDate',
      description: 'Its first day.',
      resolve: (posting) => readStoredDate(posting.startsOn),
    }),
    to: t.field({
      type: 'LocalDate',
      description: 'Its last day, included: the fifth working day after the first.',
      resolve: (posting) => readStoredDate(posting.endsOn),
    }),
    provisional: t.exposeBoolean('provisional', {
      description: 'Whether the year’s holidays are not announced yet, so that the last day may still change.',
    }),
    enteredAfterwards: t.boolean({
      description:
        'Whether it was recorded after its first day and needs a photograph and another person’s confirmation',
      resolve: (posting) => isEnteredAfterwards(daysOf(posting)),
    }),
    photos: t.field({
      type: [PostingPhoto],
      description: 'Photographs of the list on display, oldest first.',
      resolve: async (posting, _arguments, context) => [...(await loadPhotos(context, posting.id))],
    }),
    publishedBy: t.exposeString('publishedByName', {
      description: 'Who posted it, under the name they had at that time.',
    }),
    confirmedBy: t.exposeString('confirmedByName', {
      nullable: true,
      description: 'Who confirmed a list recorded afterwards; null if not confirmed or not needed.',
    }),
    confirmedAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When a list recorded afterwards was confirmed; null if not confirmed or not needed.',
      resolve: ({ confirmedAt }) => confirmedAt,
    }),
    objectionPhone: t.exposeString('objectionPhone', {
      nullable: true,
      description: 'The telephone number for objections, printed on the list; null if none was given.',
    }),
    withdrawnBy: t.exposeString('withdrawnByName', {
      nullable: true,
      description: 'Who withdrew it, under the name they had at that time; null if it is not withdrawn.',
    }),
    withdrawnAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When it was withdrawn; null if it is not.',
      resolve: ({ withdrawnAt }) => withdrawnAt,
    }),
    withdrawnReason: t.exposeString('withdrawnReason', {
      nullable: true,
      description: 'Why it was withdrawn; null if it is not.',
    }),
    mayWithdraw: t.boolean({
      description:
        'Whether the reader may withdraw it: while files are posted by it, none was activated and the reader made none of them.',
      resolve: async (posting, _arguments, context) => {
        const { actor } = context;
        if (!permits(actor.roles, 'posting.publish') || !posting.organizationPath.startsWith(actor.scope)) return false;
        const counts = await loadPostingCounts(context, posting.id);
        return counts !== undefined && !counts.madeByActor && mayWithdraw({ ...stateOf(posting), ...counts }).ok;
      },
    }),
    mayOpen: t.boolean({
      description: 'Whether the reader may activate its files: not the person who posted it',
      resolve: ({ publishedBy, withdrawnAt }, _arguments, { actor }) =>
        withdrawnAt === null && publishedBy !== actor.staffId && permits(actor.roles, 'case-file.activate'),
    }),
    mayConfirm: t.boolean({
      description: 'Whether the reader may confirm it, once there is a photograph',
      resolve: ({ publishedBy, ...posting }, _arguments, { actor }) =>
        isUnconfirmed(posting) && publishedBy !== actor.staffId && permits(actor.roles, 'case-file.confirm'),
    }),
    status: t.field({
      type: PostingStatusEnum,
      description: 'Its status today.',
      resolve: (posting, _arguments, context) => postingStatus(stateOf(posting), localDateAt(context.parts.clock())),
    }),
    workingDays: t.exposeInt('workingDays', {
      description: 'The number of working days it stays posted after its first day.',
    }),
    organizationName: t.exposeString('organizationName'),
    caseFileCount: t.int({
      description: 'The number of files that hang or hung on it.',
      resolve: async (posting, _arguments, context) => (await loadPostingCounts(context, posting.id))?.listed ?? 0,
    }),
    postedCount: t.int({
      description: 'The number of files that are posted by it now: neither opened, returned nor rejected.',
      resolve: async (posting, _arguments, context) => (await loadPostingCounts(context, posting.id))?.posted ?? 0,
    }),
    filesToOpen: t.field({
      type: FilesToOpenType,
      description: 'The files still posted, by what opening it would do.',
      resolve: async (posting, _arguments, context) =>
        (await loadFilesToOpen(context, posting.id)) ?? { ready: 0, awaitingAnswer: 0, upheld: 0 },
    }),
    objections: t.field({
      type: [Objection],
      description: 'Its objections, oldest first.',
      resolve: async (posting, _arguments, context) => [...(await loadObjections(context, posting.id))],
    }),
    listUrl: t.string({
      description: 'Where to fetch the list for the wall as a document for Word or WPS, to be edited and printed.',
      resolve: ({ id }) => `/files/case-records/postings/${id}/list.docx`,
    }),
    names: t.field({
      type: [PostedNameType],
      description: 'The posted list, by file number.',
      resolve: async (posting, _arguments, context) => [...(await loadPostedNames(context, posting.id))],
    }),
    objectionCount: t.int({
      description: 'The number of objections, answered or not.',
      resolve: async (posting, _arguments, context) => (await loadObjections(context, posting.id)).length,
    }),
    openObjections: t.int({
      description: 'The number of unanswered objections.',
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
    description: 'Its latest public posting; null before the first.',
    resolve: async (file, _arguments, context) =>
      file.postingId === null ? null : ((await loadPosting(context, file.postingId)) ?? null),
  }),
);

const PublicPostingPage = pageType(builder, 'PublicPostingPage', PublicPosting, {
  items: ({ where, page }: AskedPage<Prisma.PublicPostingWhereInput>, context) =>
    context.tx.publicPosting.findMany({ where, ...page, orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }] }),
  total: (where, context) => context.tx.publicPosting.count({ where }),
});

const PostingWaitEnum = builder.enumType('PostingWait', {
  description: 'What somebody has to do about a posting.',
  values: describedValues<PostingWait>({
    TO_OPEN: 'Its period has ended: its files are to be opened.',
    OBJECTION: 'An objection is to be answered.',
    TO_CONFIRM: 'It was entered after its first day: a second person is to confirm it.',
  }),
});

const PostingFilter = builder.inputType('PostingFilter', {
  fields: (t) => ({
    status: t.field({ type: PostingStatusEnum, description: 'Only those with this status today.' }),
    waits: t.field({ type: PostingWaitEnum, description: 'Only those about which this has to be done today.' }),
    organizationId: t.id(),
  }),
});

builder.queryField('posting', (t) =>
  t.field({
    type: PublicPosting,
    nullable: true,
    description: 'One public posting.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'household.read');
      return (await loadPosting(context, id)) ?? null;
    },
  }),
);

builder.queryField('postingWorkingDays', (t) =>
  t.int({
    description: 'The number of working days for which the reader’s organisation posts a list put up today.',
    resolve: (_root, _arguments, context) => {
      requirePermission(context, 'household.read');
      return postingDaysOf(context.tx, context.actor.scope, localDateAt(context.parts.clock()));
    },
  }),
);

builder.queryField('postings', (t) =>
  t.field({
    type: PublicPostingPage,
    description: 'Public postings, latest first.',
    args: { filter: t.arg({ type: PostingFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: async (_root, { filter, ...page }, context) => {
      requirePermission(context, 'household.read');
      const today = new Date(`${localDateAt(context.parts.clock())}T00:00:00Z`);
      const byStatus: Readonly<Record<PostingStatus, Prisma.PublicPostingWhereInput>> = {
        RUNNING: { activatedAt: null, withdrawnAt: null, endsOn: { gte: today } },
        ENDED: { activatedAt: null, withdrawnAt: null, endsOn: { lt: today } },
        ACTIVATED: { activatedAt: { not: null } },
        WITHDRAWN: { withdrawnAt: { not: null } },
      };
      const where: Prisma.PublicPostingWhereInput = {
        ...(filter?.status && byStatus[filter.status]),
        ...(filter?.waits && { id: { in: [...(await waitingPostings(context, filter.waits))] } }),
        ...(filter?.organizationId && isUuid(filter.organizationId) && { organizationId: filter.organizationId }),
      };
      return { where, page: pageOf(page) };
    },
  }),
);
