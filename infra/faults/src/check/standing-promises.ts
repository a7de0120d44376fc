import type { CityOrganization } from '@nuangong/demonstration-city';
import type { CheckedCell } from '../cell/cell.ts';
import { checkLedgers } from './ledgers-balance.ts';
import { checkServicesAgree } from './services-agree.ts';
import { checkTable } from './table-equals-recount.ts';
import { checkTreeSums } from './tree-sums.ts';
import type { Violation } from './violation.ts';

export type { CheckedCell } from '../cell/cell.ts';
export type { Violation } from './violation.ts';

/** Checks what must hold of any settled system, whoever did its work: ledgers, agreement, table 1, sums of the tree. */
export async function checkStandingPromises(
  cell: CheckedCell,
  { county, units }: { readonly county: number; readonly units: readonly CityOrganization[] },
): Promise<readonly Violation[]> {
  const checked = await Promise.all([
    checkLedgers(cell),
    checkServicesAgree(cell),
    checkTable(cell, county),
    checkTreeSums(cell, units),
  ]);
  return checked.flat();
}
