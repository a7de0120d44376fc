import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  createDatabases,
  keepSecrets,
  loadDemonstration,
  migrateDatabases,
  startPostgres,
  type Databases,
  type RunningPostgres,
} from '@nuangong/local';

/** Where one cell keeps its databases, files and logs. */
export type CellPlace = { readonly directory: string; readonly postgres: string };

/**
 * Acknowledged commits must survive the death of any process, so they reach the operating system before they are
 * answered. (The machine itself does not fail here, so nothing waits for the disk.)
 */
const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '100', shared_buffers: '64MB' };

export function placeIn(directory: string): CellPlace {
  return { directory, postgres: join(directory, 'postgres') };
}

/** Starts the cell's PostgreSQL, on the port it had before. */
export function startDatabases(place: CellPlace): Promise<RunningPostgres> {
  return startPostgres({ dataDirectory: place.postgres, settings });
}

/** The databases of a running server, with the secrets of the place. */
export async function databasesOf(place: CellPlace, superuserUrl: string): Promise<Databases> {
  return createDatabases(superuserUrl, keepSecrets(place.directory));
}

/** Prepares a place with the demonstration city, whose events have not been sent yet; its server is stopped. */
export async function preparePlace(directory: string): Promise<CellPlace> {
  const place = placeIn(directory);
  await mkdir(directory, { recursive: true });
  const server = await startDatabases(place);
  try {
    const databases = await databasesOf(place, server.url);
    await migrateDatabases(databases);
    await loadDemonstration(databases);
  } finally {
    await server.stop();
  }
  return place;
}

/** Copies a prepared place, with a new port; the owners of its files are kept. */
export async function copyPlace(prepared: CellPlace, directory: string): Promise<CellPlace> {
  await promisify(execFile)('cp', ['-a', prepared.directory, directory]);
  const place = placeIn(directory);
  await rm(`${place.postgres}.port`, { force: true });
  return place;
}
