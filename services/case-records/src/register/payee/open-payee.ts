import type { Keyring, SealedPlace } from '@nuangong/sealing';
import type { Person, PersonCorrection } from '../../generated/prisma/client.ts';
import { personPlace } from '../person/person-place.ts';
import type { Payee } from './payee.ts';

/** A person's own row, as far as its contacts are sealed in it. */
type SealedContacts = Pick<Person, 'sealedAs' | 'name' | 'sealedPhone' | 'sealedBankAccount'>;

/** A person's name and contacts, opened. */
export async function openPayeeOf(keyring: Keyring, person: SealedContacts): Promise<Payee> {
  const open = (sealed: string | null, column: 'sealed_phone' | 'sealed_bank_account'): Promise<string | null> =>
    sealed === null ? Promise.resolve(null) : keyring.open(sealed, personPlace(person.sealedAs, column));
  const [phone, bankAccount] = await Promise.all([
    open(person.sealedPhone, 'sealed_phone'),
    open(person.sealedBankAccount, 'sealed_bank_account'),
  ]);
  return { name: person.name, phone, bankAccount };
}

type CorrectionColumn = 'sealed_before' | 'sealed_after';

/** Where a payee kept with a correction belongs. */
export function correctionPlace(id: string, organizationPath: string, column: CorrectionColumn): SealedPlace {
  return { table: 'person_correction', column, row: id, organization: organizationPath };
}

/** The payee before or after a correction, whole; null where the correction was of a name alone. */
export async function openCorrected(
  keyring: Keyring,
  correction: PersonCorrection,
  column: CorrectionColumn,
): Promise<Payee | null> {
  const sealed = column === 'sealed_before' ? correction.sealedBefore : correction.sealedAfter;
  if (sealed === null) return null;
  const text = await keyring.open(sealed, correctionPlace(correction.id, correction.organizationPath, column));
  return JSON.parse(text) as Payee;
}
