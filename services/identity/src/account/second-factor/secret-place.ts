import type { SealedPlace } from '@nuangong/sealing';
import type { SecondFactor } from '../../generated/prisma/client.ts';

/** Where the secret of a second factor belongs. */
export function secretPlace({
  staffId,
  organizationPath,
}: Pick<SecondFactor, 'staffId' | 'organizationPath'>): SealedPlace {
  return { table: 'second_factor', column: 'sealed_secret', row: staffId, organization: organizationPath };
}
