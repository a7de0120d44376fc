import type { RunSql } from '@nuangong/database';
import {
  maskBankAccount,
  maskIdentityNumber,
  maskPhone,
  withoutSpaces,
  type IdentityNumber,
  type PhoneNumber,
} from '@nuangong/primitives';
import { newEventId } from '@nuangong/events';
import { blindIndexOf, type Keyring, type SecretKey } from '@nuangong/sealing';
import { personPlace } from './person-place.ts';

/** A person as read from a form or a roster. */
export interface PersonDraft {
  readonly name: string;
  readonly identity: IdentityNumber;
  readonly phone?: PhoneNumber | undefined;
  readonly bankAccount?: string | undefined;
}

/** The keys that seal numbers and make them searchable. */
export interface PersonKeys {
  readonly keyring: Keyring;
  readonly blindIndexKey: SecretKey;
  /** While the index's key is changed: the other one, by which people may stand indexed too. */
  readonly otherBlindIndexKey?: SecretKey | undefined;
}

/** The blind index of an identity number, as hexadecimal text. */
export function identityIndexOf(keys: PersonKeys, identityNumber: string): string {
  return blindIndexOf(keys.blindIndexKey, identityNumber).toString('hex');
}

/** The indexes under which a person may stand, the present one first. */
export function identityIndexesOf(keys: PersonKeys, identityNumber: string): readonly string[] {
  const { otherBlindIndexKey: other } = keys;
  const index = identityIndexOf(keys, identityNumber);
  return other === undefined ? [index] : [index, blindIndexOf(other, identityNumber).toString('hex')];
}

/** A person found by blind index anywhere in the city, and the live household they head. */
export interface FoundPerson {
  readonly index: string;
  readonly personId: string;
  readonly liveHouseholdId: string | null;
}

/** Finds people by identity number, whichever county registered them; by their present index; one statement. */
export async function findPeople(
  run: RunSql,
  keys: PersonKeys,
  identityNumbers: readonly string[],
): Promise<ReadonlyMap<string, FoundPerson>> {
  const present = presentIndexes(keys, identityNumbers);
  const rows = await run<FoundPerson>(
    `select encode(identity_index, 'hex') as index, person_id as "personId", live_household_id as "liveHouseholdId"
     from find_people(array(select decode(i, 'hex') from unnest($1::text[]) as i))`,
    [...present.keys()],
  );
  return new Map(
    rows.map((row) => {
      const index = present.get(row.index) ?? row.index;
      return [index, { ...row, index }];
    }),
  );
}

/** The present index of each index under which one of these people may stand. */
function presentIndexes(keys: PersonKeys, identityNumbers: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    identityNumbers.flatMap((number) => {
      const [index = '', ...others] = identityIndexesOf(keys, number);
      return [index, ...others].map((each) => [each, index] as const);
    }),
  );
}

/**
 * Registers those who are not registered yet, and answers everybody's id by blind index. Numbers are sealed for the id
 * that a person gets; one statement. `found` says who is registered already.
 */
export async function registerPeople(
  run: RunSql,
  keys: PersonKeys,
  drafts: readonly PersonDraft[],
  found: ReadonlyMap<string, FoundPerson>,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map([...found].map(([index, person]) => [index, person.personId]));
  const missing = new Map<string, PersonDraft>();
  for (const draft of drafts) {
    const index = identityIndexOf(keys, draft.identity.number);
    if (!ids.has(index)) missing.set(index, draft);
  }
  if (missing.size === 0) return ids;
  const sealed = [...missing].map(([index, draft]) => sealPerson(keys, index, draft));
  const registering = keys.otherBlindIndexKey === undefined ? 'register_people' : 'register_people_under_two_indexes';
  const rows = await run<{ index: string; personId: string }>(
    `select encode(identity_index, 'hex') as index, person_id as "personId" from ${registering}($1::jsonb)`,
    JSON.stringify(sealed),
  );
  const present = presentIndexes(
    keys,
    [...missing.values()].map(({ identity }) => identity.number),
  );
  for (const row of rows) ids.set(present.get(row.index) ?? row.index, row.personId);
  return ids;
}

/** Telephone and bank account of people that the actor's households refer to, sealed anew; one statement. */
export async function keepContacts(
  run: RunSql,
  keys: PersonKeys,
  contacts: readonly { readonly personId: string; readonly draft: Pick<PersonDraft, 'phone' | 'bankAccount'> }[],
): Promise<void> {
  if (contacts.length === 0) return;
  const sealed = contacts.map(({ personId, draft }) => ({ id: personId, ...sealContacts(keys, personId, draft) }));
  await run(
    `update person p set
       sealed_phone = coalesce(c.sealed_phone, p.sealed_phone), masked_phone = coalesce(c.masked_phone, p.masked_phone),
       sealed_bank_account = coalesce(c.sealed_bank_account, p.sealed_bank_account),
       masked_bank_account = coalesce(c.masked_bank_account, p.masked_bank_account)
     from jsonb_to_recordset($1::jsonb) as c(id uuid, sealed_phone text, masked_phone text, sealed_bank_account text,
       masked_bank_account text)
     where p.id = c.id`,
    JSON.stringify(sealed),
  );
}

function sealPerson(keys: PersonKeys, index: string, draft: PersonDraft): object {
  const id = newEventId();
  const { identity } = draft;
  return {
    id,
    index,
    other: identityIndexesOf(keys, identity.number)[1] ?? null,
    name: draft.name,
    document_kind: identity.document,
    sealed_identity: keys.keyring.seal(identity.number, personPlace(id, 'sealed_identity')),
    masked_identity: maskIdentityNumber(identity.number),
    birth_date: identity.birthDate,
    sex: identity.sex,
    ...sealContacts(keys, id, draft),
  };
}

function sealContacts(keys: PersonKeys, id: string, draft: Pick<PersonDraft, 'phone' | 'bankAccount'>): object {
  const account = draft.bankAccount === undefined ? undefined : withoutSpaces(draft.bankAccount);
  return {
    ...(draft.phone !== undefined && {
      sealed_phone: keys.keyring.seal(draft.phone, personPlace(id, 'sealed_phone')),
      masked_phone: maskPhone(draft.phone),
    }),
    ...(account !== undefined && {
      sealed_bank_account: keys.keyring.seal(account, personPlace(id, 'sealed_bank_account')),
      masked_bank_account: maskBankAccount(account),
    }),
  };
}
