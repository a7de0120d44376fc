import type { RunSql } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { withoutSpaces } from '@nuangong/primitives';
import type { Keyring } from '@nuangong/sealing';
import { keepContacts, type PersonDraft, type PersonKeys, type RegisteredPerson } from '../person/register-people.ts';
import { correctionPlace, openPayeeOf } from './open-payee.ts';
import { isChanged, maskPayee, type Payee } from './payee.ts';

/** The head of a household just entered whom the county already knew, with the contacts typed on its form. */
export interface KnownHead {
  readonly person: RegisteredPerson;
  readonly householdId: string;
  readonly organizationPath: string;
  readonly draft: Pick<PersonDraft, 'phone' | 'bankAccount'>;
}

/** Who enters the household, and when. */
export interface ContactTaker {
  readonly staffId: string;
  readonly name: string;
  readonly at: Date;
}

/**
 * Replaces the contacts of heads whom the county already knew by those of the new household's form, or by none: an
 * account is never carried over from another household. The earlier contacts are kept as a correction. Three
 * statements, however many.
 */
export async function takeContacts(
  run: RunSql,
  keys: PersonKeys,
  taker: ContactTaker,
  heads: readonly KnownHead[],
): Promise<void> {
  if (heads.length === 0) return;
  const standing = await openStanding(run, keys.keyring, heads);
  await keepContacts(run, keys, heads);
  const changed = heads.flatMap((head) => {
    const before = standing.get(head.person.personId);
    if (before === undefined || (before.phone === null && before.bankAccount === null)) return [];
    const after = afterOf(before, head);
    return isChanged(before, after) ? [{ head, before, after }] : [];
  });
  if (changed.length === 0) return;
  const rows = changed.map(({ head, before, after }) => rowOf(keys.keyring, head, before, after));
  await run(insertCorrections, JSON.stringify(rows), taker.staffId, taker.name, taker.at.toISOString(), '登记新户');
}

function afterOf({ name }: Payee, { draft }: KnownHead): Payee {
  const { phone, bankAccount } = draft;
  return { name, phone: phone ?? null, bankAccount: bankAccount === undefined ? null : withoutSpaces(bankAccount) };
}

interface StandingContacts {
  readonly id: string;
  readonly name: string;
  readonly sealedPhone: string | null;
  readonly sealedBankAccount: string | null;
}

async function openStanding(
  run: RunSql,
  keyring: Keyring,
  heads: readonly KnownHead[],
): Promise<ReadonlyMap<string, Payee>> {
  const rows = await run<StandingContacts>(
    `select id::text as id, name, sealed_phone as "sealedPhone",
       sealed_bank_account as "sealedBankAccount"
     from person where id = any($1::uuid[]) for no key update`,
    heads.map(({ person }) => person.personId),
  );
  return new Map(await Promise.all(rows.map(async (row) => [row.id, await openPayeeOf(keyring, row)] as const)));
}

function rowOf(keyring: Keyring, { householdId, organizationPath, person }: KnownHead, before: Payee, after: Payee) {
  const id = newEventId();
  const seal = (payee: Payee, column: 'sealed_before' | 'sealed_after'): string =>
    keyring.seal(JSON.stringify(payee), correctionPlace(id, organizationPath, column));
  return {
    id,
    organization_path: organizationPath,
    household_id: householdId,
    person_id: person.personId,
    before: maskPayee(before),
    after: maskPayee(after),
    sealed_before: seal(before, 'sealed_before'),
    sealed_after: seal(after, 'sealed_after'),
  };
}

const insertCorrections = `
  insert into person_correction (id, organization_path, household_id, person_id, state, money_waits, changed, before, after,
    sealed_before, sealed_after, why, corrected_by, corrected_by_name, corrected_at)
  select g.id, g.organization_path, g.household_id, g.person_id, 'DONE', false, true, g.before, g.after, g.sealed_before,
    g.sealed_after, $5::text, $2::uuid, $3::text, $4::timestamptz
  from jsonb_to_recordset($1::jsonb) as g(id uuid, organization_path text, household_id uuid, person_id uuid,
    before jsonb, after jsonb, sealed_before text, sealed_after text)`;
