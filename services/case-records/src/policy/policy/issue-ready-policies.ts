import { scopeOf, systemActor } from '@nuangong/access';
import { createDatabase, identityOf, loadingWaitMs, prismaSql } from '@nuangong/database';
import type { Transaction } from '../../builder.ts';
import { PrismaClient } from '../../generated/prisma/client.ts';
import { keepPolicyFacts } from '../policy-fact/keep-policy-facts.ts';
import { issuePolicy } from './issue-policy.ts';
import { policyPackCodes, readCatalogue, readPolicyPack } from './read-policy-pack.ts';

/** Issues the ready-made policies in a city's name; those already issued are kept. Returns their codes. */
export async function issueReadyPolicies(
  ownerUrl: string,
  city: { readonly id: string; readonly path: string; readonly name: string },
  at: Date,
): Promise<readonly string[]> {
  const issuer = { ...systemActor(scopeOf(city.path)), organizationId: city.id, organizationName: city.name };
  const database = createDatabase<Transaction>({
    url: ownerUrl,
    connect: (adapter) => new PrismaClient({ adapter }),
    connections: 1,
    connectionWaitMs: loadingWaitMs,
  });
  try {
    const packs = await Promise.all(policyPackCodes.map(readPolicyPack));
    await database.transaction(identityOf(issuer), async (tx) => {
      await keepPolicyFacts(prismaSql(tx), issuer, await readCatalogue());
      for (const pack of packs) await issuePolicy(prismaSql(tx), issuer, pack, at);
    });
    return policyPackCodes;
  } finally {
    await database.stop();
  }
}
