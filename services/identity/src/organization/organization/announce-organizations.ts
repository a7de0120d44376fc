import type { Actor } from '@nuangong/access';
import { readStoredDate } from '@nuangong/database';
import { contracts, type OrganizationReference } from '@nuangong/events';
import { announce } from '@nuangong/service';
import type { Organization } from '../../generated/prisma/client.ts';

/** The transaction, actor and request of an announcement. */
export interface Announcing {
  readonly actor: Actor;
  readonly requestId: string;
  readonly at: Date;
}

/** An organisation as events name it. */
export function organizationReference({ id, path, code, name }: OrganizationReference): OrganizationReference {
  return { id, path, code, name };
}

/** Publishes new organisations, in the transaction that created them. */
export async function announceOrganizations(
  tx: Parameters<typeof announce>[0],
  announcing: Announcing,
  organizations: readonly Pick<
    Organization,
    'id' | 'path' | 'code' | 'name' | 'kind' | 'parentId' | 'stationKind' | 'inForceFrom'
  >[],
): Promise<void> {
  await announce(
    tx,
    announcing,
    contracts['organization-registered.v1'],
    organizations.map((organization) => ({
      organizationPath: organization.path,
      data: {
        organization: organizationReference(organization),
        kind: organization.kind,
        parentId: organization.parentId,
        stationKind: organization.stationKind,
        from: readStoredDate(organization.inForceFrom),
      },
    })),
  );
}
