import type { Lineage, OrganizationKind, PlacedOrganization } from '@nuangong/access';
import type { RunSql } from '@nuangong/database';
import type { LocalDate } from '@nuangong/primitives';

/** An organisation as every service knows it, from identity's events. */
export interface KnownOrganization extends PlacedOrganization {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  /** The organisation right above; null at the top. */
  readonly parentId: string | null;
  /** The first day in force. */
  readonly from: LocalDate;
  /** The last day in force; null while it is open. */
  readonly to: LocalDate | null;
}

const columns = `id::text as id, organization_path as path, code, name, kind::text as kind, parent_id::text as "parentId",
  in_force_from::text as "from", in_force_to::text as "to"`;

/** Organisations by their ids, those that the transaction's actor may see, by path; one statement. */
export function findOrganizations(run: RunSql, ids: readonly string[]): Promise<readonly KnownOrganization[]> {
  return run<KnownOrganization>(
    `select ${columns} from organization where id = any($1::text[]::uuid[]) order by organization_path`,
    [...ids],
  );
}

/** One organisation by its id; undefined where the transaction's actor sees none. */
export async function findOrganization(run: RunSql, id: string): Promise<KnownOrganization | undefined> {
  return (await findOrganizations(run, [id]))[0];
}

/**
 * The organisation of a path and all above it, the nearest first: what `countyOf`, `bookOf`, `cityOf` and `parentOf` of
 * packages/access answer from. Refused by the database (`organization_is_known`) where the service has not heard of it.
 */
export async function loadLineage(run: RunSql, path: string): Promise<Lineage<KnownOrganization>> {
  const [own, ...above] = await run<KnownOrganization>(`select ${columns} from access.lineage($1)`, path);
  if (own === undefined) throw new Error(`no organisation of the path ${path}`);
  return [own, ...above];
}
