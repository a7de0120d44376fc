import type { EventEnvelope, EventOfType } from '@nuangong/events';
import type { PoolClient } from 'pg';
import { afterEach, beforeEach } from 'vitest';
import { createConsumer, type Consumer } from '../../inbox/consumer.ts';
import { createEventDatabase, type EventDatabase } from '../../testing/event-database.ts';
import { numberOf, until } from '../../testing/visits.ts';
import type { EventTransport } from '../event-transport.ts';

/** One engine, empty at the start of each test. */
export type Engine = {
  /** Connects another copy to the same engine and starts it; `inHand` limits the events it handles at the same time. */
  connect(options?: { readonly inHand: number }): Promise<EventTransport>;
  /** The environment variables that name this engine to another process. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
};

type Visit = EventOfType<'nuangong.visit-made.v1'>;
export type Handler = (event: Visit, transaction: PoolClient) => Promise<void>;
type Effect = { copy: string; event_id: string; key: string; number: number };

/** What the tests of the contract share: an engine, a service's database, and consumers whose effects are rows. */
export type Stage = {
  readonly engine: Engine;
  readonly service: EventDatabase;
  readonly transport: EventTransport;
  /** What to stop after the test, the last first. */
  readonly stops: (() => Promise<void>)[];
  connect(options?: { readonly inHand: number }): Promise<EventTransport>;
  consume(group: string, handler: Handler, over?: EventTransport): Promise<Consumer>;
  /** A handler whose effect is a row that names the copy. */
  recordEffect(consumer: string, copy?: string): Handler;
  effectsOf(consumer: string): Promise<Effect[]>;
  untilEffects(consumer: string, count: number): Promise<void>;
  idsOf(events: readonly EventEnvelope[]): string[];
};

/** Sets up the stage before each test, and clears it afterwards. */
export function setStage(openEngine: () => Promise<Engine>): Stage {
  let engine: Engine;
  let service: EventDatabase;
  let transport: EventTransport;
  const stops: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    [engine, service] = await Promise.all([openEngine(), createEventDatabase()]);
    transport = await connect();
  });

  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
    await Promise.all([engine.close(), service.drop()]);
  });

  async function connect(options?: { readonly inHand: number }): Promise<EventTransport> {
    const connection = await engine.connect(options);
    stops.push(() => connection.stop());
    return connection;
  }

  async function effectsOf(consumer: string): Promise<Effect[]> {
    const { rows } = await service.pool.query<Effect>('select * from effect where consumer = $1 order by place', [
      consumer,
    ]);
    return rows;
  }

  return {
    get engine() {
      return engine;
    },
    get service() {
      return service;
    },
    get transport() {
      return transport;
    },
    stops,
    connect,
    async consume(group, handler, over = transport) {
      const consumer = createConsumer<PoolClient>({
        group,
        transport: over,
        handlers: { 'nuangong.visit-made.v1': handler },
        withTransaction: service.withTransaction,
        attempts: 3,
        firstPauseMs: 50,
      });
      await consumer.start();
      stops.push(() => consumer.stop());
      return consumer;
    },
    recordEffect:
      (consumer, copy = 'only') =>
      async (event, transaction) => {
        await transaction.query(
          'insert into effect (consumer, copy, event_id, key, number) values ($1, $2, $3, $4, $5)',
          [consumer, copy, event.id, event.key, numberOf(event)],
        );
      },
    effectsOf,
    untilEffects: (consumer, count) =>
      until(`${count} effects of ${consumer}`, async () => (await effectsOf(consumer)).length >= count),
    idsOf: (events) => events.map((event) => event.id).sort(),
  };
}
