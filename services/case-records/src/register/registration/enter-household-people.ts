import { countyOf } from '@nuangong/access';
import type { RunSql } from '@nuangong/database';
import { loadLineage } from '@nuangong/organizations';
import { notFound } from '@nuangong/subgraph';
import { ok, refuse, type Result } from '@nuangong/primitives';
import {
  findPeople,
  identityIndexOf,
  registerPeople,
  type FoundPerson,
  type PersonDraft,
  type PersonKeys,
  type RegisteredPerson,
} from '../person/register-people.ts';
import { decideName, type DecidedName, type NameAnswer } from '../household/known-name.ts';
import { barOf, twiceInHousehold, untouchedSince, type EnteredAs } from '../household/one-household.ts';

/** A person whose number a form gives, and how they are entered. */
export interface PersonToEnter extends EnteredAs {
  readonly person: PersonDraft;
  /** The field for a problem with the name. */
  readonly nameField: string;
  readonly nameAnswer: NameAnswer | null | undefined;
}

/** A person as entered in their county, under the decided name. */
export interface EnteredPerson extends RegisteredPerson, DecidedName {
  /** Whether the county already knew them. */
  readonly isKnown: boolean;
}

/**
 * Enters the people whose numbers a form gives into their county. Refuses if one of them is in another living
 * household, occurs twice, or is known under another name without an answer which is right. `keepNames` stores
 * corrected names once the household exists.
 */
export async function enterHouseholdPeople(
  run: RunSql,
  keys: PersonKeys,
  { organizationPath, at }: { readonly organizationPath: string; readonly at: Date },
  entering: readonly PersonToEnter[],
): Promise<Result<ReadonlyMap<string, EnteredPerson>>> {
  const twice = entering.filter(({ person }, place) =>
    entering.slice(0, place).some((before) => before.person.identity.number === person.identity.number),
  );
  if (twice.length > 0) return refuse(...twice.map(({ field }) => twiceInHousehold(field)));
  const { path } = countyOf(await loadLineage(run, organizationPath));
  const county = { county: path, untouchedSince: untouchedSince(at) };
  const drafts = entering.map(({ person }) => person);
  const found = await findPeople(run, keys, county, drafts);
  const numbers = await fileNumbers(run, found.values());
  const judged = entering.map(({ person, nameField, nameAnswer, ...as }) => {
    const index = identityIndexOf(keys, person.identity.number);
    const known = found.get(index);
    const bar = barOf(known, as, numbers);
    return { index, person, bar, name: decideName(known?.knownName ?? null, person.name, nameAnswer, nameField) };
  });
  const problems = judged.flatMap(({ bar, name }) => [
    ...(bar === undefined ? [] : [bar]),
    ...(name.ok || bar?.code === 'TWICE_IN_HOUSEHOLD' ? [] : name.problems),
  ]);
  if (problems.length > 0) return refuse(...problems);
  const registered = await registerPeople(run, keys, county, drafts, found);
  const entered = judged.flatMap(({ index, name }): readonly (readonly [string, EnteredPerson])[] => {
    const person = registered.get(index);
    if (person === undefined || !name.ok) return [];
    return [[index, { ...person, ...name.value, isKnown: (found.get(index)?.personId ?? null) !== null }]];
  });
  return entered.length < entering.length ? refuse(notFound({ zh: '人员', en: 'person' })) : ok(new Map(entered));
}

/** The file numbers of the households that these people are in, by household. */
export async function fileNumbers(run: RunSql, found: Iterable<FoundPerson>): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set([...found].flatMap(({ householdId }) => householdId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await run<{ id: string; number: string }>(
    'select household_id::text as id, number from case_file where household_id = any($1::uuid[])',
    ids,
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}
