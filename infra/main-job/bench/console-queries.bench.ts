import { join } from 'node:path';
import { freePort, quietProgress, startSystem, type RunningSystem } from '@nuangong/local';
import {
  inMilliseconds,
  interleave,
  medianAndSpread,
  millisecondsOf,
  type Bench,
  type Measurement,
} from '@nuangong/measurement';
import pg from 'pg';
import { doMainJob } from '../main-job.ts';
import { signIn } from '../session.ts';
import { busiestPages, openPage, services, type Answer, type ConsolePage } from './console-pages.ts';
import { statementsDuring } from './statements-sent.ts';

const rounds = 7;
const requestsPerRound = 12;
/** How many times as long as its hand-written query a page may take. */
const mostTimes = 4;
const countyPath = '51/5101/510101/';

/**
 * The five busiest pages of the console after the main job, with 50 rows each, requested through the gateway as
 * the browser does, against one hand-written SQL query for the same rows: through node-pg, as the service's role under
 * row-level security, on a connection with a fixed identity. The rows are compared first.
 */
export async function measure({ folder }: Bench): Promise<readonly Measurement[]> {
  const system = await startSystem({
    data: join(folder, 'system'),
    port: await freePort(),
    kafka: false,
    progress: quietProgress,
    whenConsoleFails: () => undefined,
  });
  try {
    const pages = busiestPages(await doMainJob(system.url));
    for (const service of services) await analyse(system.installation.databases.owner(service));
    const measurements: Measurement[] = [];
    for (const each of pages) measurements.push(await measurePage(system, each));
    return measurements;
  } finally {
    await system.stop();
  }
}

async function analyse(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('vacuum analyze');
  await owner.end();
}

async function measurePage(system: RunningSystem, each: ConsolePage): Promise<Measurement> {
  const session = await signIn(system.url, each.username);
  const database = await connect(system.installation.databases.service(each.service));
  try {
    const open = () => openPage(session, each);
    const byHand = () => readByHand(database, each);
    demandSameRows(each, await open(), await byHand());
    for (let request = 0; request < requestsPerRound; request++) await open();
    const sent = Object.entries(await statementsDuring(system.addresses, open));
    const statements = sent.map(([name, count]) => `${count} SQL statements in ${name}`).join(', ');
    const one = { ours: () => medianOf(open), byHand: () => medianOf(byHand) };
    const { ours, byHand: hand } = await interleave(rounds, one.ours, one.byHand);
    return {
      zh: `控制台“${each.zh}”经网关，与一条手写 SQL 相比的用时`,
      en: `console page “${each.en}” through the gateway: time against one SQL query`,
      ratios: ours.map((latency, round) => latency / (hand[round] ?? Number.NaN)),
      aim: { most: mostTimes },
      detail: `${inMilliseconds(ours)}; by hand ${inMilliseconds(hand)}; ${statements}`,
    };
  } finally {
    await database.end();
  }
}

/** A connection of the service's role with the county's identity. */
async function connect(url: string): Promise<pg.Client> {
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  await database.query(`select set_config('nuangong.scope', $1, false)`, [countyPath]);
  await database.query(`select set_config('nuangong.staff', $1, false)`, ['00000000-0000-7000-8000-000000000001']);
  return database;
}

async function readByHand(database: pg.Client, { sql, values }: ConsolePage): Promise<Answer> {
  const { rows } = await database.query<Answer>(sql, [...values]);
  return rows[0] ?? {};
}

async function medianOf(ask: () => Promise<unknown>): Promise<number> {
  const latencies: number[] = [];
  for (let request = 0; request < requestsPerRound; request++) latencies.push(await millisecondsOf(ask));
  return medianAndSpread(latencies).median;
}

function demandSameRows(each: ConsolePage, answers: readonly Answer[], row: Answer): void {
  const [asked, byHand] = [JSON.stringify(each.rowsOf(answers)), JSON.stringify(each.rowsByHand(row))];
  if (asked !== byHand) throw new Error(`the page “${each.en}” differs: ${asked} and ${byHand}`);
}
