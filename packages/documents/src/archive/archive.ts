import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { fileTypes } from '../serve/file-headers.ts';
import type { ServedFile } from '../serve/file-routes.ts';
import { uniqueNames } from './entry-name.ts';

/** One file of an archive; its content is opened when its turn comes. */
export interface ArchiveEntry {
  readonly name: string;
  readonly writtenAt: Date;
  readonly open: () => Promise<Readable>;
}

/** Formats that are compressed already. */
const compressed = /\.(pdf|jpe?g|png|zip|docx|xlsx)$/i;

/**
 * Files as one .zip, sent while it is written: one file at a time is open, none is held in memory. Names are made safe
 * and unique. If a file fails, the download is aborted, so that nobody takes a part for the whole; no further file is
 * opened after the receiver has gone.
 */
export function archiveOf(name: string, entries: Iterable<ArchiveEntry> | AsyncIterable<ArchiveEntry>): ServedFile {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const fail = (error: unknown): void => void output.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.once('error', fail);
  write(zip, output, entries).catch(fail);
  return { name, type: fileTypes.zip, content: output };
}

async function write(
  zip: ZipFile,
  output: Readable,
  entries: Iterable<ArchiveEntry> | AsyncIterable<ArchiveEntry>,
): Promise<void> {
  const nameFor = uniqueNames();
  for await (const { name, writtenAt, open } of entries) {
    if (output.destroyed) return;
    const content = await open();
    const unique = nameFor(name);
    zip.addReadStream(content, unique, { mtime: writtenAt, mode: 0o100644, compress: !compressed.test(unique) });
    const gone = (): void => void content.destroy();
    output.once('close', gone);
    try {
      await finished(content);
    } finally {
      output.off('close', gone);
    }
  }
  if (!output.destroyed) zip.end();
}
