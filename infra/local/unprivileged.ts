import { chownSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A system user that a server runs as. */
export type SystemUser = { readonly uid: number; readonly gid: number; readonly name: string };

/** PostgreSQL refuses to run as root: the user it runs as then (undefined: the current user). */
export function unprivilegedUser(existingDirectory?: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = existingDirectory ? ownerOf(existingDirectory) : undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found =
    (owner ? users.find(([, , uid]) => Number(uid) === owner.uid) : undefined) ??
    users.find(([name]) => name === 'postgres') ??
    users.find(([name]) => name === 'nobody');
  return owner
    ? { ...owner, name: found?.[0] ?? String(owner.uid) }
    : { uid: Number(found?.[2] ?? 65_534), gid: Number(found?.[3] ?? 65_534), name: found?.[0] ?? 'nobody' };
}

function ownerOf(directory: string): { uid: number; gid: number } | undefined {
  const stat = statSync(directory, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined;
}

/** The first folder on the way to `path` that the user may not enter; undefined if it may enter all. */
export function closedFolder(path: string, user: SystemUser): string | undefined {
  const folders: string[] = [];
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return folders.find((folder) => {
    const stat = statSync(folder, { throwIfNoEntry: false });
    return stat !== undefined && !mayPass(stat, user);
  });
}

function mayPass(stat: { uid: number; gid: number; mode: number }, user: SystemUser): boolean {
  if (stat.uid === user.uid) return (stat.mode & 0o100) !== 0;
  if (stat.gid === user.gid) return (stat.mode & 0o010) !== 0;
  return (stat.mode & 0o001) !== 0;
}

/** Gives files to the user; does nothing if we are not root. */
export function chownTo(user: SystemUser | undefined, ...paths: string[]): void {
  if (user) for (const path of paths) chownSync(path, user.uid, user.gid);
}
