import type { RunSql } from '@nuangong/database';
import type { Person } from '../../generated/prisma/client.ts';
import { sealBankAccount, sealPhone, type PersonKeys } from '../person/register-people.ts';
import type { Payee } from './payee.ts';

/** Writes a correction to the person's row, with the numbers sealed again; one statement. */
export async function applyCorrection(
  run: RunSql,
  keys: PersonKeys,
  person: Person,
  { before, after }: { readonly before: Payee; readonly after: Payee },
): Promise<void> {
  const changes = {
    ...(after.name !== before.name && { name: after.name }),
    ...(after.phone !== null && after.phone !== before.phone && sealPhone(keys, person.id, after.phone)),
    ...(after.bankAccount !== null &&
      after.bankAccount !== before.bankAccount &&
      sealBankAccount(keys, person.id, after.bankAccount)),
  };
  await run(
    `update person p set name = coalesce(c.name, p.name),
       sealed_phone = coalesce(c.sealed_phone, p.sealed_phone), masked_phone = coalesce(c.masked_phone, p.masked_phone),
       phone_index = coalesce(decode(c.phone_index, 'hex'), p.phone_index),
       sealed_bank_account = coalesce(c.sealed_bank_account, p.sealed_bank_account),
       masked_bank_account = coalesce(c.masked_bank_account, p.masked_bank_account),
       account_index = coalesce(decode(c.account_index, 'hex'), p.account_index)
     from jsonb_to_record($2::jsonb) as c(name text, sealed_phone text, masked_phone text, phone_index text,
       sealed_bank_account text, masked_bank_account text, account_index text)
     where p.id = $1::uuid`,
    person.id,
    JSON.stringify(changes),
  );
}
