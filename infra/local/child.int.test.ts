import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepChild, type KeptChild } from './child.ts';
import { Explained } from './explained.ts';
import { freePort } from './ports.ts';
import { isAlive, waitUntilGone } from './processes.ts';

let folder: string;
let child: KeptChild | undefined;
let said: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuangong-child-'));
  said = [];
});

afterEach(async () => {
  await child?.stop();
  await rm(folder, { recursive: true, force: true });
});

const server = `
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  response.statusCode = request.url === '/ready' ? 200 : 404;
  response.end();
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'));
process.on('SIGTERM', () => { console.log('asked to end'); server.close(() => process.exit(0)); server.closeAllConnections(); });
`;

async function keep(program: string): Promise<KeptChild> {
  const entry = join(folder, 'main.mjs');
  await writeFile(entry, program);
  const port = await freePort();
  child = keepChild({
    name: 'funds',
    entry,
    folder,
    environment: { PORT: String(port) },
    url: `http://127.0.0.1:${port}`,
    logs: folder,
    progress: {
      say: (_zh, en) => void said.push(en),
      step: (_zh, _en, work) => work(),
    },
  });
  return child;
}

function log(): Promise<string> {
  return readFile(join(folder, 'funds.log'), 'utf8');
}

test('a child is ready when it says so, and ends when asked', async () => {
  const kept = await keep(server);
  await kept.ready;
  const pid = kept.pid() ?? 0;
  expect(isAlive(pid)).toBe(true);
  await kept.stop();
  expect(isAlive(pid)).toBe(false);
  expect(await log()).toContain('asked to end');
  expect(said).toEqual([]);
});

test('a child that dies is restarted, and both are logged', async () => {
  const kept = await keep(server);
  await kept.ready;
  const first = kept.pid() ?? 0;
  process.kill(first, 'SIGKILL');
  await vi.waitFor(() => expect(said).toContain('funds is back'), 10_000);
  expect(said[0]).toMatch(/^funds stopped unexpectedly \(SIGKILL\); starting again in 1 s/);
  expect(kept.pid()).not.toBe(first);
});

test('a child that ends before it is ready is reported with its last output', async () => {
  const kept = await keep(`console.error('FIELD_KEY is missing'); process.exit(1);`);
  const error: unknown = await kept.ready.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Explained);
  expect(error instanceof Explained ? error.detail : '').toContain('FIELD_KEY is missing');
});

test('a child ends by itself when its supervisor is killed', async () => {
  const entry = join(folder, 'main.mjs');
  await writeFile(entry, server);
  const port = await freePort();
  const supervisor = join(folder, 'supervisor.mjs');
  await writeFile(
    supervisor,
    `import { keepChild } from ${JSON.stringify(join(import.meta.dirname, 'child.ts'))};
     const child = keepChild({ name: 'funds', entry: ${JSON.stringify(entry)}, folder: ${JSON.stringify(folder)},
       environment: { PORT: '${port}' }, url: 'http://127.0.0.1:${port}', logs: ${JSON.stringify(folder)},
       progress: { say: () => {}, step: (zh, en, work) => work() } });
     await child.ready;
     process.send(child.pid());
     setInterval(() => {}, 1000);`,
  );
  const { fork } = await import('node:child_process');
  const parent = fork(supervisor, { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const pid = await new Promise<number>((resolve) => parent.once('message', (message) => resolve(Number(message))));
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  expect(await waitUntilGone(pid, 5_000)).toBe(true);
});
