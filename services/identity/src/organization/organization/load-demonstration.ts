import type { Client } from 'pg';
import { moves } from '@nuangong/demonstration-city';
import { contracts, type EventData } from '@nuangong/events';
import { announce } from '@nuangong/service';
import type { Announcing } from './announce-organizations.ts';

/** Loads the demonstration's completed moves, and publishes them: every service follows moves without a gap. */
export async function loadMoves(owner: Client, announcing: Announcing): Promise<void> {
  const contract = contracts['organization-moved.v1'];
  await owner.query(
    `update organization o set changed_on = m."from" from jsonb_to_recordset($1::jsonb) as m(code text, "from" date)
     where o.code = m.code`,
    [JSON.stringify(moves)],
  );
  const { rows } = await owner.query<{ organizationPath: string; data: EventData<typeof contract> }>(
    `with told as (
       insert into organization_move (organization_id, parent_id, parent_name, path, former_parent_id, former_parent_name,
         former_path, from_day, reason, moved_by, moved_by_name, moved_at, sequence)
       select o.id, p.id, p.name, o.organization_path, f.id, f.name, f.organization_path || o.code || '/', m."from", m.reason,
         a.id, a.name, $2::timestamptz, row_number() over (order by m."from", m.code)
       from jsonb_to_recordset($1::jsonb) as m(code text, "formerParent" text, parent text, "from" date, reason text)
       join organization o on o.code = m.code join organization p on p.code = m.parent
       join organization f on f.code = m."formerParent" join staff a on a.username = 'city-admin'
       returning *
     )
     select access.city_of(t.path) as "organizationPath", jsonb_build_object('organization', jsonb_build_object('id', o.id,
       'path', o.organization_path, 'code', o.code, 'name', o.name), 'formerPath', t.former_path, 'parentId', t.parent_id,
       'formerParentId', t.former_parent_id, 'from', t.from_day, 'sequence', t.sequence, 'movedAt', $3::text) as data
     from told t join organization o on o.id = t.organization_id order by t.sequence`,
    [JSON.stringify(moves), announcing.at, announcing.at.toISOString()],
  );
  await announce(owner, announcing, contract, rows);
}
