import type { Client } from 'pg';
import { centrePeople, facilities } from '@nuangong/demonstration-city';
import { contracts, type EventContract, type EventData } from '@nuangong/events';
import { announce } from '@nuangong/service';
import type { Announcing } from '../organization/announce-organizations.ts';

/**
 * Loads the staff of the demonstration's aid centres and its facilities, and publishes the centres, posts and
 * facilities.
 */
export async function loadCentresAndFacilities(owner: Client, announcing: Announcing): Promise<void> {
  await owner.query(
    `insert into centre_post (organization_path, organization_id, aid_centre_id, name, duty, public_post, in_force_from,
       changed_on)
     select c.organization_path, c.organization_id, c.id, p.name, p.duty, p."publicPost", p."from", p."from"
     from jsonb_to_recordset($1::jsonb) as p("organizationId" uuid, name text, duty text, "publicPost" boolean, "from" date)
     join aid_centre c on c.organization_id = p."organizationId"`,
    [JSON.stringify(centrePeople)],
  );
  await owner.query(
    `insert into facility (organization_path, organization_id, kind, name, partner, address, phone, in_force_from,
       changed_on)
     select o.organization_path, o.id, f.kind::"FacilityKind", f.name, f.partner, f.address, f.phone, f."from", f."from"
     from jsonb_to_recordset($1::jsonb) as f("organizationId" uuid, kind text, name text, partner text, address text,
       phone text, "from" date)
     join organization o on o.id = f."organizationId"`,
    [JSON.stringify(facilities)],
  );
  await tell(owner, announcing, contracts['aid-centre-changed.v1'], centresNow);
  await tell(owner, announcing, contracts['centre-post-changed.v1'], peopleNow);
  await tell(owner, announcing, contracts['facility-changed.v1'], facilitiesNow);
}

async function tell<Contract extends EventContract>(
  owner: Client,
  announcing: Announcing,
  contract: Contract,
  sql: string,
): Promise<void> {
  const { rows } = await owner.query<{ organizationPath: string; data: EventData<Contract> }>(sql);
  await announce(owner, announcing, contract, rows);
}

const organization = `jsonb_build_object('id', o.id, 'path', o.organization_path, 'code', o.code, 'name', o.name)`;

const centresNow = `
  select o.organization_path as "organizationPath", jsonb_build_object('aidCentreId', c.id, 'organization', ${organization},
    'name', c.name, 'level', c.level, 'publicInstitution', c.public_institution, 'posts', c.posts, 'from', c.changed_on,
    'to', c.in_force_to) as data
  from aid_centre c join organization o on o.id = c.organization_id order by c.id`;

const peopleNow = `
  select o.organization_path as "organizationPath", jsonb_build_object('centrePostId', p.id, 'aidCentreId', c.id,
    'organization', ${organization}, 'level', c.level, 'publicPost', p.public_post, 'from', p.in_force_from,
    'to', p.in_force_to) as data
  from centre_post p join aid_centre c on c.id = p.aid_centre_id join organization o on o.id = p.organization_id
  order by p.id`;

const facilitiesNow = `
  select o.organization_path as "organizationPath", jsonb_build_object('facilityId', f.id, 'organization', ${organization},
    'kind', f.kind, 'name', f.name, 'joint', f.partner <> '', 'from', f.in_force_from, 'to', f.in_force_to) as data
  from facility f join organization o on o.id = f.organization_id order by f.id`;
