import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chmodSync } from 'node:fs';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Explained } from './explained.ts';
import { startPostgres, type RunningPostgres } from './postgres.ts';
import { refuseFullDisk } from './postgres-troubles.ts';
import { isAlive, waitUntilGone } from './processes.ts';

let folder: string;
let dataDirectory: string;
const running: RunningPostgres[] = [];
const settings = { fsync: 'off', shared_buffers: '16MB', max_connections: '20' };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuangong-postgres-'));
  chmodSync(folder, 0o755);
  dataDirectory = join(folder, 'postgres');
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDirectory, settings });
  running.push(server);
  return server;
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function refusal(promise: Promise<unknown>): Promise<Explained> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Explained)) throw new Error(`expected an explanation, got ${String(error)}`);
  return error;
}

test('a second start finds the data of the first, on the same port, and asks for the password', async () => {
  const first = await start();
  await query(first.url, 'create table kept as select 325 as households');
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);

  const second = await start();
  expect(second.port).toBe(first.port);
  expect(await query(second.url, 'select households from kept')).toEqual([{ households: 325 }]);
  expect((await stat(`${dataDirectory}.password`)).mode & 0o777).toBe(0o600);
  const stranger = new URL(second.url);
  stranger.password = 'guess';
  await expect(query(stranger.href, 'select 1')).rejects.toThrow('password authentication failed');
});

test('Chinese text sorts and is compared by trigrams', async () => {
  const { url } = await start();
  await query(url, 'create extension pg_trgm');
  const [row] = await query<{ likeness: number; locale: string }>(
    url,
    `select similarity('张伟明', '张伟') as likeness, datcollate as locale from pg_database where datname = 'postgres'`,
  );
  expect(row?.likeness).toBeGreaterThan(0.3);
  expect(row?.locale).toBe('C.UTF-8');
});

test('a killed server recovers committed data', async () => {
  const first = await start();
  await query(first.url, 'create table kept as select 1 as one');
  process.kill(first.pid, 'SIGKILL');
  await waitUntilGone(first.pid, 10_000);
  const second = await start();
  expect(await query(second.url, 'select one from kept')).toEqual([{ one: 1 }]);
});

test('a server left over by a crashed supervisor is stopped, and a new one takes its place', async () => {
  const left = await start();
  await writeFile(`${dataDirectory}.owner`, JSON.stringify({ pid: 999_999, started: '1', about: '' }));
  const said: string[] = [];
  const next = await startPostgres({ dataDirectory, settings, say: (_zh, en) => said.push(en) });
  running.push(next);
  expect(isAlive(left.pid)).toBe(false);
  expect(said).toEqual([`Stopping a PostgreSQL left over by a crash (process ${left.pid})`]);
  expect(await query(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a second run on the same directory is refused while the first runs', async () => {
  await start();
  const error = await refusal(startPostgres({ dataDirectory, settings }));
  expect(error.en).toContain(`in use by process ${process.pid}`);
  expect(error.zh).toContain('正由进程');
});

test('a taken port is explained', async () => {
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
  const { port } = squatter.address() as AddressInfo;
  const error = await refusal(startPostgres({ dataDirectory, settings, port }));
  expect(error.zh).toContain(`端口 ${port} 已被其他程序占用`);
  expect(error.en).toContain(`Port ${port} is taken`);
  squatter.close();
});

test('a directory that is not a database is reported and left unchanged', async () => {
  await start().then((server) => server.stop());
  await rm(join(dataDirectory, 'global'), { recursive: true });
  const error = await refusal(start());
  expect(error.en).toContain(`mv ${dataDirectory} ${dataDirectory}.broken`);
  expect(error.detail).toContain('global/pg_control');
  expect((await readFile(join(dataDirectory, 'PG_VERSION'), 'utf8')).trim()).toBe('18');
});

test('a damaged control file is reported with PostgreSQL’s message', async () => {
  await start().then((server) => server.stop());
  await writeFile(join(dataDirectory, 'global', 'pg_control'), Buffer.alloc(8192));
  const error = await refusal(start());
  expect(error.zh).toContain('已损坏');
  expect(error.detail).toContain('database files are incompatible with server');
});

test('a directory of another version of PostgreSQL is explained', async () => {
  await start().then((server) => server.stop());
  await writeFile(join(dataDirectory, 'PG_VERSION'), '16\n');
  expect((await refusal(start())).en).toContain('made by PostgreSQL 16');
});

test('an incomplete cluster of an interrupted first start is created again', async () => {
  await mkdir(`${dataDirectory}.half`);
  await writeFile(join(`${dataDirectory}.half`, 'PG_VERSION'), '18\n');
  const { url } = await start();
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a full disk is reported before PostgreSQL is started', () => {
  expect(() => refuseFullDisk({ bavail: 1_000, bsize: 4_096 }, '/data/postgres')).toThrow(/disk is full: 4 MB/);
  expect(() => refuseFullDisk({ bavail: 1_000_000, bsize: 4_096 }, '/data/postgres')).not.toThrow();
});
