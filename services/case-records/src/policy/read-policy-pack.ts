import { readFile } from 'node:fs/promises';
import { policyPackFrom, type PolicyPack } from './policy.ts';

/** The packs that come ready to use, each a folder of `packs/`. */
export const policyPackCodes = ['county-winter-300', 'mine-aid-centre'] as const;
export type PolicyPackCode = (typeof policyPackCodes)[number];

/** Reads a pack from its folder: policy.json, clauses.json, decision.json. */
export async function readPolicyPack(code: PolicyPackCode): Promise<PolicyPack> {
  const read = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(new URL(`./packs/${code}/${file}`, import.meta.url), 'utf8'));
  const [head, clauses, decision] = await Promise.all([
    read('policy.json'),
    read('clauses.json'),
    read('decision.json'),
  ]);
  return policyPackFrom(head, clauses, decision);
}
