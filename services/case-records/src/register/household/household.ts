import type { HardshipCause } from '@nuangong/events';
import {
  combineFields,
  ok,
  parseYuan,
  problem,
  readOptionalText,
  readText,
  refuse,
  yuan,
  type Fen,
  type Problem,
  type Result,
} from '@nuangong/primitives';

/** The relation stored for the head. */
export const headRelation = '户主';

export const dibaoStatuses = ['NONE', 'RECEIVING', 'MARGINAL'] as const;
export type DibaoStatus = (typeof dibaoStatuses)[number];

/** A person's kind of work; farmers and townspeople do not count as workers. */
export const personStandings = ['WORKER', 'FARMER', 'TOWNSPERSON'] as const;
export type PersonStanding = (typeof personStandings)[number];

export const modelWorkerHonours = ['NONE', 'CITY', 'PROVINCIAL', 'NATIONAL'] as const;
export type ModelWorkerHonour = (typeof modelWorkerHonours)[number];

/** The facts of a household apart from its people. Income is per head and month, in fen. */
export interface HouseholdFacts {
  readonly unitName: string;
  readonly declaredSize: number;
  readonly perCapitaIncome: Fen;
  readonly dibaoStatus: DibaoStatus;
  readonly causes: readonly HardshipCause[];
  /** The highest honour of any member. */
  readonly modelWorkerHonour: ModelWorkerHonour;
  readonly headStanding: PersonStanding;
  /** Whether the head is a migrant worker: a worker with rural registration. */
  readonly migrantWorker: boolean;
  readonly remark: string | null;
}

/** The largest monthly income per head that a form accepts: one million yuan. */
export const highestIncome = yuan(1_000_000n);
const largestHousehold = 30;

/** A household's form; texts as typed. */
export interface HouseholdInput {
  readonly unitName?: string | null | undefined;
  readonly declaredSize: number;
  readonly monthlyIncomePerCapita: string;
  readonly dibaoStatus?: DibaoStatus | null | undefined;
  readonly causes: readonly HardshipCause[];
  readonly modelWorkerHonour?: ModelWorkerHonour | null | undefined;
  /** Defaults to WORKER: files are of 困难职工. */
  readonly headStanding?: PersonStanding | null | undefined;
  readonly migrantWorker?: boolean | null | undefined;
  readonly remark?: string | null | undefined;
}

/** Validates a form; each problem names its field. */
export function readHousehold(input: HouseholdInput): Result<HouseholdFacts> {
  const fields = combineFields({
    unitName: readText(input.unitName, 'unitName', 100),
    declaredSize: readSize(input.declaredSize),
    perCapitaIncome: parseYuan(input.monthlyIncomePerCapita, { field: 'monthlyIncomePerCapita', max: highestIncome }),
    causes: readCauses(input.causes),
    migrantWorker: readMigrantWorker(input),
    remark: readOptionalText(input.remark, 'remark', 1000),
  });
  if (!fields.ok) return fields;
  return ok({
    ...fields.value,
    dibaoStatus: input.dibaoStatus ?? 'NONE',
    modelWorkerHonour: input.modelWorkerHonour ?? 'NONE',
    headStanding: input.headStanding ?? 'WORKER',
  });
}

function readMigrantWorker({ headStanding, migrantWorker }: HouseholdInput): Result<boolean> {
  if (migrantWorker !== true || (headStanding ?? 'WORKER') === 'WORKER') return ok(migrantWorker ?? false);
  return refuse(migrantWorkerNoWorker('migrantWorker'));
}

/** The problem if somebody is called a migrant worker but not a worker. */
export const migrantWorkerNoWorker = (field: string): Problem =>
  problem(
    'MIGRANT_WORKER_NO_WORKER',
    {
      zh: '农民工是职工；户主身份是农民或城镇居民的，不选农民工',
      en: 'Only a worker can be a migrant worker. Clear this if the head is a farmer or a townsperson.',
    },
    field,
  );

function readSize(size: number): Result<number> {
  if (Number.isSafeInteger(size) && size >= 1 && size <= largestHousehold) return ok(size);
  return refuse(
    problem(
      'HOUSEHOLD_SIZE',
      {
        zh: `家庭人口应为 1 至 ${largestHousehold} 的整数，核对后重录`,
        en: `The household size must be a whole number from 1 to ${largestHousehold}.`,
      },
      'declaredSize',
    ),
  );
}

function readCauses(causes: readonly HardshipCause[]): Result<readonly HardshipCause[]> {
  if (causes.length > 0) return ok([...new Set(causes)]);
  return refuse(
    problem('CAUSES_MISSING', { zh: '致困原因至少选一项', en: 'Choose at least one cause of hardship.' }, 'causes'),
  );
}
