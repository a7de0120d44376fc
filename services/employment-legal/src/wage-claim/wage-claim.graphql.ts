import { literalPattern, readStoredDate } from '@nuangong/database';
import { commandResult, createBatchLoader, loadManyBy, loadOneBy, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder, type WorkContext } from '../builder.ts';
import { onlyIds } from '../form-fields.ts';
import type {
  Prisma,
  WageClaim as WageClaimRow,
  WageClaimWorker as WageClaimWorkerRow,
} from '../generated/prisma/client.ts';
import { openWageClaim } from './open-wage-claim.ts';
import { recordRecovery } from './record-recovery.ts';
import { wageClaimStatuses } from './wage-claim.ts';

const WageClaimStatusEnum = builder.enumType('WageClaimStatus', { values: wageClaimStatuses });

const WageClaimWorker = builder.objectRef<WageClaimWorkerRow>('WageClaimWorker').implement({
  description: 'One worker of a claim: what is owed and what came back.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    maskedIdentityNumber: t.exposeString('maskedIdentityNumber', { nullable: true }),
    migrantWorker: t.exposeBoolean('migrantWorker'),
    owed: t.field({ type: 'Yuan', resolve: (worker) => worker.owedFen }),
    recovered: t.field({ type: 'Yuan', resolve: (worker) => worker.recoveredFen }),
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
  description: 'Money that came back on one day.',
  fields: (t) => ({
    id: t.exposeID('id'),
    recoveredOn: t.field({ type: 'LocalDate', resolve: (recovery) => recovery.recoveredOn }),
    dateReason: t.exposeString('dateReason', { nullable: true, description: 'Why its day lies where it does' }),
    amount: t.field({ type: 'Yuan', resolve: (recovery) => recovery.amountFen }),
    workers: t.exposeInt('workers'),
    recordedBy: t.exposeString('recordedBy'),
  }),
});

const loadWageClaim = loadOneBy<WorkContext, WageClaimRow>(
  (row) => row.id,
  (context, ids) => context.tx.wageClaim.findMany({ where: { id: { in: onlyIds(ids) } } }),
);

const loadWorkers = loadManyBy<WorkContext, WageClaimWorkerRow>(
  (row) => row.wageClaimId,
  (context, ids) =>
    context.tx.wageClaimWorker.findMany({ where: { wageClaimId: { in: [...ids] } }, orderBy: { position: 'asc' } }),
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
    employer: t.exposeString('employer'),
    site: t.exposeString('site', { nullable: true }),
    openedOn: t.field({ type: 'LocalDate', resolve: (claim) => readStoredDate(claim.openedOn) }),
    dateReason: t.exposeString('dateReason', { nullable: true, description: 'Why its day lies where it does' }),
    openedBy: t.exposeString('staffName'),
    status: t.field({ type: WageClaimStatusEnum, resolve: (claim) => claim.status }),
    workers: t.field({
      type: [WageClaimWorker],
      resolve: async ({ id }, _arguments, context) => [...(await loadWorkers(context, id))],
    }),
    recoveries: t.field({
      type: [WageRecovery],
      resolve: async ({ id }, _arguments, context) => [...(await loadRecoveries(context, id))],
    }),
    owed: t.field({
      type: 'Yuan',
      resolve: async (claim, _arguments, context) => (await sumsOf(context, claim)).owedFen,
    }),
    recovered: t.field({
      type: 'Yuan',
      resolve: async (claim, _arguments, context) => (await sumsOf(context, claim)).recoveredFen,
    }),
    workerCount: t.int({ resolve: async (claim, _arguments, context) => (await sumsOf(context, claim)).workers }),
    migrantWorkerCount: t.int({
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

const WageClaimPage = builder
  .objectRef<{ where: Prisma.WageClaimWhereInput; page: { skip: number; take: number } }>('WageClaimPage')
  .implement({
    fields: (t) => ({
      items: t.field({
        type: [WageClaim],
        resolve: ({ where, page }, _arguments, context) =>
          context.tx.wageClaim.findMany({ where, ...page, orderBy: [{ openedOn: 'desc' }, { number: 'desc' }] }),
      }),
      total: t.int({ resolve: ({ where }, _arguments, context) => context.tx.wageClaim.count({ where }) }),
    }),
  });

const WageClaimFilter = builder.inputType('WageClaimFilter', {
  fields: (t) => ({
    search: t.string({ description: 'The number, or part of the employer or the site.' }),
    status: t.field({ type: WageClaimStatusEnum }),
  }),
});

builder.queryFields((t) => ({
  wageClaim: t.field({
    type: WageClaim,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'legal-case.read');
      return (await loadWageClaim(context, id)) ?? null;
    },
  }),
  wageClaims: t.field({
    type: WageClaimPage,
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
  fields: (t) => ({
    name: t.string({ required: true }),
    identityNumber: t.string(),
    migrantWorker: t.boolean(),
    owed: t.field({ type: 'Yuan', required: true }),
    householdId: t.id(),
  }),
});

const OpenWageClaimInput = builder.inputType('OpenWageClaimInput', {
  fields: (t) => ({
    employer: t.string({ required: true }),
    site: t.string(),
    openedOn: t.field({ type: 'LocalDate', description: 'Today where it is left out.' }),
    dateReason: t.string({ description: 'Why a day of before last year is right; kept with it.' }),
    workers: t.field({ type: [WageClaimWorkerInput], required: true }),
  }),
});

const RecoveryAmountInput = builder.inputType('RecoveryAmountInput', {
  fields: (t) => ({ workerId: t.id({ required: true }), amount: t.field({ type: 'Yuan', required: true }) }),
});

const RecordRecoveryInput = builder.inputType('RecordRecoveryInput', {
  fields: (t) => ({
    wageClaimId: t.id({ required: true }),
    recoveredOn: t.field({ type: 'LocalDate', description: 'Today where it is left out.' }),
    dateReason: t.string({ description: 'Why a day of before last year is right; kept with it.' }),
    amounts: t.field({ type: [RecoveryAmountInput], required: true }),
  }),
});

builder.mutationFields((t) => ({
  openWageClaim: t.field({
    type: commandResult(builder, 'OpenWageClaimResult', 'wageClaim', WageClaim),
    args: { input: t.arg({ type: OpenWageClaimInput, required: true }) },
    resolve: (_root, { input }, context) => openWageClaim(context, input),
  }),
  recordRecovery: t.field({
    type: commandResult(builder, 'RecordRecoveryResult', 'wageClaim', WageClaim),
    args: { input: t.arg({ type: RecordRecoveryInput, required: true }) },
    resolve: (_root, { input }, context) => recordRecovery(context, input),
  }),
}));
