import { blindIndexOf, type SecretKey } from '@nuangong/sealing';

/** What is known of a person; `id` is that of the record naming them. */
export interface ReferredPerson {
  readonly id: string;
  readonly name: string;
  readonly householdId: string | null;
  readonly identityNumber?: string | null;
}

/**
 * A reference that is the same for the same person and reveals nothing else: by the identity number where it is known,
 * else by household and name. A person with neither is referenced by the record's id.
 */
export function personReference(key: SecretKey, person: ReferredPerson): string {
  return blindIndexOf(key, named(person)).toString('hex').slice(0, 32);
}

function named({ id, name, householdId, identityNumber }: ReferredPerson): string {
  if (identityNumber != null) return `identity/${identityNumber}`;
  return householdId === null ? id : `${householdId}/${name}`;
}
