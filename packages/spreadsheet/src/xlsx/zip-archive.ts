import type { Readable } from 'node:stream';
import { ok, refuse } from '@nuangong/primitives';
import type { Result } from '@nuangong/primitives';
import yauzl from 'yauzl';
import type { Limits } from '../limits.ts';
import { damaged, zipBomb } from '../refusals.ts';

/** Smaller parts are never refused as a zip bomb by their ratio. */
const RATIO_COUNTS_FROM = 4 * 1024 * 1024;

/** The parts of an open zip file, by lower-case name without a leading slash. */
export type ZipArchive = {
  /** Names as written in the file, in order. */
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** Streams one part unzipped; ends with an error if the part is longer than declared. */
  readonly read: (name: string) => Promise<Readable>;
  readonly close: () => Promise<void>;
};

const keyOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

function open(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (fault, zip) => {
      if (fault) reject(fault);
      else resolve(zip);
    });
  });
}

function listEntries(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry);
      if (entries.length > 10_000) reject(new Error('more than 10,000 parts'));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

function isBomb(entries: readonly yauzl.Entry[], limits: Limits): boolean {
  let total = 0;
  for (const entry of entries) {
    total += entry.uncompressedSize;
    const isLarge = entry.uncompressedSize > RATIO_COUNTS_FROM;
    if (isLarge && entry.uncompressedSize / Math.max(1, entry.compressedSize) > limits.compressionRatio) return true;
  }
  return total > limits.unzippedBytes;
}

/** Opens a zip file; refused if it is damaged, or unzips to more than the limits allow. */
export async function openZipArchive(path: string, limits: Limits): Promise<Result<ZipArchive>> {
  let zip: yauzl.ZipFile;
  try {
    zip = await open(path);
  } catch {
    return refuse(damaged('zip'));
  }
  let entries: yauzl.Entry[];
  try {
    entries = await listEntries(zip);
  } catch {
    zip.close();
    return refuse(damaged('zip'));
  }
  const byName = new Map(entries.map((entry) => [keyOf(entry.fileName), entry]));
  const isEncrypted = entries.some((entry) => (entry.generalPurposeBitFlag & 1) === 1);
  if (byName.size !== entries.length || isEncrypted) {
    zip.close();
    return refuse(damaged('zip'));
  }
  if (isBomb(entries, limits)) {
    zip.close();
    return refuse(zipBomb());
  }
  return ok(archiveOf(zip, entries, byName));
}

function archiveOf(zip: yauzl.ZipFile, entries: yauzl.Entry[], byName: Map<string, yauzl.Entry>): ZipArchive {
  const read = (name: string): Promise<Readable> => {
    const entry = byName.get(keyOf(name));
    if (entry === undefined) return Promise.reject(new Error(`no part ${name}`));
    return new Promise((resolve, reject) => {
      zip.openReadStream(entry, (fault, stream) => {
        if (fault) reject(fault);
        else resolve(stream);
      });
    });
  };
  const close = async (): Promise<void> => {
    if (!zip.isOpen) return;
    zip.close();
  };
  return { names: entries.map((entry) => entry.fileName), has: (name) => byName.has(keyOf(name)), read, close };
}
