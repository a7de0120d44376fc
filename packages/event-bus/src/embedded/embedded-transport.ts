import type { EventEnvelope } from '@nuangong/events';
import type { Pool } from 'pg';
import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import { createListener } from '../listener.ts';
import { openPool } from '../open-pool.ts';
import type { EventTransport, ReplayRequest, RunningSubscription, Subscription } from '../transport/event-transport.ts';
import { addSubscription, appendToArchive, createArchive, inArchiveTransaction, readArchive } from './event-archive.ts';
import { createGroupQueue, enqueue } from './group-queue.ts';
import { readQueueBacklog } from './queue-backlog.ts';
import { startQueueWorker, type QueueWorker } from './queue-worker.ts';

export type EmbeddedTransportOptions = {
  /** A PostgreSQL database used only for events, with a role that may create schemas in it. */
  readonly databaseUrl: string;
  readonly log?: Logger;
  /** The most events that one subscription handles at the same time. */
  readonly inHand?: number;
  /** How long a subscription sleeps when no NOTIFY wakes it, in milliseconds. */
  readonly pollMs?: number;
};

const pageSize = 1_000;

/**
 * For taking and acknowledging, not for publishing: if a crash of the server loses either, the event is delivered
 * again, and the inbox recognises it.
 */
const notAwaitingTheDisk = '-c synchronous_commit=off';

/**
 * Carries events inside PostgreSQL: an archive of all of them, and a pg-boss queue per group that keeps order per key.
 * One transaction archives an event and puts it into the queue of every group.
 */
export function createEmbeddedTransport(options: EmbeddedTransportOptions): EventTransport {
  const { log } = options;
  const pool = openPool({ connectionString: options.databaseUrl, max: 3 }, log);
  const boss = new PgBoss({
    connectionString: options.databaseUrl,
    options: notAwaitingTheDisk,
    schema: 'event_queue',
    max: 4,
    schedule: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    monitorVacuum: false,
  });
  boss.on('error', (error) => log?.error({ cause: describeError(error) }, 'the event queue reports an error'));
  const workers = new Set<QueueWorker>();
  const wakeAll = () => workers.forEach((worker) => worker.wake());
  const listener = createListener({ databaseUrl: options.databaseUrl, channel: 'events', heard: wakeAll, log });

  async function subscribe(subscription: Subscription): Promise<RunningSubscription> {
    await createGroupQueue(boss, subscription.group);
    await inArchiveTransaction(pool, async (client) => {
      const fresh = await addSubscription(client, subscription.group, subscription.topics);
      for await (const page of readArchive(client, fresh, pageSize)) {
        await enqueue(boss, subscription.group, page, client);
      }
    });
    const worker = startQueueWorker({
      boss,
      subscription,
      log,
      inHand: options.inHand ?? 200,
      pollMs: options.pollMs ?? 300,
    });
    workers.add(worker);
    return {
      async stop() {
        await worker.stop();
        workers.delete(worker);
      },
    };
  }

  return {
    publish: (envelopes) => publish(boss, pool, envelopes),
    subscribe,
    replay: (request) => replay(pool, request),
    backlog: (group, topics) => readQueueBacklog(pool, group, topics),
    async start() {
      await createArchive(pool);
      await boss.start();
      await listener.start();
    },
    async stop() {
      await Promise.all([...workers].map((worker) => worker.stop()));
      workers.clear();
      await listener.stop();
      await boss.stop({ graceful: false, close: true });
      await pool.end();
    },
    readiness: () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
  };
}

async function publish(boss: PgBoss, pool: Pool, envelopes: readonly EventEnvelope[]): Promise<void> {
  if (envelopes.length === 0) return;
  await inArchiveTransaction(pool, async (client) => {
    const appended = await appendToArchive(client, envelopes);
    for (const group of new Set(appended.flatMap((event) => event.groups))) {
      await enqueue(
        boss,
        group,
        appended.filter((event) => event.groups.includes(group)),
        client,
      );
    }
  });
}

async function replay(pool: Pool, request: ReplayRequest): Promise<{ events: number }> {
  let events = 0;
  for await (const page of readArchive(pool, request.topics, pageSize)) {
    for (const event of page) await request.handle(event.envelope);
    events += page.length;
  }
  return { events };
}
