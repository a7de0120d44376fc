import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import { Client, Pool } from 'pg';
import { migrationAdapter } from './migration-adapter.ts';
import { grantServiceRole } from './service-role.ts';

/**
 * Applies a service's migrations that are not yet applied, in order, into Prisma's own `_prisma_migrations` table
 * (so `prisma migrate deploy` on the same folder sees the same history), then lets the service's role use the tables.
 *
 * @param databaseUrl connects as the owner.
 * @returns the names of the migrations that were applied now.
 */
export async function migrate(options: {
  readonly databaseUrl: string;
  readonly migrationsDirectory: string;
  readonly serviceRole?: string;
}): Promise<readonly string[]> {
  const pool = new Pool({ connectionString: options.databaseUrl, max: 2 });
  try {
    const applied = await applyMigrations(pool, options.migrationsDirectory);
    if (options.serviceRole !== undefined) await grant(options.databaseUrl, options.serviceRole);
    return applied;
  } finally {
    await pool.end();
  }
}

async function applyMigrations(pool: Pool, migrationsDirectory: string): Promise<readonly string[]> {
  const factory = bindMigrationAwareSqlAdapterFactory(migrationAdapter(pool));
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await readMigrations(migrationsDirectory),
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}

async function readMigrations(baseDir: string) {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(join(baseDir, name, 'migration.sql'), 'utf8') },
        },
      })),
    ),
  };
}

async function grant(databaseUrl: string, role: string): Promise<void> {
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    await grantServiceRole(owner, role);
  } finally {
    await owner.end();
  }
}
