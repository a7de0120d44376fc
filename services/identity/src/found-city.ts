import { Client } from 'pg';
import { scopeOf, systemActor } from '@nuangong/access';
import { recordAudit, storedDate } from '@nuangong/database';
import { collectProblems, localDateAt, ok, problem, refuse, type Result } from '@nuangong/primitives';
import { announceOrganizations } from './organization/organization/announce-organizations.ts';
import {
  decideRegistration,
  decideTop,
  type NewOrganization,
  type RegisteredOrganization,
} from './organization/organization/organization.ts';

/** A city union and the provincial union above it, with code and name each. */
export interface NewCity {
  readonly province: Pick<NewOrganization, 'code' | 'name'>;
  readonly city: Pick<NewOrganization, 'code' | 'name'>;
}

/** A city union after registration. */
export interface FoundedCity {
  readonly id: string;
  readonly path: string;
  readonly name: string;
}

const organizationsThere = () =>
  problem('ORGANIZATIONS_THERE', {
    zh: '这里已有组织，不能再建城市；下级组织由管理员在控制台登记',
    en: 'Organisations already exist. Register those below the city in the console.',
  });

/**
 * Registers the city of an installation under its province, on behalf of the operator: the first organisations of an
 * empty database. Publishes the events for other services. The demonstration city is not loaded in such a database.
 *
 * @param ownerUrl the database as its owner, because nobody can have signed in yet.
 */
export async function foundCity(ownerUrl: string, wanted: NewCity, at: Date): Promise<Result<FoundedCity>> {
  const today = localDateAt(at);
  const top = decideTop({ ...wanted.province, kind: 'PROVINCE' }, today);
  const below = decideRegistration(
    { ...wanted.city, kind: 'CITY' },
    { kind: 'PROVINCE', path: top.ok ? top.value.path : '' },
    today,
  );
  if (!top.ok || !below.ok) return refuse(...collectProblems([top, below]));
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    await owner.query('lock table organization in share row exclusive mode');
    const { rows: there } = await owner.query<{ id: string; path: string; name: string }>(
      'select id, organization_path as path, name from organization order by path',
    );
    const same = there.find(({ path, name }) => path === below.value.path && name === below.value.name);
    if (same !== undefined) return ok(same);
    if (there.length > 0) return refuse(organizationsThere());
    const province = await register(owner, top.value, null, at);
    const city = await register(owner, below.value, province.id, at);
    await owner.query('commit');
    return ok({ id: city.id, path: below.value.path, name: below.value.name });
  } finally {
    await owner.end();
  }
}

async function register(
  owner: Client,
  { code, name, kind, path, from }: RegisteredOrganization,
  parentId: string | null,
  at: Date,
): Promise<{ readonly id: string }> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into organization (organization_path, code, name, kind, parent_id, in_force_from, changed_on)
     values ($1, $2, $3, $4::"OrganizationKind", $5, $6, $6) returning id`,
    [path, code, name, kind, parentId, from],
  );
  const [organization] = rows;
  if (organization === undefined) throw new Error('an organisation was not kept');
  const actor = systemActor(scopeOf(path));
  const execute = (sql: string, ...values: readonly unknown[]) => owner.query(sql, [...values]);
  await recordAudit(execute, { actor, requestId: 'installation' }, [
    {
      action: 'organization.register',
      recordType: 'Organization',
      recordId: organization.id,
      after: { code, name, kind, path, by: 'INSTALLATION' },
    },
  ]);
  const { id } = organization;
  const registered = { id, path, code, name, kind, parentId, stationKind: null, inForceFrom: storedDate(from) };
  await announceOrganizations(owner, { actor, requestId: 'installation', at }, [registered]);
  return organization;
}
