import { invariants } from '@nuangong/funds/invariants';
import type { Cell } from '../cell/cell.ts';
import { violation, type Violation } from './violation.ts';

/** Checks the invariants of money in every book. */
export async function checkLedgers(cell: Pick<Cell, 'database'>): Promise<readonly Violation[]> {
  const found = await Promise.all(
    Object.entries(invariants).map(async ([promise, sql]) => {
      const { rows } = await cell.database('funds').query(sql);
      return rows.slice(0, 3).map((row) => violation(promise, row));
    }),
  );
  return found.flat();
}
