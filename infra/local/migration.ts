import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import { migrate, migrationAdapter } from '@nuangong/database';
import { Explained } from './explained.ts';
import { root, serviceFolder, serviceNames, type ServiceName } from './layout.ts';
import { startPostgres } from './postgres.ts';
import { progressTo } from './progress.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const migrationName = /^[a-z][a-z0-9_]{2,60}$/;

/**
 * `./nuangong migration <service> <name>`: replays the service's migrations into an empty database, compares it with
 * `prisma/schema`, and writes the difference as the next migration, to be read and completed (row-level security,
 * grants) before it is committed.
 */
export async function migration(positionals: readonly string[]): Promise<number> {
  const progress = progressTo(process.stdout);
  const [service, name] = positionals;
  const known = serviceNames.find((each) => each === service);
  if (known === undefined || name === undefined || !migrationName.test(name)) {
    throw new Explained(
      `用法：./nuangong migration <service> <name>。服务：${serviceNames.join('、')}；名称用小写字母、数字和下划线。`,
      `Usage: ./nuangong migration <service> <name>. Services: ${serviceNames.join(', ')}; a name has small letters, digits and underscores.`,
    );
  }
  const sql = await progress.step('比较表结构', `compared ${known}'s schema with its migrations`, () =>
    withEmptyServer((url) => schemaDifference(known, url)),
  );
  if (sql.trim() === '') {
    progress.say('没有差别，不写迁移', 'no difference: nothing written');
    return 0;
  }
  const file = await writeMigration(known, name, sql);
  progress.say(`已写入 ${file}`, `wrote ${file}`);
  return 0;
}

/**
 * SQL that would bring the tables and columns of a service's migrations to its `prisma/schema`; blank when they agree.
 *
 * @param emptyDatabaseUrl a superuser's address of an empty database, which is filled.
 */
export async function schemaDifference(service: ServiceName, emptyDatabaseUrl: string): Promise<string> {
  const folder = serviceFolder(service);
  await migrate({ databaseUrl: emptyDatabaseUrl, serviceDirectory: folder });
  const schema = join(folder, 'prisma', 'schema');
  const names = (await readdir(schema)).filter((file) => file.endsWith('.prisma')).sort();
  const files = await Promise.all(
    names.map(async (file) => ({ path: file, content: await readFile(join(schema, file), 'utf8') })),
  );
  const pool = new pg.Pool({ connectionString: emptyDatabaseUrl, max: 2 });
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(migrationAdapter(pool));
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
    try {
      const { stdout } = await engine.diff({
        from: { tag: 'schemaDatasource', files, configDir: schema },
        to: { tag: 'schemaDatamodel', files },
        script: true,
        exitCode: null,
        filters: { externalTables: await undeclaredTables(pool, files), externalEnums: [] },
      });
      const sql = stdout ?? '';
      return sql.includes('This is an empty migration') ? '' : withoutUndeclaredDrops(sql);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

/** The foundation's tables are in every service's database, but only in Prisma schemas that use them. */
async function undeclaredTables(pool: pg.Pool, files: readonly { readonly content: string }[]): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'`,
  );
  const declared = (name: string): boolean => files.some(({ content }) => content.includes(`@@map("${name}")`));
  return rows.filter(({ name }) => !declared(name)).map(({ name }) => `public.${name}`);
}

/**
 * Indexes are written only in migrations: a schema without them is not a difference. Nor is a foreign key that would be
 * dropped and created again: the schema only spells its actions on update and delete differently.
 */
function withoutUndeclaredDrops(sql: string): string {
  const blocks = sql.split('\n\n');
  const constraints = blocks.map((block) => /(?:ADD|DROP) CONSTRAINT "(\w+_fkey)"/.exec(block)?.[1]);
  const isMadeAgain = (name: string | undefined): boolean =>
    name !== undefined && constraints.indexOf(name) !== constraints.lastIndexOf(name);
  return blocks
    .filter((block, index) => !block.trimStart().startsWith('-- DropIndex\n') && !isMadeAgain(constraints[index]))
    .join('\n\n');
}

function withEmptyServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  return inTemporaryFolder('migration', async (folder) => {
    const server = await startPostgres({ dataDirectory: join(folder, 'postgres'), settings: { fsync: 'off' } });
    try {
      return await work(server.url);
    } finally {
      await server.stop();
    }
  });
}

async function writeMigration(service: ServiceName, name: string, sql: string): Promise<string> {
  const folder = join(serviceFolder(service), 'prisma', 'migrations');
  await mkdir(folder, { recursive: true });
  const now = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const target = join(folder, `${now}_${name}`);
  await mkdir(target);
  await writeFile(join(target, 'migration.sql'), `${sql.trim()}\n`);
  return join(target, 'migration.sql').slice(root.length + 1);
}
