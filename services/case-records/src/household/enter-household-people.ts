import type { RunSql } from '@nuangong/database';
import { notFound } from '@nuangong/subgraph';
import { ok, refuse, type Problem, type Result } from '@nuangong/primitives';
import { countyPathOf } from '../organization/county.ts';
import {
  findPeople,
  identityIndexOf,
  registerPeople,
  type FoundPerson,
  type PersonDraft,
  type PersonKeys,
  type RegisteredPerson,
} from '../person/register-people.ts';
import { barOf, twiceInHousehold, untouchedSince, type EnteredAs } from './one-household.ts';

/** Somebody whose number a form names, and as what. */
export interface PersonToEnter extends EnteredAs {
  readonly person: PersonDraft;
}

/** People as entered, by blind index, and what was known of them before. */
export interface EnteredPeople {
  readonly people: ReadonlyMap<string, RegisteredPerson>;
  readonly found: ReadonlyMap<string, FoundPerson>;
}

/**
 * Enters the people whose numbers a form names into their county, unless one of them is in another living household or
 * stands twice in this one.
 */
export async function enterHouseholdPeople(
  run: RunSql,
  keys: PersonKeys,
  { organizationPath, at }: { readonly organizationPath: string; readonly at: Date },
  entering: readonly PersonToEnter[],
): Promise<Result<EnteredPeople>> {
  const twice = entering.filter(({ person }, place) =>
    entering.slice(0, place).some((before) => before.person.identity.number === person.identity.number),
  );
  if (twice.length > 0) return refuse(...twice.map(({ field }) => twiceInHousehold(field)));
  const county = { county: countyPathOf(organizationPath), untouchedSince: untouchedSince(at) };
  const drafts = entering.map(({ person }) => person);
  const found = await findPeople(run, keys, county, drafts);
  const numbers = await fileNumbers(run, found.values());
  const bars = entering.flatMap(({ person, ...as }): readonly Problem[] => {
    const bar = barOf(found.get(identityIndexOf(keys, person.identity.number)), as, numbers);
    return bar === undefined ? [] : [bar];
  });
  if (bars.length > 0) return refuse(...bars);
  const people = await registerPeople(run, keys, county, drafts, found);
  if (people.size < drafts.length) return refuse(notFound({ zh: '人员', en: 'person' }));
  return ok({ people, found });
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
