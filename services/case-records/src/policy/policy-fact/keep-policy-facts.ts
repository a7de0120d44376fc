import { z } from 'zod';
import type { Actor } from '@nuangong/access';
import type { RunSql } from '@nuangong/database';
import { policyFactShape, type PolicyFact } from './policy-fact.ts';

/**
 * Adds entries to the catalogue for everyone below the actor's organisation, after the existing ones; an entry of the
 * same name is replaced. Policies already issued keep the entries that they were issued with.
 */
export async function keepPolicyFacts(run: RunSql, issuer: Actor, facts: readonly PolicyFact[]): Promise<void> {
  await run(
    `with given as (
       select f.entry, f.entry ->> 'name' as name, f.place from jsonb_array_elements($2::jsonb) with ordinality as f(entry, place)
     )
     insert into policy_fact (organization_path, name, position, entry)
     select $1, g.name, (select coalesce(max(k.position), 0) from policy_fact k where k.organization_path = $1) + g.place, g.entry
     from given g
     on conflict on constraint policy_fact_once do update set entry = excluded.entry`,
    issuer.scope,
    JSON.stringify(facts),
  );
}

/** The visible catalogue, in its order: the entries of the organisation and of those above it. */
export async function loadPolicyFacts(run: RunSql): Promise<readonly PolicyFact[]> {
  const rows = await run<{ entry: unknown }>(
    `select entry from (
       select distinct on (name) position, entry from policy_fact order by name, length(organization_path) desc) as nearest
     order by position`,
  );
  return z.array(policyFactShape).parse(rows.map(({ entry }) => entry));
}
