import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { readSources } from '../apply-sources.ts';
import { foundationMigrations } from '../foundation.ts';
import { migrate, readMigrations } from '../migrate.ts';

/** A migrated test database, dropped at the end of the test. */
export interface TestDatabase {
  /** Connects as the service's role, under row-level security. */
  readonly url: string;
  /** Connects as the owner, who sees everything; for setup and checks. */
  readonly ownerUrl: string;
  drop(): Promise<void>;
}

/**
 * Creates a migrated database on the server that `NUANGONG_TEST_POSTGRES` names. Migrations run once per content into a
 * template, which each test copies.
 */
export async function createTestDatabase(options: {
  readonly serviceDirectory: string;
  readonly serviceRole: string;
}): Promise<TestDatabase> {
  const server = testServer();
  const owner = new Client({ connectionString: server });
  await owner.connect();
  try {
    const template = await prepareTemplate(owner, server, options);
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await owner.query(`create database ${name} template ${template}`);
    return {
      url: urlOf(server, name, options.serviceRole),
      ownerUrl: urlOf(server, name),
      drop: () => dropDatabase(server, name),
    };
  } finally {
    await owner.end();
  }
}

/** Creates an empty database, for tests that create their own tables. It uses the server's own role. */
export async function createTestEmptyDatabase(): Promise<Pick<TestDatabase, 'ownerUrl' | 'drop'>> {
  const server = testServer();
  const owner = new Client({ connectionString: server });
  await owner.connect();
  try {
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await owner.query(`create database ${name}`);
    return { ownerUrl: urlOf(server, name), drop: () => dropDatabase(server, name) };
  } finally {
    await owner.end();
  }
}

/** Applies only the foundation to an empty database, for tests of what depends on it. */
export async function layFoundation(owner: Pick<Client, 'query'>): Promise<void> {
  for (const { sql } of await foundationMigrations()) await owner.query(sql);
}

/** Applies a service's migrations before the named one to an empty database, for tests of its conversion. */
export async function migrateBefore(
  owner: Pick<Client, 'query'>,
  serviceDirectory: string,
  name: string,
): Promise<void> {
  const earlier = (await readMigrations(serviceDirectory)).filter((one) => one.name < name);
  for (const { sql } of earlier) await owner.query(sql);
}

function testServer(): string {
  const server = process.env['NUANGONG_TEST_POSTGRES'];
  if (server === undefined) throw new Error('NUANGONG_TEST_POSTGRES names no server: run ./nuangong test');
  return server;
}

/** The lock that test processes take while they prepare templates and roles. */
const templateLock = 7_305_401;

async function prepareTemplate(
  owner: Client,
  server: string,
  options: { readonly serviceDirectory: string; readonly serviceRole: string },
): Promise<string> {
  const template = `template_${options.serviceRole}_${await hashOf(options.serviceDirectory)}`;
  await owner.query('select pg_advisory_lock($1)', [templateLock]);
  try {
    const role = options.serviceRole;
    const known = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
    if (known.rowCount === 0) await owner.query(`create role ${role} login password 'test' nosuperuser nobypassrls`);
    const existing = await owner.query('select 1 from pg_database where datname = $1', [template]);
    if (existing.rowCount === 0) {
      const building = `${template}_building`;
      await owner.query(`drop database if exists ${building} with (force)`);
      await owner.query(`create database ${building}`);
      await migrate({ ...options, databaseUrl: urlOf(server, building) });
      await owner.query(`alter database ${building} rename to ${template}`);
    }
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [templateLock]);
  }
  return template;
}

async function hashOf(serviceDirectory: string): Promise<string> {
  const parts = [await readMigrations(serviceDirectory), await readSources(join(serviceDirectory, 'src'))];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}

function urlOf(server: string, database: string, role?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (role !== undefined) {
    url.username = role;
    url.password = 'test';
  }
  return url.href;
}

async function dropDatabase(server: string, name: string): Promise<void> {
  const owner = new Client({ connectionString: server });
  await owner.connect();
  try {
    await owner.query(`drop database if exists ${name} with (force)`);
  } finally {
    await owner.end();
  }
}
