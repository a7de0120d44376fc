import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { organizationIdOf } from '@nuangong/demonstration-city';
import { addDays, localDateAt } from '@nuangong/primitives';
import { startIdentity, type IdentityService } from '../../testing/identity-service.ts';

let identity: IdentityService;
let county: Actor;
const countyId = organizationIdOf('510101');

beforeAll(async () => {
  identity = await startIdentity();
  county = identity.administrator;
});
afterAll(() => identity?.stop());

interface Answer {
  readonly problems: readonly { readonly code: string; readonly field: string | null }[];
  readonly organization: { readonly id: string } | null;
}

const command = async (actor: Actor, name: string, input: object): Promise<Answer> => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code field } organization { id } } }`;
  return (await identity.ask<Record<string, Answer>>(actor, query, { input }))[name]!;
};

const register = async (code: string, more: object = {}, parentId = countyId): Promise<string> => {
  const input = { parentId, code, name: `单位${code}`, kind: 'BASE_UNION', ...more };
  const { problems, organization } = await command(county, 'registerOrganization', input);
  expect(problems).toEqual([]);
  return organization!.id;
};

const today = () => localDateAt(identity.now());

test('given a base union, when it is renamed and then closed, then history, events and audit log have each state', async () => {
  const id = await register('510101-20', { from: '2019-04-01' });
  const renamed = { organizationId: id, name: '县糖业公司工会', from: '2026-06-01' };
  expect((await command(county, 'renameOrganization', renamed)).problems).toEqual([]);
  expect((await command(county, 'closeOrganization', { organizationId: id, to: today() })).problems).toEqual([]);
  const { organization } = await identity.ask<{ organization: unknown }>(
    county,
    'query ($id: ID!) { organization(id: $id) { name inForceFrom inForceTo history { from name closed } } }',
    { id },
  );
  expect(organization).toEqual({
    name: '县糖业公司工会',
    inForceFrom: '2019-04-01',
    inForceTo: today(),
    history: [
      { from: today(), name: '县糖业公司工会', closed: true },
      { from: '2026-06-01', name: '县糖业公司工会', closed: false },
      { from: '2019-04-01', name: '单位510101-20', closed: false },
    ],
  });
  const told = await identity.rows<{ type: string; data: unknown }>(
    `select type, envelope -> 'data' as data from outbox where key = $1 order by position`,
    id,
  );
  const named = { id, path: '51/5101/510101/510101-20/', code: '510101-20', name: '县糖业公司工会' };
  expect(told.slice(1)).toEqual([
    { type: 'nuangong.organization-renamed.v1', data: { organization: named, from: '2026-06-01' } },
    { type: 'nuangong.organization-closed.v1', data: { organization: named, to: today() } },
  ]);
  expect(
    await identity.rows('select action, before, after from audit_entry where record_id = $1 order by id offset 1', id),
  ).toEqual([
    {
      action: 'organization.rename',
      before: { name: '单位510101-20' },
      after: { name: '县糖业公司工会', from: '2026-06-01' },
    },
    { action: 'organization.close', before: { to: null }, after: { to: today() } },
  ]);
});

test('given open subordinates or active accounts, then it cannot be closed; a closed one accepts nothing new', async () => {
  const id = await register('510101-21');
  const below = await register('510101-22', { kind: 'AID_STATION', stationKind: 'ENTERPRISE' }, id);
  const close = async (organizationId: string) =>
    (await command(county, 'closeOrganization', { organizationId, to: today() })).problems.map(({ code }) => code);
  expect(await close(id)).toEqual(['OPEN_BELOW']);
  expect(await close(organizationIdOf('510101-01'))).toEqual(['OPEN_BELOW']);
  expect(await close(organizationIdOf('510102'))).toEqual(['NOT_FOUND']);
  expect(await close(below)).toEqual([]);
  expect(await close(below)).toEqual(['CLOSED_ALREADY']);
  const enrol = (organizationId: string, username: string) =>
    identity.ask<{ enrolStaff: { problems: { code: string }[]; staff: { id: string } | null } }>(
      county,
      'mutation ($input: EnrolStaffInput!) { enrolStaff(input: $input) { problems { code } staff { id } } }',
      { input: { organizationId, username, name: '冯雪', roles: ['CLERK'], password: 'a long sentence of words' } },
    );
  const { enrolStaff } = await enrol(id, 'sugar-clerk');
  expect(await close(id)).toEqual(['ACCOUNTS_LEFT']);
  await identity.ask(
    county,
    'mutation ($input: DeactivateStaffInput!) { deactivateStaff(input: $input) { problems { code } } }',
    {
      input: { staffId: enrolStaff.staff?.id },
    },
  );
  expect(await close(id)).toEqual([]);
  expect((await enrol(id, 'sugar-clerk-2')).enrolStaff.problems).toEqual([{ code: 'ORGANIZATION_CLOSED' }]);
  const late = { parentId: id, code: '510101-23', name: '后设站点', kind: 'AID_STATION', stationKind: 'ENTERPRISE' };
  expect((await command(county, 'registerOrganization', late)).problems).toEqual([
    { code: 'ORGANIZATION_CLOSED', field: 'parentId' },
  ]);
});

test('given the list of open organisations, then closed ones and those of other counties are not on it', async () => {
  const id = await register('510101-24', { from: '2020-01-01' });
  const listed = async (open: boolean) => {
    const { organizations } = await identity.ask<{ organizations: { items: { id: string }[] } }>(
      county,
      'query ($open: Boolean) { organizations(filter: { open: $open }, perPage: 100) { items { id } } }',
      { open },
    );
    return organizations.items.some((one) => one.id === id);
  };
  expect([await listed(true), await listed(false)]).toEqual([true, true]);
  await command(county, 'closeOrganization', { organizationId: id, to: addDays(today(), -1) });
  expect([await listed(true), await listed(false)]).toEqual([false, true]);
});

test('given the history, then the database refuses to change it or to close an organisation twice', async () => {
  const attack = (sql: string) =>
    identity.service.database
      .sqlTransaction(county, (client) => client.query(sql))
      .then(() => 'DONE')
      .catch((error: { message: string }) => error.message);
  expect(await attack('delete from organization_history')).toMatch(/append-only/);
  expect(
    await attack(`update organization set in_force_to = null where organization_path = '51/5101/510101/510101-24/'`),
  ).toBe('organization_closed_once');
});
