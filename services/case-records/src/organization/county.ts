import type { OrganizationReference } from '@nuangong/events';

/**
 * The code of the county that an organisation belongs to, by its path 51/5101/510101/…; above counties, its own code.
 */
export function countyCodeOf(path: string): string {
  const codes = path.split('/').filter((code) => code !== '');
  return codes[2] ?? codes.at(-1) ?? '';
}

/** The path of the county that an organisation belongs to: 51/5101/510101/; above counties, its own. */
export function countyPathOf(path: string): string {
  return /^[^/]+\/[^/]+\/[^/]+\//.exec(path)?.[0] ?? path;
}

/** The organisation of a record as events name it; its code is the last of its path. */
export function organizationReference(record: {
  readonly organizationId: string;
  readonly organizationPath: string;
  readonly organizationName: string;
}): OrganizationReference {
  return {
    id: record.organizationId,
    path: record.organizationPath,
    code: record.organizationPath.split('/').at(-2) ?? '',
    name: record.organizationName,
  };
}
