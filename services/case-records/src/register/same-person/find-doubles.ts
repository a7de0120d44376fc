import type { Transaction } from '../../builder.ts';

/** The heads of two households who may be one person. */
export interface SuspectedDouble {
  readonly householdId: string;
  readonly doubleId: string;
  /** Null if the other household is not visible. */
  readonly otherHouseholdId: string | null;
  readonly samePhone: boolean;
  readonly sameAccount: boolean;
}

/** Heads of other households who may be the same person as the heads of these, by blind indexes; one statement. */
export function findDoubles(tx: Transaction, householdIds: readonly string[]): Promise<SuspectedDouble[]> {
  return tx.$queryRaw<SuspectedDouble[]>`
    select household_id::text as "householdId", double_id::text as "doubleId",
      other_household_id::text as "otherHouseholdId", same_phone as "samePhone", same_account as "sameAccount"
    from suspected_doubles(${[...householdIds]}::uuid[]) order by 1, 2`;
}
