import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive, startOf } from './processes.ts';

/** The owner of a directory: a process, when it started, and a note (an address). */
export type Owner = { readonly pid: number; readonly started: string; readonly about: string };

/** The living owner noted in the file; undefined if there is none, or it died without removing its mark. */
export function livingOwner(file: string): Owner | undefined {
  try {
    const owner = JSON.parse(readFileSync(file, 'utf8')) as Owner;
    return isAlive(owner.pid) && startOf(owner.pid) === owner.started ? owner : undefined;
  } catch {
    return undefined;
  }
}

/** Marks the file as held by this process. */
export function markOwned(file: string, about: string): void {
  const owner: Owner = { pid: process.pid, started: startOf(process.pid), about };
  writeFileSync(file, JSON.stringify(owner), { mode: 0o600 });
}

/** Removes this process's mark. */
export function unmark(file: string): void {
  rmSync(file, { force: true });
}
