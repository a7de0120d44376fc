import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';

/** The advisory lock of the transaction that applies sources. */
const sourcesLock = 7_305_403;

/** A `.sql` file of functions beside the operation that calls them; its path is relative to the service's `src`. */
export interface SqlSource {
  readonly path: string;
  readonly sql: string;
}

/** The SQL sources of a service, in the order of their paths. */
export async function readSources(sourcesDirectory: string): Promise<readonly SqlSource[]> {
  const paths = (await readdir(sourcesDirectory, { recursive: true })).filter((path) => path.endsWith('.sql'));
  return Promise.all(
    paths.sort().map(async (path) => ({ path, sql: await readFile(join(sourcesDirectory, path), 'utf8') })),
  );
}

/**
 * Recreates the functions of a service's SQL sources when one of the files was changed, added or removed, in the
 * transaction of `owner`, so that a caller sees either all old or all new ones. Sources contain set-based operations.
 * What a trigger, a constraint or a policy needs belongs in a migration, because it would be dropped together with the
 * functions.
 */
export async function applySources(owner: Client, sourcesDirectory: string): Promise<void> {
  const sources = await readSources(sourcesDirectory);
  const digest = createHash('sha256').update(JSON.stringify(sources)).digest('hex');
  await owner.query('select pg_advisory_xact_lock($1)', [sourcesLock]);
  const { rows } = await owner.query<{ digest: string; routines: string[] }>(
    'select digest, routines from access.applied_sources',
  );
  const applied = rows[0];
  if (applied === undefined ? sources.length === 0 : applied.digest === digest) return;
  const dropped = applied?.routines ?? [];
  if (dropped.length > 0) await owner.query(`drop routine if exists ${dropped.join(', ')}`);
  const before = await publicRoutines(owner);
  // A function may call one from a later file.
  await owner.query('set local check_function_bodies = off');
  for (const { path, sql } of sources) {
    await owner.query(sql).catch((cause: unknown) => {
      throw new Error(`the SQL source ${path} cannot be applied`, { cause });
    });
  }
  const made = (await publicRoutines(owner)).filter((routine) => !before.includes(routine));
  await owner.query(
    `insert into access.applied_sources (digest, routines) values ($1, $2)
     on conflict (one) do update set digest = excluded.digest, routines = excluded.routines`,
    [digest, made],
  );
}

async function publicRoutines(owner: Client): Promise<readonly string[]> {
  const { rows } = await owner.query<{ routine: string }>(
    `select oid::regprocedure::text as routine from pg_proc where pronamespace = 'public'::regnamespace`,
  );
  return rows.map(({ routine }) => routine);
}
