import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from 'pg';
import fc from 'fast-check';
import { bookOf, cityOf, countyOf, organizationKinds, parentOf, type Lineage } from '@nuangong/access';
import { databaseErrorOf, type RunSql } from '@nuangong/database';
import { localDate } from '@nuangong/primitives';
import { createTestEmptyDatabase, layFoundation } from '@nuangong/database/testing';
import { organizations } from '@nuangong/demonstration-city';
import { departmentsOf, rememberDepartment } from './department.ts';
import { findOrganizations, loadLineage } from './known-organization.ts';
import { rememberOrganizations, type NewKnownOrganization } from './remember-organizations.ts';

let owner: Client;
let drop: () => Promise<void>;

const run: RunSql = async <Row extends object>(sql: string, ...values: readonly unknown[]) =>
  (await owner.query(sql, [...values])).rows as Row[];

beforeAll(async () => {
  const database = await createTestEmptyDatabase();
  drop = database.drop;
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await layFoundation(owner);
});

afterAll(async () => {
  await owner.end();
  await drop();
});

const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** A tree with one root whose organisations are of any kind under any other, up to eight levels deep. */
const trees = fc
  .array(fc.record({ kind: fc.constantFrom(...organizationKinds), above: fc.nat() }), { minLength: 1, maxLength: 14 })
  .map((nodes) => {
    const tree: NewKnownOrganization[] = [];
    for (const [place, { kind, above }] of nodes.entries()) {
      const parent = tree.length === 0 ? undefined : tree[above % tree.length];
      const path = `${parent?.path ?? ''}${place}/`;
      const name = `单位${place}`;
      tree.push({ id: idOf(place), path, code: String(place), name, kind, parentId: parent?.id ?? null });
    }
    return tree;
  });

describe('the meaning of a path', () => {
  test('given any tree, when SQL and TypeScript compute the county, book and city of a path, then both agree', async () => {
    await fc.assert(
      fc.asyncProperty(trees, async (tree) => {
        await owner.query('begin');
        try {
          await rememberOrganizations(run, tree);
          const answered = await run<{
            path: string;
            county: string;
            book: string;
            city: string;
            parent: string | null;
          }>(
            `select o.organization_path as path, access.county_of(o.organization_path) as county,
               access.book_of(o.organization_path) as book, access.city_of(o.organization_path) as city,
               access.parent_of(o.organization_path) as parent from organization o order by o.organization_path`,
          );
          for (const { path, ...answers } of answered) {
            const lineage = await loadLineage(run, path);
            expect({
              county: countyOf(lineage).path,
              book: bookOf(lineage).path,
              city: cityOf(lineage).path,
              parent: parentOf(lineage)?.path ?? null,
            }).toEqual(answers);
          }
        } finally {
          await owner.query('rollback');
        }
      }),
      { numRuns: 25 },
    );
  });

  test('given a city with industry unions and its own base unions, then the county of a path follows from kinds, at any depth', () => {
    const city = { path: '51/5101/', kind: 'CITY' } as const;
    const union = { path: '51/5101/C01/', kind: 'INDUSTRY_UNION' } as const;
    const group = { path: '51/5101/C01/G1/', kind: 'BASE_UNION' } as const;
    const works = { path: '51/5101/C01/G1/W1/', kind: 'BASE_UNION' } as const;
    const station = { path: '51/5101/S1/', kind: 'AID_STATION' } as const;
    const deep: Lineage = [works, group, union, city];
    expect([countyOf(deep), bookOf(deep), cityOf(deep), parentOf(deep)]).toEqual([union, union, city, group]);
    const shallow: Lineage = [station, city];
    expect([countyOf(shallow), cityOf(shallow), parentOf([city])]).toEqual([city, city, undefined]);
  });
});

describe('a service’s copy of the organisations', () => {
  test('given the city from an event, when another event renames it, then the name changes and the first day stays', async () => {
    const [first] = organizations;
    await rememberOrganizations(run, organizations);
    const [known] = await findOrganizations(run, [first?.id ?? '']);
    await rememberOrganizations(run, [{ ...organizations[0]!, name: '省总工会' }]);
    const [again] = await findOrganizations(run, [first?.id ?? '']);
    expect(again).toEqual({ ...known, name: '省总工会' });
    expect(known).toMatchObject({ id: first?.id, path: first?.path, kind: first?.kind, from: first?.from, to: null });
  });

  test('given an unknown organisation, when its county is asked, then the database’s error names the rule', async () => {
    const refused = await loadLineage(run, '51/5199/').catch((error: unknown) => databaseErrorOf(error));
    expect(refused).toMatchObject({ constraints: new Set(['organization_is_known']) });
  });

  test('given departments of a county and its city, when those of a day are asked, then those in force come, nearest first', async () => {
    const told = { organizationId: idOf(0), from: '2020-01-01', to: null };
    const civil = { ...told, id: idOf(901), path: '51/5101/510101/', kind: 'CIVIL_AFFAIRS', name: '青禾县民政局' };
    const finance = { ...told, id: idOf(902), path: '51/5101/', kind: 'FINANCE', name: '锦官市财政局' };
    const elsewhere = { ...told, id: idOf(903), path: '51/5101/510102/', kind: 'FINANCE', name: '临江县财政局' };
    for (const one of [finance, civil, elsewhere, { ...civil, name: '青禾县民政和社会事务局' }]) {
      await rememberDepartment(run, one);
    }
    await rememberDepartment(run, { ...finance, to: '2026-06-30' });
    const on = async (day: string) =>
      (await departmentsOf(run, '51/5101/510101/', localDate(day))).map(({ name }) => name);
    expect(await on('2026-06-30')).toEqual(['青禾县民政和社会事务局', '锦官市财政局']);
    expect(await on('2026-07-01')).toEqual(['青禾县民政和社会事务局']);
    expect(await on('2019-12-31')).toEqual([]);
  });
});
