import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { freePort, gatewayEnvironment, quietProgress, startSystem, type RunningSystem } from '@nuangong/local';
import { interleave, medianAndSpread, type Bench, type Measurement } from '@nuangong/measurement';
import { serviceMemory } from '@nuangong/service/service-memory';
import { doMainJob } from '../main-job.ts';
import { sessionWith, signIn, type Session } from '../session.ts';
import { consoleDocument } from './console-document.ts';
import { busiestPages, householdRecord, openPage, type Answer, type SentPage } from './console-pages.ts';

const rounds = 3;
const requestsPerRound = 32;
/** Requests in flight at the same time. */
const together = 8;

/** One of the two gateways, in its own process. */
interface Gateway {
  readonly url: string;
  readonly process: ChildProcess;
}

/**
 * The gateway's processor time for one opening of a page, against Hive Gateway: the same supergraph and subgraphs, one
 * process each with the same flags, no logging, and a number of its own for each request, because Hive answers equal
 * requests in flight together. The answers are compared first.
 */
export async function measure({ folder }: Bench): Promise<readonly Measurement[]> {
  const system = await startSystem({
    data: join(folder, 'system'),
    port: await freePort(),
    kafka: false,
    progress: quietProgress,
    whenConsoleFails: () => undefined,
  });
  const started: Gateway[] = [];
  try {
    const pages = await sixPages(system);
    const ours = await startGateway(system, join(import.meta.dirname, '../../../apps/gateway/src/main.ts'), started);
    const hive = await startGateway(system, join(import.meta.dirname, 'hive-gateway.ts'), started);
    const measurements: Measurement[] = [];
    for (const page of pages) measurements.push(await measurePage(page, ours, hive));
    return measurements;
  } finally {
    for (const gateway of started) gateway.process.kill('SIGKILL');
    await system.stop();
  }
}

async function sixPages(system: RunningSystem): Promise<readonly SentPage[]> {
  const done = await doMainJob(system.url);
  const clerk = await signIn(system.url, 'qinghe-clerk');
  const { households } = await clerk.ask<{ households: { items: readonly { id: string }[] } }>(
    consoleDocument('HouseholdList'),
    { page: 1, perPage: 1 },
  );
  return [...busiestPages(done), householdRecord(households.items[0]?.id ?? '')];
}

async function startGateway(system: RunningSystem, entry: string, started: Gateway[]): Promise<Gateway> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = fork(entry, [], {
    env: { ...process.env, ...gatewayEnvironment(system.installation, system.addresses, url), LOG_LEVEL: 'silent' },
    execArgv: [
      ...serviceMemory,
      '--disable-warning=ExperimentalWarning',
      '--import',
      join(import.meta.dirname, 'tell-processor-time.ts'),
    ],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gateway = { url, process: child };
  started.push(gateway);
  for (let tries = 0; tries < 300 && child.exitCode === null; tries += 1) {
    const answers = await fetch(`${url}/health`).then(
      async (response) => (await response.body?.cancel(), true),
      () => false,
    );
    if (answers) return gateway;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${entry} does not answer`);
}

async function processorMs({ process: child }: Gateway): Promise<number> {
  const told = once(child, 'message');
  child.send('processor time');
  return Number((await told)[0]);
}

async function measurePage(page: SentPage, ours: Gateway, hive: Gateway): Promise<Measurement> {
  const { accessToken } = await signIn(ours.url, page.username);
  const at = (gateway: Gateway): Session => sessionWith(gateway.url, page.username, accessToken);
  const [asked, other] = [await openPage(at(ours), page), await openPage(at(hive), page)];
  if (!isDeepStrictEqual(asked, other)) throw new Error(`the gateways answer differently: ${page.en}`);
  const cost = async (gateway: Gateway): Promise<number> => {
    const session = at(gateway);
    const before = await processorMs(gateway);
    for (let sent = 0; sent < requestsPerRound; sent += together) {
      await Promise.all(Array.from({ length: together }, (): Promise<readonly Answer[]> => openPage(session, page)));
    }
    return ((await processorMs(gateway)) - before) / requestsPerRound;
  };
  for (const gateway of [ours, hive]) for (let round = 0; round < 2; round += 1) await cost(gateway);
  const times = await interleave(
    rounds,
    () => cost(ours),
    () => cost(hive),
  );
  const words = (values: readonly number[]) => `${medianAndSpread(values).median.toFixed(2)} ms`;
  return {
    zh: `网关每次打开“${page.zh}”所用的处理器时间，与 Hive Gateway 相比`,
    en: `gateway’s processor time for one opening of “${page.en}”, against Hive Gateway`,
    ratios: times.ours.map((each, round) => each / (times.byHand[round] ?? Number.NaN)),
    aim: { most: 1 },
    detail: `${words(times.ours)}; Hive ${words(times.byHand)}`,
  };
}
