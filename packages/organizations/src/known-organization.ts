import type { Lineage, OrganizationKind, PlacedOrganization } from '@nuangong/access';
import type { RunSql } from '@nuangong/database';
import type { LocalDate } from '@nuangong/primitives';

/** An organisation as every service knows it, from identity's events. */
export interface KnownOrganization extends PlacedOrganization {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  /** The organisation directly above; null at the top. */
  readonly parentId: string | null;
  /** The first day in force. */
  readonly from: LocalDate;
  /** The last day in force; null while it is open. */
  readonly to: LocalDate | null;
}

const columns = `id::text as id, organization_path as path, code, name, kind::text as kind, parent_id::text as "parentId",
  in_force_from::text as "from", in_force_to::text as "to"`;

/** The organisations with these ids that the transaction's actor may see, by path; one statement. */
export function findOrganizations(run: RunSql, ids: readonly string[]): Promise<readonly KnownOrganization[]> {
  return run<KnownOrganization>(
    `select ${columns} from organization where id = any($1::text[]::uuid[]) order by organization_path`,
    [...ids],
  );
}

/** The organisation with an id; undefined if the transaction's actor may not see it. */
export async function findOrganization(run: RunSql, id: string): Promise<KnownOrganization | undefined> {
  return (await findOrganizations(run, [id]))[0];
}

/**
 * The organisation of a path and all above it, nearest first; the input of `countyOf`, `bookOf`, `cityOf` and
 * `parentOf` of packages/access. The database refuses (`organization_is_known`) if the service does not know it yet.
 */
export async function loadLineage(run: RunSql, path: string): Promise<Lineage<KnownOrganization>> {
  const [own, ...above] = await run<KnownOrganization>(`select ${columns} from access.lineage($1)`, path);
  if (own === undefined) throw new Error(`no organisation of the path ${path}`);
  return [own, ...above];
}
