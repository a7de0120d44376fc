import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCaseRecords, type CaseRecordsService } from '../../testing/case-records-service.ts';
import { readStoredFile, withPlainFile } from './open-stored-file.ts';
import { storeFile } from './store-file.ts';
import { sealedFilePath } from './stored-file.ts';

let service: CaseRecordsService;
beforeAll(async () => {
  service = await startCaseRecords();
});
afterAll(() => service.stop());

const roster = (mark: string) => Buffer.from(`姓名,身份证号\n${mark},510101197501010012\n`.repeat(5_000));
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function store(content: Buffer): Promise<string> {
  return (await storeFile(service.parts, Readable.from([content]), () => false))?.sha256 ?? '';
}

async function pathOf(sha256: string): Promise<string> {
  const [row] = await service.inspect<{ id: string }>('select id from stored_file where sha256 = $1', [sha256]);
  return sealedFilePath(service.parts.filesDirectory, row?.id ?? '');
}

test('an upload lies sealed and comes back as it was; the same content is kept once', async () => {
  const content = roster('王秀英');
  const sha256 = await store(content);
  expect(sha256).toBe(hashOf(content));
  const lying = await readFile(await pathOf(sha256));
  expect(lying.includes('510101197501010012') || lying.includes('王秀英')).toBe(false);
  expect((await buffer(await readStoredFile(service.parts, sha256))).equals(content)).toBe(true);
  await Promise.all([store(content), store(content)]);
  expect(await service.inspect('select from stored_file where sha256 = $1', [sha256])).toHaveLength(1);
  const folder = dirname(await pathOf(sha256));
  expect(await readdir(folder)).toContain((await pathOf(sha256)).slice(folder.length + 1));
  expect(await readdir(join(service.parts.filesDirectory, 'case-records', 'incoming'))).toEqual([]);
});

test('work that wants a path is handed one; the plain file has no name in any folder', async () => {
  const content = roster('赵敏');
  const sha256 = await store(content);
  const read = await withPlainFile(service.parts, sha256, async (path) => {
    expect(await readdir(join(service.parts.filesDirectory, 'case-records', 'reading'))).toEqual([]);
    return readFile(path);
  });
  expect(read.equals(content)).toBe(true);
});

test('one that was changed on disk is not given out', async () => {
  const sha256 = await store(roster('陈晓梅'));
  const path = await pathOf(sha256);
  const lying = await readFile(path);
  lying[lying.length - 40]! ^= 1;
  await writeFile(path, lying);
  await expect(readStoredFile(service.parts, sha256).then(buffer)).rejects.toThrow();
});
