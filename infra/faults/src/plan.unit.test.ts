import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultKindsOf, planTrial } from './plan.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const transports = fc.constantFrom('embedded' as const, 'kafka' as const);

describe('the plan of a trial', () => {
  test('is the same for the same seed', () => {
    fc.assert(
      fc.property(seeds, transports, (seed, transport) => {
        expect(planTrial(seed, transport)).toEqual(planTrial(seed, transport));
      }),
    );
  });

  test('has at least one fault, of the kinds possible for its engine', () => {
    fc.assert(
      fc.property(seeds, transports, (seed, transport) => {
        const { faults } = planTrial(seed, transport);
        expect(faults.length).toBeGreaterThan(0);
        for (const { kind } of faults) expect(faultKindsOf(transport)).toContain(kind);
      }),
    );
  });

  test.each(['embedded', 'kafka'] as const)(
    'covers every kind of fault of %s once in a round of seeds',
    (transport) => {
      const kinds = faultKindsOf(transport);
      const first = Array.from({ length: kinds.length }, (_, seed) => planTrial(seed + 1, transport).faults[0]?.kind);
      expect(new Set(first)).toEqual(new Set(kinds));
    },
  );

  test('has only the requested kind', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { faults } = planTrial(seed, 'embedded', 'POSTGRES_CRASHED');
        expect(new Set(faults.map(({ kind }) => kind))).toEqual(new Set(['POSTGRES_CRASHED']));
      }),
    );
  });

  test('differs from the next seed’s', () => {
    const plans = Array.from({ length: 50 }, (_, seed) => JSON.stringify(planTrial(seed, 'embedded').work));
    expect(new Set(plans).size).toBe(50);
  });
});
