import { prismaSql } from '@nuangong/database';
import type { EventOfType } from '@nuangong/events';
import { localDate, localDateAt } from '@nuangong/primitives';
import { rememberSetting } from './setting.ts';
import { rememberOrganizations } from './remember-organizations.ts';

/** A Prisma transaction as these reactions use it. */
interface TransactionClient {
  $queryRawUnsafe(sql: string, ...values: unknown[]): PromiseLike<unknown>;
}

/** What every service but identity does when identity tells of organisations. */
export const organizationReactions = {
  'nuangong.organization-registered.v1': whenOrganizationRegistered,
  'nuangong.organization-renamed.v1': whenOrganizationRenamed,
  'nuangong.organization-closed.v1': whenOrganizationClosed,
  'nuangong.setting-set.v1': whenSettingSet,
};

/** Keeps where an organisation stands, what it is and is called: its records, money and figures may come from now on. */
async function whenOrganizationRegistered(
  { time, data: { organization, kind, parentId, from } }: EventOfType<'nuangong.organization-registered.v1'>,
  tx: TransactionClient,
): Promise<void> {
  const told = { ...organization, kind, parentId, from: from === undefined ? localDateAt(time) : localDate(from) };
  await rememberOrganizations(prismaSql(tx), [told]);
}

/** Keeps the name that an organisation has now; what was recorded before keeps its own. */
async function whenOrganizationRenamed(
  { data: { organization } }: EventOfType<'nuangong.organization-renamed.v1'>,
  tx: TransactionClient,
): Promise<void> {
  await prismaSql(tx)(
    'update organization set name = $2 where id = $1::uuid returning id::text',
    organization.id,
    organization.name,
  );
}

/** Keeps the last day of an organisation: from then on nothing is planned for it. */
async function whenOrganizationClosed(
  { data: { organization, to } }: EventOfType<'nuangong.organization-closed.v1'>,
  tx: TransactionClient,
): Promise<void> {
  await prismaSql(tx)(
    'update organization set in_force_to = $2::date where id = $1::uuid returning id::text',
    organization.id,
    to,
  );
}

/** Keeps what an organisation set: it holds from its day on for whatever asks (`settingOf`). */
async function whenSettingSet({ data }: EventOfType<'nuangong.setting-set.v1'>, tx: TransactionClient): Promise<void> {
  await rememberSetting(prismaSql(tx), data);
}
