import type { RunSql } from '@nuangong/database';
import type { KnownOrganization } from './known-organization.ts';

/** An organisation to store; in force from today, Beijing time, by default. */
export type NewKnownOrganization = Omit<KnownOrganization, 'from' | 'to'> & Partial<Pick<KnownOrganization, 'from'>>;

/** Stores organisations in the caller's transaction; idempotent. */
export async function rememberOrganizations(
  run: RunSql,
  organizations: readonly NewKnownOrganization[],
): Promise<void> {
  await run(statement, JSON.stringify(organizations));
}

// Cast to the table's own column types, because some services store the kind as an enumeration.
const statement = `
  insert into organization as o (id, organization_path, code, name, kind, parent_id, in_force_from)
  select told.id, told.organization_path, told.code, told.name, told.kind,
    coalesce((select m.parent_id from organization_move m where m.organization_id = told.id
      and m.sequence <= access.last_followed_move() order by m.sequence desc limit 1), told.parent_id),
    coalesce(told.in_force_from, (now() at time zone 'Asia/Shanghai')::date)
  from jsonb_array_elements($1::jsonb) as one,
    jsonb_populate_record(null::organization, one || jsonb_build_object('organization_path', one -> 'path',
      'parent_id', one -> 'parentId', 'in_force_from', one -> 'from')) as told
  order by told.organization_path
  on conflict (id) do update set organization_path = excluded.organization_path, code = excluded.code,
    name = excluded.name, kind = excluded.kind, parent_id = excluded.parent_id
  where (o.organization_path, o.code, o.name, o.kind, o.parent_id)
    is distinct from (excluded.organization_path, excluded.code, excluded.name, excluded.kind, excluded.parent_id)`;
