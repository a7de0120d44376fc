import type { OrganizationReference } from '@nuangong/events';

/** Where an approved grant (救助款物核定) stands. */
export const grantStatuses = ['AWAITING_FUNDS', 'COMMITTED', 'IN_BATCH', 'PAID', 'RELEASED'] as const;
export type GrantStatus = (typeof grantStatuses)[number];

/** The statuses in which a grant is still to be paid, and can be held. */
export const unpaidStatuses = ['AWAITING_FUNDS', 'COMMITTED', 'IN_BATCH'] as const satisfies readonly GrantStatus[];

/**
 * The book that pays an organisation's aid unless one is named and unless it keeps one below its county: its own at
 * county level and above, its county's for a base union (`51/5101/510101/510101-01/` → `51/5101/510101/`). The same as
 * the database's `book_of`.
 */
export function bookPathOf(organizationPath: string): string {
  const codes = organizationPath.split('/').filter((code) => code !== '');
  return `${codes.slice(0, 3).join('/')}/`;
}

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
