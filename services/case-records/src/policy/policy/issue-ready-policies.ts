import { scopeOf, systemActor } from '@nuangong/access';
import { createDatabase, identityOf, loadingWaitMs, prismaSql } from '@nuangong/database';
import type { Transaction } from '../../builder.ts';
import { PrismaClient } from '../../generated/prisma/client.ts';
import { keepPolicyFacts } from '../policy-fact/keep-policy-facts.ts';
import { issuePolicy } from './issue-policy.ts';
import { readyPolicyCodes, readCatalogue, readReadyPolicy } from './read-ready-policy.ts';

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
    const policies = await Promise.all(readyPolicyCodes.map(readReadyPolicy));
    await database.transaction(identityOf(issuer), async (tx) => {
      await keepPolicyFacts(prismaSql(tx), issuer, await readCatalogue());
      for (const policy of policies) await issuePolicy(prismaSql(tx), issuer, policy, at);
    });
    return readyPolicyCodes;
  } finally {
    await database.stop();
  }
}
