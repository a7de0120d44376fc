import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrolAdministrator } from './enrol-administrator.ts';
import { actorOfToken, startIdentity, type IdentityService } from './testing/identity-service.ts';

let identity: IdentityService;

beforeAll(async () => {
  identity = await startIdentity();
});

afterAll(() => identity?.stop());

const enrol = (organizationCode: string, username: string, name = '第三人') =>
  enrolAdministrator(identity.databases.ownerUrl, { organizationCode, username, name }, identity.now());

test('the operator enrols a city’s administrators with a one-time password, and that is audited', async () => {
  const enrolled = await enrol('5101', 'city-admin-3');
  const { password } = enrolled.ok ? enrolled.value : { password: '' };
  const { answer, status } = await identity.signIn('city-admin-3', password);
  expect([status, answer.mustChangePassword, actorOfToken(answer.accessToken).scope]).toEqual([200, true, '51/5101/']);
  const kept = await identity.rows(
    `select staff_name, organization_path as path, after from audit_entry where action = 'staff.enrol'`,
  );
  expect(kept).toEqual([
    {
      staff_name: '系统',
      path: '51/5101/',
      after: { username: 'city-admin-3', name: '第三人', roles: ['ADMINISTRATOR'], by: 'INSTALLATION' },
    },
  ]);
});

test('an unknown organisation, a taken username and an empty name are refused, and nothing is created', async () => {
  const codes = (result: Awaited<ReturnType<typeof enrol>>) =>
    result.ok ? [] : result.problems.map(({ code }) => code);
  const before = await identity.rows('select count(*) from staff');
  expect(codes(await enrol('9999', 'city-admin-4'))).toEqual(['NOT_FOUND']);
  expect(codes(await enrol('5101', 'city-admin'))).toEqual(['USERNAME_TAKEN']);
  expect(codes(await enrol('5101', 'City Admin', ''))).toEqual(['USERNAME_SHAPE', 'NAME_LENGTH']);
  expect(await identity.rows('select count(*) from staff')).toEqual(before);
});
