import { expect, test } from 'vitest';
import { orderOf, type ListSorts } from './list-order.ts';

type Order = Readonly<Record<string, 'asc' | 'desc'>>;

const sorts: ListSorts<'NAME' | 'AMOUNT', Order> = {
  NAME: (name) => ({ name }),
  AMOUNT: (amountFen) => ({ amountFen }),
};
const own: readonly Order[] = [{ number: 'asc' }];

test('a list keeps its own order until another is asked for', () => {
  expect(orderOf(sorts, {}, own)).toEqual(own);
  expect(orderOf(sorts, { sort: null, descending: true }, own)).toEqual(own);
});

test('equal values are ordered by id, in the same direction', () => {
  expect(orderOf(sorts, { sort: 'AMOUNT' }, own)).toEqual([{ amountFen: 'asc' }, { id: 'asc' }]);
  expect(orderOf(sorts, { sort: 'NAME', descending: true }, own)).toEqual([{ name: 'desc' }, { id: 'desc' }]);
});
