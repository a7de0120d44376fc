import fc from 'fast-check';
import { expect, test } from 'vitest';
import { admitAttempt, lockMs, mostAttempts, rememberMs, type Attempts } from './sign-in-guard.ts';

const start = new Date('2026-11-23T06:00:00Z');
const after = (ms: number): Date => new Date(start.getTime() + ms);

/** Makes attempts at these moments; returns the result of each. */
function attemptAt(moments: readonly number[]): readonly string[] {
  let known: Attempts | null = null;
  return moments.map((ms) => {
    const admission = admitAttempt(known, after(ms));
    if (admission.kind === 'JUDGE') known = admission.next;
    return admission.kind === 'JUDGE' ? 'JUDGE' : `${admission.kind} ${admission.seconds}`;
  });
}

test('given two attempts, when a third comes immediately, then it waits two seconds; the waits grow up to the lock', () => {
  expect(attemptAt([0, 0, 0, 2_000, 2_001, 7_000, 7_001, 17_000, 17_001])).toEqual([
    'JUDGE',
    'JUDGE',
    'WAIT 2',
    'JUDGE',
    'WAIT 5',
    'JUDGE',
    'WAIT 10',
    'JUDGE',
    'LOCKED 900',
  ]);
});

test('given a lock, when it is over, or a day after the last attempt, then counting starts again', () => {
  const locking = [0, 0, 2_000, 7_000, 17_000];
  expect(attemptAt([...locking, 17_000 + lockMs - 1, 17_000 + lockMs, 17_000 + lockMs]).slice(5)).toEqual([
    'LOCKED 1',
    'JUDGE',
    'JUDGE',
  ]);
  expect(attemptAt([0, rememberMs + 1, rememberMs + 2]).slice(1)).toEqual(['JUDGE', 'JUDGE']);
});

test('given attempts at any times, then at most five are checked in any quarter of an hour', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 * 60 * 1000 }), { maxLength: 400 }), (gaps) => {
      let clock = 0;
      const moments = gaps.map((gap) => (clock += gap % 4_000));
      const judged = moments.filter((_, index) => attemptAt(moments.slice(0, index + 1)).at(-1) === 'JUDGE');
      for (const moment of judged) {
        expect(judged.filter((one) => one >= moment && one < moment + lockMs).length).toBeLessThanOrEqual(mostAttempts);
      }
    }),
    { numRuns: 20 },
  );
});
