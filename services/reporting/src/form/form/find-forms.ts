import { permits, type Actor } from '@nuangong/access';
import { z } from 'zod';
import type { Transaction } from '../../builder.ts';
import type { FormDefinition } from './form.ts';
import { parseForm } from './parse-form.ts';
import { forms } from './forms.ts';

/** Cache of issued forms by id; an issued form never changes. */
const known = new Map<string, FormDefinition>();
/** More forms than a province issues in all its years. */
const mostKnown = 2000;

/**
 * Every version of a form that an organisation fills, earliest first: the built-in ones, or those of the nearest
 * organisation at or above it that issued the code. No statement for the former, one for the latter.
 */
export async function findForms(
  tx: Transaction,
  code: string,
  organizationPath: string,
): Promise<readonly FormDefinition[]> {
  const own = forms.filter((form) => form.code === code);
  if (own.length > 0) return own.toSorted((one, other) => one.version - other.version);
  const rows = await tx.$queryRawUnsafe<readonly { id: string; definition: unknown }[]>(
    `select id::text as id, case when id <> all ($3::uuid[]) then definition end as definition
     from (
       select *, rank() over (order by length(organization_path) desc) as nearness
       from form_version where code = $1 and issued_at is not null and starts_with($2, organization_path)
     ) as issued
     where nearness = 1 order by version`,
    code,
    organizationPath,
    [...known.keys()],
  );
  return rows.map(({ id, definition }) => known.get(id) ?? keep(id, definition));
}

function keep(id: string, definition: unknown): FormDefinition {
  const read = parseForm(definition);
  if (!read.ok) throw new Error(`the issued form ${id} is none: ${read.problems[0]?.message.en}`);
  if (known.size >= mostKnown) known.clear();
  known.set(id, read.value);
  return read.value;
}

/**
 * A form version within the actor's scope, for those who may draft forms to try on the present facts; one statement.
 */
export async function findDraft(
  tx: Transaction,
  actor: Actor,
  code: string,
  id: string,
): Promise<readonly FormDefinition[]> {
  if (!permits(actor.roles, 'form.draft') || !z.guid().safeParse(id).success) return [];
  const found = await tx.formVersion.findFirst({ where: { id, code, organizationPath: { startsWith: actor.scope } } });
  const read = found === null ? undefined : parseForm(found.definition);
  return read?.ok ? [read.value] : [];
}

/** The version in force in a year: the latest that has begun by then, else the first. */
export function versionInForce(versions: readonly FormDefinition[], year: number): FormDefinition | undefined {
  return versions.findLast(({ version }) => version <= year) ?? versions[0];
}

/** The forms that an organisation fills, the latest version of each; one statement. */
export async function listForms(tx: Transaction, organizationPath: string): Promise<readonly FormDefinition[]> {
  const issued = await tx.$queryRawUnsafe<readonly { id: string; definition: unknown }[]>(
    `select distinct on (code) id::text as id, definition
     from form_version where issued_at is not null and starts_with($1, organization_path)
     order by code, length(organization_path) desc, version desc`,
    organizationPath,
  );
  const codes = [...new Set(forms.map(({ code }) => code))];
  const own = codes.flatMap((code) => {
    const latest = forms.filter((form) => form.code === code).toSorted((one, other) => other.version - one.version)[0];
    return latest === undefined ? [] : [latest];
  });
  return [...own, ...issued.map(({ id, definition }) => known.get(id) ?? keep(id, definition))];
}
