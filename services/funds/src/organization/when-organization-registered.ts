import type { EventOfType } from '@nuangong/events';
import type { Transaction } from '../builder.ts';

/** Remembers where an organisation stands and what it is called, so that money can be sent down to it. */
export async function whenOrganizationRegistered(
  event: EventOfType<'nuangong.organization-registered.v1'>,
  tx: Transaction,
): Promise<void> {
  const { organization, kind } = event.data;
  const known = { organizationPath: organization.path, code: organization.code, name: organization.name, kind };
  await tx.organization.upsert({
    where: { id: organization.id },
    create: { id: organization.id, ...known },
    update: known,
  });
}
