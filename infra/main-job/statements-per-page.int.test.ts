import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, quietProgress, startSystem, type RunningSystem } from '@nuangong/local';
import { busiestPages, openPage } from './bench/console-pages.ts';
import { statementsDuring } from './bench/statements-sent.ts';
import { doMainJob, type MainJobOutcome } from './main-job.ts';
import { signIn, type Session } from './session.ts';

let system: RunningSystem;
let folder: string;
let done: MainJobOutcome;
const sessions = new Map<string, Session>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuangong-statements-'));
  system = await startSystem({ data: folder, port: await freePort(), kafka: false, progress: quietProgress });
  done = await doMainJob(system.url);
}, 240_000);

afterAll(async () => {
  await system?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Background work of services only adds: pages are counted again until two counts agree, at most this often. */
const mostCounts = 8;

test('each of the five busiest pages costs as many SQL statements for 10 rows as for 50', async () => {
  let [ten, fifty] = [await statementsByPage(10), await statementsByPage(50)];
  for (let counts = 1; counts < mostCounts && !isDeepStrictEqual(ten, fifty); counts += 1) {
    [ten, fifty] = [least(ten, await statementsByPage(10)), least(fifty, await statementsByPage(50))];
  }
  expect(Object.keys(ten)).toHaveLength(5);
  expect(ten).toEqual(fifty);
});

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

async function statementsByPage(perPage: number): Promise<Counts> {
  const counted = [];
  for (const page of busiestPages(done, perPage)) {
    const session = sessions.get(page.username) ?? (await signIn(system.url, page.username));
    sessions.set(page.username, session);
    counted.push([page.en, await statementsDuring(system.addresses, () => openPage(session, page))] as const);
  }
  return Object.fromEntries(counted);
}

/** The lower count of each page and service. */
function least(one: Counts, other: Counts): Counts {
  return Object.fromEntries(
    Object.entries(one).map(([page, services]) => {
      const both = Object.entries(services).map(
        ([name, count]) => [name, Math.min(count, other[page]?.[name] ?? 0)] as const,
      );
      return [page, Object.fromEntries(both.filter(([, count]) => count > 0))];
    }),
  );
}
