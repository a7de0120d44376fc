import type { OrganizationReference } from '@nuangong/events';

/** The status of an approved grant (救助款物核定). */
export const grantStatuses = ['AWAITING_FUNDS', 'COMMITTED', 'IN_BATCH', 'PAID', 'RELEASED'] as const;
export type GrantStatus = (typeof grantStatuses)[number];

/** The statuses in which a grant is still to be paid and can be held. */
export const unpaidStatuses = ['AWAITING_FUNDS', 'COMMITTED', 'IN_BATCH'] as const satisfies readonly GrantStatus[];

/** The organisation of a grant as events name it. */
export function organizationOfGrant(grant: {
  readonly organizationId: string;
  readonly organizationPath: string;
  readonly organizationCode: string;
  readonly organizationName: string;
}): OrganizationReference {
  return {
    id: grant.organizationId,
    path: grant.organizationPath,
    code: grant.organizationCode,
    name: grant.organizationName,
  };
}
