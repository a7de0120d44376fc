import type { Transaction } from '../../builder.ts';

/** A household's head and the head of another who may be one person. */
export interface SuspectedDouble {
  readonly householdId: string;
  readonly doubleId: string;
  /** Null where the other household is out of sight. */
  readonly otherHouseholdId: string | null;
  readonly samePhone: boolean;
  readonly sameAccount: boolean;
}

/** Who may be the same person as the heads of these households, by blinded values; one statement. */
export function findDoubles(tx: Transaction, householdIds: readonly string[]): Promise<SuspectedDouble[]> {
  return tx.$queryRaw<SuspectedDouble[]>`
    select household_id::text as "householdId", double_id::text as "doubleId",
      other_household_id::text as "otherHouseholdId", same_phone as "samePhone", same_account as "sameAccount"
    from suspected_doubles(${[...householdIds]}::uuid[]) order by 1, 2`;
}
