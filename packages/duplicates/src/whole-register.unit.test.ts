import { expect, test } from 'vitest';
import { heldOutErrors, tuningErrors } from './testing/clerks-errors.ts';
import { measure } from './testing/measure.ts';

test(
  'of 20,000 people with 1,000 entered twice, strong pairs are right and few are missed',
  { timeout: 120_000 },
  () => {
    const { precision, recallOf } = measure(41, 20_000, 1_000, { ...tuningErrors, ...heldOutErrors });
    const recallAmong = (kinds: object): number => {
      const shares = Object.keys(kinds).map((kind) => recallOf.get(kind) ?? 0);
      return shares.reduce((sum, share) => sum + share, 0) / shares.length;
    };
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recallAmong(tuningErrors)).toBeGreaterThanOrEqual(0.97);
    expect(recallAmong(heldOutErrors)).toBeGreaterThanOrEqual(0.97);
  },
);
