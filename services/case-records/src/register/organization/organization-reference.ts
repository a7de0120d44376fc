import { codeOf } from '@nuangong/access';
import type { OrganizationReference } from '@nuangong/events';

/** The organisation of a record as events name it; its code is the last segment of its path. */
export function organizationReference(record: {
  readonly organizationId: string;
  readonly organizationPath: string;
  readonly organizationName: string;
}): OrganizationReference {
  return {
    id: record.organizationId,
    path: record.organizationPath,
    code: codeOf(record.organizationPath),
    name: record.organizationName,
  };
}
