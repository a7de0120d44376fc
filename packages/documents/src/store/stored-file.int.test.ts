import { createHash, createSecretKey, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestEmptyDatabase, layFoundation } from '@nuangong/database/testing';
import { masterKeys, openKeyring, type Keyring, type SecretKey } from '@nuangong/sealing';
import { readStoredFile, withPlainFile } from './open-stored-file.ts';
import { storeFile } from './store-file.ts';
import { sealedFilePath, type FileStore } from './stored-file.ts';

let database: Awaited<ReturnType<typeof createTestEmptyDatabase>>;
let pool: Pool;
let keyring: Keyring;
let files: FileStore;
beforeAll(async () => {
  database = await createTestEmptyDatabase();
  pool = new Pool({ connectionString: database.ownerUrl });
  await layFoundation(pool);
  await pool.query(`create table stored_file (id uuid primary key, sha256 text not null unique, size bigint not null,
    sealed_key text not null)`);
  keyring = await openKeyring({
    service: 'files',
    databaseUrl: database.ownerUrl,
    masters: masterKeys(createSecretKey(randomBytes(32)) as SecretKey),
    cipher: 'AES256GCM',
    onTrouble: () => undefined,
  });
  files = { directory: await mkdtemp(join(tmpdir(), 'nuangong-test-')), keyring, database: { pool } };
});
afterAll(async () => {
  await keyring.stop();
  await pool.end();
  await database.drop();
  await rm(files.directory, { recursive: true, force: true });
});

const roster = (mark: string) => Buffer.from(`姓名,身份证号\n${mark},510101197501010012\n`.repeat(5_000));
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function store(content: Buffer): Promise<string> {
  return (await storeFile(files, Readable.from([content]), () => false))?.sha256 ?? '';
}

async function pathOf(sha256: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>('select id from stored_file where sha256 = $1', [sha256]);
  return sealedFilePath(files.directory, rows[0]?.id ?? '');
}

test('an upload is stored sealed and read back unchanged; equal content is stored once', async () => {
  const content = roster('王秀英');
  const sha256 = await store(content);
  expect(sha256).toBe(hashOf(content));
  const lying = await readFile(await pathOf(sha256));
  expect(lying.includes('510101197501010012') || lying.includes('王秀英')).toBe(false);
  expect((await buffer(await readStoredFile(files, sha256))).equals(content)).toBe(true);
  await Promise.all([store(content), store(content)]);
  expect((await pool.query('select from stored_file where sha256 = $1', [sha256])).rowCount).toBe(1);
  const folder = dirname(await pathOf(sha256));
  expect(await readdir(folder)).toContain((await pathOf(sha256)).slice(folder.length + 1));
  expect(await readdir(join(files.directory, 'incoming'))).toEqual([]);
});

test('work that needs a path gets one; the plain file has no name in any folder', async () => {
  const content = roster('赵敏');
  const sha256 = await store(content);
  const read = await withPlainFile(files, sha256, async (path) => {
    expect(await readdir(join(files.directory, 'reading'))).toEqual([]);
    return readFile(path);
  });
  expect(read.equals(content)).toBe(true);
});

test('a file that was changed on disk is not served', async () => {
  const sha256 = await store(roster('陈晓梅'));
  const path = await pathOf(sha256);
  const lying = await readFile(path);
  lying[lying.length - 40]! ^= 1;
  await writeFile(path, lying);
  await expect(readStoredFile(files, sha256).then(buffer)).rejects.toThrow();
});
