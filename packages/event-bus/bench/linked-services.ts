import { setTimeout as sleep } from 'node:timers/promises';
import type { EventEnvelope } from '@nuangong/events';
import type { PoolClient } from 'pg';
import { createConsumer } from '../src/inbox/consumer.ts';
import { recordEvents } from '../src/outbox/record-events.ts';
import { createRelay } from '../src/outbox/relay.ts';
import { createEventDatabase, type EventDatabase } from '../src/testing/event-database.ts';
import { buildVisit, numberOf, until } from '../src/testing/visits.ts';
import type { Engine } from './engines.ts';

/** A finished command: how long its commit took, and when it was acknowledged; in milliseconds. */
export type Done = { readonly eventId: string; readonly commitMs: number; readonly acknowledgedAt: number };

/** The load: how many commands, and the milliseconds between them; 0 sends all at the same time. */
export type Load = { readonly commands: number; readonly everyMs: number };

const warmUp: Load = { commands: 50, everyMs: 10 };

/** Only the commits, in a database whose outbox nobody reads: how long each took, in milliseconds. */
export async function commitAlone(load: Load): Promise<readonly number[]> {
  const database = await createEventDatabase();
  try {
    await doCommands(database, warmUp);
    return (await doCommands(database, load)).map(({ commitMs }) => commitMs);
  } finally {
    await database.drop();
  }
}

/**
 * Two services in this process, each with its own database and transport: commands in the one, a relay, and a consumer
 * in the other whose effects are rows. Returns for each command the milliseconds from the acknowledgement of its commit
 * to that of its effect's commit.
 */
export async function lagOver(engine: Engine, load: Load): Promise<readonly number[]> {
  const empty = await engine.open();
  const [here, there] = await Promise.all([createEventDatabase(), createEventDatabase()]);
  const [sending, receiving] = [empty.connect(), empty.connect()];
  await Promise.all([sending.start(), receiving.start()]);
  const relay = createRelay({ databaseUrl: here.url, transport: sending });
  const effects = new Map<string, number>();
  const consumer = createEffects(there, receiving, (eventId) => effects.set(eventId, performance.now()));
  try {
    await relay.start();
    await consumer.start();
    await doCommands(here, warmUp);
    await until('the warm-up', () => effects.size === warmUp.commands, 60_000);
    const done = await doCommands(here, load);
    await until('every effect', () => effects.size === warmUp.commands + load.commands, 60_000);
    return done.map(({ eventId, acknowledgedAt }) => (effects.get(eventId) ?? Number.NaN) - acknowledgedAt);
  } finally {
    await consumer.stop();
    await relay.stop();
    await Promise.all([sending.stop(), receiving.stop()]);
    await Promise.all([here.drop(), there.drop()]);
    await empty.close();
  }
}

/** A consumer that writes a row for each visit, and reports when that was committed. */
export function createEffects(
  database: EventDatabase,
  transport: Parameters<typeof createConsumer>[0]['transport'],
  committed: (eventId: string) => void,
) {
  const handled = new WeakMap<PoolClient, string>();
  return createConsumer<PoolClient>({
    group: 'reporting',
    transport,
    async withTransaction(work) {
      let eventId: string | undefined;
      const value = await database.withTransaction(async (transaction) => {
        const result = await work(transaction);
        eventId = handled.get(transaction);
        return result;
      });
      if (eventId !== undefined) committed(eventId);
      return value;
    },
    handlers: {
      async 'nuangong.visit-made.v1'(event, transaction) {
        await writeEffect(transaction, event.id, event.key, numberOf(event));
        handled.set(transaction, event.id);
      },
    },
  });
}

/** Writes one row: the effect of a visit, or what a command writes beside its event. */
export async function writeEffect(
  transaction: PoolClient,
  eventId: string,
  key: string,
  number: number,
): Promise<void> {
  await transaction.query('insert into effect (consumer, copy, event_id, key, number) values ($1, $2, $3, $4, $5)', [
    'reporting',
    'bench',
    eventId,
    key,
    number,
  ]);
}

async function doCommands(database: EventDatabase, { commands, everyMs }: Load): Promise<readonly Done[]> {
  const began = performance.now();
  const done: Promise<Done>[] = [];
  for (let number = 0; number < commands; number++) {
    const early = began + number * everyMs - performance.now();
    if (early > 0) await sleep(early);
    done.push(doCommand(database, buildVisit(number, number), number));
  }
  return Promise.all(done);
}

async function doCommand(database: EventDatabase, event: EventEnvelope, number: number): Promise<Done> {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await writeEffect(client, event.id, event.subject, number);
    await recordEvents(client, [event]);
    const began = performance.now();
    await client.query('commit');
    const acknowledgedAt = performance.now();
    return { eventId: event.id, commitMs: acknowledgedAt - began, acknowledgedAt };
  } finally {
    client.release();
  }
}
