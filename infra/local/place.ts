import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './layout.ts';
import type { Progress } from './progress.ts';
import { closedFolder, unprivilegedUser } from './unprivileged.ts';

/** Where an installation keeps its persistent data. */
export type Place = {
  readonly directory: string;
  readonly postgres: string;
  readonly files: string;
  readonly logs: string;
  readonly kafka: string;
};

/**
 * The place of the installation's data: `.nuangong/` in the checkout or the given folder. As root, PostgreSQL runs as
 * an unprivileged user: if that user cannot reach the place (a checkout in root's home), its data are kept under
 * `/var/lib/nuangong/` instead, and a message says so.
 */
export function choosePlace(requested: string | undefined, progress: Progress): Place {
  const directory = resolve(requested ?? join(root, '.nuangong'));
  const place = {
    directory,
    postgres: join(directory, 'postgres'),
    files: join(directory, 'files'),
    logs: join(directory, 'logs'),
    kafka: join(directory, 'kafka'),
  };
  mkdirSync(place.files, { recursive: true });
  mkdirSync(place.logs, { recursive: true });
  const user = unprivilegedUser();
  const closed = user ? closedFolder(directory, user) : undefined;
  if (!user || closed === undefined) return place;
  const elsewhere = join('/var/lib/nuangong', createHash('sha256').update(directory).digest('hex').slice(0, 12));
  mkdirSync(elsewhere, { recursive: true });
  progress.say(
    `数据库以用户 ${user.name} 运行，进不了 ${closed}，数据放在 ${elsewhere}`,
    `PostgreSQL runs as ${user.name}, who may not enter ${closed}: its data are in ${elsewhere}`,
  );
  return { ...place, postgres: join(elsewhere, 'postgres') };
}
