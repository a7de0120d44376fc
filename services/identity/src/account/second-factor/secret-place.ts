import type { SealedPlace } from '@nuangong/sealing';
import type { SecondFactor } from '../../generated/prisma/client.ts';

/** The sealed place of a second factor's secret. */
export function secretPlace({
  staffId,
  organizationPath,
}: Pick<SecondFactor, 'staffId' | 'organizationPath'>): SealedPlace {
  return { table: 'second_factor', column: 'sealed_secret', row: staffId, organization: organizationPath };
}
