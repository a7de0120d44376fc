import { literalPattern, readStoredDate } from '@nuangong/database';
import {
  commandResult,
  createBatchLoader,
  describedValues,
  loadManyBy,
  loadById,
  pageOf,
  pageType,
  type AskedPage,
  requirePermission,
} from '@nuangong/subgraph';
import { builder, type WorkContext } from '../../builder.ts';
import type {
  Prisma,
  WageClaim as WageClaimRow,
  WageClaimWorker as WageClaimWorkerRow,
} from '../../generated/prisma/client.ts';
import { openWageClaim } from './open-wage-claim.ts';
import { recordRecovery } from './record-recovery.ts';
import { type WageClaimStatus } from './wage-claim.ts';

const WageClaimStatusEnum = builder.enumType('WageClaimStatus', {
  description: 'The status of a wage claim.',
  values: describedValues<WageClaimStatus>({
    OPEN: 'Wages are still owed (追讨中).',
    RECOVERED: 'All recovered (已追回).',
  }),
});

const WageClaimWorker = builder.objectRef<WageClaimWorkerRow>('WageClaimWorker').implement({
  description: 'One worker of a claim, with the amounts owed and recovered.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    maskedIdentityNumber: t.exposeString('maskedIdentityNumber', { nullable: true }),
    migrantWorker: t.exposeBoolean('migrantWorker', { description: 'Whether they are a migrant worker.' }),
    owed: t.field({ type: 'Yuan', description: 'The amount owed to them.', resolve: (worker) => worker.owedFen }),
    recovered: t.field({
      type: 'Yuan',
      description: 'The amount recovered for them.',
      resolve: (worker) => worker.recoveredFen,
    }),
    householdId: t.exposeID('householdId', { nullable: true }),
  }),
});

interface Recovery {
  readonly id: string;
  readonly wageClaimId: string;
  readonly recoveredOn: string;
  readonly dateReason: string | null;
  readonly amountFen: bigint;
  readonly workers: number;
  readonly recordedBy: string;
}

const WageRecovery = builder.objectRef<Recovery>('WageRecovery').implement({
  description: 'Wages recovered on one day.',
  fields: (t) => ({
    id: t.exposeID('id'),
    recoveredOn: t.field({
      type: 'LocalDate',
      description: 'The day of the recovery.',
      resolve: (recovery) => recovery.recoveredOn,
    }),
    dateReason: t.exposeString('dateReason', { nullable: true, description: 'Why its day is unusually early' }),
    amount: t.field({ type: 'Yuan', description: 'The amount recovered.', resolve: (recovery) => recovery.amountFen }),
    workers: t.exposeInt('workers', { description: 'The number of workers who received a part.' }),
    recordedBy: t.exposeString('recordedBy', { description: 'Who recorded it, under the name they had at that time.' }),
  }),
});

const loadWageClaim = loadById<WorkContext, WageClaimRow>((context, ids) =>
  context.tx.wageClaim.findMany({ where: { id: { in: ids } } }),
);

const loadWorkers = loadManyBy<WorkContext, WageClaimWorkerRow>(
  (row) => row.wageClaimId,
  (context, ids) =>
    context.tx.wageClaimWorker.findMany({ where: { wageClaimId: { in: ids } }, orderBy: { position: 'asc' } }),
);

const loadRecoveries = loadManyBy<WorkContext, Recovery>(
  (recovery) => recovery.wageClaimId,
  (context, ids) => context.tx.$queryRaw<Recovery[]>`
    select r.id, r.wage_claim_id as "wageClaimId", r.recovered_on::text as "recoveredOn", r.date_reason as "dateReason", r.staff_name as "recordedBy",
      sum(p.amount_fen)::bigint as "amountFen", count(*)::int as workers
    from wage_recovery r join wage_recovery_part p on p.recovery_id = r.id
    where r.wage_claim_id = any(${[...ids]}::uuid[])
    group by r.id order by r.recovered_on desc, r.id desc`,
);

interface Sums {
  readonly wageClaimId: string;
  readonly owedFen: bigint;
  readonly recoveredFen: bigint;
  readonly workers: number;
  readonly migrantWorkers: number;
}

const loadSums = createBatchLoader<WorkContext, Sums>(async (context, ids) => {
  const rows = await context.tx.$queryRaw<Sums[]>`
    select wage_claim_id as "wageClaimId", sum(owed_fen)::bigint as "owedFen",
      sum(recovered_fen)::bigint as "recoveredFen",
      count(*)::int as workers, (count(*) filter (where migrant_worker))::int as "migrantWorkers"
    from wage_claim_worker where wage_claim_id = any(${[...ids]}::uuid[]) group by wage_claim_id`;
  return new Map(rows.map((row) => [row.wageClaimId, row]));
});

async function sumsOf(context: WorkContext, { id }: WageClaimRow): Promise<Sums> {
  const sums = await loadSums(context, id);
  if (sums === undefined) throw new Error('a visible wage claim has no visible workers');
  return sums;
}

const WageClaim = builder.objectRef<WageClaimRow>('WageClaim').implement({
  description: 'Unpaid wages claimed from one employer for many workers (追讨欠薪).',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    employer: t.exposeString('employer', { description: 'The name of the employer.' }),
    site: t.exposeString('site', {
      nullable: true,
      description: 'The building site or workplace; null if there is none.',
    }),
    openedOn: t.field({
      type: 'LocalDate',
      description: 'The day on which it was opened.',
      resolve: (claim) => readStoredDate(claim.openedOn),
    }),
    dateReason: t.exposeString('dateReason', { nullable: true, description: 'Why its day is unusually early' }),
    openedBy: t.exposeString('staffName', { description: 'Who opened it, under the name they had at that time.' }),
    status: t.field({
      type: WageClaimStatusEnum,
      description: 'Its status.',
      resolve: (claim) => claim.status,
    }),
    workers: t.field({
      type: [WageClaimWorker],
      description: 'The workers, in the order of the form.',
      resolve: async ({ id }, _arguments, context) => [...(await loadWorkers(context, id))],
    }),
    recoveries: t.field({
      type: [WageRecovery],
      description: 'Its recoveries, latest first.',
      resolve: async ({ id }, _arguments, context) => [...(await loadRecoveries(context, id))],
    }),
    owed: t.field({
      type: 'Yuan',
      description: 'The total amount owed.',
      resolve: async (claim, _arguments, context) => (await sumsOf(context, claim)).owedFen,
    }),
    recovered: t.field({
      type: 'Yuan',
      description: 'The total amount recovered.',
      resolve: async (claim, _arguments, context) => (await sumsOf(context, claim)).recoveredFen,
    }),
    workerCount: t.int({
      description: 'The number of workers.',
      resolve: async (claim, _arguments, context) => (await sumsOf(context, claim)).workers,
    }),
    migrantWorkerCount: t.int({
      description: 'The number of them who are migrant workers.',
      resolve: async (claim, _arguments, context) => (await sumsOf(context, claim)).migrantWorkers,
    }),
    organizationName: t.exposeString('organizationName'),
  }),
});

builder.asEntity(WageClaim, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'legal-case.read');
    return (await loadWageClaim(context, id)) ?? null;
  },
});

const WageClaimPage = pageType(builder, 'WageClaimPage', WageClaim, {
  items: ({ where, page }: AskedPage<Prisma.WageClaimWhereInput>, context) =>
    context.tx.wageClaim.findMany({ where, ...page, orderBy: [{ openedOn: 'desc' }, { number: 'desc' }] }),
  total: (where, context) => context.tx.wageClaim.count({ where }),
});

const WageClaimFilter = builder.inputType('WageClaimFilter', {
  fields: (t) => ({
    search: t.string({ description: 'The number, or part of the employer or the site.' }),
    status: t.field({ type: WageClaimStatusEnum, description: 'Only those with this status.' }),
  }),
});

builder.queryFields((t) => ({
  wageClaim: t.field({
    type: WageClaim,
    nullable: true,
    description: 'One claim for unpaid wages.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'legal-case.read');
      return (await loadWageClaim(context, id)) ?? null;
    },
  }),
  wageClaims: t.field({
    type: WageClaimPage,
    description: 'Wage claims of the reader’s organisation and its subordinates, latest first.',
    args: { filter: t.arg({ type: WageClaimFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'legal-case.read');
      const search = filter?.search?.trim() ?? '';
      const where: Prisma.WageClaimWhereInput = {
        organizationPath: { startsWith: context.actor.scope },
        ...(search !== '' && {
          OR: [
            { number: search },
            { employer: { contains: literalPattern(search) } },
            { site: { contains: literalPattern(search) } },
          ],
        }),
        ...(filter?.status && { status: filter.status }),
      };
      return { where, page: pageOf(page) };
    },
  }),
}));

const WageClaimWorkerInput = builder.inputType('WageClaimWorkerInput', {
  description: 'One worker to whom wages are owed.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Their full name.' }),
    identityNumber: t.string({ description: 'Their full identity number; stored encrypted.' }),
    migrantWorker: t.boolean({ description: 'Whether they are a migrant worker; false if left out.' }),
    owed: t.field({ type: 'Yuan', required: true, description: 'The amount owed to them.' }),
    householdId: t.id(),
  }),
});

const OpenWageClaimInput = builder.inputType('OpenWageClaimInput', {
  fields: (t) => ({
    employer: t.string({ required: true, description: 'The name of the employer.' }),
    site: t.string({ description: 'The building site or workplace; null if there is none.' }),
    openedOn: t.field({ type: 'LocalDate', description: 'Today if left out.' }),
    dateReason: t.string({ description: 'Why a day before last year is right; kept with it.' }),
    workers: t.field({
      type: [WageClaimWorkerInput],
      required: true,
      description: 'The workers to whom wages are owed; at least one.',
    }),
  }),
});

const RecoveryAmountInput = builder.inputType('RecoveryAmountInput', {
  description: 'The amount recovered for one worker.',
  fields: (t) => ({
    workerId: t.id({
      required: true,
      description: 'The id of the `WageClaimWorker`.',
    }),
    amount: t.field({ type: 'Yuan', required: true, description: 'The amount; not more than is still owed.' }),
  }),
});

const RecordRecoveryInput = builder.inputType('RecordRecoveryInput', {
  fields: (t) => ({
    wageClaimId: t.id({ required: true }),
    recoveredOn: t.field({ type: 'LocalDate', description: 'Today if left out.' }),
    dateReason: t.string({ description: 'Why a day before last year is right; kept with it.' }),
    amounts: t.field({
      type: [RecoveryAmountInput],
      required: true,
      description: 'The recovered amounts, one for each worker who received something.',
    }),
  }),
});

builder.mutationFields((t) => ({
  openWageClaim: t.field({
    type: commandResult(builder, 'OpenWageClaimResult', 'wageClaim', WageClaim),
    description: 'Opens a claim for unpaid wages of one employer, worker by worker.',
    args: { input: t.arg({ type: OpenWageClaimInput, required: true }) },
    resolve: (_root, { input }, context) => openWageClaim(context, input),
  }),
  recordRecovery: t.field({
    type: commandResult(builder, 'RecordRecoveryResult', 'wageClaim', WageClaim),
    description: 'Records wages recovered on one day, worker by worker; never more than is owed.',
    args: { input: t.arg({ type: RecordRecoveryInput, required: true }) },
    resolve: (_root, { input }, context) => recordRecovery(context, input),
  }),
}));
