import { createSecretKey } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readKeptHead, verifyAudit } from '@nuangong/database';
import { createTestDatabase, type TestDatabase } from '@nuangong/database/testing';
import { startSealing } from './start-sealing.ts';

const key = createSecretKey(Buffer.alloc(32, 3));
let folder: string;
let serviceDirectory: string;
let filesDirectory: string;
let databases: TestDatabase;
let writers: Client[];
let said: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuangong-sealing-'));
  serviceDirectory = join(folder, 'service');
  await mkdir(join(serviceDirectory, 'prisma', 'migrations'), { recursive: true });
  await mkdir(join(serviceDirectory, 'src'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  databases = await createTestDatabase({ serviceDirectory, serviceRole: 'nuangong_sealing_test' });
  filesDirectory = await mkdtemp(join(folder, 'files-'));
  writers = [];
  said = [];
});

afterEach(async () => {
  await Promise.all(writers.map((writer) => writer.end()));
  await databases.drop();
});

function sealing() {
  const logger = pino({ level: 'error' }, { write: (line: string) => void said.push(line) });
  return startSealing({ service: 'test', databaseUrl: databases.url, filesDirectory, key, logger, everyMs: 20 });
}

/** An open transaction that has written an entry. */
async function writing(): Promise<Client> {
  const writer = new Client({ connectionString: databases.ownerUrl });
  await writer.connect();
  writers.push(writer);
  await writer.query('begin');
  await writer.query(
    `insert into audit_entry (organization_path, staff_id, staff_name, action, record_type, record_id)
     values ('51/', gen_random_uuid(), '王秀英', 'a', 'staff', '1')`,
  );
  return writer;
}

const verify = () => verifyAudit({ databaseUrl: databases.ownerUrl, service: 'test', key });
const untilSealed = (place: bigint) =>
  expect.poll(verify, { timeout: 10_000 }).toMatchObject({ broken: undefined, head: { place } });

test('an entry is sealed even when it is committed long after entries with larger ids were sealed', async () => {
  const running = sealing();
  try {
    const late = await writing();
    for (const place of [1n, 2n, 3n]) {
      await (await writing()).query('commit');
      await untilSealed(place);
    }
    await late.query('commit');
    await untilSealed(4n);
    await (await writing()).query('commit');
    await untilSealed(5n);
    expect(said).toEqual([]);
  } finally {
    await running.stop();
  }
  expect(await readKeptHead(filesDirectory)).toEqual((await verify()).head);
});

test('a chain whose end was removed is not continued, also after a restart', async () => {
  const first = sealing();
  await (await writing()).query('commit');
  await untilSealed(1n);
  await first.stop();
  const superuser = await writing();
  await superuser.query('set session_replication_role = replica');
  await superuser.query('delete from audit_seal');
  await superuser.query('commit');
  const second = sealing();
  try {
    await expect.poll(() => said.join(), { timeout: 10_000 }).toContain('no longer holds the seal of place 1');
    const { head } = await verify();
    expect(head.place).toBe(0n);
  } finally {
    await second.stop();
  }
});

test('an unreadable kept head is reported, not skipped', async () => {
  await writeFile(join(filesDirectory, 'audit-head.json'), '{"place":');
  await expect(readKeptHead(filesDirectory)).rejects.toThrow(/audit-head\.json holds no head/);
});
