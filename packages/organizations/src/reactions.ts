import { prismaSql } from '@nuangong/database';
import type { EventOfType } from '@nuangong/events';
import { rememberOrganizations } from './remember-organizations.ts';

/** A Prisma transaction as these reactions use it. */
interface TransactionClient {
  $queryRawUnsafe(sql: string, ...values: unknown[]): PromiseLike<unknown>;
}

/** What every service but identity does when identity tells of organisations. */
export const organizationReactions = {
  'nuangong.organization-registered.v1': whenOrganizationRegistered,
};

/** Keeps where an organisation stands, what it is and is called: its records, money and figures may come from now on. */
async function whenOrganizationRegistered(
  { data: { organization, kind, parentId } }: EventOfType<'nuangong.organization-registered.v1'>,
  tx: TransactionClient,
): Promise<void> {
  await rememberOrganizations(prismaSql(tx), [{ ...organization, kind, parentId }]);
}
