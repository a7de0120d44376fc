import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { policyFactShape, type PolicyFact } from '../policy-fact/policy-fact.ts';
import { policyFrom, type Policy } from './policy.ts';

/** The ready-made policies, each a folder of `ready-policies/`. */
export const readyPolicyCodes = ['county-winter-300', 'mine-aid-centre'] as const;
export type ReadyPolicyCode = (typeof readyPolicyCodes)[number];

/** Reads the ready-made catalogue of facts; throws if an entry has another shape or a name occurs twice. */
export async function readCatalogue(): Promise<readonly PolicyFact[]> {
  const file = new URL('../policy-fact/catalogue.json', import.meta.url);
  const facts = z.array(policyFactShape).parse(JSON.parse(await readFile(file, 'utf8')));
  if (new Set(facts.map(({ name }) => name)).size !== facts.length) throw new Error('a fact comes twice');
  return facts;
}

/** Reads a policy from its folder: policy.json, clauses.json, decision.json. */
export async function readReadyPolicy(code: ReadyPolicyCode): Promise<Policy> {
  const read = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(new URL(`./ready-policies/${code}/${file}`, import.meta.url), 'utf8'));
  const [head, clauses, decision, catalogue] = await Promise.all([
    read('policy.json'),
    read('clauses.json'),
    read('decision.json'),
    readCatalogue(),
  ]);
  return policyFrom(head, clauses, decision, catalogue);
}
