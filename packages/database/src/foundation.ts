import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** A step of a database's schema, applied once: its SQL, and the name under which it is recorded as applied. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

const folder = new URL('../foundation/', import.meta.url);

/**
 * What every service's database begins with, in order: row-level security, the audit log and its chain, events out and
 * in, data keys, jobs, the tree of organisations. Like any migration, a step never changes; only new steps are added.
 */
export async function foundationMigrations(): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file) => ({ name: basename(file, '.sql'), sql: await readFile(new URL(file, folder), 'utf8') })),
  );
}
