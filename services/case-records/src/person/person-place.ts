import type { SealedPlace } from '@nuangong/sealing';

export type PersonColumn = 'sealed_identity' | 'sealed_phone' | 'sealed_bank_account';

/** Where a person's sealed number belongs. A person is the whole city's, of no organisation. */
export function personPlace(personId: string, column: PersonColumn): SealedPlace {
  return { table: 'person', column, row: personId, organization: null };
}
