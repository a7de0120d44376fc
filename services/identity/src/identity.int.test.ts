import type { PrismaPg } from '@prisma/adapter-pg';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { organizationIdOf } from '@nuangong/demonstration-city';
import { columnsThatDiffer } from '@nuangong/database/testing';
import { buildActor } from '@nuangong/service/testing';
import { getDatamodel } from './generated/pothos-types.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { startIdentity, type IdentityService } from './testing/identity-service.ts';

let identity: IdentityService;

beforeAll(async () => {
  identity = await startIdentity();
  county = identity.administrator;
  city = identity.cityAdministrator;
});

afterAll(() => identity?.stop());

let county: Actor;
let city: Actor;
const countyId = organizationIdOf('510101');
const otherCountyId = organizationIdOf('510102');

describe('organisations and staff', () => {
  test('the city sees its 23 counties; a county sees itself and its subordinates', async () => {
    const query = '{ organizations(filter: { kind: COUNTY }) { total items { code } } }';
    const seenByCity = await identity.ask<{ organizations: { total: number } }>(city, query);
    expect(seenByCity.organizations.total).toBe(23);
    const seenByCounty = await identity.ask<{ organizations: { items: { code: string }[] } }>(county, query);
    expect(seenByCounty.organizations.items).toEqual([{ code: '510101' }]);
  });

  test('a county gets nothing of another county by id, by its staff or as an entity', async () => {
    const asked = await identity.ask(
      county,
      `query ($id: ID!, $representations: [_Any!]!) {
        organization(id: $id) { name }
        allStaff(filter: { organizationId: $id }) { total }
        _entities(representations: $representations) { ... on Organization { name } }
      }`,
      { id: otherCountyId, representations: [{ __typename: 'Organization', id: otherCountyId }] },
    );
    expect(asked).toEqual({ organization: null, allStaff: { total: 0 }, _entities: [null] });
  });

  test('a county administrator enrols staff of its own, not of another county, and not with a taken username', async () => {
    const enrol = (organizationId: string, username: string) =>
      identity.ask<{ enrolStaff: { problems: { code: string; field: string }[]; staff: { name: string } | null } }>(
        county,
        `mutation ($input: EnrolStaffInput!) { enrolStaff(input: $input) { problems { code field } staff { name } } }`,
        { input: { organizationId, username, name: '冯雪', roles: ['CLERK'], password: 'a long sentence of words' } },
      );
    expect((await enrol(countyId, 'qinghe-clerk-2')).enrolStaff).toEqual({ problems: [], staff: { name: '冯雪' } });
    expect((await enrol(otherCountyId, 'linjiang-clerk-2')).enrolStaff.problems).toEqual([
      { code: 'NOT_FOUND', field: 'organizationId' },
    ]);
    expect((await enrol(countyId, 'qinghe-clerk')).enrolStaff.problems).toEqual([
      { code: 'USERNAME_TAKEN', field: 'username' },
    ]);
  });

  test('a clerk is refused to enrol staff, with a message', async () => {
    const { enrolStaff } = await identity.ask<{ enrolStaff: { problems: { code: string }[] } }>(
      buildActor(),
      `mutation ($input: EnrolStaffInput!) { enrolStaff(input: $input) { problems { code } } }`,
      {
        input: {
          organizationId: countyId,
          username: 'someone',
          name: '某人',
          roles: ['CLERK'],
          password: 'a long sentence of words',
        },
      },
    );
    expect(enrolStaff.problems).toEqual([{ code: 'FORBIDDEN' }]);
  });

  test('an organisation registered under a county gets its path from it and is announced to the other services', async () => {
    const { registerOrganization } = await identity.ask<{
      registerOrganization: { problems: unknown[]; organization: { id: string; path: string } };
    }>(
      county,
      `mutation ($input: RegisterOrganizationInput!) {
        registerOrganization(input: $input) { problems { code } organization { id path } }
      }`,
      { input: { parentId: countyId, code: '510101-09', name: '县酒厂工会', kind: 'BASE_UNION' } },
    );
    expect(registerOrganization.organization.path).toBe('51/5101/510101/510101-09/');
    const owner = new Client({ connectionString: identity.databases.ownerUrl });
    await owner.connect();
    const told = await owner.query('select 1 from outbox where key = $1', [registerOrganization.organization.id]);
    const audited = await owner.query('select action from audit_entry where record_id = $1', [
      registerOrganization.organization.id,
    ]);
    await owner.end();
    expect(told.rowCount).toBe(1);
    expect(audited.rows).toEqual([{ action: 'organization.register' }]);
  });

  test('a page of staff costs the same number of statements however long it is', async () => {
    const cost = async (perPage: number): Promise<number> => {
      const before = identity.service.database.statements();
      await identity.ask(
        city,
        `{ allStaff(perPage: ${perPage}) { total items { name roles secondFactor lockedUntil organization { name parent { name } } } } }`,
      );
      return identity.service.database.statements() - before;
    };
    await cost(5);
    expect(await cost(100)).toBe(await cost(10));
  });
});

describe('the database itself', () => {
  test('agrees with the Prisma schema', async () => {
    const connect = (adapter: PrismaPg) => new PrismaClient({ adapter });
    expect(await columnsThatDiffer(identity.databases.ownerUrl, connect, getDatamodel())).toEqual([]);
  });

  test('shows the service’s role no rows without an identity, and refuses it to alter tables or switch off security', async () => {
    const role = new Client({ connectionString: identity.databases.url });
    await role.connect();
    const tables = await role.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'organization_path'`,
    );
    expect(tables.rows.length).toBeGreaterThan(4);
    for (const { name } of tables.rows) {
      const { rows } = await role.query(`select count(*)::int as seen from ${role.escapeIdentifier(name)}`);
      expect([name, rows[0]]).toEqual([name, { seen: 0 }]);
    }
    await expect(role.query('alter table staff disable row level security')).rejects.toThrow(/must be owner/);
    await expect(role.query('delete from audit_entry')).rejects.toThrow(/append-only/);
    await role.end();
  });
});
