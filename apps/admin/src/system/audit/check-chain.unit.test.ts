import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, localDate } from '@nuangong/primitives';
import { yearsOf } from './check-chain.ts';

test('a period is checked whole, in pieces of at most a year that follow each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000 }), (days) => {
      const from = localDate('2024-02-29');
      const to = addDays(from, days);
      const pieces = yearsOf(from, to);
      expect([pieces[0]?.from, pieces.at(-1)?.to]).toEqual([from, to]);
      expect(pieces.every((piece) => addDays(piece.from, 366) > piece.to)).toBe(true);
      expect(pieces.slice(1).map((piece) => piece.from)).toEqual(
        pieces.slice(0, -1).map(({ to: end }) => addDays(end, 1)),
      );
    }),
  );
});
