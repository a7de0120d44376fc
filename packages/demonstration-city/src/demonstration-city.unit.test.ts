import { roles, type Role } from '@nuangong/access';
import { expect, test } from 'vitest';
import { fitsCheckDigit, readIdentityNumber, readPhone } from '@nuangong/primitives';
import {
  city,
  counties,
  demonstrationSignIns,
  familyOf,
  organizationIdOf,
  organizations,
  registerCounties,
  staff,
} from './index.ts';

test('23 counties are below the city, each with a unique name, path and id', () => {
  expect(counties.map(({ code }) => code)).toEqual(Array.from({ length: 23 }, (_, place) => `${510_101 + place}`));
  expect(new Set(organizations.map(({ name }) => name)).size).toBe(organizations.length);
  expect(new Set(organizations.map(({ id }) => id)).size).toBe(organizations.length);
  for (const county of counties) {
    expect(county).toMatchObject({ parentId: city.id, path: `${city.path}${county.code}/` });
    expect(county.name).toMatch(/[县区]总工会$/);
  }
});

test('an organisation’s path is its code under the path of the one above it', () => {
  const pathOf = new Map(organizations.map(({ id, path }) => [id, path]));
  for (const { code, parentId, path } of organizations) {
    expect(path).toBe(`${parentId === null ? '' : pathOf.get(parentId)}${code}/`);
  }
});

test('the id of a base union is its code without the hyphen', () => {
  expect(organizationIdOf('510101-01')).toBe('00000000-0000-7000-8000-000051010101');
});

test('every member of staff has a known role and organisation, and a unique username', () => {
  const known = new Set(organizations.map(({ id }) => id));
  for (const { role, organizationId } of staff) {
    expect(roles).toContain(role);
    expect(known).toContain(organizationId);
  }
  expect(new Set(staff.map(({ username }) => username)).size).toBe(staff.length);
  expect(demonstrationSignIns).toContainEqual(
    expect.objectContaining({ username: 'qinghe-clerk', organization: '青禾县总工会' }),
  );
});

const rolesAt = (code: string): ReadonlySet<Role> =>
  new Set(staff.filter(({ organizationId }) => organizationId === organizationIdOf(code)).map(({ role }) => role));

test('the two counties that attack each other have staff for every role', () => {
  for (const code of ['510101', '510102'])
    expect([code, roles.filter((role) => !rolesAt(code).has(role))]).toEqual([code, []]);
});

test('the city has two administrators, since one alone cannot confirm acts on guarded accounts', () => {
  expect(
    staff.filter(({ role, organizationId }) => role === 'ADMINISTRATOR' && organizationId === city.id),
  ).toHaveLength(2);
});

test('the industry union has staff for all steps from file to table, and a base union reports its own table', () => {
  const work = ['CLERK', 'REVIEWER', 'APPROVER', 'FINANCE', 'FINANCE_LEAD', 'STATISTICS'] as const;
  expect(work.filter((role) => !rolesAt('510190').has(role))).toEqual([]);
  expect(rolesAt('510101-01')).toContain('STATISTICS');
});

test('everybody has a unique office telephone', () => {
  const phones = staff.map(({ officePhone }) => officePhone);
  for (const phone of phones) expect(phone).toMatch(/^0810-\d{7}$/);
  expect(new Set(phones).size).toBe(phones.length);
});

test('six counties keep 1,500 families, whose numbers are valid and nobody else’s; the first county keeps none', () => {
  const families = registerCounties.flatMap(({ organization, households }) =>
    Array.from({ length: households }, (_, place) => familyOf(organization, place)),
  );
  expect(families).toHaveLength(1_500);
  expect(registerCounties.map(({ organization }) => organization.code)).not.toContain(counties[0]?.code);
  for (const { identityNumber, account, phone } of families) {
    expect(readIdentityNumber(identityNumber)).toMatchObject({ ok: true });
    expect(fitsCheckDigit(account)).toBe(true);
    expect(readPhone(phone)).toMatchObject({ ok: true });
  }
  for (const key of ['identityNumber', 'account', 'phone'] as const)
    expect(new Set(families.map((family) => family[key])).size).toBe(families.length);
});
