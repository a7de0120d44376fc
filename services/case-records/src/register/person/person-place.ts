import type { SealedPlace } from '@nuangong/sealing';

export type PersonColumn = 'sealed_identity' | 'sealed_phone' | 'sealed_bank_account';

/** The place that a person's number is sealed for: its id, which never changes. */
export function personPlace(personId: string, column: PersonColumn): SealedPlace {
  return { table: 'person', column, row: personId, organization: null };
}
