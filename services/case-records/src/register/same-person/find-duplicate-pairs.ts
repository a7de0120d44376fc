import type { DuplicatePair, PersonRecord } from '@nuangong/duplicates';
import { personPlace, type PersonColumn } from '../person/person-place.ts';
import type { RunningParts } from '../../running-parts.ts';
import { comparePeople } from './compare-people.ts';

/** Compared person → identity: the same in every county. */
type Identities = ReadonlyMap<string, string>;

interface ComparedPerson {
  readonly person_id: string;
  readonly identity_id: string;
  readonly name: string;
  readonly birth_date: string;
  readonly sex: string;
  readonly sealed_identity: string;
  readonly sealed_phone: string | null;
  readonly sealed_bank_account: string | null;
  readonly region: string;
  readonly unit: string;
}

const peopleAtOnce = 2_000;

/**
 * Compares all people of the city's living households and keeps the strong and medium pairs in place of those found
 * before. Changes nothing if it is stopped on the way; answers to a pair stay with the households.
 */
export async function findDuplicatePairs(parts: RunningParts, stopping: () => boolean): Promise<void> {
  const people: PersonRecord[] = [];
  const identities = new Map<string, string>();
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    if (stopping()) return;
    const { rows } = await parts.database.pool.query<ComparedPerson>(
      `select person_id, identity_id, name, birth_date::text as birth_date, sex, sealed_identity, sealed_phone,
         sealed_bank_account, region, unit from people_to_compare($1::uuid, $2)`,
      [after, peopleAtOnce],
    );
    people.push(...(await Promise.all(rows.map((row) => opened(parts, row)))));
    for (const row of rows) identities.set(row.person_id, row.identity_id);
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.person_id;
  }
  const pairs = people.length < 2 ? [] : await comparePeople(people);
  if (stopping()) return;
  await parts.database.pool.query('select keep_duplicate_pairs($1::jsonb, $2::timestamptz)', [
    JSON.stringify(pairsOfIdentities(pairs, identities)),
    parts.clock(),
  ]);
}

async function opened({ keyring }: RunningParts, row: ComparedPerson): Promise<PersonRecord> {
  const open = (sealed: string | null, column: PersonColumn): Promise<string> =>
    sealed === null ? Promise.resolve('') : keyring.open(sealed, personPlace(row.person_id, column));
  const [identityNumber, phone, account] = await Promise.all([
    open(row.sealed_identity, 'sealed_identity'),
    open(row.sealed_phone, 'sealed_phone'),
    open(row.sealed_bank_account, 'sealed_bank_account'),
  ]);
  const { name, sex, region, unit } = row;
  return {
    id: row.person_id,
    county: '',
    name,
    birthDate: row.birth_date,
    sex,
    identityNumber,
    phone,
    account,
    region,
    unit,
  };
}

interface PairOfIdentities {
  readonly identity_id: string;
  readonly other_identity_id: string;
  readonly strength: string;
  readonly weight: number;
  readonly because: DuplicatePair['because'];
}

/** Each pair of identities once, by its strongest people; one identity in two counties is no suspicion. */
function pairsOfIdentities(pairs: readonly DuplicatePair[], identities: Identities): readonly PairOfIdentities[] {
  const found = new Map<string, PairOfIdentities>();
  for (const { a, b, strength, weight, because } of pairs) {
    const [first = '', second = ''] = [identities.get(a) ?? '', identities.get(b) ?? ''].sort();
    const key = `${first} ${second}`;
    if (first === second || strength === 'weak' || found.has(key)) continue;
    found.set(key, {
      identity_id: first,
      other_identity_id: second,
      strength: strength.toUpperCase(),
      weight,
      because,
    });
  }
  return [...found.values()];
}
