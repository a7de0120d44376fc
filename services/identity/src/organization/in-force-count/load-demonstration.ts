import type { Client } from 'pg';
import { centrePeople, contacts, departments, facilities } from '@nuangong/demonstration-city';
import { contracts, type EventContract, type EventData } from '@nuangong/events';
import { announce } from '@nuangong/service';
import type { Announcing } from '../organization/announce-organizations.ts';

/**
 * Loads the staff of the demonstration's aid centres, its facilities, departments and contacts, and publishes them.
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
  await loadDepartments(owner, announcing);
}

/** Loads the departments and contacts of the demonstration's organisations, and publishes both. */
async function loadDepartments(owner: Client, announcing: Announcing): Promise<void> {
  await owner.query(
    `insert into department (organization_path, organization_id, kind, name, in_force_from, changed_on)
     select o.organization_path, o.id, d.kind, d.name, d."from", d."from"
     from jsonb_to_recordset($1::jsonb) as d("organizationId" uuid, kind text, name text, "from" date)
     join organization o on o.id = d."organizationId"`,
    [JSON.stringify(departments)],
  );
  await owner.query(
    `insert into contact (organization_path, organization_id, department_id, name, duty, phone, in_force_from, changed_on)
     select o.organization_path, o.id, d.id, c.name, c.duty, c.phone, c."from", c."from"
     from jsonb_to_recordset($1::jsonb) as c("organizationId" uuid, department text, name text, duty text, phone text,
       "from" date)
     join organization o on o.id = c."organizationId"
     left join department d on d.organization_id = o.id and d.name = c.department`,
    [JSON.stringify(contacts)],
  );
  await tell(owner, announcing, contracts['department-changed.v1'], departmentsNow);
  await tell(owner, announcing, contracts['contact-changed.v1'], contactsNow);
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

const departmentsNow = `
  select o.organization_path as "organizationPath", jsonb_build_object('departmentId', d.id, 'organization', ${organization},
    'kind', d.kind, 'name', d.name, 'from', d.in_force_from, 'to', d.in_force_to) as data
  from department d join organization o on o.id = d.organization_id order by d.id`;

const contactsNow = `
  select o.organization_path as "organizationPath", jsonb_build_object('contactId', c.id, 'organization', ${organization},
    'departmentId', c.department_id, 'from', c.in_force_from, 'to', c.in_force_to) as data
  from contact c join organization o on o.id = c.organization_id order by c.id`;
