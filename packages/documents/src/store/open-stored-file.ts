import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openStream } from '@nuangong/sealing';
import { contentOf, fileKeyPlace, sealedFilePath, type FileStore } from './stored-file.ts';

/** The content of a stored file as a stream; it fails at a piece that does not match what was sealed. */
export async function readStoredFile({ directory, keyring, database }: FileStore, sha256: string): Promise<Readable> {
  const { rows } = await database.pool.query<{ id: string; sealed_key: string }>(
    'select id, sealed_key from stored_file where sha256 = $1',
    [sha256],
  );
  const [kept] = rows;
  if (kept === undefined) throw new Error(`the stored file ${sha256} is not there`);
  const key = await keyring.open(kept.sealed_key, fileKeyPlace(kept.id));
  return Readable.from(openStream(key, createReadStream(sealedFilePath(directory, kept.id)), contentOf(kept.id)));
}

/**
 * Gives work that needs a path a stored file in plain. The plain file is unlinked, so that it disappears when the work
 * or the process ends.
 */
export async function withPlainFile<T>(
  store: FileStore,
  sha256: string,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const directory = join(store.directory, 'reading');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const named = join(directory, randomUUID());
  const file = await open(named, 'wx+', 0o600);
  try {
    await rm(named);
    const path = `/proc/self/fd/${file.fd}`;
    await pipeline(await readStoredFile(store, sha256), createWriteStream(path, { flags: 'r+' }));
    return await work(path);
  } finally {
    await file.close();
  }
}
