import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { organizationIdOf } from '@nuangong/demonstration-city';
import { addDays, localDateAt } from '@nuangong/primitives';
import { startIdentity, type IdentityService } from '../../testing/identity-service.ts';

let identity: IdentityService;
let county: Actor;
const countyId = organizationIdOf('510105');

beforeAll(async () => {
  identity = await startIdentity();
  county = { ...identity.administrator, scope: '51/5101/510105/' as Actor['scope'] };
});
afterAll(() => identity?.stop());

const today = () => localDateAt(identity.now());

type Answer = Record<string, { readonly id: string } | null> & {
  readonly problems: readonly { readonly code: string; readonly field: string | null }[];
};

async function command(name: string, input: object, actor: Actor = county) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const record = name.replace(/^(register|change|close)/, '').replace(/^./, (first) => first.toLowerCase());
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code field } ${record} { id } } }`;
  const answer = (await identity.ask<Record<string, Answer>>(actor, query, { input }))[name]!;
  return {
    codes: answer.problems.map(({ code, field }) => `${code} ${field ?? ''}`.trim()),
    id: answer[record]?.id ?? '',
  };
}

const told = async (key: string) =>
  identity.rows<{ type: string; data: { name?: string; to: string | null } }>(
    `select type, envelope -> 'data' as data from outbox where key = $1 order by position`,
    key,
  );

const historyOf = async (id: string) =>
  (
    await identity.rows<{ from: string; name: string }>(
      `select from_day::text as from, state ->> 'name' as name from organization_history where record_id = $1 order by id`,
      id,
    )
  ).map(({ from, name }) => `${from} ${name}`);

test('given a county, when it registers, changes and closes a department with a contact, then each is kept and announced', async () => {
  const department = { organizationId: countyId, kind: 'CIVIL_AFFAIRS', name: '云峰县民政局', from: '2024-01-01' };
  const { id: departmentId, codes } = await command('registerDepartment', department);
  expect(codes).toEqual([]);
  expect((await command('registerDepartment', department)).codes).toEqual(['DEPARTMENT_THERE name']);
  expect((await command('registerDepartment', { ...department, kind: 'POST_OFFICE' })).codes).toEqual([
    'DEPARTMENT_KIND_UNKNOWN kind',
  ]);
  expect((await command('registerDepartment', { ...department, kind: 'A\u0000' })).codes).toEqual([
    'DEPARTMENT_KIND_UNKNOWN kind',
  ]);
  const nextYear = { ...department, name: '民政二局', from: addDays(today(), 32) };
  expect((await command('registerDepartment', nextYear)).codes).toEqual(['DATE_TOO_FAR from']);
  expect((await command('registerDepartment', { ...department, name: '民' })).codes).toHaveLength(1);
  const renamed = { departmentId, kind: 'CIVIL_AFFAIRS', name: '云峰县民政和社会事务局', from: '2025-01-01' };
  expect((await command('changeDepartment', renamed)).codes).toEqual([]);
  expect((await command('changeDepartment', { ...renamed, from: '2024-06-01' })).codes).toEqual([
    'DATE_BEFORE_BASIS from',
  ]);
  expect(await historyOf(departmentId)).toEqual(['2024-01-01 云峰县民政局', '2025-01-01 云峰县民政和社会事务局']);

  const person = { organizationId: countyId, departmentId, name: '曾秀兰', duty: '低保科', phone: '0810-8105011' };
  const contact = await command('registerContact', person);
  expect(contact.codes).toEqual([]);
  expect((await command('registerContact', person)).codes).toEqual(['CONTACT_THERE name']);
  expect((await command('registerContact', { ...person, phone: '一二三' })).codes).toEqual(['PHONE_SHAPE phone']);
  const { organizationId: _place, ...present } = person;
  const moved = { ...present, contactId: contact.id, phone: '0810-8105012' };
  expect((await command('changeContact', moved)).codes).toEqual([]);
  expect((await command('closeDepartment', { departmentId, to: today() })).codes).toEqual(['CONTACTS_LEFT']);
  expect((await command('closeContact', { contactId: contact.id, to: today() })).codes).toEqual([]);
  expect((await command('changeContact', moved)).codes).toEqual(['CLOSED_ALREADY']);
  expect((await command('closeDepartment', { departmentId, to: addDays(today(), -1) })).codes).toEqual([
    'CLOSED_BEFORE_ITS_OWN to',
  ]);
  expect((await command('closeDepartment', { departmentId, to: today() })).codes).toEqual([]);
  expect((await command('registerContact', person)).codes).toEqual(['DEPARTMENT_ELSEWHERE departmentId']);

  expect((await told(departmentId)).map(({ type, data }) => [type, data.name, data.to])).toEqual([
    ['nuangong.department-changed.v1', '云峰县民政局', null],
    ['nuangong.department-changed.v1', '云峰县民政和社会事务局', null],
    ['nuangong.department-changed.v1', '云峰县民政和社会事务局', today()],
  ]);
  const ofContact = await told(contact.id);
  expect(ofContact).toHaveLength(3);
  expect(JSON.stringify(ofContact)).not.toMatch(/曾秀兰|8105011/);
});

test('given a department of another organisation or county, then no contact can be added and nobody can change it', async () => {
  const [foreign] = await identity.rows<{ id: string }>(
    'select id from department where organization_id = $1 limit 1',
    [organizationIdOf('510101')].join(),
  );
  const person = { organizationId: countyId, departmentId: foreign?.id, name: '某人', phone: '0810-8105013' };
  expect((await command('registerContact', person)).codes).toEqual(['DEPARTMENT_ELSEWHERE departmentId']);
  expect((await command('closeDepartment', { departmentId: foreign?.id, to: today() })).codes).toEqual([
    'NOT_FOUND departmentId',
  ]);
  const clerk: Actor = { ...county, roles: ['CLERK'] };
  expect((await command('registerContact', { ...person, departmentId: null }, clerk)).codes).toEqual(['FORBIDDEN']);
});

test('given a new kind inserted as a row, then a department of it can be registered without a program change', async () => {
  await identity.rows(
    `insert into department_kind (code, name, name_en, position) values ('DISABLED_FEDERATION', '残联', 'Disabled persons’ federation', 10)`,
  );
  const wanted = { organizationId: countyId, kind: 'DISABLED_FEDERATION', name: '云峰县残疾人联合会' };
  expect((await command('registerDepartment', wanted)).codes).toEqual([]);
  const asked = await identity.ask<{ organization: { departments: unknown }; departmentKinds: unknown[] }>(
    county,
    'query ($id: ID!) { organization(id: $id) { departments { name kind { code name } } } departmentKinds { code } }',
    { id: countyId },
  );
  expect(asked.organization.departments).toContainEqual({
    name: '云峰县残疾人联合会',
    kind: { code: 'DISABLED_FEDERATION', name: '残联' },
  });
  expect(asked.departmentKinds).toHaveLength(10);
});

test('given a facility, when it changes from a day on, then its history has both states and the event the new one', async () => {
  const wanted = { organizationId: countyId, kind: 'PHARMACY', name: '云峰爱心药店', from: '2024-01-01' };
  const { id: facilityId } = await command('registerFacility', wanted);
  const changed = { facilityId, kind: 'SUPERMARKET', name: '云峰扶贫超市', partner: '云峰商贸', from: '2025-03-01' };
  expect((await command('changeFacility', changed)).codes).toEqual([]);
  expect(await historyOf(facilityId)).toEqual(['2024-01-01 云峰爱心药店', '2025-03-01 云峰扶贫超市']);
  expect((await told(facilityId)).at(-1)?.data).toMatchObject({
    kind: 'SUPERMARKET',
    name: '云峰扶贫超市',
    joint: true,
    from: '2025-03-01',
  });
  const [entry] = await identity.rows<{ before: object; after: object }>(
    `select before, after from audit_entry where action = 'facility.change' and record_id = $1`,
    facilityId,
  );
  expect(entry).toMatchObject({ before: { name: '云峰爱心药店' }, after: { name: '云峰扶贫超市' } });
});
