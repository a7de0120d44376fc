import type { Transaction } from '../../builder.ts';

/** How one feature of two people agrees, and its weight in bits; below zero it speaks against one person. */
export interface Ground {
  readonly feature: string;
  readonly level: string;
  readonly weight: number;
}

/** Somebody of a household and somebody of another one who may be one person. */
export interface SuspectedDouble {
  readonly householdId: string;
  readonly doubleId: string;
  /** Null if the other household is not visible. */
  readonly otherHouseholdId: string | null;
  readonly samePhone: boolean;
  readonly sameAccount: boolean;
  readonly strength: 'STRONG' | 'MEDIUM';
  /** Null if the other household is not visible, or the pair was not compared yet. */
  readonly because: readonly Ground[] | null;
}

/** People of other households who may be the same person as somebody of these, strongest first; one statement. */
export function findDoubles(tx: Transaction, householdIds: readonly string[]): Promise<SuspectedDouble[]> {
  return tx.$queryRaw<SuspectedDouble[]>`
    select household_id::text as "householdId", double_id::text as "doubleId",
      other_household_id::text as "otherHouseholdId", same_phone as "samePhone", same_account as "sameAccount",
      strength, because
    from suspected_doubles(${[...householdIds]}::uuid[]) order by 1, strength desc, 2`;
}
