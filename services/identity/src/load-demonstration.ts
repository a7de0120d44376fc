import { Client } from 'pg';
import { scopeOf, systemActor } from '@nuangong/access';
import { demonstrationPassword, organizations, staff } from '@nuangong/demonstration-city';
import { storedDate } from '@nuangong/database';
import { loadRanks } from './account/authority-rank/load-demonstration.ts';
import { loadCentresAndFacilities } from './organization/in-force-count/load-demonstration.ts';
import { announceOrganizations, type Announcing } from './organization/organization/announce-organizations.ts';
import { loadMoves } from './organization/organization/load-demonstration.ts';
import { loadDelegations } from './account/delegation/load-demonstration.ts';
import { hashPassword } from './account/password/password-hash.ts';

/**
 * Loads the demonstration city into an empty database: one city with its 23 counties, base unions and aid centres, and
 * staff for every role, a completed move, and two delegations. Does not change a database that has organisations.
 *
 * @param ownerUrl the database as its owner, because nobody can have signed in yet.
 */
export async function loadDemonstration(ownerUrl: string, at: Date): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rowCount } = await owner.query('select 1 from organization limit 1');
    if (rowCount !== 0) return;
    const passwordHashes = await Promise.all(staff.map(() => hashPassword(demonstrationPassword)));
    await owner.query('begin');
    const announcing = { actor: systemActor(scopeOf('51/')), requestId: 'demonstration', at };
    await loadOrganizations(owner, announcing);
    await loadStaff(owner, passwordHashes);
    await loadMoves(owner, announcing);
    await loadRanks(owner, announcing);
    await loadDelegations(owner, at);
    await owner.query('commit');
  } finally {
    await owner.end();
  }
}

async function loadOrganizations(owner: Client, announcing: Announcing): Promise<void> {
  await owner.query(
    `insert into organization (id, organization_path, code, name, kind, parent_id, station_kind, in_force_from, changed_on)
     select id, path, code, name, kind::"OrganizationKind", "parentId", "stationKind"::"StationKind", "from", "from"
     from jsonb_to_recordset($1::jsonb) as o(id uuid, path text, code text, name text, kind text, "parentId" uuid,
       "stationKind" text, "from" date)
     order by path collate "C"`,
    [JSON.stringify(organizations)],
  );
  await owner.query(
    `insert into aid_centre (organization_id, organization_path, name, level, public_institution, posts, in_force_from,
       changed_on)
     select id, organization_path, replace(name, '总工会', '困难职工帮扶中心'),
       case kind when 'CITY' then 'PREFECTURE' else 'COUNTY' end::"AidCentreLevel", kind = 'CITY',
       case kind when 'CITY' then 12 else 0 end, '2006-09-01', '2006-09-01'
     from organization where kind in ('CITY', 'COUNTY')`,
  );
  await announceOrganizations(
    owner,
    announcing,
    organizations.map((one) => ({ ...one, inForceFrom: storedDate(one.from) })),
  );
  await loadCentresAndFacilities(owner, announcing);
}

async function loadStaff(owner: Client, passwordHashes: readonly string[]): Promise<void> {
  const rows = staff.map((one, index) => ({
    organizationId: one.organizationId,
    username: one.username,
    name: one.name,
    officePhone: one.officePhone,
    roles: [one.role],
    passwordHash: passwordHashes[index],
  }));
  await owner.query(
    `insert into staff (organization_id, organization_path, username, name, office_phone, roles, password_hash)
     select s."organizationId", o.organization_path, s.username, s.name, s."officePhone", s.roles::"Role"[], s."passwordHash"
     from jsonb_to_recordset($1::jsonb)
       as s("organizationId" uuid, username text, name text, "officePhone" text, roles text[], "passwordHash" text)
     join organization o on o.id = s."organizationId"`,
    [JSON.stringify(rows)],
  );
}
