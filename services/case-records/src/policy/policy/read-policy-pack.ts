import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { policyFactShape, type PolicyFact } from '../policy-fact/policy-fact.ts';
import { policyFrom, type Policy } from './policy.ts';

/** The ready-made packs, each a folder of `packs/`. */
export const policyPackCodes = ['county-winter-300', 'mine-aid-centre'] as const;
export type PolicyPackCode = (typeof policyPackCodes)[number];

/** Reads the ready-made catalogue of facts; throws if an entry has another shape or a name occurs twice. */
export async function readCatalogue(): Promise<readonly PolicyFact[]> {
  const file = new URL('../policy-fact/catalogue.json', import.meta.url);
  const facts = z.array(policyFactShape).parse(JSON.parse(await readFile(file, 'utf8')));
  if (new Set(facts.map(({ name }) => name)).size !== facts.length) throw new Error('a fact comes twice');
  return facts;
}

/** Reads a pack from its folder: policy.json, clauses.json, decision.json. */
export async function readPolicyPack(code: PolicyPackCode): Promise<Policy> {
  const read = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(new URL(`./packs/${code}/${file}`, import.meta.url), 'utf8'));
  const [head, clauses, decision, catalogue] = await Promise.all([
    read('policy.json'),
    read('clauses.json'),
    read('decision.json'),
    readCatalogue(),
  ]);
  return policyFrom(head, clauses, decision, catalogue);
}
