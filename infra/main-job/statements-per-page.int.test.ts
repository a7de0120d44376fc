import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, quietProgress, startSystem, type RunningSystem } from '@nuangong/local';
import { busiestPages, openPage } from './bench/console-pages.ts';
import { statementsDuring } from './bench/statements-sent.ts';
import { doMainJob, type MainJobOutcome } from './main-job.ts';
import { signIn } from './session.ts';

let system: RunningSystem;
let folder: string;
let done: MainJobOutcome;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuangong-statements-'));
  system = await startSystem({ data: folder, port: await freePort(), kafka: false, progress: quietProgress });
  done = await doMainJob(system.url);
}, 240_000);

afterAll(async () => {
  await system?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('each of the five busiest pages costs as many SQL statements for 10 rows as for 50', async () => {
  const [ten, fifty] = [await statementsByPage(10), await statementsByPage(50)];
  expect(Object.keys(ten)).toHaveLength(5);
  expect(ten).toEqual(fifty);
});

async function statementsByPage(perPage: number): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>> {
  const counted = [];
  for (const page of busiestPages(done, perPage)) {
    const session = await signIn(system.url, page.username);
    counted.push([page.en, await statementsDuring(system.addresses, () => openPage(session, page))] as const);
  }
  return Object.fromEntries(counted);
}
