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
  /** During a rotation of the index key: the other key, under which people may still be indexed. */
  readonly otherBlindIndexKey?: SecretKey | undefined;
}

/** The blind index of an identity number, as hexadecimal text. */
export function identityIndexOf(keys: PersonKeys, identityNumber: string): string {
  return blindIndexOf(keys.blindIndexKey, identityNumber).toString('hex');
}

/** The indexes that a person may be stored under, the current one first. */
export function identityIndexesOf(keys: PersonKeys, identityNumber: string): readonly string[] {
  const { otherBlindIndexKey: other } = keys;
  const index = identityIndexOf(keys, identityNumber);
  return other === undefined ? [index] : [index, blindIndexOf(other, identityNumber).toString('hex')];
}

/** The county that people are entered in, and the time before which others' drafts count as untouched. */
export interface Entering {
  readonly county: string;
  readonly untouchedSince: Date;
}

/** What a county may know of an identity before someone is entered under it. */
export interface FoundPerson {
  readonly index: string;
  readonly identityId: string;
  /** The county's own row and spelling, if it knows the person. */
  readonly personId: string | null;
  readonly knownName: string | null;
  /** The living household they are in, if it is visible to the actor, and whether as its head. */
  readonly householdId: string | null;
  readonly heads: boolean;
  /** True if they are in a living household that the actor cannot see. */
  readonly elsewhere: boolean;
  /** True if they are in an untouched draft, out of sight, that no longer blocks them. */
  readonly letGo: boolean;
}

/** A person as entered in their county. */
export interface RegisteredPerson {
  readonly personId: string;
  readonly identityId: string;
}

/** Finds what may be known of people by identity number, keyed by current index; one statement. */
export async function findPeople(
  run: RunSql,
  keys: PersonKeys,
  { county, untouchedSince }: Entering,
  people: readonly Pick<PersonDraft, 'identity'>[],
): Promise<ReadonlyMap<string, FoundPerson>> {
  const present = presentIndexes(keys, people);
  const rows = await run<FoundPerson>(
    `select encode(identity_index, 'hex') as index, identity_id::text as "identityId", person_id::text as "personId",
       known_name as "knownName", household_id::text as "householdId", heads, elsewhere,
       let_go as "letGo"
     from find_people(array(select decode(i, 'hex') from unnest($1::text[]) as i), $2::text, $3::timestamptz)`,
    [...present.keys()],
    county,
    untouchedSince.toISOString(),
  );
  return new Map(
    rows.map((row) => {
      const index = present.get(row.index) ?? row.index;
      return [index, { ...row, index }];
    }),
  );
}

/** The current index for each index that one of these people may be stored under. */
function presentIndexes(
  keys: PersonKeys,
  people: readonly Pick<PersonDraft, 'identity'>[],
): ReadonlyMap<string, string> {
  return new Map(
    people.flatMap(({ identity }) => {
      const [index = '', ...others] = identityIndexesOf(keys, identity.number);
      return [index, ...others].map((each) => [each, index] as const);
    }),
  );
}

/**
 * Registers the people whom the county does not know yet, and returns everybody by blind index. Numbers are sealed for
 * the new person's id; untouched drafts of other organisations release their people. One or two statements. `found`
 * holds the people already known.
 */
export async function registerPeople(
  run: RunSql,
  keys: PersonKeys,
  { county, untouchedSince }: Entering,
  drafts: readonly PersonDraft[],
  found: ReadonlyMap<string, FoundPerson>,
): Promise<ReadonlyMap<string, RegisteredPerson>> {
  const people = new Map<string, RegisteredPerson>();
  for (const [index, { personId, identityId }] of found) {
    if (personId !== null) people.set(index, { personId, identityId });
  }
  const letGo = [...found.values()].filter((person) => person.letGo).map(({ identityId }) => identityId);
  if (letGo.length > 0) {
    await run('select let_untouched_drafts_go($1::uuid[], $2::timestamptz)::text', letGo, untouchedSince.toISOString());
  }
  const missing = new Map<string, PersonDraft>();
  for (const draft of drafts) {
    const index = identityIndexOf(keys, draft.identity.number);
    if (!people.has(index)) missing.set(index, draft);
  }
  if (missing.size === 0) return people;
  const sealed = [...missing].map(([index, draft]) => sealPerson(keys, index, draft));
  const registering = keys.otherBlindIndexKey === undefined ? 'register_people' : 'register_people_under_two_indexes';
  const rows = await run<RegisteredPerson & { readonly index: string }>(
    `select encode(identity_index, 'hex') as index, person_id::text as "personId", identity_id::text as "identityId"
     from ${registering}($1::jsonb, $2::text)`,
    JSON.stringify(sealed),
    county,
  );
  const present = presentIndexes(keys, [...missing.values()]);
  for (const { index, ...person } of rows) people.set(present.get(index) ?? index, person);
  return people;
}

/** Replaces people's telephone and bank account by those of their new household's form, sealed; one statement. */
export async function keepContacts(
  run: RunSql,
  keys: PersonKeys,
  contacts: readonly {
    readonly person: RegisteredPerson;
    readonly draft: Pick<PersonDraft, 'phone' | 'bankAccount'>;
  }[],
): Promise<void> {
  if (contacts.length === 0) return;
  const sealed = contacts.map(({ person, draft }) => ({
    id: person.personId,
    ...sealContacts(keys, person.personId, draft),
  }));
  await run(
    `update person p set sealed_phone = c.sealed_phone, masked_phone = c.masked_phone,
       phone_index = decode(c.phone_index, 'hex'), sealed_bank_account = c.sealed_bank_account,
       masked_bank_account = c.masked_bank_account, account_index = decode(c.account_index, 'hex')
     from jsonb_to_recordset($1::jsonb) as c(id uuid, sealed_phone text, masked_phone text, phone_index text,
       sealed_bank_account text, masked_bank_account text, account_index text)
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

/** The stored form of a telephone: sealed, masked, and indexed so that equal ones are found. */
export function sealPhone(keys: PersonKeys, personId: string, phone: string) {
  return {
    sealed_phone: keys.keyring.seal(phone, personPlace(personId, 'sealed_phone')),
    masked_phone: maskPhone(phone),
    phone_index: blindIndexOf(keys.blindIndexKey, phone).toString('hex'),
  };
}

/** The stored form of a bank account: sealed, masked, and indexed so that equal ones are found. */
export function sealBankAccount(keys: PersonKeys, personId: string, account: string) {
  return {
    sealed_bank_account: keys.keyring.seal(account, personPlace(personId, 'sealed_bank_account')),
    masked_bank_account: maskBankAccount(account),
    account_index: blindIndexOf(keys.blindIndexKey, account).toString('hex'),
  };
}

function sealContacts(keys: PersonKeys, id: string, draft: Pick<PersonDraft, 'phone' | 'bankAccount'>): object {
  const account = draft.bankAccount === undefined ? undefined : withoutSpaces(draft.bankAccount);
  return {
    ...(draft.phone !== undefined && sealPhone(keys, id, draft.phone)),
    ...(account !== undefined && sealBankAccount(keys, id, account)),
  };
}
