import { permits } from '@nuangong/access';
import { literalPattern, readStoredDate, storedDate } from '@nuangong/database';
import type { LegalCaseKind } from '@nuangong/events';
import { addDays, isBefore, localDateAt, type LocalDate } from '@nuangong/primitives';
import { commandResult, describedValues, loadManyBy, loadOneBy, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder, type WorkContext } from '../../builder.ts';
import { onlyIds } from '../../form-fields.ts';
import type { LegalCase as LegalCaseRow, Prisma } from '../../generated/prisma/client.ts';
import { Household } from '../../household/household.graphql.ts';
import { closeLegalCase } from './close-legal-case.ts';
import type { LegalCaseOutcome, LegalCaseStatus } from './legal-case.ts';
import { openLegalCase } from './open-legal-case.ts';
import { readContent } from './read-content.ts';

const LegalCaseKindEnum = builder.enumType('LegalCaseKind', {
  description: 'What help a legal-aid case gives (案件类别).',
  values: describedValues<LegalCaseKind>({
    CONSULTATION: 'Advice (法律咨询).',
    DRAFTING: 'Documents are drafted (代写文书).',
    LITIGATION: 'In court (诉讼).',
    MEDIATION: 'Mediation (调解).',
    ARBITRATION: 'Labour arbitration (仲裁).',
  }),
});

const LegalCaseStatusEnum = builder.enumType('LegalCaseStatus', {
  description: 'Whether a legal-aid case is under way.',
  values: describedValues<LegalCaseStatus>({
    OPEN: 'Under way (办理中).',
    CLOSED: 'Closed, with its outcome (已结案).',
  }),
});

const LegalCaseOutcomeEnum = builder.enumType('LegalCaseOutcome', {
  description: 'How a legal-aid case ended (结案结果).',
  values: describedValues<LegalCaseOutcome>({
    ADVISED: 'The client was advised.',
    DOCUMENTS_DRAFTED: 'The documents were drafted.',
    SETTLED: 'Both sides came to terms.',
    WON: 'The client got all that was claimed.',
    PARTLY_WON: 'The client got a part of what was claimed.',
    LOST: 'The client got nothing.',
    WITHDRAWN: 'The client gave it up.',
  }),
});

const dayOf = (stored: Date | null): LocalDate | null => (stored === null ? null : readStoredDate(stored));

const LegalCase = builder.objectRef<LegalCaseRow>('LegalCase').implement({
  description: 'A legal-aid case (法律援助案件); what it is about is read by its officer alone.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    kind: t.field({
      type: LegalCaseKindEnum,
      description: 'What help it gives.',
      resolve: (legalCase) => legalCase.kind,
    }),
    status: t.field({
      type: LegalCaseStatusEnum,
      description: 'Whether it is under way.',
      resolve: (legalCase) => legalCase.status,
    }),
    clientName: t.exposeString('clientName', { description: 'The name of the client, or of the first of several.' }),
    householdId: t.exposeID('householdId', { nullable: true }),
    household: t.field({
      type: Household,
      nullable: true,
      description: 'The household that they belong to; null for a walk-in.',
      resolve: ({ householdId: id }) => (id === null ? null : { id }),
    }),
    openedOn: t.field({
      type: 'LocalDate',
      description: 'The day on which it was opened.',
      resolve: (legalCase) => readStoredDate(legalCase.openedOn),
    }),
    dateReason: t.exposeString('dateReason', { nullable: true, description: 'Why its day lies where it does' }),
    persons: t.exposeInt('persons', { description: 'How many people it helps.' }),
    migrantWorkers: t.exposeInt('migrantWorkers', { description: 'How many of them are migrant workers.' }),
    officer: t.exposeString('staffName', { description: 'Who works it, by the name they had at its opening.' }),
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
    limitationBasis: t.exposeString('limitationBasis', {
      nullable: true,
      description: 'The article by which the limitation runs, in Chinese; null while none runs.',
    }),
    limitationBasisEn: t.exposeString('limitationBasisEnglish', { nullable: true }),
    closedOn: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The day on which it was closed; null before.',
      resolve: (legalCase) => dayOf(legalCase.closedOn),
    }),
    closingDateReason: t.exposeString('closingDateReason', {
      nullable: true,
      description: 'Why its day lies where it does',
    }),
    outcome: t.field({
      type: LegalCaseOutcomeEnum,
      nullable: true,
      description: 'How it ended; null before.',
      resolve: (legalCase) => legalCase.outcome,
    }),
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
    status: t.field({ type: LegalCaseStatusEnum, description: 'Those that stand so.' }),
    kind: t.field({ type: LegalCaseKindEnum, description: 'Those of this kind.' }),
    own: t.boolean({ description: 'Only those of the signed-in officer.' }),
    deadlineWithinDays: t.int({
      description: 'Open ones whose limitation ends within so many days or has ended; the earliest first.',
    }),
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
    ...(filter.deadlineWithinDays != null && dueWithin(localDateAt(context.parts.clock()), filter.deadlineWithinDays)),
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
    description: 'One legal-aid case.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'legal-case.read');
      return (await loadLegalCase(context, id)) ?? null;
    },
  }),
  legalCases: t.field({
    type: LegalCasePage,
    description: 'Legal-aid cases of the reader’s organisation and those below it.',
    args: { filter: t.arg({ type: LegalCaseFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'legal-case.read');
      return { where: casesWhere(context, filter ?? {}), page: pageOf(page) };
    },
  }),
}));

const OpenLegalCaseInput = builder.inputType('OpenLegalCaseInput', {
  fields: (t) => ({
    kind: t.field({ type: LegalCaseKindEnum, required: true, description: 'What help it gives.' }),
    clientName: t.string({ required: true, description: 'The name of the client, or of the first of several.' }),
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
    outcome: t.field({ type: LegalCaseOutcomeEnum, required: true, description: 'How it ended.' }),
    closedOn: t.field({ type: 'LocalDate', description: 'Today where it is left out.' }),
    dateReason: t.string({ description: 'Why a day of before last year is right; kept with it.' }),
  }),
});

builder.mutationFields((t) => ({
  openLegalCase: t.field({
    type: commandResult(builder, 'OpenLegalCaseResult', 'legalCase', LegalCase),
    description:
      'Opens a legal-aid case; the last day to apply for arbitration is worked out from what is known (Labour Dispute Mediation and Arbitration Law, art. 27).',
    args: { input: t.arg({ type: OpenLegalCaseInput, required: true }) },
    resolve: (_root, { input }, context) => openLegalCase(context, input),
  }),
  closeLegalCase: t.field({
    type: commandResult(builder, 'CloseLegalCaseResult', 'legalCase', LegalCase),
    description: 'Closes a legal-aid case with its outcome; by its officer.',
    args: { input: t.arg({ type: CloseLegalCaseInput, required: true }) },
    resolve: (_root, { input }, context) => closeLegalCase(context, input),
  }),
}));
