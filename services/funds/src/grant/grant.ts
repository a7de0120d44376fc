/** Where an approved grant (救助款物核定) stands. */
export const grantStatuses = ['AWAITING_FUNDS', 'COMMITTED', 'IN_BATCH', 'PAID'] as const;
export type GrantStatus = (typeof grantStatuses)[number];

/**
 * The book in which an organisation's aid is paid: its own at county level and above, its county's for a base union
 * (`51/5101/510101/510101-01/` → `51/5101/510101/`). The same as the database's `book_of`.
 */
export function bookPathOf(organizationPath: string): string {
  const codes = organizationPath.split('/').filter((code) => code !== '');
  return `${codes.slice(0, 3).join('/')}/`;
}
