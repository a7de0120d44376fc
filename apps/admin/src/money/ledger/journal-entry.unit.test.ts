import { expect, test } from 'vitest';
import { entriesAt, linesOnPaper, monthOfEntry, monthsBack } from './journal-entry.ts';

const line = (accountCode: string, debit: string, credit: string) => ({
  accountCode,
  accountName: accountCode,
  debit,
  credit,
});

test('an entry’s lines are on their own side', () => {
  expect(
    linesOnPaper({ reverses: null, lines: [line('50305', '300.00', '0.00'), line('102', '0.00', '300.00')] }),
  ).toMatchObject([
    { accountCode: '50305', side: 'debit', figure: '300.00' },
    { accountCode: '102', side: 'credit', figure: '300.00' },
  ]);
});

test('a reversal is negative on the same sides as the entry it reverses', () => {
  expect(
    linesOnPaper({ reverses: 'earlier', lines: [line('50305', '0.00', '300.00'), line('102', '300.00', '0.00')] }),
  ).toMatchObject([
    { accountCode: '50305', side: 'debit', figure: '-300.00' },
    { accountCode: '102', side: 'credit', figure: '-300.00' },
  ]);
});

test('months go back across the turn of the year, in the city’s time', () => {
  expect(monthsBack(new Date('2026-12-31T17:00:00Z'), 3)).toEqual(['2027-01', '2026-12', '2026-11']);
});

test('a number shows its month, and filters give an address', () => {
  expect(monthOfEntry('记-202612-0001')).toBe('2026-12');
  expect(entriesAt({ month: '2026-12' })).toBe('/journal-entries?filter=%7B%22month%22%3A%222026-12%22%7D');
});
