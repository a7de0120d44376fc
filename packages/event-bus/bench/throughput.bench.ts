import { setTimeout as sleep } from 'node:timers/promises';
import type { EventEnvelope } from '@nuangong/events';
import { interleave, medianAndSpread, millisecondsOf, type Bench, type Measurement } from '@nuangong/measurement';
import type { PoolClient } from 'pg';
import { recordEvents } from '../src/outbox/record-events.ts';
import { createRelay } from '../src/outbox/relay.ts';
import { createEventDatabase, type EventDatabase } from '../src/testing/event-database.ts';
import { buildVisit, buildVisits } from '../src/testing/visits.ts';
import type { EventTransport } from '../src/transport/event-transport.ts';
import { embedded, kafkaOn, withBroker, type Engine } from './engines.ts';
import { createEffects, writeEffect } from './linked-services.ts';
import { consumeRaw, produceRaw, rawTopic } from './raw-kafka.ts';

const runs = 3;
const visits = buildVisits(1_000, 10);
const batch = 500;
/** The number of transactions that a consumer has open at the same time. */
const atOnce = 6;

type Words = { readonly zh: string; readonly en: string };
const inserting: Words = { zh: '逐批 INSERT', en: 'plain INSERTs' };
const effecting: Words = { zh: '只做生效的事务', en: 'its effects’ transactions alone' };
const consuming: Words = { zh: 'kafkajs 接收', en: 'kafkajs consuming' };

type Timed = { readonly ours: readonly number[]; readonly byHand: readonly number[] };

/**
 * 10,000 events of 1,000 households: a relay that empties a full outbox and a consumer that empties a full queue,
 * against the least work possible for the same events. Over Kafka that is kafkajs alone, producing in batches of 500
 * that every replica has, and consuming without processing; over the embedded engine one INSERT per 500 events. The
 * cost of a consumer's effects is measured by the same transactions, six in parallel, without a transport. Every run
 * begins with empty databases and topics; before sending is measured, one event is sent, so that no run waits for a new
 * topic's leaders.
 */
export async function measure({ folder }: Bench): Promise<readonly Measurement[]> {
  const relay = await interleave(runs, () => emptyOutbox(embedded), insertPlainly);
  const consumer = await interleave(runs, () => consume(embedded, 'EFFECTS'), effectsAlone);
  const overPostgres = [
    speedOf('内嵌引擎：转发', 'embedded: relay', inserting, relay),
    speedOf('内嵌引擎：接收并生效', 'embedded: consumer', effecting, consumer),
  ];
  const overKafka = await withBroker(folder, measureKafka);
  return [...overPostgres, ...(overKafka ?? [])];
}

async function measureKafka(brokers: readonly string[]): Promise<readonly Measurement[]> {
  const kafka = kafkaOn(brokers);
  const produce = async () => produceRaw(brokers, await rawTopic(brokers), visits, batch);
  const consumePlainly = async () => {
    const topic = await rawTopic(brokers);
    await produceRaw(brokers, topic, visits, batch);
    return consumeRaw(brokers, topic, visits.length);
  };
  const relay = await interleave(runs, () => emptyOutbox(kafka), produce);
  const subscription = await interleave(runs, () => consume(kafka, 'NOTHING'), consumePlainly);
  const consumer = await interleave(runs, () => consume(kafka, 'EFFECTS'), consumePlainly);
  const effects = await interleave(runs, () => consume(kafka, 'EFFECTS'), effectsAlone);
  return [
    speedOf('Kafka：转发', 'Kafka: relay', { zh: 'kafkajs 发送', en: 'kafkajs producing' }, relay),
    speedOf('Kafka：订阅而不生效', 'Kafka: subscription without effects', consuming, subscription),
    speedOf('Kafka：接收并生效', 'Kafka: consumer', consuming, consumer),
    speedOf('Kafka：接收并生效', 'Kafka: consumer', effecting, effects),
  ];
}

/** The milliseconds that a relay takes to send everything in an outbox, from its start to the last mark. */
async function emptyOutbox(engine: Engine): Promise<number> {
  return withServices(engine, async (database, transport) => {
    await fillOutbox(database);
    await transport.publish([buildVisit(0, 0)]);
    const relay = createRelay({ databaseUrl: database.url, transport, batchSize: batch });
    const milliseconds = await millisecondsOf(async () => {
      await relay.start();
      await untilNone(database, 'select 1 from outbox where sent_at is null limit 1');
    });
    await relay.stop();
    return milliseconds;
  });
}

/** The milliseconds from a consumer's start to the last event handled, with a full queue. */
async function consume(engine: Engine, doing: 'EFFECTS' | 'NOTHING'): Promise<number> {
  return withServices(engine, async (database, transport) => {
    const topics = ['case-records'] as const;
    // The first subscription creates a group's queue; events published afterwards wait in it.
    const first = await transport.subscribe({ group: 'reporting', topics, handle: async () => undefined });
    await first.stop();
    for (const events of batches()) await transport.publish(events);
    const all = Promise.withResolvers<void>();
    let handled = 0;
    const count = () => {
      handled += 1;
      if (handled === visits.length) all.resolve();
    };
    let running: { stop(): Promise<void> } | undefined;
    const milliseconds = await millisecondsOf(async () => {
      if (doing === 'NOTHING') {
        running = await transport.subscribe({ group: 'reporting', topics, handle: async () => count() });
      } else {
        const consumer = createEffects(database, transport, count);
        running = consumer;
        await consumer.start();
      }
      await all.promise;
    });
    await running?.stop();
    return milliseconds;
  });
}

/** The milliseconds that it takes to insert the relay's rows into a table like the archive. */
async function insertPlainly(): Promise<number> {
  return withDatabase(async ({ pool }) => {
    await pool.query(`create table archive (position bigint generated always as identity primary key,
      event_id uuid not null unique, topic text not null, key text not null, envelope jsonb not null)`);
    return millisecondsOf(async () => {
      for (const events of batches()) {
        await pool.query(
          `insert into archive (event_id, topic, key, envelope)
           select (envelope->>'id')::uuid, envelope->>'source', envelope->>'subject', envelope
           from (select text::jsonb as envelope from unnest($1::text[]) as given(text)) as published`,
          [events.map((event) => JSON.stringify(event))],
        );
      }
    });
  });
}

/** The milliseconds of a consumer's transactions, inbox row and effect, six in parallel. */
async function effectsAlone(): Promise<number> {
  return withDatabase((database) =>
    millisecondsOf(async () => {
      const waiting = visits.values();
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (const event of waiting) await database.withTransaction((transaction) => takeEffect(transaction, event));
        }),
      );
    }),
  );
}

async function takeEffect(transaction: PoolClient, event: EventEnvelope): Promise<void> {
  await transaction.query("insert into inbox (consumer, event_id) values ('reporting', $1)", [event.id]);
  await writeEffect(transaction, event.id, event.subject, 0);
}

async function fillOutbox(database: EventDatabase): Promise<void> {
  for (const events of batches()) await database.withTransaction((transaction) => recordEvents(transaction, events));
}

function batches(): readonly (readonly EventEnvelope[])[] {
  return Array.from({ length: visits.length / batch }, (_, place) => visits.slice(place * batch, (place + 1) * batch));
}

async function withServices(
  engine: Engine,
  work: (database: EventDatabase, transport: EventTransport) => Promise<number>,
): Promise<number> {
  const empty = await engine.open();
  const transport = empty.connect();
  await transport.start();
  try {
    return await withDatabase((database) => work(database, transport));
  } finally {
    await transport.stop();
    await empty.close();
  }
}

async function withDatabase(work: (database: EventDatabase) => Promise<number>): Promise<number> {
  const database = await createEventDatabase();
  try {
    return await work(database);
  } finally {
    await database.drop();
  }
}

async function untilNone(database: EventDatabase, statement: string): Promise<void> {
  while ((await database.pool.query(statement)).rows.length > 0) await sleep(5);
}

function speedOf(zh: string, en: string, against: Words, { ours, byHand }: Timed): Measurement {
  const perSecond = (milliseconds: readonly number[]) =>
    `${((visits.length * 1_000) / medianAndSpread(milliseconds).median).toFixed(0)}/s`;
  return {
    zh: `${zh}，与${against.zh}相比的速度`,
    en: `${en}: speed against ${against.en}`,
    ratios: ours.map((milliseconds, run) => (byHand[run] ?? Number.NaN) / milliseconds),
    detail: `${perSecond(ours)}; by hand ${perSecond(byHand)}`,
  };
}
