import { literalPattern, readStoredDate } from '@nuangong/database';
import { commandResult, loadOneBy, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder, type WorkContext } from '../builder.ts';
import { onlyIds } from '../form-fields.ts';
import type { Prisma, Vacancy as VacancyRow } from '../generated/prisma/client.ts';
import { offerVacancy } from './offer-vacancy.ts';
import { vacancyStatuses } from './vacancy.ts';

const VacancyStatusEnum = builder.enumType('VacancyStatus', { values: vacancyStatuses });

export const Vacancy = builder.objectRef<VacancyRow>('Vacancy').implement({
  description: 'Positions that an employer offers (岗位).',
  fields: (t) => ({
    id: t.exposeID('id'),
    employer: t.exposeString('employer'),
    trade: t.exposeString('trade'),
    place: t.exposeString('place'),
    positions: t.exposeInt('positions'),
    filled: t.exposeInt('filled'),
    monthlyPayFrom: t.field({ type: 'Yuan', resolve: (vacancy) => vacancy.monthlyPayFromFen }),
    monthlyPayTo: t.field({ type: 'Yuan', nullable: true, resolve: (vacancy) => vacancy.monthlyPayToFen }),
    requirements: t.exposeString('requirements', { nullable: true }),
    forLaidOff: t.exposeBoolean('forLaidOff'),
    offeredOn: t.field({ type: 'LocalDate', resolve: (vacancy) => readStoredDate(vacancy.offeredOn) }),
    dateReason: t.exposeString('dateReason', { nullable: true, description: 'Why its day lies where it does' }),
    offeredBy: t.string({ description: 'Who took it in.', resolve: (vacancy) => vacancy.staffName }),
    status: t.field({ type: VacancyStatusEnum, resolve: (vacancy) => vacancy.status }),
    organizationName: t.exposeString('organizationName'),
  }),
});

/** Vacancies by id within the actor's scope. */
export const loadVacancy = loadOneBy<WorkContext, VacancyRow>(
  (row) => row.id,
  (context, ids) => context.tx.vacancy.findMany({ where: { id: { in: onlyIds(ids) } } }),
);

builder.asEntity(Vacancy, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'vacancy.read');
    return (await loadVacancy(context, id)) ?? null;
  },
});

const VacancyPage = builder
  .objectRef<{ where: Prisma.VacancyWhereInput; page: { skip: number; take: number } }>('VacancyPage')
  .implement({
    fields: (t) => ({
      items: t.field({
        type: [Vacancy],
        resolve: ({ where, page }, _arguments, context) =>
          context.tx.vacancy.findMany({ where, ...page, orderBy: [{ offeredOn: 'desc' }, { id: 'desc' }] }),
      }),
      total: t.int({ resolve: ({ where }, _arguments, context) => context.tx.vacancy.count({ where }) }),
    }),
  });

const VacancyFilter = builder.inputType('VacancyFilter', {
  fields: (t) => ({
    search: t.string({ description: 'Part of the employer, the trade or the place.' }),
    status: t.field({ type: VacancyStatusEnum }),
    forLaidOff: t.boolean(),
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
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'vacancy.read');
      return (await loadVacancy(context, id)) ?? null;
    },
  }),
  vacancies: t.field({
    type: VacancyPage,
    args: { filter: t.arg({ type: VacancyFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'vacancy.read');
      return { where: vacanciesWhere(context.actor.scope, filter ?? {}), page: pageOf(page) };
    },
  }),
}));

const OfferVacancyInput = builder.inputType('OfferVacancyInput', {
  fields: (t) => ({
    employer: t.string({ required: true }),
    trade: t.string({ required: true }),
    place: t.string({ required: true }),
    positions: t.int({ required: true }),
    monthlyPayFrom: t.field({ type: 'Yuan', required: true }),
    monthlyPayTo: t.field({ type: 'Yuan' }),
    requirements: t.string(),
    forLaidOff: t.boolean(),
    offeredOn: t.field({ type: 'LocalDate', description: 'Today where it is left out.' }),
    dateReason: t.string({ description: 'Why a day of before last year is right; kept with it.' }),
  }),
});

builder.mutationField('offerVacancy', (t) =>
  t.field({
    type: commandResult(builder, 'OfferVacancyResult', 'vacancy', Vacancy),
    args: { input: t.arg({ type: OfferVacancyInput, required: true }) },
    resolve: (_root, { input }, context) => offerVacancy(context, input),
  }),
);
