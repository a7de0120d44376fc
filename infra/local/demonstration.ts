import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { city as demonstrationCity } from '@nuangong/demonstration-city';
import type { Databases } from './databases.ts';
import { Explained } from './explained.ts';
import { inDatabase, noteInDatabase } from './in-database.ts';
import { hashOf } from './inputs-hash.ts';
import { root, serviceFolder, serviceNames, type ServiceName } from './layout.ts';
import { run } from './run.ts';

const loader = join(import.meta.dirname, 'load-demonstration.ts');

/**
 * Loads the demonstration city into the databases, unless a city of the operator's own was created there. Each
 * database's comment holds the hash of the code and data loaded last: if nothing changed since, no program is started.
 *
 * @returns whether the installation holds the demonstration city.
 */
export async function loadDemonstration(databases: Databases): Promise<boolean> {
  if (await hasCityOfItsOwn(databases.owner('identity'))) return false;
  const stale = await staleDatabases(databases);
  if (stale.length === 0) return true;
  const owners = Object.fromEntries(stale.map(({ name }) => [name, databases.owner(name)]));
  const result = await run(process.execPath, ['--disable-warning=ExperimentalWarning', loader], {
    environment: { OWNER_DATABASE_URLS: JSON.stringify(owners) },
  });
  if (result.code !== 0) {
    throw new Explained('演示数据装不进去：', 'The demonstration data could not be loaded:', result.output);
  }
  await Promise.all(stale.map(({ name, mark }) => noteInDatabase(databases.owner(name), mark)));
  return true;
}

async function hasCityOfItsOwn(ownerUrl: string): Promise<boolean> {
  return inDatabase(ownerUrl, async (client) => {
    const { rowCount } = await client.query(`select from organization where kind = 'CITY' and id <> $1 limit 1`, [
      demonstrationCity.id,
    ]);
    return rowCount !== 0;
  });
}

type StaleDatabase = { readonly name: ServiceName; readonly mark: string };

async function staleDatabases(databases: Databases): Promise<readonly StaleDatabase[]> {
  const loading = serviceNames.filter((name) => existsSync(join(serviceFolder(name), 'src', 'load-demonstration.ts')));
  const marked = await Promise.all(
    loading.map(async (name) => {
      const mark = `demonstration ${hashOf(root, serviceFolder(name), join(root, 'packages', 'demonstration-city'))}`;
      return { name, mark, isThere: (await commentOf(databases.owner(name))) === mark };
    }),
  );
  return marked.filter(({ isThere }) => !isThere);
}

async function commentOf(ownerUrl: string): Promise<string | null> {
  return inDatabase(ownerUrl, async (client) => {
    const { rows } = await client.query<{ comment: string | null }>(
      `select shobj_description(oid, 'pg_database') as comment from pg_database where datname = current_database()`,
    );
    return rows[0]?.comment ?? null;
  });
}
