import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChainHead } from './audit-chain.ts';

/** In a service's folder of files: the end of its audit chain, kept outside of the database that it is about. */
const fileName = 'audit-head.json';

/** Reads the head that was kept last; undefined where none was. Throws where the file holds no head. */
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

/** Keeps the head: whole or not at all. */
export async function keepHead(directory: string, { place, hash }: ChainHead): Promise<void> {
  await mkdir(directory, { recursive: true });
  const file = join(directory, fileName);
  await writeFile(`${file}.new`, `${JSON.stringify({ place: place.toString(), hash })}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
