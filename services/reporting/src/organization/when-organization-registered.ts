import type { EventOfType } from '@nuangong/events';
import type { FactWriter } from '../fact/record-facts.ts';

/** When an organisation has a place in the tree: figures may be asked of it. */
export async function whenOrganizationRegistered(
  event: EventOfType<'nuangong.organization-registered.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { organization, kind, parentId } = event.data;
  await tx.$queryRawUnsafe(
    `insert into organization (id, organization_path, code, name, kind, parent_id)
     values ($1::uuid, $2, $3, $4, $5::"OrganizationKind", $6::uuid)
     on conflict (id) do update set organization_path = excluded.organization_path, code = excluded.code,
       name = excluded.name, kind = excluded.kind, parent_id = excluded.parent_id`,
    organization.id,
    organization.path,
    organization.code,
    organization.name,
    kind,
    parentId,
  );
}
