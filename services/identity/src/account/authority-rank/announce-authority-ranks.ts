import { contracts } from '@nuangong/events';
import { readStoredDate } from '@nuangong/database';
import { announce } from '@nuangong/service';
import type { AuthorityRank } from '../../generated/prisma/client.ts';
import { organizationReference, type Announcing } from '../../organization/organization/announce-organizations.ts';

/** Publishes who holds which rank from when to when, without names, in the transaction that changed it. */
export async function announceAuthorityRanks(
  tx: Parameters<typeof announce>[0],
  announcing: Announcing,
  ranks: readonly (AuthorityRank & { readonly organization: Parameters<typeof organizationReference>[0] })[],
): Promise<void> {
  await announce(
    tx,
    announcing,
    contracts['authority-rank-changed.v1'],
    ranks.map(({ organization, ...held }) => ({
      organizationPath: held.organizationPath,
      data: {
        authorityRankId: held.id,
        organization: organizationReference(organization),
        staffId: held.staffId,
        rank: held.rank,
        from: readStoredDate(held.inForceFrom),
        to: held.inForceTo && readStoredDate(held.inForceTo),
      },
    })),
  );
}
