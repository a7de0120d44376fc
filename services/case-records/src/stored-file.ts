import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file kept under the hash of its content. Size in bytes. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  readonly path: string;
}

const headBytes = 16;

/** Where the content with a hash lies. */
export function storedFilePath(directory: string, sha256: string): string {
  return join(directory, 'case-records', sha256.slice(0, 2), sha256);
}

/**
 * Streams an upload to disk, never holding it in memory, and keeps it under the hash of its content: the same content
 * is kept once. `truncated` is asked at the end whether the sender's limit cut it short: then nothing is kept and the
 * answer is undefined.
 */
export async function storeFile(
  directory: string,
  source: Readable,
  truncated: () => boolean,
): Promise<(StoredFile & { readonly head: Uint8Array }) | undefined> {
  const incoming = join(directory, 'case-records', 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const temporary = join(incoming, randomUUID());
  const hash = createHash('sha256');
  const beginning: Buffer[] = [];
  let size = 0;
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (size < headBytes) beginning.push(chunk.subarray(0, headBytes));
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await pipeline(source, watch, createWriteStream(temporary, { mode: 0o600 }));
    if (truncated()) return undefined;
    const sha256 = hash.digest('hex');
    const path = storedFilePath(directory, sha256);
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
    await rename(temporary, path);
    return { sha256, size, path, head: Buffer.concat(beginning).subarray(0, headBytes) };
  } finally {
    await rm(temporary, { force: true });
  }
}
