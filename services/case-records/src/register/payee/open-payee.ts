import type { Keyring, SealedPlace } from '@nuangong/sealing';
import type { Person, PersonCorrection } from '../../generated/prisma/client.ts';
import { personPlace } from '../person/person-place.ts';
import type { Payee } from './payee.ts';

/** The columns of a person's row that hold its contacts. */
type SealedContacts = Pick<Person, 'id' | 'name' | 'sealedPhone' | 'sealedBankAccount'>;

/** Opens a person's contacts. */
export async function openPayeeOf(keyring: Keyring, person: SealedContacts): Promise<Payee> {
  const open = (sealed: string | null, column: 'sealed_phone' | 'sealed_bank_account'): Promise<string | null> =>
    sealed === null ? Promise.resolve(null) : keyring.open(sealed, personPlace(person.id, column));
  const [phone, bankAccount] = await Promise.all([
    open(person.sealedPhone, 'sealed_phone'),
    open(person.sealedBankAccount, 'sealed_bank_account'),
  ]);
  return { name: person.name, phone, bankAccount };
}

type CorrectionColumn = 'sealed_before' | 'sealed_after';

/** The place that a correction's payee is sealed for. */
export function correctionPlace(id: string, organizationPath: string, column: CorrectionColumn): SealedPlace {
  return { table: 'person_correction', column, row: id, organization: organizationPath };
}

/** The whole payee before or after a correction; null if nothing was kept. */
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
