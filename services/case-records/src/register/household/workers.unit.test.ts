import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personStandings } from './household.ts';
import { workersOf } from './workers.ts';

const worker = { standing: 'WORKER', migrantWorker: false } as const;
const farmer = { standing: 'FARMER', migrantWorker: false } as const;

test('a household of farmers and townspeople has no worker', () => {
  const members = [
    { standing: 'FARMER', ruralRegistration: true },
    { standing: 'TOWNSPERSON', ruralRegistration: false },
  ] as const;
  expect(workersOf(farmer, members)).toEqual({ workers: 0, migrantWorkers: 0 });
});

test('a member counts as stated; one without a stated standing counts as no worker', () => {
  const members = [
    { standing: 'WORKER', ruralRegistration: true },
    { standing: 'WORKER', ruralRegistration: false },
    { standing: null, ruralRegistration: true },
  ] as const;
  expect(workersOf(worker, members)).toEqual({ workers: 3, migrantWorkers: 1 });
  expect(workersOf(farmer, members)).toEqual({ workers: 2, migrantWorkers: 1 });
  expect(workersOf({ standing: 'WORKER', migrantWorker: true }, [])).toEqual({ workers: 1, migrantWorkers: 1 });
});

test('migrant workers are counted as workers, and workers as people', () => {
  const standing = fc.constantFrom(...personStandings);
  const head = fc.record({ standing, migrantWorker: fc.boolean() });
  const members = fc.array(fc.record({ standing: fc.option(standing), ruralRegistration: fc.boolean() }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(head, members, (of, others) => {
      const { workers, migrantWorkers } = workersOf(of, others);
      expect(migrantWorkers).toBeLessThanOrEqual(workers);
      expect(workers).toBeLessThanOrEqual(others.length + 1);
    }),
  );
});
