import { readStoredDate } from '@nuangong/database';
import {
  commandResult,
  describedValues,
  loadManyBy,
  loadById,
  pageOf,
  pageType,
  type AskedPage,
  requirePermission,
} from '@nuangong/subgraph';
import { builder, type WorkContext } from '../../builder.ts';
import { onlyIds } from '../../form-fields.ts';
import type { Prisma, Referral as ReferralRow } from '../../generated/prisma/client.ts';
import { JobSeeker, loadJobSeeker } from '../job-seeker/job-seeker.graphql.ts';
import { loadVacancy, Vacancy } from '../vacancy/vacancy.graphql.ts';
import { referWorker } from './refer-worker.ts';
import { type ReferralStatus } from './referral.ts';

const ReferralStatusEnum = builder.enumType('ReferralStatus', {
  description: 'The status of a referral.',
  values: describedValues<ReferralStatus>({
    REFERRED: 'Referred to the employer; result not known yet (已推荐).',
    PLACED: 'It led to a placement (已就业).',
    NOT_TAKEN: 'The job seeker was not hired (未录用).',
  }),
});

export const Referral = builder.objectRef<ReferralRow>('Referral').implement({
  description: 'A referral of a job seeker to a vacancy (职业介绍).',
  fields: (t) => ({
    id: t.exposeID('id'),
    jobSeeker: t.field({
      type: JobSeeker,
      description: 'The job seeker.',
      resolve: async (referral, _arguments, context) =>
        (await loadJobSeeker(context, referral.jobSeekerId)) ?? beyondSight('job seeker'),
    }),
    vacancy: t.field({
      type: Vacancy,
      description: 'The vacancy.',
      resolve: async (referral, _arguments, context) =>
        (await loadVacancy(context, referral.vacancyId)) ?? beyondSight('vacancy'),
    }),
    referredOn: t.field({
      type: 'LocalDate',
      description: 'The day of the referral.',
      resolve: (referral) => readStoredDate(referral.referredOn),
    }),
    dateReason: t.exposeString('dateReason', { nullable: true, description: 'Why its day is unusually early' }),
    referredBy: t.exposeString('staffName', {
      description: 'Who made the referral, under the name they had at that time.',
    }),
    status: t.field({
      type: ReferralStatusEnum,
      description: 'Its status.',
      resolve: (referral) => referral.status,
    }),
    organizationName: t.exposeString('organizationName'),
  }),
});

/** A referral is made within one organisation, by someone who sees both seeker and vacancy; so does every reader. */
function beyondSight(what: string): never {
  throw new Error(`the ${what} of a visible referral is not visible`);
}

/** Referrals by id within the actor's scope. */
export const loadReferral = loadById<WorkContext, ReferralRow>((context, ids) =>
  context.tx.referral.findMany({ where: { id: { in: ids } } }),
);

const loadReferralsOfSeeker = loadManyBy<WorkContext, ReferralRow>(
  (row) => row.jobSeekerId,
  (context, ids) =>
    context.tx.referral.findMany({
      where: { jobSeekerId: { in: onlyIds(ids) } },
      orderBy: [{ referredOn: 'desc' }, { id: 'desc' }],
    }),
);

builder.objectField(JobSeeker, 'referrals', (t) =>
  t.field({
    type: [Referral],
    description: 'Their referrals, latest first.',
    resolve: async ({ id }, _arguments, context) => [...(await loadReferralsOfSeeker(context, id))],
  }),
);

builder.asEntity(Referral, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'employment.read');
    return (await loadReferral(context, id)) ?? null;
  },
});

const ReferralPage = pageType(builder, 'ReferralPage', Referral, {
  items: ({ where, page }: AskedPage<Prisma.ReferralWhereInput>, context) =>
    context.tx.referral.findMany({ where, ...page, orderBy: [{ referredOn: 'desc' }, { id: 'desc' }] }),
  total: (where, context) => context.tx.referral.count({ where }),
});

const ReferralFilter = builder.inputType('ReferralFilter', {
  fields: (t) => ({
    status: t.field({
      type: ReferralStatusEnum,
      description: 'Only those with this status.',
    }),
    jobSeekerId: t.id(),
    vacancyId: t.id(),
  }),
});

builder.queryField('referral', (t) =>
  t.field({
    type: Referral,
    nullable: true,
    description: 'One referral.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'employment.read');
      return (await loadReferral(context, id)) ?? null;
    },
  }),
);

builder.queryField('referrals', (t) =>
  t.field({
    type: ReferralPage,
    description: 'Referrals of the reader’s organisation and its subordinates, latest first.',
    args: { filter: t.arg({ type: ReferralFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'employment.read');
      const where: Prisma.ReferralWhereInput = {
        organizationPath: { startsWith: context.actor.scope },
        ...(filter?.status && { status: filter.status }),
        ...(filter?.jobSeekerId && { jobSeekerId: filter.jobSeekerId }),
        ...(filter?.vacancyId && { vacancyId: filter.vacancyId }),
      };
      return { where, page: pageOf(page) };
    },
  }),
);

const ReferWorkerInput = builder.inputType('ReferWorkerInput', {
  fields: (t) => ({
    jobSeekerId: t.id({ required: true }),
    vacancyId: t.id({ required: true }),
    referredOn: t.field({ type: 'LocalDate', description: 'Today if left out.' }),
    dateReason: t.string({ description: 'Why a day before last year is right; kept with it.' }),
  }),
});

builder.mutationField('referWorker', (t) =>
  t.field({
    type: commandResult(builder, 'ReferWorkerResult', 'referral', Referral),
    description: 'Refers a job seeker to a vacancy (职业介绍).',
    args: { input: t.arg({ type: ReferWorkerInput, required: true }) },
    resolve: (_root, { input }, context) => referWorker(context, input),
  }),
);
