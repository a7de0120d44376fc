import { createReadStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { storeFile, type FileParts } from './store-file.ts';
import { plainFilePath } from './stored-file.ts';

/**
 * Seals what was stored before files were sealed, one file after another while the service works, and takes the plain
 * one away. Done again after an interruption it goes on where it stopped.
 */
export async function sealPlainFiles(parts: FileParts, stopping: () => boolean): Promise<void> {
  const root = join(parts.filesDirectory, 'case-records');
  const folders = await readdir(root).catch(() => []);
  for (const folder of folders.filter((name) => /^[0-9a-f]{2}$/u.test(name))) {
    for (const sha256 of await readdir(join(root, folder))) {
      if (stopping()) return;
      const path = plainFilePath(parts.filesDirectory, sha256);
      const stored = await storeFile(parts, createReadStream(path), () => false);
      if (stored?.sha256 !== sha256) throw new Error(`the stored file ${sha256} is not what it was`);
      await rm(path, { force: true });
    }
  }
}
