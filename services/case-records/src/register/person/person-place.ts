import type { SealedPlace } from '@nuangong/sealing';

export type PersonColumn = 'sealed_identity' | 'sealed_phone' | 'sealed_bank_account';

/** Where a person's sealed number belongs: the row by the id under which it is sealed, whose county never changes. */
export function personPlace(sealedAs: string, column: PersonColumn): SealedPlace {
  return { table: 'person', column, row: sealedAs, organization: null };
}
