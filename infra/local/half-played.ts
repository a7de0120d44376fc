import { inDatabase, noteInDatabase } from './in-database.ts';
import { databaseName, serviceNames } from './layout.ts';
import type { Progress } from './progress.ts';
import { eventsRole } from './secrets.ts';

/** The comment of the events' database while the demonstration city is played. */
const playing = 'the demonstration city is being played';

/** Notes in the events' database that the city is being played, or that it no longer is. */
export async function notePlaying(eventsUrl: string, now: boolean): Promise<void> {
  await noteInDatabase(eventsUrl, now ? playing : null);
}

/**
 * Drops the databases of a demonstration city whose play was stopped half-way, so that this start begins it anew. No
 * service has run on them: they start only after the play.
 *
 * @param names the databases, the events' first; those of an installation if left out.
 * @returns whether there was such a city.
 */
export async function dropHalfPlayed(
  superuserUrl: string,
  progress: Progress,
  names: readonly string[] = [eventsRole, ...serviceNames.map(databaseName)],
): Promise<boolean> {
  return inDatabase(superuserUrl, async (client) => {
    const { rows } = await client.query<{ comment: string | null }>(
      `select shobj_description(oid, 'pg_database') as comment from pg_database where datname = $1`,
      [names[0]],
    );
    if (rows[0]?.comment !== playing) return false;
    progress.say('上次演示数据没有装完，重新装', 'The demonstration city was left half-played: it begins anew');
    // The database with the note goes last.
    for (const name of names.toReversed()) {
      await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
    }
    return true;
  });
}
