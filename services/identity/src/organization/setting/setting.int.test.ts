import { afterAll, beforeAll, expect, test } from 'vitest';
import { city as cityUnion, organizationIdOf } from '@nuangong/demonstration-city';
import { settingOf, type SettingKind } from '@nuangong/organizations';
import { pgSql, type RunSql } from '@nuangong/database';
import { addDays, localDateAt, type LocalDate } from '@nuangong/primitives';
import { startIdentity, type IdentityService } from '../../testing/identity-service.ts';

let identity: IdentityService;

beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity?.stop());

const kind: SettingKind = 'POSTING_WORKING_DAYS';

const set = async (
  organizationId: string,
  value: number,
  from: LocalDate | undefined,
  actor = identity.cityAdministrator,
) => {
  const { setSetting } = await identity.ask<{ setSetting: { problems: { code: string; field: string }[] } }>(
    actor,
    'mutation ($input: SetSettingInput!) { setSetting(input: $input) { problems { code field } } }',
    { input: { organizationId, kind, value, from } },
  );
  return setSetting.problems.map(({ code, field }) => [code, field]);
};

const holds = (path: string, on: LocalDate) =>
  identity.service.database.sqlTransaction(identity.cityAdministrator, (client) => {
    const run: RunSql = pgSql(client);
    return settingOf(run, path, kind, on);
  });

test('given a city and a county that set the posting days, then the nearest applies from its day on, and each is announced once', async () => {
  const today = localDateAt(identity.now());
  const countyId = organizationIdOf('510106');
  const base = '51/5101/510106/510106-01/';
  expect(await holds(base, today)).toBeUndefined();
  expect(await set(cityUnion.id, 7, today)).toEqual([]);
  expect(await set(cityUnion.id, 8, today)).toEqual([['SET_THAT_DAY', 'from']]);
  expect(await set(countyId, 2, addDays(today, -1))).toEqual([
    ['NUMBER_OUT_OF_RANGE', 'value'],
    ['DATE_TOO_OLD', 'from'],
  ]);
  expect(await set(countyId, 10, addDays(today, 3))).toEqual([]);
  expect(await set(countyId, 10, undefined, identity.administrator)).toEqual([['NOT_FOUND', 'organizationId']]);
  expect(await holds(base, today)).toBe(7);
  expect(await holds(base, addDays(today, 3))).toBe(10);
  expect(await holds('51/5101/510107/', addDays(today, 3))).toBe(7);
  const { organization } = await identity.ask<{ organization: { settings: unknown } }>(
    identity.cityAdministrator,
    'query ($id: ID!) { organization(id: $id) { settings { value from setByItself } } }',
    { id: countyId },
  );
  expect(organization.settings).toEqual([
    { value: 10, from: addDays(today, 3), setByItself: true },
    { value: 7, from: today, setByItself: false },
  ]);
  const told = await identity.rows<{ value: number }>(
    `select (envelope -> 'data' ->> 'value')::int as value from outbox where type = 'nuangong.setting-set.v1' order by position`,
  );
  expect(told.map(({ value }) => value)).toEqual([7, 10]);
  expect(
    await identity.rows(`select before, after from audit_entry where action = 'setting.set' order by id limit 1`),
  ).toEqual([{ before: { kind, value: null }, after: { kind, value: 7, from: today } }]);
});
