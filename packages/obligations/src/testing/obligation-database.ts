import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import type { RunSql } from '@nuangong/database';
import { createTestDatabase, type TestDatabase } from '@nuangong/database/testing';

/** A database with only the foundation's tables, and a city with two counties. */
export interface ObligationDatabase extends Pick<TestDatabase, 'url' | 'ownerUrl'> {
  /** Runs statements as the service's role within a subtree, in one transaction. */
  within<T>(scope: string, work: (run: RunSql) => Promise<T>): Promise<T>;
  /** Runs a statement as the service's role without an actor, as the scheduler does. */
  readonly asSystem: RunSql;
  /** Runs a statement as the owner, who sees everything. */
  readonly inspect: RunSql;
  drop(): Promise<void>;
}

interface Queryable {
  query(sql: string, values: unknown[]): Promise<{ readonly rows: readonly object[] }>;
}

export const cityPath = '51/5101/';
export const countyPath = '51/5101/510101/';
export const otherCountyPath = '51/5101/510102/';

/** Creates the database on the server of the tests. */
export async function createObligationDatabase(): Promise<ObligationDatabase> {
  const serviceDirectory = await mkdtemp(join(tmpdir(), 'nuangong-obligations-'));
  await mkdir(join(serviceDirectory, 'prisma', 'migrations'), { recursive: true });
  await mkdir(join(serviceDirectory, 'src'));
  const database = await createTestDatabase({ serviceDirectory, serviceRole: 'obligations_test' });
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(
    `insert into organization (id, organization_path, code, name, kind)
     select uuidv7(), o.path, o.code, o.name, o.kind from (values ('51/5101/', '5101', '暖城市总工会', 'CITY'),
       ('51/5101/510101/', '510101', '青禾县总工会', 'COUNTY'), ('51/5101/510102/', '510102', '临江县总工会', 'COUNTY'))
       as o(path, code, name, kind)`,
  );
  const pool = new Pool({ connectionString: database.url, max: 4 });
  pool.on('error', () => undefined);
  const runOn =
    (client: Queryable): RunSql =>
    async <Row extends object>(sql: string, ...values: readonly unknown[]) =>
      (await client.query(sql, [...values])).rows as readonly Row[];
  return {
    url: database.url,
    ownerUrl: database.ownerUrl,
    async within(scope, work) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query(`select set_config('nuangong.scope', $1, true)`, [scope]);
        const value = await work(runOn(client));
        await client.query('commit');
        return value;
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    },
    asSystem: runOn(pool),
    inspect: runOn(owner),
    async drop() {
      await pool.end();
      await owner.end();
      await database.drop();
      await rm(serviceDirectory, { recursive: true, force: true });
    },
  };
}
