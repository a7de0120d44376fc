import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import { Client, Pool } from 'pg';
import { applySources } from './apply-sources.ts';
import { foundationMigrations, type Migration } from './foundation.ts';
import { migrationAdapter } from './migration-adapter.ts';
import { prepareScheduler } from './scheduler-schema.ts';
import { grantServiceRole } from './service-role.ts';

/**
 * Brings a service's database up to date with its code: first the migrations of the foundation and of the service that
 * are not yet applied, in the order of their names, recorded in Prisma's `_prisma_migrations`; then the tables of the
 * scheduler's queue; then the SQL sources beside the service's operations, if one of them changed; then the rights of
 * the service's role.
 *
 * @param databaseUrl connects as the owner.
 * @param serviceDirectory contains `prisma/migrations/<name>/migration.sql` and `src/**` with `.sql` sources.
 * @returns the names of the migrations applied in this call.
 */
export async function migrate(options: {
  readonly databaseUrl: string;
  readonly serviceDirectory: string;
  readonly serviceRole?: string;
}): Promise<readonly string[]> {
  const pool = new Pool({ connectionString: options.databaseUrl, max: 2 });
  const alone = new Client({ connectionString: options.databaseUrl });
  try {
    await alone.connect();
    await alone.query('select pg_advisory_lock($1)', [migrationLock]);
    await forgetUnfinished(alone);
    const applied = await applyMigrations(pool, await readMigrations(options.serviceDirectory));
    await prepareScheduler(options.databaseUrl);
    await completeSchema(options.databaseUrl, options);
    return applied;
  } finally {
    await alone.end();
    await pool.end();
  }
}

/** The lock held while a database is migrated; other processes wait for it. */
const migrationLock = 7_305_412;

/**
 * Removes the record of a migration that did not end: its script was rolled back as a whole, so it can run again. Prisma
 * would refuse every further migration.
 */
async function forgetUnfinished(client: Client): Promise<void> {
  const { rows } = await client.query(`select from pg_tables where tablename = '_prisma_migrations'`);
  if (rows.length > 0) await client.query('delete from _prisma_migrations where finished_at is null');
}

/** The foundation's migrations and the service's, in the order in which they are applied. */
export async function readMigrations(serviceDirectory: string): Promise<readonly Migration[]> {
  const directory = join(serviceDirectory, 'prisma', 'migrations');
  const entries = await readdir(directory, { withFileTypes: true });
  const own = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) => ({ name, sql: await readFile(join(directory, name, 'migration.sql'), 'utf8') })),
  );
  return [...(await foundationMigrations()), ...own].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

async function applyMigrations(pool: Pool, migrations: readonly Migration[]): Promise<readonly string[]> {
  let refusal: unknown;
  const scripts = new Set(migrations.map(({ sql }) => sql));
  const factory = bindMigrationAwareSqlAdapterFactory(
    migrationAdapter(pool, scripts, (error) => {
      refusal = error;
    }),
  );
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: '.',
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
        })),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } catch (error) {
    throw refusal === undefined ? error : await describeRefusal(pool, refusal);
  } finally {
    engine.free();
  }
}

/** The database's own words about a refused migration, and what to do. */
async function describeRefusal(pool: Pool, refusal: unknown): Promise<Error> {
  const { rows } = await pool.query<{ name: string }>(
    'select migration_name as name from _prisma_migrations where finished_at is null order by started_at desc limit 1',
  );
  const name = rows[0]?.name ?? '';
  const { message, detail } = refusal as { readonly message: string; readonly detail?: string };
  const words = detail === undefined ? message : `${message} (${detail})`;
  return new Error(
    `数据库升级 ${name} 未执行，数据没有改动：${words}。按所述改正数据后重新执行 · ` +
      `the migration ${name} changed nothing: ${words}. Correct the data it names and run it again.`,
    { cause: refusal },
  );
}

/** In one transaction, so that a service never sees its functions without its rights to them. */
async function completeSchema(
  databaseUrl: string,
  options: { readonly serviceDirectory: string; readonly serviceRole?: string },
): Promise<void> {
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    await applySources(owner, join(options.serviceDirectory, 'src'));
    if (options.serviceRole !== undefined) await grantServiceRole(owner, options.serviceRole);
    await owner.query('commit');
  } finally {
    await owner.end();
  }
}
