import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChainHead } from './audit-chain.ts';

/** In a service's folder of files: the end of its audit chain, stored outside the database that it covers. */
const fileName = 'audit-head.json';

/** Reads the stored head; undefined if there is none. Throws if the file does not contain a head. */
export async function readKeptHead(directory: string): Promise<ChainHead | undefined> {
  const file = join(directory, fileName);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const match = /^\{"place":"(\d+)","hash":"([0-9a-f]{64})"\}\s*$/u.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) throw new Error(`${file} holds no head of an audit chain`);
  return { place: BigInt(match[1]), hash: match[2] };
}

/** Stores the head atomically. */
export async function keepHead(directory: string, { place, hash }: ChainHead): Promise<void> {
  await mkdir(directory, { recursive: true });
  const file = join(directory, fileName);
  await writeFile(`${file}.new`, `${JSON.stringify({ place: place.toString(), hash })}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
