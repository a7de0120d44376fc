import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { describe, expect, it } from 'vitest';
import { createConsumer } from '../../inbox/consumer.ts';
import { listDeadLetters } from '../../inbox/dead-letter.ts';
import { buildVisit, buildVisits, householdId, numberOf, until } from '../../testing/visits.ts';
import type { Stage } from './stage.ts';

/** A failure stays isolated: lost acknowledgements, dead copies, stuck keys, unreadable events. */
export function describeTrouble(stage: Stage): void {
  describe('trouble', () => {
    it('gives an event effect once though its acknowledgement was lost', async () => {
      const consumer = createConsumer<PoolClient>({
        group: 'reporting',
        transport: stage.transport,
        handlers: { 'nuangong.visit-made.v1': stage.recordEffect('reporting') },
        withTransaction: stage.service.withTransaction,
      });
      let deliveries = 0;
      const subscription = await stage.transport.subscribe({
        group: 'reporting',
        topics: ['case-records'],
        async handle(envelope) {
          await consumer.receive(envelope);
          deliveries += 1;
          if (deliveries === 1) throw new Error('the connection broke');
        },
      });
      stage.stops.push(() => subscription.stop());
      await stage.transport.publish([buildVisit(1, 1)]);
      await until('the second delivery', () => deliveries === 2);
      expect(await stage.effectsOf('reporting')).toHaveLength(1);
    });

    it('gives the events of a killed copy to another one', async () => {
      const program = join(import.meta.dirname, '..', '..', 'testing', 'hang-in-handler.ts');
      const copy = spawn(process.execPath, [program], {
        env: { ...process.env, ...stage.engine.environment },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      stage.stops.push(async () => void copy.kill('SIGKILL'));
      await stage.transport.publish(buildVisits(3, 2));
      await once(copy.stdout, 'data');
      copy.kill('SIGKILL');
      await once(copy, 'close');
      await stage.consume('reporting', stage.recordEffect('reporting'));
      await stage.untilEffects('reporting', 6);
      expect(await stage.effectsOf('reporting')).toHaveLength(6);
    });

    it('lets other keys go on while one is stuck, and then goes on with that one in order', async () => {
      const gate = Promise.withResolvers<void>();
      await stage.consume('reporting', async (event, transaction) => {
        if (event.key === householdId(0) && numberOf(event) === 0) await gate.promise;
        await stage.recordEffect('reporting')(event, transaction);
      });
      await stage.transport.publish(Array.from({ length: 5 }, (_, number) => buildVisit(0, number)));
      stage.stops.push(async () => gate.resolve());
      const others = Array.from({ length: 400 }, (_, place) => buildVisit(1 + (place % 100), Math.floor(place / 100)));
      for (let from = 0; from < others.length; from += 40) await stage.transport.publish(others.slice(from, from + 40));
      await stage.untilEffects('reporting', 400);
      expect((await stage.effectsOf('reporting')).filter((effect) => effect.key === householdId(0))).toEqual([]);
      gate.resolve();
      await stage.untilEffects('reporting', 405);
      const stuck = (await stage.effectsOf('reporting')).filter((effect) => effect.key === householdId(0));
      expect(stuck.map((effect) => effect.number)).toEqual([0, 1, 2, 3, 4]);
    });

    it('buries a poison event with cause and stack, and handles it once when it is replayed', async () => {
      let poisonous = true;
      const consumer = await stage.consume('reporting', async (event, transaction) => {
        await stage.recordEffect('reporting')(event, transaction);
        if (poisonous && event.key === householdId(7)) throw new Error('no such form line');
      });
      const poison = buildVisit(7, 1);
      await stage.transport.publish([poison, ...buildVisits(5, 2)]);
      await stage.untilEffects('reporting', 10);
      await until('the dead letter', async () => (await listDeadLetters(stage.service.pool, { limit: 9 })).length > 0);
      const [letter] = await listDeadLetters(stage.service.pool, { limit: 9 });
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
      expect(letter?.stack).toContain('trouble.contract.ts');

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
      expect((await stage.effectsOf('reporting')).filter((effect) => effect.event_id === poison.id)).toHaveLength(1);
      expect(await listDeadLetters(stage.service.pool, { limit: 9 })).toEqual([]);
    });

    it('buries an event of a version that nobody here knows, saying so, and passes over foreign types', async () => {
      await stage.consume('reporting', stage.recordEffect('reporting'));
      const future = { ...buildVisit(3, 1), type: 'nuangong.visit-made.v9' };
      const foreign = { ...buildVisit(3, 2), type: 'nuangong.moon-landed.v1' };
      const known = buildVisit(3, 3);
      await stage.transport.publish([future, foreign, known]);
      await stage.untilEffects('reporting', 1);
      const letters = await listDeadLetters(stage.service.pool, { limit: 9 });
      expect(letters.map((letter) => letter.eventId)).toEqual([future.id]);
      expect(letters[0]?.cause).toContain('No contract for nuangong.visit-made.v9');
      expect(letters[0]?.attempts).toBe(1);
    });
  });
}
