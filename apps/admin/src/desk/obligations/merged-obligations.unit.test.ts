import { expect, test } from 'vitest';
import type { ObligationPartsFragment } from '../../base/graph/generated/operation-types.ts';
import { mergeObligations } from './merged-obligations.ts';
import { obligationsAt } from './obligation-address.ts';

const due = (id: string, dueOn: string, endedAt: string | null = null) =>
  ({ id, dueOn, endedAt }) as unknown as ObligationPartsFragment;

test('given the obligations of several services, then those due first come first, at most one page', () => {
  const merged = mergeObligations(
    {
      caseRecords: { total: 60, items: [due('a', '2026-12-01'), due('b', '2026-12-10')] },
      identity: { total: 1, items: [due('c', '2026-12-05')] },
      reporting: null,
    },
    2,
  );
  expect(merged.items.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(merged).toMatchObject({ total: 61, silent: ['reporting'] });
});

test('given ended ones, then the latest come first', () => {
  const { items } = mergeObligations(
    {
      caseRecords: { total: 1, items: [due('a', '2026-12-01', '2026-12-01T00:00:00Z')] },
      identity: { total: 1, items: [due('b', '2026-11-05', '2026-12-02T00:00:00Z')] },
      reporting: { total: 0, items: [] },
    },
    50,
  );
  expect(items.map(({ id }) => id)).toEqual(['b', 'a']);
});

test('the page’s address contains the filter', () => {
  expect(obligationsAt({})).toBe('/obligations');
  expect(obligationsAt({ kind: 'TABLE_DUE', overdue: true })).toBe('/obligations?kind=TABLE_DUE&overdue=1');
});
