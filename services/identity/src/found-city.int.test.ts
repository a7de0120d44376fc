import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client } from 'pg';
import { readEvent } from '@nuangong/events';
import { startTestService, type TestService } from '@nuangong/service/testing';
import type { Transaction } from './builder.ts';
import { defineIdentity } from './definition.ts';
import { enrolAdministrator } from './enrol-administrator.ts';
import { foundCity } from './found-city.ts';
import { loadDemonstration } from './load-demonstration.ts';
import { makeSigningKey } from './testing/identity-service.ts';

let service: TestService<Transaction, unknown>;
let owner: Client;
beforeAll(async () => {
  const definition = await defineIdentity({ signingKey: await makeSigningKey(), publicOrigin: '' });
  service = await startTestService(definition, {
    serviceDirectory: new URL('..', import.meta.url).pathname,
    serviceRole: 'nuangong_identity',
  });
  owner = new Client({ connectionString: service.databases.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await service?.stop();
});

const at = new Date('2026-12-01T02:00:00Z');
const wanted = { province: { code: '51', name: '四川省总工会' }, city: { code: '5107', name: '涪江市总工会' } };
const rowsOf = async (sql: string) => (await owner.query(sql)).rows;

test('an empty installation gets its city, with events, audit entries and an administrator, and no demonstration data', async () => {
  const codes = (result: Awaited<ReturnType<typeof foundCity>>) =>
    result.ok ? [] : result.problems.map(({ code }) => code);
  expect(
    codes(
      await foundCity(service.databases.ownerUrl, { province: { code: '五一', name: '省' }, city: wanted.city }, at),
    ),
  ).toEqual(['CODE_SHAPE', 'NAME_LENGTH']);
  const founded = await foundCity(service.databases.ownerUrl, wanted, at);
  expect(founded).toMatchObject({ ok: true, value: { path: '51/5107/', name: '涪江市总工会' } });
  expect(await foundCity(service.databases.ownerUrl, wanted, at)).toEqual(founded);
  const second = { ...wanted, city: { code: '5108', name: '另一市总工会' } };
  expect(codes(await foundCity(service.databases.ownerUrl, second, at))).toEqual(['ORGANIZATIONS_THERE']);
  const enrolling = { organizationCode: '5107', username: 'first-admin', name: '何卫国' };
  expect(await enrolAdministrator(service.databases.ownerUrl, enrolling, at)).toMatchObject({ ok: true });
  await loadDemonstration(service.databases.ownerUrl, at);
  expect(await rowsOf('select organization_path as path, kind from organization order by 1')).toEqual([
    { path: '51/', kind: 'PROVINCE' },
    { path: '51/5107/', kind: 'CITY' },
  ]);
  expect(await rowsOf('select username from staff')).toEqual([{ username: 'first-admin' }]);
  const told = (await rowsOf('select envelope from outbox order by position')).map(({ envelope }) =>
    readEvent(envelope),
  );
  expect(told.map(({ organizationPath, type }) => [organizationPath, type])).toEqual([
    ['51/', 'nuangong.organization-registered.v1'],
    ['51/5107/', 'nuangong.organization-registered.v1'],
  ]);
  expect(
    await rowsOf(
      `select staff_name, after ->> 'path' as path from audit_entry where action = 'organization.register' order by 2`,
    ),
  ).toEqual([
    { staff_name: '系统', path: '51/' },
    { staff_name: '系统', path: '51/5107/' },
  ]);
});
