import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeTurns } from './turns.ts';

test('never more than allowed run at a time, in order, and one that fails frees its place', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(fc.boolean(), { maxLength: 30 }), async (most, works) => {
      const inTurn = takeTurns(most);
      let running = 0;
      let highest = 0;
      const begun: number[] = [];
      const results = await Promise.allSettled(
        works.map((fails, place) =>
          inTurn(async () => {
            begun.push(place);
            highest = Math.max(highest, (running += 1));
            await new Promise((resolve) => setImmediate(resolve));
            running -= 1;
            if (fails) throw new Error('failed');
            return place;
          }),
        ),
      );
      expect(highest).toBeLessThanOrEqual(most);
      expect(begun).toEqual(works.map((_fails, place) => place));
      expect(results.map(({ status }) => status === 'rejected')).toEqual(works);
    }),
    { numRuns: 30 },
  );
});

test('work whose caller has left loses its place and never runs; the others keep theirs', async () => {
  const inTurn = takeTurns(1);
  const ran: string[] = [];
  const leaver = new AbortController();
  const work = (name: string) => async () => {
    await new Promise((resolve) => setImmediate(resolve));
    ran.push(name);
  };
  const all = Promise.allSettled([
    inTurn(work('first')),
    inTurn(work('leaves'), leaver.signal),
    inTurn(work('last')),
    inTurn(work('left before'), AbortSignal.abort()),
  ]);
  expect(inTurn.waiting()).toBe(2);
  leaver.abort();
  expect(inTurn.waiting()).toBe(1);
  expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
  expect([ran, inTurn.waiting()]).toEqual([['first', 'last'], 0]);
});
