import { permits } from '@nuangong/access';
import { literalPattern, readStoredDate, storedDate } from '@nuangong/database';
import { addDays, isBefore, localDateAt, type LocalDate } from '@nuangong/primitives';
import { commandResult, loadManyBy, loadOneBy, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder, type WorkContext } from '../builder.ts';
import { onlyIds } from '../form-fields.ts';
import type { LegalCase as LegalCaseRow, Prisma } from '../generated/prisma/client.ts';
import { Household } from '../household/household.graphql.ts';
import { closeLegalCase } from './close-legal-case.ts';
import { legalCaseKinds, legalCaseOutcomes, legalCaseStatuses } from './legal-case.ts';
import { openLegalCase } from './open-legal-case.ts';
import { readContent } from './read-content.ts';

const LegalCaseKindEnum = builder.enumType('LegalCaseKind', { values: legalCaseKinds });
const LegalCaseStatusEnum = builder.enumType('LegalCaseStatus', { values: legalCaseStatuses });
const LegalCaseOutcomeEnum = builder.enumType('LegalCaseOutcome', { values: legalCaseOutcomes });

const dayOf = (stored: Date | null): LocalDate | null => (stored === null ? null : readStoredDate(stored));

const LegalCase = builder.objectRef<LegalCaseRow>('LegalCase').implement({
  description: 'A legal-aid case (法律援助案件); what it is about is read by its officer alone.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    kind: t.field({ type: LegalCaseKindEnum, resolve: (legalCase) => legalCase.kind }),
    status: t.field({ type: LegalCaseStatusEnum, resolve: (legalCase) => legalCase.status }),
    clientName: t.exposeString('clientName'),
    householdId: t.exposeID('householdId', { nullable: true }),
    household: t.field({
      type: Household,
      nullable: true,
      resolve: ({ householdId: id }) => (id === null ? null : { id }),
    }),
    openedOn: t.field({ type: 'LocalDate', resolve: (legalCase) => readStoredDate(legalCase.openedOn) }),
    dateReason: t.exposeString('dateReason', { nullable: true, description: 'Why its day lies where it does' }),
    persons: t.exposeInt('persons'),
    migrantWorkers: t.exposeInt('migrantWorkers'),
    officer: t.exposeString('staffName'),
    own: t.boolean({
      description: 'Whether the signed-in person is its officer.',
      resolve: (legalCase, _arguments, { actor }) => legalCase.staffId === actor.staffId,
    }),
    content: t.string({
      nullable: true,
      description: 'For its officer alone; null for everybody else. Each reading is audited.',
      resolve: (legalCase, _arguments, context) => readContent(context, legalCase),
    }),
    limitationDate: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The last day to apply for labour arbitration; null while no limitation runs.',
      resolve: (legalCase) => dayOf(legalCase.limitationDate),
    }),
    limitationPassed: t.boolean({
      description: 'Whether the last day has passed while the case is open.',
      resolve: ({ status, limitationDate }, _arguments, context) =>
        status === 'OPEN' &&
        limitationDate !== null &&
        isBefore(readStoredDate(limitationDate), localDateAt(context.parts.clock())),
    }),
    limitationBasis: t.exposeString('limitationBasis', { nullable: true }),
    limitationBasisEn: t.exposeString('limitationBasisEnglish', { nullable: true }),
    closedOn: t.field({ type: 'LocalDate', nullable: true, resolve: (legalCase) => dayOf(legalCase.closedOn) }),
    closingDateReason: t.exposeString('closingDateReason', { nullable: true, description: 'Why its day lies where it does' }),
    outcome: t.field({ type: LegalCaseOutcomeEnum, nullable: true, resolve: (legalCase) => legalCase.outcome }),
    organizationName: t.exposeString('organizationName'),
  }),
});

const loadLegalCase = loadOneBy<WorkContext, LegalCaseRow>(
  (row) => row.id,
  (context, ids) => context.tx.legalCase.findMany({ where: { id: { in: onlyIds(ids) } } }),
);

const loadCasesOfHousehold = loadManyBy<WorkContext, LegalCaseRow>(
  (row) => row.householdId ?? '',
  (context, ids) =>
    context.tx.legalCase.findMany({
      where: { householdId: { in: onlyIds(ids) } },
      orderBy: [{ openedOn: 'desc' }, { id: 'desc' }],
    }),
);

builder.asEntity(LegalCase, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'legal-case.read');
    return (await loadLegalCase(context, id)) ?? null;
  },
});

builder.objectField(Household, 'legalCases', (t) =>
  t.field({
    type: [LegalCase],
    description: 'None for those whose role does not include reading them.',
    resolve: async ({ id }, _arguments, context) =>
      permits(context.actor.roles, 'legal-case.read') ? [...(await loadCasesOfHousehold(context, id))] : [],
  }),
);

const LegalCasePage = builder
  .objectRef<{ where: Prisma.LegalCaseWhereInput; page: { skip: number; take: number } }>('LegalCasePage')
  .implement({
    fields: (t) => ({
      items: t.field({
        type: [LegalCase],
        description: 'Open ones first, those whose limitation ends soonest before others.',
        resolve: ({ where, page }, _arguments, context) =>
          context.tx.legalCase.findMany({
            where,
            ...page,
            orderBy: [{ status: 'asc' }, { limitationDate: { sort: 'asc', nulls: 'last' } }, { number: 'desc' }],
          }),
      }),
      total: t.int({ resolve: ({ where }, _arguments, context) => context.tx.legalCase.count({ where }) }),
    }),
  });

const LegalCaseFilter = builder.inputType('LegalCaseFilter', {
  fields: (t) => ({
    search: t.string({ description: 'The number, or the start of the client’s name.' }),
    status: t.field({ type: LegalCaseStatusEnum }),
    kind: t.field({ type: LegalCaseKindEnum }),
    own: t.boolean({ description: 'Only those of the signed-in officer.' }),
    deadlineWithinDays: t.int({ description: 'Open ones whose limitation ends within so many days or has ended; the earliest first.' }),
  }),
});

function casesWhere(context: WorkContext, filter: typeof LegalCaseFilter.$inferInput): Prisma.LegalCaseWhereInput {
  const search = filter.search?.trim() ?? '';
  const { actor } = context;
  return {
    organizationPath: { startsWith: actor.scope },
    ...(search !== '' && { OR: [{ number: search }, { clientName: { startsWith: literalPattern(search) } }] }),
    ...(filter.kind && { kind: filter.kind }),
    ...(filter.own === true && { staffId: actor.staffId }),
    ...(filter.deadlineWithinDays != null &&
      dueWithin(localDateAt(context.parts.clock()), filter.deadlineWithinDays)),
    ...(filter.status && { status: filter.status }),
  };
}

function dueWithin(today: LocalDate, days: number): Prisma.LegalCaseWhereInput {
  const last = addDays(today, Math.min(Math.max(Math.trunc(days), 0), 3660));
  return { status: 'OPEN', limitationDate: { lte: storedDate(last) } };
}

builder.queryFields((t) => ({
  legalCase: t.field({
    type: LegalCase,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'legal-case.read');
      return (await loadLegalCase(context, id)) ?? null;
    },
  }),
  legalCases: t.field({
    type: LegalCasePage,
    args: { filter: t.arg({ type: LegalCaseFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'legal-case.read');
      return { where: casesWhere(context, filter ?? {}), page: pageOf(page) };
    },
  }),
}));

const OpenLegalCaseInput = builder.inputType('OpenLegalCaseInput', {
  fields: (t) => ({
    kind: t.field({ type: LegalCaseKindEnum, required: true }),
    clientName: t.string({ required: true }),
    householdId: t.id(),
    persons: t.int({ description: 'One where it is left out.' }),
    migrantWorkers: t.int({ description: 'How many of them are migrant workers.' }),
    content: t.string({ description: 'Sealed; read by the officer alone.' }),
    openedOn: t.field({ type: 'LocalDate', description: 'Today where it is left out.' }),
    dateReason: t.string({ description: 'Why a day of before last year is right; kept with it.' }),
    violationKnownOn: t.field({ type: 'LocalDate', description: 'When the client knew or should have known of it.' }),
    unpaidPay: t.boolean({ description: 'Whether the dispute is about unpaid pay.' }),
    employmentEndedOn: t.field({ type: 'LocalDate', description: 'For unpaid pay; left out while the job lasts.' }),
  }),
});

const CloseLegalCaseInput = builder.inputType('CloseLegalCaseInput', {
  fields: (t) => ({
    legalCaseId: t.id({ required: true }),
    outcome: t.field({ type: LegalCaseOutcomeEnum, required: true }),
    closedOn: t.field({ type: 'LocalDate', description: 'Today where it is left out.' }),
    dateReason: t.string({ description: 'Why a day of before last year is right; kept with it.' }),
  }),
});

builder.mutationFields((t) => ({
  openLegalCase: t.field({
    type: commandResult(builder, 'OpenLegalCaseResult', 'legalCase', LegalCase),
    args: { input: t.arg({ type: OpenLegalCaseInput, required: true }) },
    resolve: (_root, { input }, context) => openLegalCase(context, input),
  }),
  closeLegalCase: t.field({
    type: commandResult(builder, 'CloseLegalCaseResult', 'legalCase', LegalCase),
    args: { input: t.arg({ type: CloseLegalCaseInput, required: true }) },
    resolve: (_root, { input }, context) => closeLegalCase(context, input),
  }),
}));
