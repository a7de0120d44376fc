import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { readEvent, type EventEnvelope, type EventOfType } from '@nuangong/events';
import type { PoolClient } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createConsumer, type Consumer } from '../inbox/consumer.ts';
import { listDeadLetters } from '../inbox/dead-letter.ts';
import { recordEvents } from '../outbox/record-events.ts';
import { createRelay } from '../outbox/relay.ts';
import { createEventDatabase, type EventDatabase } from '../testing/event-database.ts';
import { buildVisit, buildVisits, householdId, numberOf, until } from '../testing/visits.ts';
import type { EventTransport } from './event-transport.ts';

type Visit = EventOfType<'nuangong.visit-made.v1'>;

/** One engine, empty at the start of each test. */
export type Engine = {
  /** Another copy's connection to the same engine, started. */
  connect(): Promise<EventTransport>;
  /** Names this engine to another process. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
};

/** What services rely on, whichever engine carries their events. */
export function describeTransportContract(openEngine: () => Promise<Engine>): void {
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

  async function connect(): Promise<EventTransport> {
    const connection = await engine.connect();
    stops.push(() => connection.stop());
    return connection;
  }

  type Handler = (event: Visit, transaction: PoolClient) => Promise<void>;

  async function consume(group: string, handler: Handler, over = transport): Promise<Consumer> {
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
  }

  function recordEffect(consumer: string, copy = 'only'): Handler {
    return async (event, transaction) => {
      await transaction.query(
        'insert into effect (consumer, copy, event_id, key, number) values ($1, $2, $3, $4, $5)',
        [consumer, copy, event.id, event.key, numberOf(event)],
      );
    };
  }

  type Effect = { copy: string; event_id: string; key: string; number: number };

  async function effectsOf(consumer: string): Promise<Effect[]> {
    const { rows } = await service.pool.query<Effect>('select * from effect where consumer = $1 order by place', [
      consumer,
    ]);
    return rows;
  }

  const untilEffects = (consumer: string, count: number) =>
    until(`${count} effects of ${consumer}`, async () => (await effectsOf(consumer)).length >= count);

  const idsOf = (events: readonly EventEnvelope[]) => events.map((event) => event.id).sort();

  describe('delivery', () => {
    it('gives every event effect exactly once, though some are sent twice', async () => {
      const visits = buildVisits(20, 5);
      await consume('reporting', recordEffect('reporting'));
      await transport.publish(visits);
      await transport.publish(visits.slice(40));
      const last = buildVisit(0, 99);
      await transport.publish([last]);
      await until('the last event', async () => (await effectsOf('reporting')).some((each) => each.number === 99));
      await untilEffects('reporting', 101);
      const effects = await effectsOf('reporting');
      expect(effects.map((effect) => effect.event_id).sort()).toEqual(idsOf([...visits, last]));
    });

    it('keeps the order of each key', async () => {
      await consume('reporting', recordEffect('reporting'));
      const visits = buildVisits(10, 20);
      for (let from = 0; from < visits.length; from += 50) await transport.publish(visits.slice(from, from + 50));
      await untilEffects('reporting', visits.length);
      const byKey = Map.groupBy(await effectsOf('reporting'), (effect) => effect.key);
      expect(byKey.size).toBe(10);
      for (const effects of byKey.values()) {
        expect(effects.map((effect) => effect.number)).toEqual(Array.from({ length: 20 }, (_, number) => number));
      }
    });

    it('gives all events to each of two groups', async () => {
      await consume('reporting', recordEffect('reporting'));
      await consume('funds', recordEffect('funds'));
      const visits = buildVisits(10, 3);
      await transport.publish(visits);
      await Promise.all([untilEffects('reporting', 30), untilEffects('funds', 30)]);
      expect((await effectsOf('reporting')).map((effect) => effect.event_id).sort()).toEqual(idsOf(visits));
      expect((await effectsOf('funds')).map((effect) => effect.event_id).sort()).toEqual(idsOf(visits));
    });

    it('shares the events of a group between its copies, in order per key', async () => {
      const slowly = (copy: string): Handler => async (event, transaction) => {
        await transaction.query('select pg_sleep(0.005)');
        await recordEffect('reporting', copy)(event, transaction);
      };
      await consume('reporting', slowly('first'), await connect());
      await consume('reporting', slowly('second'), await connect());
      let sent = 0;
      const copiesSeen = async () => new Set((await effectsOf('reporting')).map((effect) => effect.copy)).size;
      await until('both copies at work', async () => {
        await transport.publish(Array.from({ length: 100 }, (_, key) => buildVisit(key, sent / 100)));
        sent += 100;
        await untilEffects('reporting', sent);
        return (await copiesSeen()) === 2;
      });
      const effects = await effectsOf('reporting');
      expect(effects.length).toBe(sent);
      for (const ofKey of Map.groupBy(effects, (effect) => effect.key).values()) {
        expect(ofKey.map((effect) => effect.number)).toEqual(ofKey.map((_, place) => place));
      }
    });

    it('brings an event again when handling it was refused', async () => {
      const seen: string[] = [];
      const subscription = await transport.subscribe({
        group: 'reporting',
        topics: ['case-records'],
        async handle(envelope) {
          const event = readEvent(envelope);
          seen.push(event.id);
          if (seen.length === 1) throw new Error('the database is down');
        },
      });
      stops.push(() => subscription.stop());
      const visit = buildVisit(1, 1);
      await transport.publish([visit]);
      await until('the second delivery', () => seen.length === 2);
      expect(seen).toEqual([visit.id, visit.id]);
    });
  });

  describe('trouble', () => {
    it('gives an event effect once though its acknowledgement was lost', async () => {
      const consumer = createConsumer<PoolClient>({
        group: 'reporting',
        transport,
        handlers: { 'nuangong.visit-made.v1': recordEffect('reporting') },
        withTransaction: service.withTransaction,
      });
      let deliveries = 0;
      const subscription = await transport.subscribe({
        group: 'reporting',
        topics: ['case-records'],
        async handle(envelope) {
          await consumer.receive(envelope);
          deliveries += 1;
          if (deliveries === 1) throw new Error('the connection broke');
        },
      });
      stops.push(() => subscription.stop());
      await transport.publish([buildVisit(1, 1)]);
      await until('the second delivery', () => deliveries === 2);
      expect(await effectsOf('reporting')).toHaveLength(1);
    });

    it('gives the events of a killed copy to another one', async () => {
      const program = join(import.meta.dirname, '..', 'testing', 'hang-in-handler.ts');
      const copy = spawn(process.execPath, [program], {
        env: { ...process.env, ...engine.environment },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      stops.push(async () => void copy.kill('SIGKILL'));
      await transport.publish(buildVisits(3, 2));
      await once(copy.stdout, 'data');
      copy.kill('SIGKILL');
      await once(copy, 'close');
      await consume('reporting', recordEffect('reporting'));
      await untilEffects('reporting', 6);
      expect(await effectsOf('reporting')).toHaveLength(6);
    });

    it('lets other keys go on while one is stuck, and then goes on with that one in order', async () => {
      const gate = Promise.withResolvers<void>();
      await consume('reporting', async (event, transaction) => {
        if (event.key === householdId(0) && numberOf(event) === 0) await gate.promise;
        await recordEffect('reporting')(event, transaction);
      });
      await transport.publish(Array.from({ length: 5 }, (_, number) => buildVisit(0, number)));
      stops.push(async () => gate.resolve());
      const others = Array.from({ length: 400 }, (_, place) => buildVisit(1 + (place % 100), Math.floor(place / 100)));
      for (let from = 0; from < others.length; from += 40) await transport.publish(others.slice(from, from + 40));
      await untilEffects('reporting', 400);
      expect((await effectsOf('reporting')).filter((effect) => effect.key === householdId(0))).toEqual([]);
      gate.resolve();
      await untilEffects('reporting', 405);
      const stuck = (await effectsOf('reporting')).filter((effect) => effect.key === householdId(0));
      expect(stuck.map((effect) => effect.number)).toEqual([0, 1, 2, 3, 4]);
    });

    it('buries a poison event with cause and stack, and handles it once when it is replayed', async () => {
      let poisonous = true;
      const consumer = await consume('reporting', async (event, transaction) => {
        await recordEffect('reporting')(event, transaction);
        if (poisonous && event.key === householdId(7)) throw new Error('no such form line');
      });
      const poison = buildVisit(7, 1);
      await transport.publish([poison, ...buildVisits(5, 2)]);
      await untilEffects('reporting', 10);
      await until('the dead letter', async () => (await listDeadLetters(service.pool, { limit: 9 })).length > 0);
      const [letter] = await listDeadLetters(service.pool, { limit: 9 });
      expect(letter).toMatchObject({
        consumer: 'reporting',
        eventId: poison.id,
        type: poison.type,
        key: poison.subject,
        envelope: poison,
        cause: 'no such form line',
        attempts: 3,
        replayedAt: null,
      });
      expect(letter?.stack).toContain('transport.contract.ts');

      const id = letter!.id;
      expect(await consumer.replayDeadLetters([id])).toEqual([
        { id, outcome: 'FAILED_AGAIN', cause: 'no such form line' },
      ]);
      poisonous = false;
      expect(await consumer.replayDeadLetters([id, '999'])).toEqual([
        { id, outcome: 'HANDLED' },
        { id: '999', outcome: 'NOT_FOUND' },
      ]);
      expect(await consumer.replayDeadLetters([id])).toEqual([{ id, outcome: 'HANDLED' }]);
      expect((await effectsOf('reporting')).filter((effect) => effect.event_id === poison.id)).toHaveLength(1);
      expect(await listDeadLetters(service.pool, { limit: 9 })).toEqual([]);
    });

    it('buries an event of a version that nobody here knows, saying so, and passes over foreign types', async () => {
      await consume('reporting', recordEffect('reporting'));
      const future = { ...buildVisit(3, 1), type: 'nuangong.visit-made.v9' };
      const foreign = { ...buildVisit(3, 2), type: 'nuangong.moon-landed.v1' };
      const known = buildVisit(3, 3);
      await transport.publish([future, foreign, known]);
      await untilEffects('reporting', 1);
      const letters = await listDeadLetters(service.pool, { limit: 9 });
      expect(letters.map((letter) => letter.eventId)).toEqual([future.id]);
      expect(letters[0]?.cause).toContain('No contract for nuangong.visit-made.v9');
      expect(letters[0]?.attempts).toBe(1);
    });
  });

  describe('backlog', () => {
    const topics = ['case-records'] as const;
    const waiting = async (group: string) => (await transport.backlog(group, topics)).events;

    it('counts everything for a new group, and nothing once it is handled', async () => {
      await transport.publish(buildVisits(5, 2));
      expect(await waiting('funds')).toBe(10);
      await consume('funds', recordEffect('funds'));
      await untilEffects('funds', 10);
      await until('nothing waits', async () => (await waiting('funds')) === 0);
      expect(await transport.backlog('funds', topics)).toEqual({ events: 0, oldestSeconds: null });
      expect(await waiting('reporting')).toBe(10);
    });

    it('counts what a stuck consumer has in hand and what waits behind it', async () => {
      const gate = Promise.withResolvers<void>();
      await consume('reporting', async (event, transaction) => {
        if (event.key === householdId(0)) await gate.promise;
        await recordEffect('reporting')(event, transaction);
      });
      await transport.publish(Array.from({ length: 7 }, (_, number) => buildVisit(0, number)));
      stops.push(async () => gate.resolve());
      await until('all of them wait', async () => (await waiting('reporting')) === 7);
      await transport.publish([buildVisit(0, 7)]);
      await until('one more waits', async () => (await waiting('reporting')) === 8);
      const { oldestSeconds } = await transport.backlog('reporting', topics);
      if (oldestSeconds !== null) expect(oldestSeconds).toBeGreaterThan(0);
      gate.resolve();
      await until('nothing waits', async () => (await waiting('reporting')) === 0);
    });
  });

  describe('memory', () => {
    it('replays everything from the beginning, in order per key, while new events go on', async () => {
      const visits = buildVisits(10, 10);
      await consume('reporting', recordEffect('reporting'));
      await transport.publish(visits);
      await untilEffects('reporting', 100);
      const replayed: EventEnvelope[] = [];
      const { events } = await transport.replay({
        topics: ['case-records'],
        async handle(envelope) {
          if (replayed.length === 0) await transport.publish([buildVisit(1, 10)]);
          replayed.push(envelope as EventEnvelope);
        },
      });
      expect(events).toBe(100);
      expect(idsOf(replayed)).toEqual(idsOf(visits));
      for (const [key, ofKey] of Map.groupBy(replayed, (event) => event.subject)) {
        expect(ofKey).toEqual(visits.filter((visit) => visit.subject === key));
      }
      await untilEffects('reporting', 101);
    });

    it('begins a new group with the first event', async () => {
      const visits = buildVisits(5, 4);
      await transport.publish(visits);
      await consume('funds', recordEffect('funds'));
      await untilEffects('funds', 20);
      expect((await effectsOf('funds')).map((effect) => effect.event_id).sort()).toEqual(idsOf(visits));
    });
  });

  describe('from the outbox', () => {
    it('loses no event that commits late with an early number, and sends each once with several relays', async () => {
      for (const over of [transport, await connect()]) {
        const relay = createRelay({ databaseUrl: service.url, transport: over, batchSize: 7 });
        await relay.start();
        stops.push(() => relay.stop());
      }
      await consume('reporting', recordEffect('reporting'));
      const late = buildVisit(1, 0);
      const early = buildVisits(20, 2);
      const slow = await service.pool.connect();
      await slow.query('begin');
      await recordEvents(slow, [late]);
      await service.withTransaction((transaction) => recordEvents(transaction, early));
      await slow.query('commit');
      slow.release();
      await untilEffects('reporting', 41);
      const effects = await effectsOf('reporting');
      expect(effects.map((effect) => effect.event_id).sort()).toEqual(idsOf([late, ...early]));
      await until('everything marked as sent', async () => {
        const { rows } = await service.pool.query('select 1 from outbox where sent_at is null');
        return rows.length === 0;
      });
    });
  });
}
