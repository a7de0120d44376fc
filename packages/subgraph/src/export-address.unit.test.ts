import { expect, test } from 'vitest';
import { exportAddress } from './export-address.ts';

test('the address of an export has filter and sort, and there is none during a search', () => {
  const asked = { filter: { status: 'PAID' }, sort: 'AMOUNT', descending: true };
  expect(exportAddress('/files/funds/grants.xlsx', asked)).toBe(
    '/files/funds/grants.xlsx?filter=%7B%22status%22%3A%22PAID%22%7D&sort=AMOUNT&descending=1',
  );
  expect(exportAddress('/files/funds/grants.xlsx', { ...asked, filter: { search: '王' } })).toBeNull();
  expect(exportAddress('/files/funds/grants.xlsx', { filter: { search: ' ' } })).toBe(
    '/files/funds/grants.xlsx?filter=%7B%7D',
  );
});
