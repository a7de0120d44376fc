import type { Client } from 'pg';
import { ranks } from '@nuangong/demonstration-city';
import { contracts, type EventData } from '@nuangong/events';
import { announce } from '@nuangong/service';
import type { Announcing } from '../../organization/organization/announce-organizations.ts';

/** Gives the demonstration's approvers their ranks, and publishes them. */
export async function loadRanks(owner: Client, announcing: Announcing): Promise<void> {
  const contract = contracts['authority-rank-changed.v1'];
  const { rows } = await owner.query<{ organizationPath: string; data: EventData<typeof contract> }>(
    `with held as (
       insert into authority_rank (organization_path, organization_id, staff_id, rank, in_force_from, changed_on)
       select s.organization_path, s.organization_id, s.id, r.rank::"Rank", r."from", r."from"
       from jsonb_to_recordset($1::jsonb) as r(username text, rank text, "from" date)
       join staff s on s.username = r.username
       returning *
     )
     select h.organization_path as "organizationPath", jsonb_build_object('authorityRankId', h.id,
       'organization', jsonb_build_object('id', o.id, 'path', o.organization_path, 'code', o.code, 'name', o.name),
       'staffId', h.staff_id, 'rank', h.rank, 'from', h.in_force_from, 'to', h.in_force_to) as data
     from held h join organization o on o.id = h.organization_id order by h.id`,
    [JSON.stringify(ranks)],
  );
  await announce(owner, announcing, contract, rows);
}
