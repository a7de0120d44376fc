import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { city as cityUnion, organizationIdOf } from '@nuangong/demonstration-city';
import { addDays, localDateAt } from '@nuangong/primitives';
import { startIdentity, type IdentityService } from '../../testing/identity-service.ts';

let identity: IdentityService;
let county: Actor;
let city: Actor;
const countyId = organizationIdOf('510105');

beforeAll(async () => {
  identity = await startIdentity();
  city = identity.cityAdministrator;
  county = { ...identity.administrator, scope: '51/5101/510105/' as Actor['scope'] };
});
afterAll(() => identity?.stop());

type Answer = Record<string, { readonly id: string } | null> & {
  readonly problems: readonly { readonly code: string }[];
};

const command = async (name: string, record: string, input: object, actor: Actor = county) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code } ${record} { id } } }`;
  const answer = (await identity.ask<Record<string, Answer>>(actor, query, { input }))[name]!;
  return { codes: answer.problems.map(({ code }) => code), id: answer[record]?.id ?? '' };
};

const today = () => localDateAt(identity.now());

const countsOn = async (id: string, on: string, actor: Actor = county) => {
  const { organization } = await identity.ask<{ organization: { inForce: unknown } }>(
    actor,
    `query ($id: ID!, $on: LocalDate) { organization(id: $id) { inForce(on: $on) {
      centres { level count publicInstitutions people } stations { kind count } facilities { kind count } } } }`,
    { id, on },
  );
  return organization.inForce;
};

const state = { name: '云岭县帮扶中心', level: 'COUNTY', publicInstitution: true, posts: 1 };

test('given a county, when its centre opens, gains staff and closes, then each day counts what was in force', async () => {
  const centre = await identity.rows<{ id: string }>('select id from aid_centre where organization_id = $1', countyId);
  const oldId = centre[0]?.id ?? '';
  const yesterday = addDays(today(), -1);
  expect((await command('registerAidCentre', 'aidCentre', { organizationId: countyId, ...state })).codes).toEqual([
    'CENTRE_THERE',
  ]);
  expect((await command('closeAidCentre', 'aidCentre', { aidCentreId: oldId, to: '2024-06-30' })).codes).toEqual([]);
  const opened = { organizationId: countyId, ...state, from: '2024-07-01' };
  const { id: aidCentreId } = await command('registerAidCentre', 'aidCentre', opened);
  const begin = (name: string, publicPost: boolean, from = '2025-01-01') =>
    command('beginCentrePost', 'centrePost', { aidCentreId, name, publicPost, from });
  const first = await begin('蒋德明', true);
  expect((await begin('彭玉珍', true)).codes).toEqual(['POSTS_FULL']);
  expect((await begin('彭玉珍', false, '2024-06-30')).codes).toEqual(['DATE_BEFORE_BASIS']);
  expect((await begin('彭玉珍', false)).codes).toEqual([]);
  const smaller = { aidCentreId, ...state, publicInstitution: false, posts: 0, from: '2025-06-01' };
  expect((await command('changeAidCentre', 'aidCentre', { ...smaller, posts: 1 })).codes).toEqual([
    'POSTS_WITHOUT_STATUS',
  ]);
  expect((await command('changeAidCentre', 'aidCentre', smaller)).codes).toEqual(['POSTS_FULL']);
  expect((await command('closeAidCentre', 'aidCentre', { aidCentreId, to: today() })).codes).toEqual(['PEOPLE_LEFT']);
  const end = (to: string) => command('endCentrePost', 'centrePost', { centrePostId: first.id, to });
  expect((await end('2024-12-31')).codes).toEqual(['DATE_BEFORE_BASIS']);
  expect((await end('2025-05-31')).codes).toEqual([]);
  expect((await end('2025-06-30')).codes).toEqual(['CLOSED_ALREADY']);
  expect((await command('changeAidCentre', 'aidCentre', smaller)).codes).toEqual([]);

  const centres = (publicInstitutions: number, people: number) => [
    { level: 'COUNTY', count: 1, publicInstitutions, people },
  ];
  expect(await countsOn(countyId, '2024-06-30')).toMatchObject({ centres: centres(0, 0) });
  expect(await countsOn(countyId, '2024-07-01')).toMatchObject({ centres: centres(1, 0) });
  expect(await countsOn(countyId, '2025-05-31')).toMatchObject({ centres: centres(1, 2) });
  expect(await countsOn(countyId, '2025-06-01')).toMatchObject({ centres: centres(0, 1) });
  expect(await countsOn(countyId, yesterday)).toEqual(await countsOn(countyId, today()));

  const told = await identity.rows<{ type: string; data: { from: string; to: string | null } }>(
    `select type, envelope -> 'data' as data from outbox where key in ($1, $2) and position > 1 order by position`,
    aidCentreId,
    first.id,
  );
  expect(told.map(({ type, data }) => [type, data.from, data.to])).toEqual([
    ['nuangong.aid-centre-changed.v1', '2024-07-01', null],
    ['nuangong.centre-post-changed.v1', '2025-01-01', null],
    ['nuangong.centre-post-changed.v1', '2025-01-01', '2025-05-31'],
    ['nuangong.aid-centre-changed.v1', '2025-06-01', null],
  ]);
  expect(JSON.stringify(told)).not.toContain('蒋德明');
});

test('given the demonstration, then the city counts its centres, stations and facilities by kind', async () => {
  const counts = (await countsOn(cityUnion.id, today(), city)) as {
    centres: { level: string }[];
    stations: unknown;
    facilities: { kind: string }[];
  };
  expect(counts.centres.map(({ level }) => level)).toEqual(['COUNTY', 'PREFECTURE']);
  expect(counts.stations).toEqual([
    { kind: 'COMMUNITY', count: 1 },
    { kind: 'ENTERPRISE', count: 1 },
    { kind: 'TOWNSHIP', count: 2 },
  ]);
  expect(counts.facilities).toHaveLength(7);
  expect(await countsOn(cityUnion.id, '1999-12-31', city)).toEqual({ centres: [], stations: [], facilities: [] });
});

test('given a facility, when it closes, then it counts up to its last day, and other counties cannot change it', async () => {
  const wanted = { organizationId: countyId, kind: 'SUPERMARKET', name: '云岭扶贫超市', from: '2023-01-01' };
  expect((await command('registerFacility', 'facility', { ...wanted, phone: '一二三' })).codes).toEqual([
    'PHONE_SHAPE',
  ]);
  const { id: facilityId } = await command('registerFacility', 'facility', wanted);
  const close = (actor: Actor) => command('closeFacility', 'facility', { facilityId, to: '2025-12-31' }, actor);
  expect((await close(identity.administrator)).codes).toEqual(['NOT_FOUND']);
  expect((await close(county)).codes).toEqual([]);
  const facilities = [{ kind: 'SUPERMARKET', count: 1 }];
  expect(await countsOn(countyId, '2025-12-31')).toMatchObject({ facilities });
  expect(await countsOn(countyId, '2026-01-01')).toMatchObject({ facilities: [] });
});

test('given a facility that begins later, when it is closed before that or without a day, then it is refused with a message', async () => {
  const from = addDays(today(), 30);
  const wanted = { organizationId: countyId, kind: 'SUPERMARKET', name: '来年扶贫超市', from };
  const { id: facilityId } = await command('registerFacility', 'facility', wanted);
  const close = (to: string) => command('closeFacility', 'facility', { facilityId, to });
  expect((await close(today())).codes).toEqual(['NOT_BEGUN']);
  expect((await close('')).codes).toEqual(['DATE_MISSING']);
});

test('given the same person, facility or code again, then it is refused, naming the existing one', async () => {
  const organizationId = organizationIdOf('510108');
  const ofCounty = { ...county, scope: '51/5101/510108/' as Actor['scope'] };
  const send = (name: string, record: string, input: object) => command(name, record, input, ofCounty);
  const [centre] = await identity.rows<{ id: string }>(
    'select id from aid_centre where organization_id = $1 and in_force_to is null',
    organizationId,
  );
  const aidCentreId =
    centre?.id ?? (await send('registerAidCentre', 'aidCentre', { organizationId, ...state, from: '2024-01-01' })).id;
  const person = { aidCentreId, name: '许\n小 英', duty: '接待', publicPost: false, from: '2025-03-01' };
  const post = await send('beginCentrePost', 'centrePost', person);
  expect(post.codes).toEqual([]);
  expect(await identity.rows('select name from centre_post where id = $1', post.id)).toEqual([{ name: '许 小 英' }]);
  expect((await send('beginCentrePost', 'centrePost', person)).codes).toEqual(['PERSON_THERE']);
  expect((await send('beginCentrePost', 'centrePost', { ...person, duty: '维权' })).codes).toEqual([]);

  const facility = { organizationId, kind: 'PHARMACY', name: '爱心药店', from: '2023-01-01' };
  for (const phone of ['-------', '123456-', '12-34-56', '1234567890123456789012', '电话']) {
    expect((await send('registerFacility', 'facility', { ...facility, phone })).codes).toEqual(['PHONE_SHAPE']);
  }
  expect((await send('registerFacility', 'facility', { ...facility, phone: '０２８－ 8765432' })).codes).toEqual([]);
  expect((await send('registerFacility', 'facility', facility)).codes).toEqual(['FACILITY_THERE']);
  expect((await send('registerFacility', 'facility', { ...facility, kind: 'HOSPITAL' })).codes).toEqual([]);

  const union = { parentId: organizationId, kind: 'BASE_UNION', name: '第三基层工会' };
  expect((await send('registerOrganization', 'organization', { ...union, code: '510108-x' })).codes).toEqual([]);
  expect((await send('registerOrganization', 'organization', { ...union, code: '510108-X' })).codes).toEqual([
    'CODE_TAKEN',
  ]);
});

test('given parts that closed lately, then their organisation cannot close before them, and a closed one sets no settings', async () => {
  const parentId = organizationIdOf('510109');
  const register = async (code: string, under: string) =>
    (
      await command(
        'registerOrganization',
        'organization',
        { parentId: under, code, kind: 'BASE_UNION', name: `${code}工会`, from: '2020-01-01' },
        city,
      )
    ).id;
  const above = await register('510109-a', parentId);
  const below = await register('510109-a-1', above);
  const close = (organizationId: string, to: string) =>
    command('closeOrganization', 'organization', { organizationId, to }, city);
  expect((await close(below, '2025-06-30')).codes).toEqual([]);
  expect((await close(above, '2025-06-29')).codes).toEqual(['CLOSED_BEFORE_ITS_OWN']);
  expect((await close(above, '2025-06-30')).codes).toEqual([]);
  const setting = { organizationId: above, kind: 'POSTING_WORKING_DAYS', value: 6 };
  expect((await command('setSetting', 'organization', setting, city)).codes).toEqual(['ORGANIZATION_CLOSED']);
});
