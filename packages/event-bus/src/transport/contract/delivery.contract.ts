import { readEvent } from '@nuangong/events';
import { describe, expect, it } from 'vitest';
import { recordEvents } from '../../outbox/record-events.ts';
import { createRelay } from '../../outbox/relay.ts';
import { buildVisit, buildVisits, until } from '../../testing/visits.ts';
import type { Handler, Stage } from './stage.ts';

/** Every event takes effect once, in order per key, shared between copies, with no more in flight than configured. */
export function describeDelivery(stage: Stage): void {
  describe('delivery', () => {
    it('gives every event effect exactly once, though some are sent twice', async () => {
      const visits = buildVisits(20, 5);
      await stage.consume('reporting', stage.recordEffect('reporting'));
      await stage.transport.publish(visits);
      await stage.transport.publish(visits.slice(40));
      const last = buildVisit(0, 99);
      await stage.transport.publish([last]);
      await until('the last event', async () =>
        (await stage.effectsOf('reporting')).some((each) => each.number === 99),
      );
      await stage.untilEffects('reporting', 101);
      const effects = await stage.effectsOf('reporting');
      expect(effects.map((effect) => effect.event_id).sort()).toEqual(stage.idsOf([...visits, last]));
    });

    it('keeps the order of each key', async () => {
      await stage.consume('reporting', stage.recordEffect('reporting'));
      const visits = buildVisits(10, 20);
      for (let from = 0; from < visits.length; from += 50) await stage.transport.publish(visits.slice(from, from + 50));
      await stage.untilEffects('reporting', visits.length);
      const byKey = Map.groupBy(await stage.effectsOf('reporting'), (effect) => effect.key);
      expect(byKey.size).toBe(10);
      for (const effects of byKey.values()) {
        expect(effects.map((effect) => effect.number)).toEqual(Array.from({ length: 20 }, (_, number) => number));
      }
    });

    it('gives all events to each of two groups', async () => {
      await stage.consume('reporting', stage.recordEffect('reporting'));
      await stage.consume('funds', stage.recordEffect('funds'));
      const visits = buildVisits(10, 3);
      await stage.transport.publish(visits);
      await Promise.all([stage.untilEffects('reporting', 30), stage.untilEffects('funds', 30)]);
      expect((await stage.effectsOf('reporting')).map((effect) => effect.event_id).sort()).toEqual(stage.idsOf(visits));
      expect((await stage.effectsOf('funds')).map((effect) => effect.event_id).sort()).toEqual(stage.idsOf(visits));
    });

    it('shares the events of a group between its copies, in order per key', async () => {
      const slowly =
        (copy: string): Handler =>
        async (event, transaction) => {
          await transaction.query('select pg_sleep(0.005)');
          await stage.recordEffect('reporting', copy)(event, transaction);
        };
      await stage.consume('reporting', slowly('first'), await stage.connect());
      await stage.consume('reporting', slowly('second'), await stage.connect());
      let sent = 0;
      const copiesSeen = async () => new Set((await stage.effectsOf('reporting')).map((effect) => effect.copy)).size;
      await until('both copies at work', async () => {
        await stage.transport.publish(Array.from({ length: 100 }, (_, key) => buildVisit(key, sent / 100)));
        sent += 100;
        await stage.untilEffects('reporting', sent);
        return (await copiesSeen()) === 2;
      });
      const effects = await stage.effectsOf('reporting');
      expect(effects.length).toBe(sent);
      for (const ofKey of Map.groupBy(effects, (effect) => effect.key).values()) {
        expect(ofKey.map((effect) => effect.number)).toEqual(ofKey.map((_, place) => place));
      }
    });

    it('takes no more events in hand than it was told, however many wait, and then all of them', async () => {
      const bounded = await stage.connect({ inHand: 20 });
      const gate = Promise.withResolvers<void>();
      stage.stops.push(async () => gate.resolve());
      let taken = 0;
      const subscription = await bounded.subscribe({
        group: 'reporting',
        topics: ['case-records'],
        async handle() {
          taken += 1;
          await gate.promise;
        },
      });
      stage.stops.push(() => subscription.stop());
      const visits = buildVisits(300, 1);
      await stage.transport.publish(visits);
      await until('its hands to be full', () => taken >= 20);
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(taken).toBe(20);
      gate.resolve();
      await until('all of them', () => taken >= visits.length);
    });

    it('brings an event again when handling it was refused', async () => {
      const seen: string[] = [];
      const subscription = await stage.transport.subscribe({
        group: 'reporting',
        topics: ['case-records'],
        async handle(envelope) {
          const event = readEvent(envelope);
          seen.push(event.id);
          if (seen.length === 1) throw new Error('the database is down');
        },
      });
      stage.stops.push(() => subscription.stop());
      const visit = buildVisit(1, 1);
      await stage.transport.publish([visit]);
      await until('the second delivery', () => seen.length === 2);
      expect(seen).toEqual([visit.id, visit.id]);
    });
  });

  describe('from the outbox', () => {
    it('loses no event that commits late with an early number, and sends each once with several relays', async () => {
      for (const over of [stage.transport, await stage.connect()]) {
        const relay = createRelay({ databaseUrl: stage.service.url, transport: over, batchSize: 7 });
        await relay.start();
        stage.stops.push(() => relay.stop());
      }
      await stage.consume('reporting', stage.recordEffect('reporting'));
      const late = buildVisit(1, 0);
      const early = buildVisits(20, 2);
      const slow = await stage.service.pool.connect();
      await slow.query('begin');
      await recordEvents(slow, [late]);
      await stage.service.withTransaction((transaction) => recordEvents(transaction, early));
      await slow.query('commit');
      slow.release();
      await stage.untilEffects('reporting', 41);
      const effects = await stage.effectsOf('reporting');
      expect(effects.map((effect) => effect.event_id).sort()).toEqual(stage.idsOf([late, ...early]));
      await until('everything marked as sent', async () => {
        const { rows } = await stage.service.pool.query('select 1 from outbox where sent_at is null');
        return rows.length === 0;
      });
    });
  });
}
