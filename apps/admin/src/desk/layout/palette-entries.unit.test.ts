import { expect, test } from 'vitest';
import { entriesNamed, entryAfter, recordsFound, type NamedEntry } from './palette-entries.ts';

const entry = (key: string, ...names: readonly string[]): NamedEntry => ({
  key,
  group: 'pages',
  title: names[0] ?? '',
  detail: [],
  action: key,
  names,
});
const entries = [entry('/batches', '发放批次', 'Disbursement batches'), entry('/staff', '人员', 'Staff')];

test('a page is found by a part of its name in either language, in any width and case', () => {
  expect(entriesNamed(entries, '批次').map(({ key }) => key)).toEqual(['/batches']);
  expect(entriesNamed(entries, 'ＢＡＴＣＨ').map(({ key }) => key)).toEqual(['/batches']);
  expect(entriesNamed(entries, 'disbursement  batches').map(({ key }) => key)).toEqual(['/batches']);
  expect(entriesNamed(entries, '').length).toBe(2);
  expect(entriesNamed(entries, '王秀英')).toEqual([]);
});

test('a found document links to its page', () => {
  const papersByNumber = [
    { id: 'v', paper: 'VOUCHER', number: '510101-202612-000001', organizationName: '青禾县总工会', amount: '300.00' },
    { id: 'b', paper: 'BATCH', number: 'FF-202612-001', organizationName: '青禾县总工会', amount: '97500.00' },
    { id: 'a', paper: 'ALLOCATION', number: 'BK-5101-202612-0001', organizationName: '青禾县总工会', amount: '1.00' },
  ] as const;
  expect(recordsFound({ papersByNumber: [...papersByNumber] }).map(({ action }) => action)).toEqual([
    '/vouchers/v',
    '/batches/b',
    '/allocations/a',
  ]);
});

test('arrow keys wrap around, other keys do nothing', () => {
  expect(entryAfter(0, 'ArrowDown', 3)).toBe(1);
  expect(entryAfter(2, 'ArrowDown', 3)).toBe(0);
  expect(entryAfter(0, 'ArrowUp', 3)).toBe(2);
  expect(entryAfter(0, 'ArrowUp', 0)).toBe(0);
  expect(entryAfter(0, 'a', 3)).toBeUndefined();
});
