import type { EventEnvelope } from '@nuangong/events';
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import { createListener } from '../listener.ts';
import { openPool } from '../open-pool.ts';
import type { EventTransport } from '../transport/event-transport.ts';
import { createWakeUp } from '../wake-up.ts';
import { gate } from './gate.ts';
import { pruneOutbox } from './prune-outbox.ts';
import { observePublishing, type RelayObserver } from './relay-observer.ts';
import { createStallWatch } from './stall-watch.ts';

/** Sends what services recorded in their outbox. Several copies may run; only one of them sends at a time. */
export type Relay = {
  start(): Promise<void>;
  stop(): Promise<void>;
  readiness(): Promise<boolean>;
};

export type RelayOptions = {
  /** The service's database, with the service's own role. */
  readonly databaseUrl: string;
  readonly transport: EventTransport;
  readonly log?: Logger;
  /** The most events sent together. */
  readonly batchSize?: number;
  /** How long to sleep when nothing wakes the relay, in milliseconds. */
  readonly slowPollMs?: number;
  /** How long one transaction may hold events back before the log names it, in milliseconds. */
  readonly stalledAfterMs?: number;
  /** The interval of pruning sent events, in milliseconds. */
  readonly pruneEveryMs?: number;
  readonly observe?: RelayObserver;
};

const failurePauseMs = 500;

/** The lock that relays of a database hold while they send, so that order per key is kept. */
const relayLock = 7_305_411;

/** If a crash of the server loses a mark, the event is sent again, as after a relay that dies before the mark. */
const notAwaitingTheDisk = '-c synchronous_commit=off';

/**
 * Statements that do not depend on each other's results are sent together, because each round trip costs as much as the
 * work.
 */
const beginUnderLock = `begin; select pg_try_advisory_xact_lock(${relayLock}) as got`;

const commitAndLook = 'commit; select exists (select from outbox where sent_at is null) as left';

/**
 * Only events below the gate, in the order of recording, which for one entity is the order of its changes. (The order
 * of transaction ids would not be: a transaction may get its id first and the entity's lock last. So an event that is
 * held back also holds back everything recorded after it: the next event of its entity may have the smaller id.)
 */
const selectUnsent = {
  name: 'select_unsent',
  text: `
  select position::text as position, envelope from outbox
  where sent_at is null and position < coalesce(
    (select position from outbox where sent_at is null and transaction_id >= ${gate} order by position limit 1),
    9223372036854775807)
  order by outbox.position
  limit $1`,
};

const markSent = {
  name: 'mark_sent',
  text: 'update outbox set sent_at = clock_timestamp() where position = any($1::bigint[])',
};

type Publishing = Pick<EventTransport, 'publish'>;
type Outcome = 'MORE_TO_SEND' | 'ALL_SENT' | 'HELD_BACK' | 'ANOTHER_COPY_SENDS';

/** Creates a relay; it sends after `start`. */
export function createRelay(options: RelayOptions): Relay {
  const { log } = options;
  const batchSize = options.batchSize ?? 500;
  const slowPollMs = options.slowPollMs ?? 15_000;
  const pool = openPool(
    { connectionString: options.databaseUrl, max: 2, application_name: 'nuangong relay', options: notAwaitingTheDisk },
    log,
  );
  const transport = observePublishing(options.transport, options.observe);
  const wakeUp = createWakeUp();
  const listener = createListener({ databaseUrl: options.databaseUrl, channel: 'outbox', heard: wakeUp.wake, log });
  const stall = createStallWatch(pool, options.stalledAfterMs ?? 10_000, log);
  const pruneEveryMs = options.pruneEveryMs ?? 600_000;
  let prunedAt = -Infinity;
  let running: Promise<void> | undefined;
  let stopping = false;
  const isStopping = () => stopping;

  async function pauseAfter(outcome: Exclude<Outcome, 'MORE_TO_SEND'>): Promise<number> {
    if (outcome === 'HELD_BACK') return stall.heldBackAgain();
    if (outcome === 'ANOTHER_COPY_SENDS') return Math.min(slowPollMs, 200);
    if (performance.now() - prunedAt >= pruneEveryMs) {
      await pruneOutbox(pool);
      prunedAt = performance.now();
    }
    return slowPollMs;
  }

  async function run(): Promise<void> {
    while (!isStopping()) {
      try {
        const outcome = await sendBatch(pool, transport, batchSize);
        if (outcome !== 'HELD_BACK') stall.over();
        if (outcome !== 'MORE_TO_SEND') await wakeUp.sleep(await pauseAfter(outcome));
      } catch (error) {
        options.observe?.failed();
        log?.error({ cause: describeError(error) }, 'the relay could not send; it tries again');
        await wakeUp.sleep(failurePauseMs);
      }
    }
  }

  return {
    async start() {
      stopping = false;
      await listener.start();
      running ??= run();
    },
    async stop() {
      stopping = true;
      wakeUp.wake();
      await running;
      running = undefined;
      await listener.stop();
      await pool.end();
    },
    readiness: () =>
      pool.query('select 1').then(
        () => running !== undefined,
        () => false,
      ),
  };
}

async function sendBatch(pool: Pool, transport: Publishing, batchSize: number): Promise<Outcome> {
  const client = await pool.connect();
  let broken = false;
  try {
    const [, lock] = await several<{ got: boolean }>(client, beginUnderLock);
    const sent = lock?.got ? await sendUnsent(client, transport, batchSize) : 0;
    const [, look] = await several<{ left: boolean }>(client, commitAndLook);
    if (!lock?.got) return 'ANOTHER_COPY_SENDS';
    if (!look?.left) return 'ALL_SENT';
    return sent > 0 ? 'MORE_TO_SEND' : 'HELD_BACK';
  } catch (error) {
    broken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Returns how many were sent. */
async function sendUnsent(client: PoolClient, transport: Publishing, batchSize: number): Promise<number> {
  const unsent = await client.query<{ position: string; envelope: EventEnvelope }>(selectUnsent, [batchSize]);
  if (unsent.rows.length === 0) return 0;
  await transport.publish(unsent.rows.map((row) => row.envelope));
  await client.query(markSent, [unsent.rows.map((row) => row.position)]);
  return unsent.rows.length;
}

/** Runs statements without parameters in one round trip, and returns the first row of each. */
async function several<Row extends QueryResultRow>(
  client: PoolClient,
  statements: string,
): Promise<readonly (Row | undefined)[]> {
  const results = (await client.query(statements)) as unknown as readonly QueryResult<Row>[];
  return results.map(({ rows }) => rows[0]);
}
