import { problem, refuse, type Problem, type Refusal } from '@nuangong/primitives';
import { notFound } from '@nuangong/subgraph';
import type { FoundTable } from './table-request.ts';

/** No such table: the form, the organisation or the campaign is unknown to the actor. */
export const tableNotFound = (): Problem => notFound({ zh: '统计表', en: 'table' });

/** No such cell in the form. */
export const cellNotFound = (): Problem =>
  problem(
    'NOT_FOUND',
    { zh: '统计表里没有这一格，从表上重新打开', en: 'The form has no such cell. Open it again from the table.' },
    'cell',
  );

/** The answer of a command whose table cannot be found. */
export function refuseTable(found: Exclude<FoundTable, { readonly kind: 'TABLE' }>): Refusal {
  return found.kind === 'BAD_PERIOD' ? refuse(...found.problems) : refuse(tableNotFound());
}
