import { literalPattern, readStoredDate } from '@nuangong/database';
import {
  commandResult,
  describedValues,
  loadById,
  pageOf,
  pageType,
  type AskedPage,
  requirePermission,
} from '@nuangong/subgraph';
import { builder, type WorkContext } from '../../builder.ts';
import type { Prisma, Vacancy as VacancyRow } from '../../generated/prisma/client.ts';
import { offerVacancy } from './offer-vacancy.ts';
import { type VacancyStatus } from './vacancy.ts';

const VacancyStatusEnum = builder.enumType('VacancyStatus', {
  description: 'Whether a vacancy has free positions.',
  values: describedValues<VacancyStatus>({
    OPEN: 'Positions are free (招聘中).',
    FILLED: 'All positions are filled (已招满).',
  }),
});

export const Vacancy = builder.objectRef<VacancyRow>('Vacancy').implement({
  description: 'Positions that an employer offers (岗位).',
  fields: (t) => ({
    id: t.exposeID('id'),
    employer: t.exposeString('employer', { description: 'The name of the employer.' }),
    trade: t.exposeString('trade', { description: 'The kind of work (工种).' }),
    place: t.exposeString('place', { description: 'Where the work is.' }),
    positions: t.exposeInt('positions', { description: 'The number of positions.' }),
    filled: t.exposeInt('filled', { description: 'How many positions are filled.' }),
    monthlyPayFrom: t.field({
      type: 'Yuan',
      description: 'The lowest monthly pay.',
      resolve: (vacancy) => vacancy.monthlyPayFromFen,
    }),
    monthlyPayTo: t.field({
      type: 'Yuan',
      nullable: true,
      description: 'The highest monthly pay; null if there is only one figure.',
      resolve: (vacancy) => vacancy.monthlyPayToFen,
    }),
    requirements: t.exposeString('requirements', {
      nullable: true,
      description: 'The requirements of the employer, in words.',
    }),
    forLaidOff: t.exposeBoolean('forLaidOff', {
      description: 'Whether the employer offers it to laid-off workers (下岗职工).',
    }),
    offeredOn: t.field({
      type: 'LocalDate',
      description: 'The day on which it was offered.',
      resolve: (vacancy) => readStoredDate(vacancy.offeredOn),
    }),
    dateReason: t.exposeString('dateReason', { nullable: true, description: 'Why its day is unusually early' }),
    offeredBy: t.string({ description: 'Who recorded it.', resolve: (vacancy) => vacancy.staffName }),
    status: t.field({
      type: VacancyStatusEnum,
      description: 'Whether positions are free.',
      resolve: (vacancy) => vacancy.status,
    }),
    organizationName: t.exposeString('organizationName'),
  }),
});

/** Vacancies by id within the actor's scope. */
export const loadVacancy = loadById<WorkContext, VacancyRow>((context, ids) =>
  context.tx.vacancy.findMany({ where: { id: { in: ids } } }),
);

builder.asEntity(Vacancy, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'vacancy.read');
    return (await loadVacancy(context, id)) ?? null;
  },
});

const VacancyPage = pageType(builder, 'VacancyPage', Vacancy, {
  items: ({ where, page }: AskedPage<Prisma.VacancyWhereInput>, context) =>
    context.tx.vacancy.findMany({ where, ...page, orderBy: [{ offeredOn: 'desc' }, { id: 'desc' }] }),
  total: (where, context) => context.tx.vacancy.count({ where }),
});

const VacancyFilter = builder.inputType('VacancyFilter', {
  fields: (t) => ({
    search: t.string({ description: 'Part of the employer, trade or place.' }),
    status: t.field({ type: VacancyStatusEnum, description: 'Only those with this status.' }),
    forLaidOff: t.boolean({ description: 'Only those offered to laid-off workers, or only others.' }),
  }),
});

function vacanciesWhere(scope: string, filter: typeof VacancyFilter.$inferInput): Prisma.VacancyWhereInput {
  const search = filter.search?.trim() ?? '';
  return {
    organizationPath: { startsWith: scope },
    ...(search !== '' && {
      OR: [
        { employer: { contains: literalPattern(search) } },
        { trade: { contains: literalPattern(search) } },
        { place: { contains: literalPattern(search) } },
      ],
    }),
    ...(filter.status && { status: filter.status }),
    ...(filter.forLaidOff != null && { forLaidOff: filter.forLaidOff }),
  };
}

builder.queryFields((t) => ({
  vacancy: t.field({
    type: Vacancy,
    nullable: true,
    description: 'One vacancy.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'vacancy.read');
      return (await loadVacancy(context, id)) ?? null;
    },
  }),
  vacancies: t.field({
    type: VacancyPage,
    description: 'Vacancies of the reader’s organisation and its subordinates, latest first.',
    args: { filter: t.arg({ type: VacancyFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'vacancy.read');
      return { where: vacanciesWhere(context.actor.scope, filter ?? {}), page: pageOf(page) };
    },
  }),
}));

const OfferVacancyInput = builder.inputType('OfferVacancyInput', {
  fields: (t) => ({
    employer: t.string({ required: true, description: 'The name of the employer.' }),
    trade: t.string({ required: true, description: 'The kind of work (工种).' }),
    place: t.string({ required: true, description: 'Where the work is.' }),
    positions: t.int({ required: true, description: 'The number of positions.' }),
    monthlyPayFrom: t.field({ type: 'Yuan', required: true, description: 'The lowest monthly pay.' }),
    monthlyPayTo: t.field({
      type: 'Yuan',
      description: 'The highest monthly pay; left out if there is only one figure.',
    }),
    requirements: t.string({ description: 'The requirements of the employer, in words.' }),
    forLaidOff: t.boolean({ description: 'Whether the employer offers it to laid-off workers (下岗职工).' }),
    offeredOn: t.field({ type: 'LocalDate', description: 'Today if left out.' }),
    dateReason: t.string({ description: 'Why a day before last year is right; kept with it.' }),
  }),
});

builder.mutationField('offerVacancy', (t) =>
  t.field({
    type: commandResult(builder, 'OfferVacancyResult', 'vacancy', Vacancy),
    description: 'Records positions that an employer offers.',
    args: { input: t.arg({ type: OfferVacancyInput, required: true }) },
    resolve: (_root, { input }, context) => offerVacancy(context, input),
  }),
);
