import { basename, join } from 'node:path';
import { warmthTableByHand } from '@nuangong/reporting/warmth-table-by-hand';
import { freePort, quietProgress, type RunningSystem } from '@nuangong/local';
import {
  inMilliseconds,
  interleave,
  medianAndSpread,
  millisecondsOf,
  type Bench,
  type Measurement,
} from '@nuangong/local/measurement';
import pg from 'pg';
import { campaignId, doMainJob, type MainJobOutcome } from '../main-job.ts';
import { signIn, type Session } from '../session.ts';
import { consoleDocument } from './console-document.ts';
import { applicationQueueByHand, batchPageByHand, caseFileQueueByHand, householdListByHand } from './queries-by-hand.ts';
import { statementsSent } from './statements-sent.ts';

const rounds = 7;
const requestsPerRound = 12;
const countyPath = '51/5101/510101/';
const page = { page: 1, perPage: 50 };

const services = ['case-records', 'funds', 'reporting'] as const;
type Service = (typeof services)[number];
type Answer = Readonly<Record<string, unknown>>;

/** A page of the console: who opens it, with which of its own queries, and the one query that does the same by hand. */
interface Page {
  readonly zh: string;
  readonly en: string;
  readonly username: string;
  readonly queries: readonly { readonly name: string; readonly variables: Answer }[];
  readonly service: Service;
  readonly sql: string;
  readonly values: readonly unknown[];
  /** What both answers must agree in. */
  readonly rowsOf: (answers: readonly Answer[]) => unknown;
  readonly rowsByHand: (row: Answer) => unknown;
}

/**
 * The five busiest pages of the console after the main job, with 50 rows each, asked through the gateway as the browser asks, against one
 * SQL query by hand for the same rows: through node-pg, as the service's role under row-level security, on a connection that says who asks
 * once for all. The rows are compared first.
 */
export async function measure({ folder, startSystem }: Bench): Promise<readonly Measurement[]> {
  const system = await startSystem({
    data: join(folder, 'system'),
    port: await freePort(),
    kafka: false,
    progress: quietProgress,
    whenConsoleFails: () => undefined,
  });
  try {
    const pages = pagesAfter(await doMainJob(system.url));
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

async function measurePage(system: RunningSystem, each: Page): Promise<Measurement> {
  const session = await signIn(system.url, each.username);
  const database = await connect(system.installation.databases.service(each.service));
  try {
    const open = () => openPage(session, each);
    const byHand = () => readByHand(database, each);
    demandSameRows(each, await open(), await byHand());
    for (let request = 0; request < requestsPerRound; request++) await open();
    const statements = await statementsOf(system, open);
    const one = { ours: () => medianOf(open), byHand: () => medianOf(byHand) };
    const { ours, byHand: hand } = await interleave(rounds, one.ours, one.byHand);
    return {
      zh: `控制台“${each.zh}”经网关，与一条手写 SQL 相比的用时`,
      en: `console page “${each.en}” through the gateway: time against one SQL query`,
      ratios: ours.map((latency, round) => latency / (hand[round] ?? Number.NaN)),
      detail: `${inMilliseconds(ours)}; by hand ${inMilliseconds(hand)}; ${statements}`,
    };
  } finally {
    await database.end();
  }
}

/** One connection of the service's role on which the county asks from now on. */
async function connect(url: string): Promise<pg.Client> {
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  await database.query(`select set_config('nuangong.scope', $1, false)`, [countyPath]);
  await database.query(`select set_config('nuangong.staff', $1, false)`, ['00000000-0000-7000-8000-000000000001']);
  return database;
}

/** All queries of a page at once, as the browser sends them. */
function openPage(session: Session, { queries }: Page): Promise<readonly Answer[]> {
  return Promise.all(queries.map(({ name, variables }) => session.ask<Answer>(consoleDocument(name), variables)));
}

async function readByHand(database: pg.Client, { sql, values }: Page): Promise<Answer> {
  const { rows } = await database.query<Answer>(sql, [...values]);
  return rows[0] ?? {};
}

async function medianOf(ask: () => Promise<unknown>): Promise<number> {
  const latencies: number[] = [];
  for (let request = 0; request < requestsPerRound; request++) latencies.push(await millisecondsOf(ask));
  return medianAndSpread(latencies).median;
}

/** How many SQL statements each service sent for one opening of a page, in words. */
async function statementsOf(system: RunningSystem, open: () => Promise<unknown>): Promise<string> {
  const before = await statementsSent(system.addresses);
  await open();
  const after = await statementsSent(system.addresses);
  const sent = Object.keys(after).flatMap((name) => {
    const count = (after[name] ?? 0) - (before[name] ?? 0);
    return count === 0 ? [] : [`${count} SQL statements in ${name}`];
  });
  return sent.join(', ');
}

function demandSameRows(each: Page, answers: readonly Answer[], row: Answer): void {
  const [asked, byHand] = [JSON.stringify(each.rowsOf(answers)), JSON.stringify(each.rowsByHand(row))];
  if (asked !== byHand) throw new Error(`${basename(import.meta.filename)}: “${each.en}” differs: ${asked} and ${byHand}`);
}

/** A field of one of a page's answers. */
function fieldOf<Shape>(answers: readonly Answer[], at: number, field: string): Shape {
  const answer = answers[at];
  if (answer === undefined) throw new Error(`the page has no answer ${at}`);
  return answer[field] as Shape;
}

type Items = { readonly items: readonly { readonly id: string }[]; readonly total: number };

const idsAndTotal = (items: Items) => ({ ids: items.items.map(({ id }) => id), total: items.total });
const sameByHand = ({ ids, total }: Answer) => ({ ids, total });
const listOf = (field: string) => (answers: readonly Answer[]) => idsAndTotal(fieldOf<Items>(answers, 0, field));

function pagesAfter({ batchId }: MainJobOutcome): readonly Page[] {
  const records = { service: 'case-records', rowsByHand: sameByHand } as const;
  return [
    {
      ...records,
      zh: '家庭列表',
      en: 'households',
      username: 'qinghe-clerk',
      queries: [{ name: 'HouseholdList', variables: page }],
      sql: householdListByHand,
      values: [],
      rowsOf: listOf('households'),
    },
    {
      ...records,
      zh: '档案队列',
      en: 'case-file queue',
      username: 'qinghe-reviewer',
      queries: [{ name: 'CaseFileQueue', variables: { ...page, filter: { statuses: ['ACTIVE'] } } }],
      sql: caseFileQueueByHand,
      values: ['ACTIVE'],
      rowsOf: listOf('caseFiles'),
    },
    {
      ...records,
      zh: '申请队列',
      en: 'application queue',
      username: 'qinghe-approver',
      queries: [{ name: 'ApplicationQueue', variables: { ...page, filter: { statuses: ['PAID'] } } }],
      sql: applicationQueueByHand,
      values: ['PAID'],
      rowsOf: listOf('applications'),
    },
    {
      zh: '发放批次',
      en: 'batch',
      username: 'qinghe-finance',
      queries: [
        { name: 'BatchRecord', variables: { id: batchId } },
        { name: 'BatchPayments', variables: { id: batchId, ...page } },
      ],
      service: 'funds',
      sql: batchPageByHand,
      values: [batchId],
      rowsOf: (answers) => idsAndTotal(fieldOf<{ readonly payments: Items }>(answers, 1, 'batch').payments),
      rowsByHand: sameByHand,
    },
    {
      zh: '送温暖统计表',
      en: 'statutory table',
      username: 'qinghe-statistics',
      queries: [{ name: 'StatutoryTable', variables: { form: 'warmth-table', campaignId } }],
      service: 'reporting',
      sql: warmthTableByHand,
      values: [],
      rowsOf: (answers) => cellOf(answers, '4C'),
      rowsByHand: (row) => String(row['4C']),
    },
  ];
}

type Table = { readonly lines: readonly { readonly cells: readonly { readonly key: string; readonly value: string }[] }[] };

function cellOf(answers: readonly Answer[], key: string): string | undefined {
  const { lines } = fieldOf<Table>(answers, 0, 'statutoryTable');
  return lines.flatMap(({ cells }) => cells).find((cell) => cell.key === key)?.value;
}
