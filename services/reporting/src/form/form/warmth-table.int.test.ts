import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EventEnvelope } from '@nuangong/events';
import { cityStatistics, openDesk, statistics, type StatisticsDesk } from '../../testing/statistics-desk.ts';
import {
  baseUnion,
  caseFile,
  caseFileChanged,
  resumption,
  suspension,
  caseFileOf,
  county,
  exit,
  household,
  householdOf,
  legalCase,
  otherCounty,
  payment,
  receipt,
  recovery,
  training,
} from '../../testing/winter-campaign.ts';

let desk: StatisticsDesk;
beforeEach(async () => {
  desk = await openDesk(0);
}, 120_000);
afterEach(() => desk.system.stop());

/** The values of some cells of the county's table after these events. */
async function cellsAfter(
  events: readonly EventEnvelope[],
  keys: readonly string[],
  actor = statistics,
): Promise<Readonly<Record<string, string | undefined>>> {
  await desk.publish(events);
  const table = await desk.cells(actor);
  return Object.fromEntries(keys.map((key) => [key, table[key]?.value]));
}

describe('8C', () => {
  const line = ['8C', '8C.amount', '8C.migrant', '8C.migrant-amount'];

  test('counts a worker paid in three instalments once, with all the money', async () => {
    const instalments = [
      recovery(1, 1, { A: 100_000n, b: 200_000n }, '2026-12-10'),
      recovery(2, 1, { A: 100_000n }, '2026-12-20'),
      recovery(3, 1, { A: 100_000n, b: 50_000n, c: 10_000n }, '2027-01-09'),
    ];
    expect(await cellsAfter(instalments, line)).toEqual({
      '8C': '3',
      '8C.amount': '0.56',
      '8C.migrant': '1',
      '8C.migrant-amount': '0.3',
    });
  });

  test('counts a worker with two claims once, and omits one paid before the period', async () => {
    const claims = [
      recovery(1, 1, { A: 100_000n, b: 100_000n }),
      recovery(2, 2, { A: 100_000n }),
      recovery(3, 2, { d: 100_000n }, '2026-11-20'),
    ];
    expect(await cellsAfter(claims, ['8C', '8C.migrant'])).toEqual({ '8C': '2', '8C.migrant': '1' });
  });
});

test('3E counts exits of the calendar year of the campaign’s first day, before the campaign too', async () => {
  const left = [
    ['2025-12-31', 'AIDED'],
    ['2026-01-01', 'AIDED'],
    ['2026-03-05', 'AIDED'],
    ['2026-12-31', 'AIDED'],
    ['2026-06-01', 'MOVED'],
    ['2027-01-05', 'AIDED'],
  ] as const;
  const events = left.flatMap(([exitedOn, reason], place) => [
    caseFile(place + 1, county, { activatedOn: '2025-03-01' }),
    exit(place + 1, county, { exitedOn, reason }),
  ]);
  expect(await cellsAfter(events, ['3E'])).toEqual({ '3E': '3' });
});

test('3E omits a household that returned within the year', async () => {
  const events = [
    caseFile(1, county, { activatedOn: '2025-03-01' }),
    exit(1, county, { exitedOn: '2026-03-05' }),
    caseFile(1, county, { caseFileVersion: 2, activatedOn: '2026-11-02' }),
    caseFile(2, county, { activatedOn: '2025-03-01' }),
    exit(2, county, { exitedOn: '2026-03-05' }),
    caseFile(2, county, { caseFileVersion: 2, activatedOn: '2027-01-04' }),
  ];
  expect(await cellsAfter(events, ['3E'])).toEqual({ '3E': '1' });
});

test('2A to 3D count a file by its state on the last day; changes of inactive files do not matter', async () => {
  const events = [
    caseFile(1, county, { hardshipClass: 'BELOW_LINE', workers: 2, migrantWorkers: 2 }),
    caseFile(2, county, { hardshipClass: 'BELOW_LINE', workers: 1 }),
    caseFile(3, county, { hardshipClass: 'BELOW_LINE', workers: 1 }),
    caseFile(4, county, { hardshipClass: 'SUDDEN', workers: 1, activatedOn: '2026-03-01' }),
    exit(4, county, { exitedOn: '2026-10-05' }),
    caseFileChanged(1, { hardshipClass: 'MARGINAL', workers: 3, migrantWorkers: 0 }),
    caseFileChanged(2, { hardshipClass: null }),
    caseFileChanged(3, { hardshipClass: 'SUDDEN', changedOn: '2027-03-01' }),
    caseFileChanged(4, { hardshipClass: 'MARGINAL' }),
    caseFileChanged(5, { hardshipClass: 'MARGINAL' }),
  ];
  expect(await cellsAfter(events, ['2A', '3A', '3A.migrant', '3B', '3C', '3D'])).toEqual({
    '2A': '5',
    '3A': '3',
    '3A.migrant': '0',
    '3B': '2',
    '3C': '1',
    '3D': '0',
  });
});

test('2A to 3D omit a file suspended throughout the period; a resumed one counts with the changes made since', async () => {
  const before = { hardshipClass: 'BELOW_LINE', workers: 1, activatedOn: '2026-09-01' } as const;
  const events = [
    ...[1, 2, 3, 4, 5].map((number) => caseFile(number, county, { ...before, migrantWorkers: number === 3 ? 1 : 0 })),
    suspension(1, '2026-10-05'),
    suspension(2, '2026-12-20'),
    suspension(3, '2026-10-05'),
    caseFileChanged(3, { hardshipClass: 'MARGINAL', workers: 3, migrantWorkers: 2, changedOn: '2026-10-20' }),
    resumption(3, '2026-12-15'),
    suspension(4, '2026-10-05'),
    resumption(4, '2026-11-01'),
    suspension(5, '2026-10-05'),
    caseFileChanged(5, { hardshipClass: null, workers: 2, changedOn: '2026-10-20' }),
    exit(5, county, { exitedOn: '2026-12-20' }),
    suspension(6, '2026-12-20'),
    resumption(6, '2026-12-21'),
  ];
  expect(await cellsAfter(events, ['2A', '2A.migrant', '3A', '3A.migrant', '3B', '3C', '3D', '3E'])).toEqual({
    '2A': '5',
    '2A.migrant': '2',
    '3A': '3',
    '3A.migrant': '1',
    '3B': '2',
    '3C': '1',
    '3D': '0',
    '3E': '1',
  });
});

describe('lines 4C, 5 and 6 of a campaign', () => {
  test('include money without a campaign only when its purpose is sending warmth', async () => {
    const none = { campaignId: null, receivedOn: '2026-12-20' };
    const events = [
      receipt(11, county, { ...none, purposes: ['送温暖'], amountFen: 10_000n }),
      receipt(12, county, { ...none, purposes: ['金秋助学'], amountFen: 200_000n }),
      receipt(13, county, { ...none, amountFen: 3_000_000n }),
      ...household(1),
      caseFile(2),
      payment(2, county, { campaignId: null, purpose: '送温暖', mark: null }),
      caseFile(3),
      payment(3, county, { campaignId: null, purpose: '困难救济', mark: null, aidType: 'MEDICAL' }),
      caseFile(4),
      payment(4, county, { campaignId: null, mark: null }),
    ];
    expect(await cellsAfter(events, ['4C', '5A', '5C', '6A', '7F'])).toEqual({
      '4C': '2',
      '5A': '9.76',
      '5C': '4.885',
      '6A': '0.06',
      '7F': '1',
    });
  });
});

test('4C’s parts are households with a worker, a migrant worker or a model worker among their members', async () => {
  const events = [
    ...household(1),
    caseFile(10, county, { workers: 0, migrantWorkers: 0 }),
    payment(10, county, { migrantWorker: false }),
    caseFile(5, county, { workers: 1 }),
    payment(5),
    caseFile(6, county, { workers: 0 }),
    payment(6),
    payment(7),
  ];
  expect(await cellsAfter(events, ['4C', '4C.workers', '4C.migrant', '4C.model'])).toEqual({
    '4C': '5',
    '4C.workers': '3',
    '4C.migrant': '1',
    '4C.model': '1',
  });
});

test('4C.workers is below 4C when a paid household has no worker, and a migrant member counts in 4C.migrant', async () => {
  const events = [
    caseFile(1, county, { workers: 0, migrantWorkers: 0 }),
    payment(1),
    caseFile(2, county, { workers: 2, migrantWorkers: 1 }),
    payment(2, county, { migrantWorker: true }),
  ];
  expect(await cellsAfter(events, ['2A', '2A.migrant', '3A.migrant', '4C', '4C.workers', '4C.migrant', '6C'])).toEqual({
    '2A': '2',
    '2A.migrant': '1',
    '3A.migrant': '1',
    '4C': '2',
    '4C.workers': '1',
    '4C.migrant': '1',
    '6C': '0.03',
  });
});

test('2A.migrant counts migrant workers, not other workers of their household', async () => {
  const events = [
    caseFile(1, county, { workers: 3, migrantWorkers: 1 }),
    caseFile(2, county, { workers: 2, migrantWorkers: 2 }),
    caseFile(3, county, { workers: 1, migrantWorkers: 0 }),
    caseFile(4, county, { workers: 2, migrantWorkers: 2 }),
    caseFileChanged(4, { hardshipClass: null, workers: 1, migrantWorkers: 0 }),
  ];
  expect(await cellsAfter(events, ['2A', '2A.migrant', '3A', '3A.migrant'])).toEqual({
    '2A': '7',
    '2A.migrant': '3',
    '3A': '4',
    '3A.migrant': '2',
  });
});

describe('7E and 7H count persons of households that are on the register that day', () => {
  test('7E omits a walk-in, a household before its file opened, and one that has left', async () => {
    const events = [
      training(1, null),
      training(2, householdOf(1), '2026-12-07'),
      training(3, householdOf(1), '2026-12-08'),
      training(4, householdOf(1), '2027-01-05'),
      training(5, householdOf(1), '2027-01-06'),
      training(6, householdOf(900)),
      caseFile(1),
      exit(1, county, { exitedOn: '2027-01-05' }),
    ];
    expect(await cellsAfter(events, ['7E'])).toEqual({ '7E': '2' });
  });

  test('7H omits other persons of a case that a registered household is in', async () => {
    const events = [
      caseFile(1, county, { workers: 2 }),
      caseFile(2, county, { workers: 1 }),
      caseFile(3, county, { workers: 0 }),
      legalCase(6, { persons: 2, householdId: householdOf(3) }),
      legalCase(1, { persons: 12, migrantWorkers: 9 }),
      legalCase(2, { persons: 1, householdId: householdOf(1) }),
      legalCase(3, { persons: 12, migrantWorkers: 9, householdId: householdOf(1) }),
      legalCase(4, { persons: 3, householdId: householdOf(2) }),
      legalCase(5, { persons: 3, householdId: householdOf(2), openedOn: '2026-12-07' }),
    ];
    expect(await cellsAfter(events, ['7H'])).toEqual({ '7H': '4' });
  });
});

test('a household aided by two organisations counts in each, and the superior has the sum', async () => {
  const away = [otherCounty, baseUnion];
  const events = [
    ...household(1),
    ...away.map((path, place) =>
      payment(1, path, {
        paymentId: caseFileOf(900 + place),
        grantId: caseFileOf(910 + place),
        voucherId: caseFileOf(920 + place),
      }),
    ),
  ];
  expect(await cellsAfter(events, ['4C'])).toEqual({ '4C': '2' });
  expect(await cellsAfter([], ['4C'], cityStatistics)).toEqual({ '4C': '3' });
});
