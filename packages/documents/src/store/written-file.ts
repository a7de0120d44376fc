import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A file written for one answer. It is already unlinked and disappears when its content has been read. */
export interface WrittenFile {
  /** In bytes. */
  readonly size: number;
  /** Must be read or destroyed: until then the file takes space. */
  readonly content: Readable;
  /** Its first bytes. */
  readonly beginning: (bytes: number) => Promise<Buffer>;
  readonly sha256: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** Writes a file for one answer, in a folder that only this process reads; nothing remains if writing fails. */
export async function writeForAnswer(write: (path: string) => Promise<unknown>): Promise<WrittenFile> {
  const folder = await mkdtemp(join(tmpdir(), 'nuangong-'));
  try {
    const path = join(folder, 'file');
    await write(path);
    return await takeWritten(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens a written file and removes its name. */
export async function takeWritten(path: string): Promise<WrittenFile> {
  const file = await open(path);
  await rm(path, { force: true });
  const { size } = await file.stat();
  return {
    size,
    content: file.createReadStream({ start: 0 }),
    beginning: async (bytes) => {
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(bytes), length: bytes, position: 0 });
      return buffer.subarray(0, bytesRead);
    },
    sha256: async () => {
      const hash = createHash('sha256');
      for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) hash.update(chunk as Buffer);
      return Uint8Array.from(hash.digest());
    },
  };
}
