import type { EventEnvelope } from '@nuangong/events';
import type { PoolClient } from 'pg';
import { describe, expect, it } from 'vitest';
import { createConsumer } from '../../inbox/consumer.ts';
import { pruneOutbox } from '../../outbox/prune-outbox.ts';
import { recordEvents } from '../../outbox/record-events.ts';
import { createRelay } from '../../outbox/relay.ts';
import { buildVisit, buildVisits, householdId, until } from '../../testing/visits.ts';
import type { Stage } from './stage.ts';

/** What the engine stores: everything from the first event on, and what waits for which group. */
export function describeMemory(stage: Stage): void {
  describe('backlog', () => {
    const topics = ['case-records'] as const;
    const waiting = async (group: string) => (await stage.transport.backlog(group, topics)).events;

    it('counts everything for a new group, and nothing once it is handled', async () => {
      await stage.transport.publish(buildVisits(5, 2));
      expect(await waiting('funds')).toBe(10);
      await stage.consume('funds', stage.recordEffect('funds'));
      await stage.untilEffects('funds', 10);
      await until('nothing waits', async () => (await waiting('funds')) === 0);
      expect(await stage.transport.backlog('funds', topics)).toEqual({ events: 0, oldestSeconds: null });
      expect(await waiting('reporting')).toBe(10);
    });

    it('counts what a stuck consumer has in hand and what waits behind it', async () => {
      const gate = Promise.withResolvers<void>();
      await stage.consume('reporting', async (event, transaction) => {
        if (event.key === householdId(0)) await gate.promise;
        await stage.recordEffect('reporting')(event, transaction);
      });
      await stage.transport.publish(Array.from({ length: 7 }, (_, number) => buildVisit(0, number)));
      stage.stops.push(async () => gate.resolve());
      await until('all of them wait', async () => (await waiting('reporting')) === 7);
      await stage.transport.publish([buildVisit(0, 7)]);
      await until('one more waits', async () => (await waiting('reporting')) === 8);
      const { oldestSeconds } = await stage.transport.backlog('reporting', topics);
      if (oldestSeconds !== null) expect(oldestSeconds).toBeGreaterThan(0);
      gate.resolve();
      await until('nothing waits', async () => (await waiting('reporting')) === 0);
    });
  });

  describe('memory', () => {
    it('replays everything from the beginning, in order per key, while new events go on', async () => {
      const visits = buildVisits(10, 10);
      await stage.consume('reporting', stage.recordEffect('reporting'));
      await stage.transport.publish(visits);
      await stage.untilEffects('reporting', 100);
      const replayed: EventEnvelope[] = [];
      const { events } = await stage.transport.replay({
        topics: ['case-records'],
        async handle(envelope) {
          if (replayed.length === 0) await stage.transport.publish([buildVisit(1, 10)]);
          replayed.push(envelope as EventEnvelope);
        },
      });
      expect(events).toBe(replayed.length);
      // What was sent twice is delivered twice, the second after the first.
      const once = [...new Map(replayed.map((event) => [event.id, event])).values()];
      expect(stage.idsOf(once)).toEqual(stage.idsOf(visits));
      for (const [key, ofKey] of Map.groupBy(once, (event) => event.subject)) {
        expect(ofKey).toEqual(visits.filter((visit) => visit.subject === key));
      }
      await stage.untilEffects('reporting', 101);
    });

    it('rebuilds a read model in one transaction while live events go on: each event counts once', async () => {
      const [early, late] = [buildVisits(10, 5), buildVisits(10, 3)];
      await stage.consume('reporting', stage.recordEffect('reporting'));
      await stage.transport.publish(early);
      await stage.untilEffects('reporting', early.length);
      const client = await stage.service.pool.connect();
      const rebuild = createConsumer<PoolClient>({
        group: 'reporting',
        transport: stage.transport,
        handlers: { 'nuangong.visit-made.v1': stage.recordEffect('reporting', 'rebuilt') },
        withTransaction: (work) => work(client),
        concurrency: 1,
      });
      await client.query('begin');
      await client.query(`delete from effect where consumer = 'reporting'`);
      await client.query(`delete from inbox where consumer = 'reporting'`);
      const live = stage.transport.publish(late);
      await stage.transport.replay({ topics: ['case-records'], handle: rebuild.receive });
      await live;
      await client.query('commit');
      client.release();
      await stage.untilEffects('reporting', early.length + late.length);
      const effects = await stage.effectsOf('reporting');
      expect(effects.map((effect) => effect.event_id).sort()).toEqual(stage.idsOf([...early, ...late]));
      expect(effects.filter((effect) => effect.copy === 'rebuilt').length).toBeGreaterThanOrEqual(early.length);
    });

    it('keeps every event, also when it is handled and its outbox is pruned', async () => {
      const relay = createRelay({ databaseUrl: stage.service.url, transport: stage.transport });
      await relay.start();
      stage.stops.push(() => relay.stop());
      const visits = buildVisits(6, 3);
      await stage.service.withTransaction((transaction) => recordEvents(transaction, visits));
      await stage.consume('reporting', stage.recordEffect('reporting'));
      await stage.untilEffects('reporting', visits.length);
      await until('the outbox to be empty', async () => {
        await pruneOutbox(stage.service.pool, 0);
        return (await stage.service.pool.query('select from outbox')).rowCount === 0;
      });
      await stage.consume('funds', stage.recordEffect('funds'));
      await stage.untilEffects('funds', visits.length);
      expect(await stage.effectsOf('reporting')).toHaveLength(visits.length);
    });

    it('begins a new group with the first event', async () => {
      const visits = buildVisits(5, 4);
      await stage.transport.publish(visits);
      await stage.consume('funds', stage.recordEffect('funds'));
      await stage.untilEffects('funds', 20);
      expect((await stage.effectsOf('funds')).map((effect) => effect.event_id).sort()).toEqual(stage.idsOf(visits));
    });
  });
}
