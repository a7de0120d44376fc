import {
  combineAll,
  combineFields,
  fen,
  formatYuanGrouped,
  mapResult,
  ok,
  parseYuan,
  problem,
  readHappenedDay,
  readIdentityNumber,
  readOptionalText,
  readRequiredText,
  refuse,
  sumFen,
  yuan,
  type Fen,
  type IdentityNumberText,
  type LocalDate,
  type Problem,
  type Result,
} from '@nuangong/primitives';
import { dayOrToday } from '../../form-fields.ts';

export type WageClaimStatus = 'OPEN' | 'RECOVERED';
const mostWorkers = 2_000;
const mostOwed = yuan(10_000_000n);
const oneFen = fen(1n);

export interface WageClaimWorkerInput {
  readonly name: string;
  readonly identityNumber?: string | null | undefined;
  /** Defaults to the household's value, and to false without a household. */
  readonly migrantWorker?: boolean | null | undefined;
  readonly owed: string;
  readonly householdId?: string | null | undefined;
}

export interface WageClaimInput {
  readonly employer: string;
  readonly site?: string | null | undefined;
  /** Defaults to today. */
  readonly openedOn?: string | null | undefined;
  /** Required when the day is before 1 January of last year. */
  readonly dateReason?: string | null | undefined;
  readonly workers: readonly WageClaimWorkerInput[];
}

export interface ClaimedWorker {
  readonly name: string;
  readonly identityNumber: IdentityNumberText | null;
  readonly migrantWorker: boolean;
  readonly owed: Fen;
  readonly householdId: string | null;
}

export interface OpenedWageClaim {
  readonly employer: string;
  readonly site: string | null;
  readonly openedOn: LocalDate;
  readonly dateReason: string | null;
  readonly workers: readonly ClaimedWorker[];
}

/** The registered households that a claim's workers name, by id; refused where one is unknown. */
export type NamedHouseholds = Result<ReadonlyMap<string, { readonly migrantWorker: boolean }>>;

/** Decides whether a claim may be opened; reports every problem of the claim and its workers together. */
export function decideClaim(
  input: WageClaimInput,
  households: NamedHouseholds,
  today: LocalDate,
): Result<OpenedWageClaim> {
  const judged = combineFields({
    employer: readRequiredText(input.employer, 'employer', 120, { zh: '用人单位', en: 'The employer' }),
    site: readOptionalText(input.site, 'site', 120),
    opened: readHappenedDay(dayOrToday(input.openedOn, today), {
      field: 'openedOn',
      what: { zh: '立案日期', en: 'the day of the opening' },
      today,
      reason: { text: input.dateReason, field: 'dateReason' },
    }),
    workers: readWorkers(input.workers, households.ok ? households.value : new Map(), today),
    households,
  });
  return mapResult(judged, ({ employer, site, opened, workers }) => ({
    employer,
    site,
    openedOn: opened.on,
    dateReason: opened.reason,
    workers,
  }));
}

function readWorkers(
  inputs: readonly WageClaimWorkerInput[],
  households: ReadonlyMap<string, { readonly migrantWorker: boolean }>,
  today: LocalDate,
): Result<readonly ClaimedWorker[]> {
  if (inputs.length === 0 || inputs.length > mostWorkers) return refuse(workerCount());
  const firstWith = new Map<IdentityNumberText, number>();
  return combineAll(
    inputs.map((input, place) => {
      const identity = readIdentity(input.identityNumber, `workers.${place}.identityNumber`, today);
      if (!identity.ok || identity.value === null) return readWorker(input, place, identity, households);
      const first = firstWith.get(identity.value);
      if (first !== undefined) return readWorker(input, place, refuse(workerTwice(first, place)), households);
      firstWith.set(identity.value, place);
      return readWorker(input, place, identity, households);
    }),
  );
}

function readWorker(
  input: WageClaimWorkerInput,
  place: number,
  identityNumber: Result<IdentityNumberText | null>,
  households: ReadonlyMap<string, { readonly migrantWorker: boolean }>,
): Result<ClaimedWorker> {
  const field = `workers.${place}`;
  const nameOf = { zh: `第 ${place + 1} 人的姓名`, en: `The name of worker ${place + 1}` };
  const householdId = input.householdId ?? null;
  const known = householdId === null ? undefined : households.get(householdId);
  return combineFields({
    name: readRequiredText(input.name, `${field}.name`, 60, nameOf),
    identityNumber,
    migrantWorker: ok(input.migrantWorker ?? known?.migrantWorker ?? false),
    owed: parseYuan(input.owed, { field: `${field}.owed`, min: oneFen, max: mostOwed }),
    householdId: ok(householdId),
  });
}

function readIdentity(
  typed: string | null | undefined,
  field: string,
  today: LocalDate,
): Result<IdentityNumberText | null> {
  if (typed == null || typed.trim() === '') return ok(null);
  const read = readIdentityNumber(typed, { field, bornOrKnownOn: today, aliveOn: today });
  return read.ok ? ok(read.value.number) : read;
}

/** What one worker of a claim is owed and has recovered. */
export interface WorkerAccount {
  readonly id: string;
  /** The same for the same person in every claim. */
  readonly personRef: string;
  readonly name: string;
  readonly migrantWorker: boolean;
  readonly owedFen: bigint;
  readonly recoveredFen: bigint;
}

export interface RecoveryAmountInput {
  readonly workerId: string;
  readonly amount: string;
}

/** What one worker receives in a recovery. */
export interface RecoveryPart {
  readonly worker: WorkerAccount;
  readonly amount: Fen;
}

/** Decides what each worker receives: one amount per worker, above zero and not more than is still owed. */
export function decideRecovery(
  workers: ReadonlyMap<string, WorkerAccount>,
  inputs: readonly RecoveryAmountInput[],
): Result<readonly RecoveryPart[]> {
  if (inputs.length === 0 || inputs.length > mostWorkers) return refuse(amountCount());
  const seen = new Set<string>();
  return combineAll(
    inputs.map(({ workerId, amount }, place): Result<RecoveryPart> => {
      const field = `amounts.${place}`;
      const worker = workers.get(workerId);
      if (worker === undefined) return refuse(workerUnknown(`${field}.workerId`));
      if (seen.has(workerId)) return refuse(paidTwice(worker.name, `${field}.workerId`));
      seen.add(workerId);
      const read = parseYuan(amount, { field: `${field}.amount`, min: oneFen });
      if (!read.ok) return read;
      const left = fen(worker.owedFen - worker.recoveredFen);
      return read.value > left
        ? refuse(moreThanOwed(worker.name, left, `${field}.amount`))
        : ok({ worker, amount: read.value });
    }),
  );
}

/** The totals of a recovery: workers and money, with the migrant workers' part also given separately. */
export function totalsOf(parts: readonly RecoveryPart[]): {
  readonly workers: number;
  readonly migrantWorkers: number;
  readonly amountFen: bigint;
  readonly migrantAmountFen: bigint;
} {
  const migrant = parts.filter(({ worker }) => worker.migrantWorker);
  return {
    workers: parts.length,
    migrantWorkers: migrant.length,
    amountFen: sumFen(parts.map(({ amount }) => amount)),
    migrantAmountFen: sumFen(migrant.map(({ amount }) => amount)),
  };
}

/** What each worker received, as events carry it: without names. */
export function toldParts(
  parts: readonly RecoveryPart[],
): { readonly personRef: string; readonly migrantWorker: boolean; readonly amountFen: bigint }[] {
  return parts.map(({ worker: { personRef, migrantWorker }, amount }) => ({
    personRef,
    migrantWorker,
    amountFen: amount,
  }));
}

/** The database's refusal of more than is owed, when two recoveries are recorded concurrently. */
export const recoveredMeanwhile = (): Problem =>
  problem(
    'MORE_THAN_OWED',
    { zh: '追回金额超过欠薪余额，刷新后按余额重录', en: 'More than is still owed; refresh and enter what is left' },
    'amounts',
  );

const moreThanOwed = (name: string, left: Fen, field: string): Problem =>
  problem(
    'MORE_THAN_OWED',
    {
      zh: `${name}尚欠 ${formatYuanGrouped(left)} 元，追回金额不能超过余额，核对后重录`,
      en: `${name} is still owed ${formatYuanGrouped(left)} yuan; enter no more than that`,
    },
    field,
  );

const workerUnknown = (field: string): Problem =>
  problem(
    'NOT_FOUND',
    { zh: '本案没有这名职工，从本案名单中选取', en: 'This worker is not in this claim; choose from its list' },
    field,
  );

const paidTwice = (name: string, field: string): Problem =>
  problem(
    'WORKER_TWICE',
    {
      zh: `${name}在本次追回中填了两次，合并后重录`,
      en: `${name} is listed twice in this recovery; combine the amounts`,
    },
    field,
  );

const workerTwice = (first: number, place: number): Problem =>
  problem(
    'WORKER_TWICE',
    {
      zh: `第 ${place + 1} 名与第 ${first + 1} 名的身份证号相同，核对后去掉一名`,
      en: `Worker ${place + 1} has the same identity number as worker ${first + 1}; remove one`,
    },
    `workers.${place}.identityNumber`,
  );

const workerCount = (): Problem =>
  problem(
    'WORKER_COUNT',
    { zh: `职工名单应有 1 至 ${mostWorkers} 人`, en: `Enter 1 to ${mostWorkers} workers` },
    'workers',
  );

const amountCount = (): Problem =>
  problem(
    'AMOUNT_COUNT',
    { zh: `追回金额应填 1 至 ${mostWorkers} 人`, en: `Enter the amounts of 1 to ${mostWorkers} workers` },
    'amounts',
  );
