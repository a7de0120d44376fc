import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import type { ZipArchive } from './zip-archive.ts';

/** Copies the kept parts of a zip file; some (by lower-case name) are replaced by other streams. */
export async function copyZip(
  archive: ZipArchive,
  targetPath: string,
  replacements: ReadonlyMap<string, () => Promise<Readable>>,
  keeps: (name: string) => boolean = () => true,
): Promise<void> {
  const zip = new yazl.ZipFile();
  const stop = new AbortController();
  zip.on('error', (fault: unknown) => stop.abort(fault));
  for (const name of archive.names) {
    if (name.endsWith('/') || !keeps(name)) continue;
    const read = replacements.get(name.toLowerCase()) ?? (() => archive.read(name));
    zip.addReadStreamLazy(name.replaceAll('\\', '/').replace(/^\/+/, ''), (give) => {
      read().then(
        (part) => {
          part.on('error', (fault) => zip.emit('error', fault));
          give(null, part);
        },
        (fault: unknown) => give(fault, undefined as never),
      );
    });
  }
  zip.end();
  try {
    await pipeline(zip.outputStream, createWriteStream(targetPath), { signal: stop.signal });
  } catch (fault) {
    throw stop.signal.aborted ? stop.signal.reason : fault;
  }
}
