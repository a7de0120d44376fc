import { prismaSql, type RunSql } from '@nuangong/database';
import { newEventId, type EventOfType } from '@nuangong/events';
import { moveRecords, rememberMove } from '@nuangong/organizations';
import type { Keyring } from '@nuangong/sealing';
import type { Transaction } from '../../builder.ts';
import { personPlace, type PersonColumn } from '../person/person-place.ts';

/**
 * Moves the households of an organisation that moved, with their files, applications and all other current records. A
 * person belongs to one county, so the new county gets a new person, with the numbers sealed for the new id. When a
 * county has an earlier person without a household (a union that moves back), it gets the corrections made elsewhere.
 */
export async function whenOrganizationMoved(
  { data }: EventOfType<'nuangong.organization-moved.v1'>,
  tx: Transaction,
  keyring: Keyring,
): Promise<void> {
  const run = prismaSql(tx);
  for (const formerPath of await rememberMove(run, data)) await moveHouseholds(run, keyring, formerPath);
}

/**
 * Takes along the households of those who once stood at a path, and their people to another county. Undecided
 * applications under what the former place issued are withdrawn.
 */
export async function moveHouseholds(run: RunSql, keyring: Keyring, formerPath: string): Promise<void> {
  await enterPeople(run, keyring, formerPath);
  await moveRecords(run, formerPath);
  await run('select withdraw_applications_left_behind($1)::text', formerPath);
}

interface MovedPerson {
  readonly personId: string;
  readonly county: string;
  /** The person that the county has of an earlier time; null if none. */
  readonly ownId: string | null;
  readonly sealedIdentity: string;
  readonly sealedPhone: string | null;
  readonly sealedBankAccount: string | null;
}

async function enterPeople(run: RunSql, keyring: Keyring, formerPath: string): Promise<void> {
  const people = await run<MovedPerson>(
    `select person_id::text as "personId", county, own_id::text as "ownId", sealed_identity as "sealedIdentity", sealed_phone as "sealedPhone",
       sealed_bank_account as "sealedBankAccount" from people_of_moved_households($1)`,
    formerPath,
  );
  if (people.length === 0) return;
  const entered = await Promise.all(people.map((person) => sealedAnew(keyring, person)));
  await run('select enter_moved_people($1::jsonb)::text', JSON.stringify(entered));
}

async function sealedAnew(keyring: Keyring, person: MovedPerson): Promise<object> {
  const { personId, county } = person;
  const id = person.ownId ?? newEventId();
  const anew = async (sealed: string | null, column: PersonColumn): Promise<string | null> =>
    sealed === null
      ? null
      : keyring.seal(await keyring.open(sealed, personPlace(personId, column)), personPlace(id, column));
  return {
    id,
    person_id: personId,
    county,
    sealed_identity: await anew(person.sealedIdentity, 'sealed_identity'),
    sealed_phone: await anew(person.sealedPhone, 'sealed_phone'),
    sealed_bank_account: await anew(person.sealedBankAccount, 'sealed_bank_account'),
  };
}
