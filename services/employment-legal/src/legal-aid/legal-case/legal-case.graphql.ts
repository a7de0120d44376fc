import { permits } from '@nuangong/access';
import { literalPattern, readStoredDate, storedDate } from '@nuangong/database';
import type { LegalCaseKind } from '@nuangong/events';
import { addDays, isBefore, localDateAt, type LocalDate } from '@nuangong/primitives';
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
import type { LegalCase as LegalCaseRow, Prisma } from '../../generated/prisma/client.ts';
import { Household } from '../../household/household.graphql.ts';
import { closeLegalCase } from './close-legal-case.ts';
import type { LegalCaseOutcome, LegalCaseStatus } from './legal-case.ts';
import { openLegalCase } from './open-legal-case.ts';
import { readContent } from './read-content.ts';

const LegalCaseKindEnum = builder.enumType('LegalCaseKind', {
  description: 'The kind of a legal-aid case (案件类别).',
  values: describedValues<LegalCaseKind>({
    CONSULTATION: 'Advice (法律咨询).',
    DRAFTING: 'Drafting of documents (代写文书).',
    LITIGATION: 'Litigation (诉讼).',
    MEDIATION: 'Mediation (调解).',
    ARBITRATION: 'Labour arbitration (仲裁).',
  }),
});

const LegalCaseStatusEnum = builder.enumType('LegalCaseStatus', {
  description: 'The status of a legal-aid case.',
  values: describedValues<LegalCaseStatus>({
    OPEN: 'In progress (办理中).',
    CLOSED: 'Closed, with its outcome (已结案).',
  }),
});

const LegalCaseOutcomeEnum = builder.enumType('LegalCaseOutcome', {
  description: 'How a legal-aid case ended (结案结果).',
  values: describedValues<LegalCaseOutcome>({
    ADVISED: 'The client was advised.',
    DOCUMENTS_DRAFTED: 'The documents were drafted.',
    SETTLED: 'The parties settled.',
    WON: 'The client won the whole claim.',
    PARTLY_WON: 'The client won part of the claim.',
    LOST: 'The client lost.',
    WITHDRAWN: 'The client withdrew.',
  }),
});

const dayOf = (stored: Date | null): LocalDate | null => (stored === null ? null : readStoredDate(stored));

const LegalCase = builder.objectRef<LegalCaseRow>('LegalCase').implement({
  description: 'A legal-aid case (法律援助案件); only its officer can read its details.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    kind: t.field({
      type: LegalCaseKindEnum,
      description: 'The kind of case.',
      resolve: (legalCase) => legalCase.kind,
    }),
    status: t.field({
      type: LegalCaseStatusEnum,
      description: 'Its status.',
      resolve: (legalCase) => legalCase.status,
    }),
    clientName: t.exposeString('clientName', { description: 'The name of the client, or of the first of several.' }),
    householdId: t.exposeID('householdId', { nullable: true }),
    household: t.field({
      type: Household,
      nullable: true,
      description: 'The household they belong to; null for a walk-in.',
      resolve: ({ householdId: id }) => (id === null ? null : { id }),
    }),
    openedOn: t.field({
      type: 'LocalDate',
      description: 'The day on which it was opened.',
      resolve: (legalCase) => readStoredDate(legalCase.openedOn),
    }),
    dateReason: t.exposeString('dateReason', { nullable: true, description: 'Why its day is unusually early' }),
    persons: t.exposeInt('persons', { description: 'How many people it helps.' }),
    migrantWorkers: t.exposeInt('migrantWorkers', { description: 'How many of them are migrant workers.' }),
    officer: t.exposeString('staffName', { description: 'Its officer, under the name they had at its opening.' }),
    own: t.boolean({
      description: 'Whether the signed-in person is its officer.',
      resolve: (legalCase, _arguments, { actor }) => legalCase.staffId === actor.staffId,
    }),
    content: t.string({
      nullable: true,
      description: 'Its details, for its officer only; null for others. Each reading is audited.',
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
      description: 'The legal basis of the limitation, in Chinese; null while none runs.',
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
      description: 'Why its day is unusually early',
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

const loadLegalCase = loadById<WorkContext, LegalCaseRow>((context, ids) =>
  context.tx.legalCase.findMany({ where: { id: { in: ids } } }),
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
    description: 'None if the reader’s role does not include reading them.',
    resolve: async ({ id }, _arguments, context) =>
      permits(context.actor.roles, 'legal-case.read') ? [...(await loadCasesOfHousehold(context, id))] : [],
  }),
);

const LegalCasePage = pageType(builder, 'LegalCasePage', LegalCase, {
  description: 'Open cases first, by end of limitation.',
  items: ({ where, page }: AskedPage<Prisma.LegalCaseWhereInput>, context) =>
    context.tx.legalCase.findMany({
      where,
      ...page,
      orderBy: [{ status: 'asc' }, { limitationDate: { sort: 'asc', nulls: 'last' } }, { number: 'desc' }],
    }),
  total: (where, context) => context.tx.legalCase.count({ where }),
});

const LegalCaseFilter = builder.inputType('LegalCaseFilter', {
  fields: (t) => ({
    search: t.string({ description: 'The number, or the start of the client’s name.' }),
    status: t.field({ type: LegalCaseStatusEnum, description: 'Only those with this status.' }),
    kind: t.field({ type: LegalCaseKindEnum, description: 'Only those of this kind.' }),
    own: t.boolean({ description: 'Only those of the signed-in officer.' }),
    deadlineWithinDays: t.int({
      description: 'Only open cases whose limitation has ended or ends within this many days; earliest first.',
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
    description: 'Legal-aid cases of the reader’s organisation and its subordinates.',
    args: { filter: t.arg({ type: LegalCaseFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'legal-case.read');
      return { where: casesWhere(context, filter ?? {}), page: pageOf(page) };
    },
  }),
}));

const OpenLegalCaseInput = builder.inputType('OpenLegalCaseInput', {
  fields: (t) => ({
    kind: t.field({ type: LegalCaseKindEnum, required: true, description: 'The kind of case.' }),
    clientName: t.string({ required: true, description: 'The name of the client, or of the first of several.' }),
    householdId: t.id(),
    persons: t.int({ description: 'The number of people it helps; one if left out.' }),
    migrantWorkers: t.int({ description: 'How many of them are migrant workers.' }),
    content: t.string({ description: 'The details; encrypted, and read by the officer only.' }),
    openedOn: t.field({ type: 'LocalDate', description: 'Today if left out.' }),
    dateReason: t.string({ description: 'Why a day before last year is right; kept with it.' }),
    violationKnownOn: t.field({ type: 'LocalDate', description: 'When the client knew or should have known of it.' }),
    unpaidPay: t.boolean({ description: 'Whether the dispute is about unpaid wages.' }),
    employmentEndedOn: t.field({ type: 'LocalDate', description: 'For unpaid wages; left out during employment.' }),
  }),
});

const CloseLegalCaseInput = builder.inputType('CloseLegalCaseInput', {
  fields: (t) => ({
    legalCaseId: t.id({ required: true }),
    outcome: t.field({ type: LegalCaseOutcomeEnum, required: true, description: 'How it ended.' }),
    closedOn: t.field({ type: 'LocalDate', description: 'Today if left out.' }),
    dateReason: t.string({ description: 'Why a day before last year is right; kept with it.' }),
  }),
});

builder.mutationFields((t) => ({
  openLegalCase: t.field({
    type: commandResult(builder, 'OpenLegalCaseResult', 'legalCase', LegalCase),
    description:
      'Opens a legal-aid case; the last day to apply for arbitration is calculated from the facts (Labour Dispute Mediation and Arbitration Law, art. 27).',
    args: { input: t.arg({ type: OpenLegalCaseInput, required: true }) },
    resolve: (_root, { input }, context) => openLegalCase(context, input),
  }),
  closeLegalCase: t.field({
    type: commandResult(builder, 'CloseLegalCaseResult', 'legalCase', LegalCase),
    description: 'Closes a legal-aid case with its outcome; only by its officer.',
    args: { input: t.arg({ type: CloseLegalCaseInput, required: true }) },
    resolve: (_root, { input }, context) => closeLegalCase(context, input),
  }),
}));
