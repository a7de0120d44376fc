import { testedServices, type TestedService } from './cell/tested-services.ts';
import type { Direction } from './line/line.ts';
import { createRandom, type Random } from './random.ts';

/** Faults that exist under both engines. */
export const commonFaults = [
  'SERVICE_KILLED_BEFORE_COMMIT',
  'SERVICE_KILLED_DURING_COMMIT',
  'SERVICE_KILLED_AFTER_COMMIT',
  'COMMIT_HELD_UP',
  'RELAY_KILLED_BETWEEN_SEND_AND_MARK',
  'RELAY_KILLED_AFTER_MARK',
  'CONSUMER_KILLED_BETWEEN_EFFECT_AND_OFFSET',
  'SERVICE_CUT_FROM_DATABASE',
  'SERVICE_CUT_FROM_EVENTS',
  'CONNECTIONS_BROKEN',
  'POSTGRES_RESTARTED',
  'POSTGRES_CRASHED',
  'TRANSACTION_LEFT_OPEN',
  'COPY_JOINED_AND_LEFT',
  'EVENT_DUPLICATED',
  'EVENT_OUT_OF_ORDER',
  'EVENT_POISONED',
  'CLOCK_SET_BACK',
] as const;

/** Faults of a cluster of brokers. */
export const brokerFaults = ['BROKER_KILLED', 'LEADERS_MOVED', 'BROKER_DISK_FULL'] as const;

export type FaultKind = (typeof commonFaults)[number] | (typeof brokerFaults)[number];
export type TransportName = 'embedded' | 'kafka';

export const faultKindsOf = (transport: TransportName): readonly FaultKind[] =>
  transport === 'kafka' ? [...commonFaults, ...brokerFaults] : commonFaults;

/** One fault, and when it happens, in milliseconds from the beginning of the trial. */
export type Fault = {
  readonly kind: FaultKind;
  readonly atMs: number;
  /** How long the fault lasts. */
  readonly forMs: number;
  readonly service: TestedService;
  readonly direction: Direction;
  /** The number of events for faults of events; the broker for faults of a broker. */
  readonly count: number;
  readonly seed: number;
};

export type ReceiptPlan = { readonly afterMs: number; readonly yuan: number; readonly twice: boolean };

/** What the clients of a trial do. */
export type WorkPlan = {
  readonly seed: number;
  /** The county's index among the city's; the first two have base unions. */
  readonly county: number;
  /** How many groups of households are aided in parallel, each with its own staff. */
  readonly lanes: number;
  readonly householdsPerLane: number;
  readonly laneDelayMs: number;
  readonly receipts: readonly ReceiptPlan[];
  readonly allocationYuan: number;
  readonly visits: number;
  readonly returnsPayment: boolean;
};

/** Everything that is decided by the seed of a trial. */
export type TrialPlan = { readonly seed: number; readonly work: WorkPlan; readonly faults: readonly Fault[] };

/**
 * Plans a trial. Consecutive seeds cycle through the kinds of fault, so that a run of as many seeds includes each;
 * one or two more are drawn. `only` restricts the faults to one kind.
 */
export function planTrial(seed: number, transport: TransportName, only?: FaultKind): TrialPlan {
  const random = createRandom(seed);
  const kinds = faultKindsOf(transport);
  const [first] = only === undefined ? [kinds[seed % kinds.length]] : [only];
  const more = Array.from({ length: random.whole(0, 2) }, () => only ?? random.oneOf(kinds));
  const faults = [...(first === undefined ? [] : [first]), ...more].map((kind) => planFault(kind, random));
  return { seed, work: planWork(seed, random), faults };
}

function planFault(kind: FaultKind, random: Random): Fault {
  return {
    kind,
    atMs: random.whole(0, 1_500),
    forMs: random.whole(100, 900),
    service: random.oneOf(testedServices),
    direction: random.oneOf(['TO_SERVER', 'FROM_SERVER', 'BOTH_WAYS'] as const),
    count: random.whole(1, 5),
    seed: random.whole(0, 2 ** 31 - 1),
  };
}

function planWork(seed: number, random: Random): WorkPlan {
  return {
    seed,
    county: random.chance(50) ? random.whole(0, 1) : random.whole(2, 22),
    lanes: random.whole(1, 2),
    householdsPerLane: random.whole(1, 4),
    laneDelayMs: random.whole(0, 300),
    receipts: Array.from({ length: random.whole(1, 3) }, () => ({
      afterMs: random.whole(0, 300),
      yuan: random.oneOf([300, 600, 900, 1_500, 2_400]),
      twice: random.chance(30),
    })),
    allocationYuan: random.chance(60) ? random.oneOf([300, 900, 1_800]) : 0,
    visits: random.whole(0, 3),
    returnsPayment: random.chance(40),
  };
}
