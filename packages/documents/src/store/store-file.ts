import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newEventId } from '@nuangong/events';
import { makeFileKey, sealStream } from '@nuangong/sealing';
import { contentOf, fileKeyPlace, sealedFilePath, type FileStore, type StoredFile } from './stored-file.ts';

/**
 * Streams an upload to disk sealed, never whole in memory and never in plain, and stores it under the hash of its
 * content; equal content is stored once. `truncated` is called at the end: if the size limit cut the upload short,
 * nothing is stored and the result is undefined.
 */
export async function storeFile(
  { directory, keyring, database }: FileStore,
  source: Readable,
  truncated: () => boolean,
): Promise<StoredFile | undefined> {
  const incoming = join(directory, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const id = newEventId();
  const temporary = join(incoming, id);
  const key = makeFileKey(keyring.cipher);
  const hash = createHash('sha256');
  let size = 0;
  async function* watched(): AsyncGenerator<Buffer> {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }
  try {
    await pipeline(sealStream(key, watched(), contentOf(id)), createWriteStream(temporary, { mode: 0o600 }));
    if (truncated()) return undefined;
    const sha256 = hash.digest('hex');
    const path = sealedFilePath(directory, id);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rename(temporary, path);
    const { rowCount } = await database.pool.query(
      'insert into stored_file (id, sha256, size, sealed_key) values ($1, $2, $3, $4) on conflict (sha256) do nothing',
      [id, sha256, size, keyring.seal(key, fileKeyPlace(id))],
    );
    if (rowCount === 0) await rm(path, { force: true });
    return { sha256, size };
  } finally {
    await rm(temporary, { force: true });
  }
}
