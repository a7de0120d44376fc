import type { Logger } from 'pino';
import { Pool } from 'pg';
import type { Database } from '@nuangong/database';
import {
  createConsumer,
  createRelay,
  readOutboxState,
  topicsOf,
  type EventHandlers,
  type EventTransport,
} from '@nuangong/event-bus';
import type { RunningEvents } from '@nuangong/subgraph';
import type { TransactionClient } from '../transaction-client.ts';
import { createEventMetrics, type EventMetrics, type EventState } from './event-metrics.ts';
import { inTime } from './in-time.ts';

/** A service's running events: its outbox relay, its reactions, and what is reported of both. */
export interface ServiceEventsAtWork<Tx> extends RunningEvents<Tx> {
  /** Handles one envelope immediately, as if delivered; does nothing if the service has no reactions. */
  receive(envelope: unknown): Promise<void>;
  readiness(): Promise<boolean>;
  addMetrics: (registry: Parameters<EventMetrics['addTo']>[0]) => void;
  stop(): Promise<void>;
}

/** How long a page or a scrape waits for the transport or for the counts, in milliseconds. */
const mostWaitMs = 3_000;

/** Starts the relay of the outbox, and the consumer if there are handlers; `stop` ends them in reverse. */
export async function startServiceEvents<Tx extends TransactionClient>(options: {
  readonly name: string;
  readonly databaseUrl: string;
  readonly database: Database<Tx>;
  readonly transport: EventTransport;
  readonly logger: Logger;
  readonly handlers: EventHandlers<Tx> | undefined;
}): Promise<ServiceEventsAtWork<Tx>> {
  const { name, transport, databaseUrl, logger, handlers } = options;
  const metrics = createEventMetrics();
  const relay = createRelay({ databaseUrl, transport, log: logger, observe: metrics.relay });
  await relay.start();
  const consumer =
    handlers &&
    createConsumer<Tx>({
      group: name,
      transport,
      log: logger,
      withTransaction: (work) => options.database.withoutIdentity(work),
      handlers,
      observe: metrics.consumer,
    });
  await consumer?.start();
  const backlog = () => inTime(transport.backlog(name, topicsOf(handlers ?? {})), mostWaitMs);
  const counting = openCounting(databaseUrl);
  const state: EventState = {
    database: counting.read,
    backlog: async () => (consumer === undefined ? undefined : backlog()),
    relayReady: () => inTime(relay.readiness(), mostWaitMs),
    transportReady: () => inTime(transport.readiness(), mostWaitMs),
    consumerReady: async () => (consumer === undefined ? undefined : inTime(consumer.readiness(), mostWaitMs)),
  };
  return {
    consumer: consumer === undefined ? null : name,
    backlog: () => backlog().catch(() => null),
    redrive: async (ids, note) => (await consumer?.replayDeadLetters(ids, note)) ?? [],
    receive: async (envelope) => consumer?.receive(envelope),
    readiness: async () => (await relay.readiness()) && ((await consumer?.readiness()) ?? true),
    addMetrics: (registry) => metrics.addTo(registry, state),
    async stop() {
      await consumer?.stop();
      await relay.stop();
      await counting.stop();
    },
  };
}

/**
 * Reads counts for scrapes over a separate connection, opened at first use: scrapes neither wait for requests nor delay
 * them, and are not counted among the service's statements.
 */
function openCounting(databaseUrl: string): { read: EventState['database']; stop: () => Promise<void> } {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 1,
    connectionTimeoutMillis: mostWaitMs,
    statement_timeout: mostWaitMs,
    query_timeout: mostWaitMs,
  });
  pool.on('error', () => undefined);
  return {
    async read() {
      const outbox = await readOutboxState(pool);
      const { rows } = await pool.query<{ waiting: number }>(
        'select count(*)::int as waiting from dead_letter where replayed_at is null',
      );
      return { outbox, deadLetters: rows[0]?.waiting ?? 0 };
    },
    stop: () => pool.end(),
  };
}
