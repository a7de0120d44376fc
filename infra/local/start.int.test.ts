import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { root } from './layout.ts';
import { freePort } from './ports.ts';

const main = join(import.meta.dirname, 'main.ts');
let data: string;
let port: number;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'nuangong-start-'));
  await chmod(data, 0o755);
  port = await freePort();
});

afterAll(() => rm(data, { recursive: true, force: true }));

/** A running `start`: what it wrote so far, and its exit code once it ended. */
type Run = { readonly child: ChildProcess; readonly output: () => string; readonly ended: Promise<number | null> };

function start(...more: string[]): Run {
  const { NUANGONG_TEST_POSTGRES: _server, ...env } = process.env;
  const child = spawn(process.execPath, [main, 'start', '--data', data, '--port', String(port), ...more], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { child, output: () => output, ended };
}

async function untilRunning(run: Run): Promise<void> {
  const running = (): void => expect(run.output()).toContain('Nuangong is running');
  await Promise.race([vi.waitFor(running, { timeout: 240_000, interval: 50 }), run.ended]);
  running();
}

/** Processes with our data directory in their command line or environment. */
function processesOfData(): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => ['cmdline', 'environ'].some((file) => textOf(`/proc/${pid}/${file}`).includes(data)));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

test('start brings everything up, SIGTERM stops everything, and no process is left', { timeout: 300_000 }, async () => {
  const run = start();
  await untilRunning(run);
  expect(processesOfData().length).toBeGreaterThan(1);
  const again = start();
  expect(await again.ended).toBe(1);
  expect(again.output()).toContain(`Already running: http://127.0.0.1:${port} (process ${run.child.pid})`);
  run.child.kill('SIGTERM');
  expect(await run.ended).toBe(0);
  expect(run.output()).toContain('everything is stopped');
  expect(processesOfData()).toEqual([]);
});

test('the next start recovers after the supervisor was killed', { timeout: 300_000 }, async () => {
  const killed = start();
  await untilRunning(killed);
  killed.child.kill('SIGKILL');
  await killed.ended;
  const next = start();
  await untilRunning(next);
  expect(next.output()).toContain('Stopping a PostgreSQL left over by a crash');
  next.child.kill('SIGINT');
  expect(await next.ended).toBe(0);
  expect(processesOfData()).toEqual([]);
});

test('the death of the database is reported and ends the rest', { timeout: 300_000 }, async () => {
  const run = start();
  await untilRunning(run);
  const pid = Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  expect(await run.ended).toBe(1);
  expect(run.output()).toContain('PostgreSQL stopped unexpectedly');
  expect(processesOfData()).toEqual([]);
});

test('a taken port is reported before anything starts', async () => {
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
  const run = start();
  expect(await run.ended).toBe(1);
  expect(run.output()).toContain(`端口 ${port} 已被其他程序占用`);
  expect(run.output()).toContain(`./nuangong start --port ${port + 1}`);
  await new Promise((resolve) => squatter.close(resolve));
});

test('an incomplete file of keys is reported and left unchanged', async () => {
  const file = join(data, 'secrets.json');
  const whole = readFileSync(file, 'utf8');
  await writeFile(file, whole.slice(0, 100));
  const run = start();
  expect(await run.ended).toBe(1);
  expect(run.output()).toContain('密钥文件');
  expect(readFileSync(file, 'utf8')).toBe(whole.slice(0, 100));
  await writeFile(file, whole);
});
