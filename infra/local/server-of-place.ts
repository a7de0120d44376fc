import { readFileSync } from 'node:fs';
import { livingOwner } from './owner-mark.ts';
import type { Place } from './place.ts';
import { startPostgres } from './postgres.ts';
import type { Progress } from './progress.ts';

/** Works with the place's database server: that of a running system, otherwise one started for this. */
export async function withServerOf<T>(
  place: Place,
  progress: Progress,
  work: (superuserUrl: string) => Promise<T>,
): Promise<T> {
  const outside = process.env['DATABASE_URL'];
  if (outside !== undefined) return work(outside);
  if (livingOwner(`${place.postgres}.owner`)) return work(runningUrl(place.postgres));
  const server = await startPostgres({ dataDirectory: place.postgres, say: progress.say });
  try {
    return await work(server.url);
  } finally {
    await server.stop();
  }
}

function runningUrl(postgres: string): string {
  const url = new URL(`postgres://postgres@127.0.0.1:${readFileSync(`${postgres}.port`, 'utf8').trim()}/postgres`);
  url.password = readFileSync(`${postgres}.password`, 'utf8').trim();
  return url.href;
}
