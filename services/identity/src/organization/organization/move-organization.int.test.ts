import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { buildActor } from '@nuangong/service/testing';
import { organizationIdOf } from '@nuangong/demonstration-city';
import { startIdentity, type IdentityService } from '../../testing/identity-service.ts';

let identity: IdentityService;
let city: Actor;
const [firstCounty, secondCounty] = [organizationIdOf('510101'), organizationIdOf('510102')];
const reason = '市总〔2026〕12 号文划转';

beforeAll(async () => {
  identity = await startIdentity();
  city = identity.cityAdministrator;
});
afterAll(() => identity?.stop());

interface Answer {
  readonly problems: readonly { readonly code: string; readonly field: string | null }[];
  readonly organization: { readonly id: string; readonly path: string } | null;
}

const command = async (
  actor: Actor,
  name: string,
  input: object,
  asked = 'organization { id path }',
): Promise<Answer> => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code field } ${asked} } }`;
  return (await identity.ask<Record<string, Answer>>(actor, query, { input }))[name]!;
};

const register = async (code: string, more: object = {}): Promise<string> => {
  const input = { parentId: firstCounty, code, name: `单位${code}`, kind: 'BASE_UNION', from: '2019-04-01', ...more };
  const { problems, organization } = await command(city, 'registerOrganization', input);
  expect(problems).toEqual([]);
  return organization!.id;
};

test('given a base union with a station and a facility, when it moves, then all follow, and the former place stays readable', async () => {
  const union = await register('510101-30');
  const station = await register('510101-30-1', { parentId: union, kind: 'AID_STATION', stationKind: 'ENTERPRISE' });
  const moved = await command(city, 'moveOrganization', {
    organizationId: union,
    parentId: secondCounty,
    from: '2026-06-01',
    reason,
  });
  expect(moved).toMatchObject({ problems: [], organization: { path: '51/5101/510102/510101-30/' } });
  const tree = await identity.rows(
    'select id, organization_path, parent_id, changed_on::text from organization where id = any ($1::uuid[]) order by 2',
    [union, station],
  );
  expect(tree).toEqual([
    { id: union, organization_path: '51/5101/510102/510101-30/', parent_id: secondCounty, changed_on: '2026-06-01' },
    {
      id: station,
      organization_path: '51/5101/510102/510101-30/510101-30-1/',
      parent_id: union,
      changed_on: '2026-06-01',
    },
  ]);
  const { organization } = await identity.ask<{ organization: unknown }>(
    buildActor({ scope: '51/5101/510102/', roles: ['ADMINISTRATOR'] }),
    `query ($id: ID!) { organization(id: $id) { name parent { id } history { from name closed }
       moves { from formerParentName parentName reason } } }`,
    { id: union },
  );
  expect(organization).toEqual({
    name: '单位510101-30',
    parent: { id: secondCounty },
    history: [{ from: '2019-04-01', name: '单位510101-30', closed: false }],
    moves: [{ from: '2026-06-01', formerParentName: '青禾县总工会', parentName: expect.any(String), reason }],
  });
  const told = await identity.rows<{ path: string; data: Record<string, unknown> }>(
    `select envelope ->> 'organizationpath' as path, envelope -> 'data' as data from outbox
     where type = 'nuangong.organization-moved.v1' and key = $1`,
    union,
  );
  expect(told).toMatchObject([
    {
      path: '51/5101/',
      data: {
        formerPath: '51/5101/510101/510101-30/',
        parentId: secondCounty,
        formerParentId: firstCounty,
        from: '2026-06-01',
      },
    },
  ]);
});

test('given counts of both counties, then a station counts with the former superior before the move and with the new one after', async () => {
  const union = await register('510101-31');
  await register('510101-31-1', {
    parentId: union,
    kind: 'AID_STATION',
    stationKind: 'ENTERPRISE',
    from: '2020-01-01',
  });
  const stations = async (id: string, on: string) => {
    const { organization } = await identity.ask<{
      organization: { inForce: { stations: { kind: string; count: number }[] } };
    }>(
      city,
      'query ($id: ID!, $on: LocalDate) { organization(id: $id) { inForce(on: $on) { stations { kind count } } } }',
      { id, on },
    );
    return organization.inForce.stations.find(({ kind }) => kind === 'ENTERPRISE')?.count ?? 0;
  };
  const [here, there, all] = [
    await stations(firstCounty, '2026-06-30'),
    await stations(secondCounty, '2026-06-30'),
    await stations(organizationIdOf('5101'), '2026-06-30'),
  ];
  await command(city, 'moveOrganization', {
    organizationId: union,
    parentId: secondCounty,
    from: '2026-06-15',
    reason,
  });
  expect(await stations(firstCounty, '2026-06-14')).toBe(here);
  expect(await stations(firstCounty, '2026-06-30')).toBe(here - 1);
  expect(await stations(secondCounty, '2026-06-30')).toBe(there + 1);
  expect(await stations(organizationIdOf('5101'), '2026-06-30')).toBe(all);
});

test('given staff of an organisation, when it moves, then their accounts follow and their sessions end', async () => {
  const union = await register('510101-32');
  const enrolled = {
    organizationId: union,
    username: 'moving-clerk',
    name: '周晓兰',
    roles: ['CLERK'],
    password: 'kastanie-wolke-7718',
  };
  const { problems } = await command(city, 'enrolStaff', enrolled, 'staff { id }');
  expect(problems).toEqual([]);
  await identity.rows(
    `insert into session (organization_path, staff_id, refresh_hash, used_hashes, started_at, last_used_at, expires_at)
     select organization_path, id, sha256('test'), '{}', now(), now(), now() + interval '1 hour' from staff
     where username = 'moving-clerk' returning 1`,
  );
  await command(city, 'moveOrganization', { organizationId: union, parentId: secondCounty, reason });
  const path = '51/5101/510102/510101-32/';
  expect(
    await identity.rows(
      `select s.organization_path, e.organization_path as session_path, e.ended_at is not null as ended
       from staff s join session e on e.staff_id = s.id where s.username = 'moving-clerk'`,
    ),
  ).toEqual([{ organization_path: path, session_path: path, ended: true }]);
});

test('given a user without permission, or an impossible move, then it is refused with a reason and nothing changes', async () => {
  const union = await register('510101-33');
  const move = (actor: Actor, more: object) =>
    command(actor, 'moveOrganization', { organizationId: union, parentId: secondCounty, reason, ...more });
  expect((await move(identity.administrator, {})).problems).toEqual([{ code: 'NOT_FOUND', field: 'parentId' }]);
  expect((await move(city, { organizationId: firstCounty, parentId: organizationIdOf('5101') })).problems).toEqual([
    { code: 'KEEPS_A_BOOK', field: null },
  ]);
  expect((await move(city, { parentId: union })).problems).toEqual([{ code: 'BELOW_ITSELF', field: 'parentId' }]);
  await register('510101-33', { parentId: secondCounty });
  expect((await move(city, {})).problems).toEqual([{ code: 'CODE_TAKEN', field: 'parentId' }]);
});

test('given a place that an organisation left, then its code there cannot be reused', async () => {
  const union = await register('510101-34');
  await command(city, 'moveOrganization', { organizationId: union, parentId: secondCounty, reason });
  const again = await command(city, 'registerOrganization', {
    parentId: firstCounty,
    code: '510101-34',
    name: '另一单位工会',
    kind: 'BASE_UNION',
  });
  expect(again.problems).toEqual([{ code: 'CODE_TAKEN', field: 'code' }]);
  expect(
    await command(city, 'moveOrganization', { organizationId: union, parentId: firstCounty, reason }),
  ).toMatchObject({ problems: [], organization: { path: '51/5101/510101/510101-34/' } });
});

test('given moves invisible to a county’s administrator, then the next move still gets the next sequence number', async () => {
  const group = await register('510101-35');
  const works = await register('510101-36');
  expect(
    await command(identity.administrator, 'moveOrganization', { organizationId: works, parentId: group, reason }),
  ).toMatchObject({
    problems: [],
    organization: { path: '51/5101/510101/510101-35/510101-36/' },
  });
  const sequences = await identity.rows<{ sequence: string }>('select sequence::int from organization_move order by 1');
  expect(sequences.map(({ sequence }) => sequence)).toEqual(sequences.map((_, place) => place + 1));
});
