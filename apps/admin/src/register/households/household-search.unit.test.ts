import { expect, test } from 'vitest';
import { householdFilter, householdsAt } from './household-search.ts';

test('a complete identity number is searched as one, with x in either case; anything else as the start of a name', () => {
  expect(householdFilter(' 51010119750101010x ')).toEqual({ identityNumber: '51010119750101010X' });
  expect(householdFilter('古丽巴哈尔')).toEqual({ search: '古丽巴哈尔' });
  expect(householdFilter('510101-2026-00001')).toEqual({ search: '510101-2026-00001' });
});

test('an address contains the filter that the list reads', () => {
  const { searchParams } = new URL(householdsAt({ status: 'RETURNED' }), 'http://console');
  expect(JSON.parse(searchParams.get('filter') ?? '')).toEqual({ status: 'RETURNED' });
});
