import { permits } from '@nuangong/access';
import { literalPattern, readStoredDate } from '@nuangong/database';
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
import type { JobSeeker as JobSeekerRow, Prisma } from '../../generated/prisma/client.ts';
import { Household } from '../../household/household.graphql.ts';
import type { JobSeekerPriority } from '../../household/household.ts';
import { type JobSeekerStatus } from './job-seeker.ts';
import { registerJobSeeker } from './register-job-seeker.ts';

const JobSeekerPriorityEnum = builder.enumType('JobSeekerPriority', {
  description: 'The priority of a job seeker (优先次序).',
  values: describedValues<JobSeekerPriority>({
    LAID_OFF_MODEL_WORKER: 'A model worker who was laid off (下岗劳模): first.',
    HARD_UP_HOUSEHOLD: 'A member of a household with an active case file (困难家庭成员): second.',
    OTHER: 'Others: third.',
  }),
});

const JobSeekerStatusEnum = builder.enumType('JobSeekerStatus', {
  description: 'The status of a job seeker.',
  values: describedValues<JobSeekerStatus>({ OPEN: 'Looking for work (求职中).', PLACED: 'Found work (已就业).' }),
});

export const JobSeeker = builder.objectRef<JobSeekerRow>('JobSeeker').implement({
  description: 'A person who looks for work through the aid centre (求职者).',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    householdId: t.exposeID('householdId', { nullable: true }),
    household: t.field({
      type: Household,
      nullable: true,
      description: 'The household they belong to; null for a walk-in.',
      resolve: ({ householdId: id }) => (id === null ? null : { id }),
    }),
    migrantWorker: t.exposeBoolean('migrantWorker', { description: 'Whether they are a migrant worker (农民工).' }),
    skills: t.exposeStringList('skills', { description: 'Their skills, in words.' }),
    wishes: t.exposeString('wishes', { nullable: true, description: 'Their job preferences, in words.' }),
    place: t.exposeString('place', { nullable: true, description: 'Their preferred place of work.' }),
    priority: t.field({
      type: JobSeekerPriorityEnum,
      description: 'Their priority at registration.',
      resolve: (seeker) => seeker.priority,
    }),
    status: t.field({
      type: JobSeekerStatusEnum,
      description: 'Their status.',
      resolve: (seeker) => seeker.status,
    }),
    registeredOn: t.field({
      type: 'LocalDate',
      description: 'The day on which they were registered.',
      resolve: (seeker) => readStoredDate(seeker.registeredOn),
    }),
    registeredBy: t.exposeString('staffName', {
      description: 'Who registered them, under the name they had at that time.',
    }),
    organizationName: t.exposeString('organizationName'),
  }),
});

/** Job seekers by id within the actor's scope. */
export const loadJobSeeker = loadById<WorkContext, JobSeekerRow>((context, ids) =>
  context.tx.jobSeeker.findMany({ where: { id: { in: ids } } }),
);

const loadSeekersOfHousehold = loadManyBy<WorkContext, JobSeekerRow>(
  (row) => row.householdId ?? '',
  (context, ids) =>
    context.tx.jobSeeker.findMany({
      where: { householdId: { in: onlyIds(ids) } },
      orderBy: [{ registeredOn: 'desc' }, { id: 'desc' }],
    }),
);

builder.asEntity(JobSeeker, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'employment.read');
    return (await loadJobSeeker(context, id)) ?? null;
  },
});

builder.objectField(Household, 'jobSeekers', (t) =>
  t.field({
    type: [JobSeeker],
    description: 'Its members who are job seekers; none if the reader’s role does not include reading them.',
    resolve: async ({ id }, _arguments, context) =>
      permits(context.actor.roles, 'employment.read') ? [...(await loadSeekersOfHousehold(context, id))] : [],
  }),
);

const JobSeekerPage = pageType(builder, 'JobSeekerPage', JobSeeker, {
  description: 'By priority, then by day of registration.',
  items: ({ where, page }: AskedPage<Prisma.JobSeekerWhereInput>, context) =>
    context.tx.jobSeeker.findMany({
      where,
      ...page,
      orderBy: [{ priority: 'asc' }, { registeredOn: 'asc' }, { id: 'asc' }],
    }),
  total: (where, context) => context.tx.jobSeeker.count({ where }),
});

const JobSeekerFilter = builder.inputType('JobSeekerFilter', {
  fields: (t) => ({
    search: t.string({ description: 'The start of a name, a skill, or part of the preferred place.' }),
    status: t.field({ type: JobSeekerStatusEnum, description: 'Only those with this status.' }),
    priority: t.field({ type: JobSeekerPriorityEnum, description: 'Only those with this priority.' }),
    householdId: t.id(),
    migrantWorker: t.boolean({ description: 'Only migrant workers, or only others.' }),
  }),
});

function seekersWhere(scope: string, filter: typeof JobSeekerFilter.$inferInput): Prisma.JobSeekerWhereInput {
  const search = filter.search?.trim() ?? '';
  return {
    organizationPath: { startsWith: scope },
    ...(search !== '' && {
      OR: [
        { name: { startsWith: literalPattern(search) } },
        { skills: { has: search } },
        { place: { contains: literalPattern(search) } },
      ],
    }),
    ...(filter.status && { status: filter.status }),
    ...(filter.priority && { priority: filter.priority }),
    ...(filter.householdId && { householdId: filter.householdId }),
    ...(filter.migrantWorker != null && { migrantWorker: filter.migrantWorker }),
  };
}

builder.queryFields((t) => ({
  jobSeeker: t.field({
    type: JobSeeker,
    nullable: true,
    description: 'One job seeker.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'employment.read');
      return (await loadJobSeeker(context, id)) ?? null;
    },
  }),
  jobSeekers: t.field({
    type: JobSeekerPage,
    description: 'Job seekers of the reader’s organisation and its subordinates.',
    args: { filter: t.arg({ type: JobSeekerFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'employment.read');
      return { where: seekersWhere(context.actor.scope, filter ?? {}), page: pageOf(page) };
    },
  }),
}));

const RegisterJobSeekerInput = builder.inputType('RegisterJobSeekerInput', {
  fields: (t) => ({
    householdId: t.id({ description: 'Of a member of a household with a case file; left out for a walk-in.' }),
    name: t.string({ required: true, description: 'Their full name.' }),
    skills: t.stringList({ description: 'Their skills, in words.' }),
    wishes: t.string({ description: 'Their job preferences, in words.' }),
    place: t.string({ description: 'Their preferred place of work.' }),
    migrantWorker: t.boolean({ description: 'If left out, whether the household has a migrant worker.' }),
    laidOffModelWorker: t.boolean({ description: 'For a walk-in; otherwise taken from the case file.' }),
  }),
});

builder.mutationField('registerJobSeeker', (t) =>
  t.field({
    type: commandResult(builder, 'RegisterJobSeekerResult', 'jobSeeker', JobSeeker),
    description: 'Registers a job seeker (求职登记).',
    args: { input: t.arg({ type: RegisterJobSeekerInput, required: true }) },
    resolve: (_root, { input }, context) => registerJobSeeker(context, input),
  }),
);
