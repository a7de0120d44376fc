import type { EventEnvelope } from '@nuangong/events';
import { Pool, type PoolClient } from 'pg';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import { createListener } from '../listener.ts';
import type { EventTransport } from '../transport/event-transport.ts';
import { createWakeUp } from '../wake-up.ts';
import { observePublishing, type RelayObserver } from './relay-observer.ts';

/** Sends what services recorded in their outbox. Several copies may run: one of them sends at any moment. */
export type Relay = {
  start(): Promise<void>;
  stop(): Promise<void>;
  readiness(): Promise<boolean>;
};

export type RelayOptions = {
  /** The service's database, as the service's own role. */
  readonly databaseUrl: string;
  readonly transport: EventTransport;
  readonly log?: Logger;
  /** Events sent together, at most. */
  readonly batchSize?: number;
  /** How long to sleep when nothing wakes the relay, in milliseconds. */
  readonly slowPollMs?: number;
  readonly observe?: RelayObserver;
};

/** While an older transaction holds events back, the relay looks again this often, in milliseconds. */
const heldBackPollMs = 25;
const failurePauseMs = 500;

/** The one lock that relays of a database hold while they send, so that order per key is kept. */
const relayLock = 7_305_411;

/**
 * Only events below the oldest running transaction: sequence numbers commit out of order, and what is read past a
 * gap is never read again. Among those, the order of recording, which for one entity is the order of its changes.
 * (Not the order of transaction ids: a transaction may get its id first and the entity's lock last.)
 */
const selectUnsent = `
  select position::text as position, envelope from outbox
  where sent_at is null and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
  order by outbox.position
  limit $1`;

type Publishing = Pick<EventTransport, 'publish'>;
type Outcome = 'SENT' | 'NOTHING_TO_SEND' | 'HELD_BACK' | 'ANOTHER_COPY_SENDS';

/** Makes a relay; it sends after `start`. */
export function createRelay(options: RelayOptions): Relay {
  const batchSize = options.batchSize ?? 500;
  const pool = new Pool({ connectionString: options.databaseUrl, max: 2 });
  pool.on('error', (error) => options.log?.warn({ err: error }, 'the relay lost a connection'));
  const transport = observePublishing(options.transport, options.observe);
  const wakeUp = createWakeUp();
  const listener = createListener({
    databaseUrl: options.databaseUrl,
    channel: 'outbox',
    heard: wakeUp.wake,
    log: options.log,
  });
  let running: Promise<void> | undefined;
  let stopping = false;
  const isStopping = () => stopping;

  const pauseAfter: Record<Exclude<Outcome, 'SENT'>, number> = {
    NOTHING_TO_SEND: options.slowPollMs ?? 5_000,
    HELD_BACK: heldBackPollMs,
    ANOTHER_COPY_SENDS: Math.min(options.slowPollMs ?? 5_000, 200),
  };

  async function run(): Promise<void> {
    while (!isStopping()) {
      try {
        const outcome = await sendBatch(pool, transport, batchSize);
        if (outcome !== 'SENT') await wakeUp.sleep(pauseAfter[outcome]);
      } catch (error) {
        options.observe?.failed();
        options.log?.error({ cause: describeError(error) }, 'the relay could not send; it tries again');
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
    readiness: () => pool.query('select 1').then(() => running !== undefined, () => false),
  };
}

async function sendBatch(pool: Pool, transport: Publishing, batchSize: number): Promise<Outcome> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('begin');
    const outcome = await sendUnderLock(client, transport, batchSize);
    await client.query('commit');
    return outcome;
  } catch (error) {
    broken = await client.query('rollback').then(() => false, () => true);
    throw error;
  } finally {
    client.release(broken);
  }
}

async function sendUnderLock(client: PoolClient, transport: Publishing, batchSize: number): Promise<Outcome> {
  const lock = await client.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [relayLock]);
  if (!lock.rows[0]?.got) return 'ANOTHER_COPY_SENDS';
  const unsent = await client.query<{ position: string; envelope: EventEnvelope }>(selectUnsent, [batchSize]);
  if (unsent.rows.length === 0) {
    const held = await client.query('select 1 from outbox where sent_at is null limit 1');
    return held.rows.length > 0 ? 'HELD_BACK' : 'NOTHING_TO_SEND';
  }
  await transport.publish(unsent.rows.map((row) => row.envelope));
  await client.query('update outbox set sent_at = clock_timestamp() where position = any($1::bigint[])', [
    unsent.rows.map((row) => row.position),
  ]);
  return 'SENT';
}
