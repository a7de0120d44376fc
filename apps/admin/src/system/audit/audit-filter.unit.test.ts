import { expect, test } from 'vitest';
import { auditFilterOf } from './audit-filter.ts';

test('days are whole days of the city, from the first midnight to the one after the last', () => {
  expect(auditFilterOf({ from: '2026-11-01', to: '2026-11-30' })).toEqual({
    from: '2026-10-31T16:00:00.000Z',
    until: '2026-11-30T16:00:00.000Z',
  });
});

test('an empty, incomplete or unknown value does not filter', () => {
  expect(auditFilterOf({ staffName: ' 王秀英 ', action: '', from: '2026-1', to: '2026-13-45', page: '2' })).toEqual({
    nameBegins: '王秀英',
  });
});

test('a household is asked for as a whole', () => {
  expect(auditFilterOf({ household: '019a' })).toEqual({ householdId: '019a' });
});
