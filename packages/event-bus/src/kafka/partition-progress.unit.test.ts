import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPartitionProgress } from './partition-progress.ts';

describe('the progress of a partition', () => {
  it('is the offset of the oldest unhandled event', () => {
    const progress = createPartitionProgress();
    expect(progress.nextOffset()).toBeUndefined();
    for (const offset of [5n, 6n, 7n]) progress.begin(offset);
    progress.finish(6n);
    expect(progress.nextOffset()).toBe(5n);
    progress.finish(5n);
    expect(progress.nextOffset()).toBe(7n);
    progress.finish(7n);
    expect(progress.nextOffset()).toBe(8n);
  });

  it('keeps unfinished events when the partition is read again from before or after them', () => {
    const progress = createPartitionProgress();
    for (const offset of [5n, 6n]) progress.begin(offset);
    progress.readAnew();
    expect(progress.nextOffset()).toBeUndefined();
    progress.begin(7n);
    progress.finish(7n);
    expect(progress.nextOffset()).toBe(5n);
    for (const offset of [5n, 6n]) progress.begin(offset);
    for (const offset of [5n, 6n]) progress.finish(offset);
    expect(progress.nextOffset()).toBe(5n);
    for (const offset of [5n, 6n]) progress.finish(offset);
    expect(progress.nextOffset()).toBe(8n);
  });

  it('never passes an unhandled event, in whatever order events finish', () => {
    const orders = fc.integer({ min: 1, max: 30 }).chain((count) =>
      fc.shuffledSubarray(
        Array.from({ length: count }, (_, place) => BigInt(place)),
        { minLength: count },
      ),
    );
    fc.assert(
      fc.property(orders, (order) => {
        const progress = createPartitionProgress();
        for (const offset of order.toSorted((a, b) => Number(a - b))) progress.begin(offset);
        const unhandled = new Set(order);
        for (const offset of order) {
          progress.finish(offset);
          unhandled.delete(offset);
          const expected = unhandled.size === 0 ? order.length : Math.min(...[...unhandled].map(Number));
          expect(progress.nextOffset()).toBe(BigInt(expected));
        }
      }),
    );
  });
});
