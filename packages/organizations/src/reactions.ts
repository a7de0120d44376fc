import { prismaSql } from '@nuangong/database';
import type { EventOfType } from '@nuangong/events';
import { localDate, localDateAt } from '@nuangong/primitives';
import { rememberDepartment } from './department.ts';
import { moveRecords, rememberMove } from './remember-move.ts';
import { rememberSetting } from './setting.ts';
import { rememberOrganizations } from './remember-organizations.ts';

/** The part of a Prisma transaction that these reactions use. */
interface TransactionClient {
  $queryRawUnsafe(sql: string, ...values: unknown[]): PromiseLike<unknown>;
}

/** The reactions of every service except identity to identity's events about organisations. */
export const organizationReactions = {
  'nuangong.organization-registered.v1': whenOrganizationRegistered,
  'nuangong.organization-renamed.v1': whenOrganizationRenamed,
  'nuangong.organization-closed.v1': whenOrganizationClosed,
  'nuangong.organization-moved.v1': whenOrganizationMoved,
  'nuangong.setting-set.v1': whenSettingSet,
  'nuangong.department-changed.v1': whenDepartmentChanged,
};

/** Stores an organisation with its place, kind and name, so that its records, money and figures can follow. */
async function whenOrganizationRegistered(
  event: EventOfType<'nuangong.organization-registered.v1'>,
  tx: TransactionClient,
): Promise<void> {
  const { organization, kind, parentId, from: day } = event.data;
  const from = day === undefined ? localDateAt(event.time) : localDate(day);
  const told = { ...organization, path: event.organizationPath, kind, parentId, from };
  await rememberOrganizations(prismaSql(tx), [told]);
}

/** Stores an organisation's new name; earlier records keep the old one. */
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

/** Stores an organisation's last day: nothing is planned for it after that. */
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

/** Moves an organisation below another superior, with its subordinates and their current records. */
async function whenOrganizationMoved(
  { data }: EventOfType<'nuangong.organization-moved.v1'>,
  tx: TransactionClient,
): Promise<void> {
  const run = prismaSql(tx);
  for (const formerPath of await rememberMove(run, data)) await moveRecords(run, formerPath);
}

/** Stores a setting of an organisation; `settingOf` applies it from its day on. */
async function whenSettingSet(
  { organizationPath: path, data }: EventOfType<'nuangong.setting-set.v1'>,
  tx: TransactionClient,
): Promise<void> {
  await rememberSetting(prismaSql(tx), { ...data, organization: { ...data.organization, path } });
}

/** Stores a department's present state; `departmentsOf` gives those in force on a day. */
async function whenDepartmentChanged(
  {
    organizationPath: path,
    data: { departmentId: id, organization, ...state },
  }: EventOfType<'nuangong.department-changed.v1'>,
  tx: TransactionClient,
): Promise<void> {
  await rememberDepartment(prismaSql(tx), {
    ...state,
    id,
    path,
    organizationId: organization.id,
  });
}
