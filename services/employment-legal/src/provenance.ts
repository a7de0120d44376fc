import { codeOf, type Actor } from '@nuangong/access';
import type { OrganizationReference } from '@nuangong/events';

/** The organisation, author and time of a record: columns that every record has. */
export interface Provenance {
  readonly organizationPath: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly staffId: string;
  readonly staffName: string;
  readonly recordedAt: Date;
}

/** The provenance of a record that an actor makes now. */
export function provenanceOf(actor: Actor, recordedAt: Date): Provenance {
  return {
    organizationPath: actor.scope,
    organizationId: actor.organizationId,
    organizationName: actor.organizationName,
    staffId: actor.staffId,
    staffName: actor.name,
    recordedAt,
  };
}

/** The organisation of a record as events name it; its code is the last segment of its path. */
export function organizationReference(
  record: Pick<Provenance, 'organizationId' | 'organizationPath' | 'organizationName'>,
): OrganizationReference {
  return {
    id: record.organizationId,
    path: record.organizationPath,
    code: codeOf(record.organizationPath),
    name: record.organizationName,
  };
}
