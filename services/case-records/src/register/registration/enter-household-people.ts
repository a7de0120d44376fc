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

/** Somebody whose number a form names, and as what. */
export interface PersonToEnter extends EnteredAs {
  readonly person: PersonDraft;
  /** Where a problem of the name is shown. */
  readonly nameField: string;
  readonly nameAnswer: NameAnswer | null | undefined;
}

/** A person as entered in their county, under the name that was decided. */
export interface EnteredPerson extends RegisteredPerson, DecidedName {
  /** Whether the county knew them before. */
  readonly isKnown: boolean;
}

/**
 * Enters the people whose numbers a form names into their county, by blind index, unless one of them is in another
 * living household, stands twice in this one, or is known under another name and it is not said which is right. A name
 * that is corrected is kept by `keepNames`, once the household stands.
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

/** The numbers of the files of the households that these people stand in, by household. */
export async function fileNumbers(run: RunSql, found: Iterable<FoundPerson>): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set([...found].flatMap(({ householdId }) => householdId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await run<{ id: string; number: string }>(
    'select household_id::text as id, number from case_file where household_id = any($1::uuid[])',
    ids,
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}
