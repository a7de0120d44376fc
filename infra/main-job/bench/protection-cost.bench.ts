import { randomBytes } from 'node:crypto';
import { insertInventedFacts } from '@nuangong/reporting/invented-facts';
import { warmthTableByHand } from '@nuangong/reporting/warmth-table-by-hand';
import { createTestDatabase, type TestDatabase } from '@nuangong/database/testing';
import { serviceFolder, type ServiceName } from '@nuangong/local';
import { interleave, medianAndSpread, millisecondsOf, type Measurement, type Pairs } from '@nuangong/measurement';
import { blindIndexOf, masterKeys, openKeyring, readKey, type Keyring } from '@nuangong/sealing';
import pg from 'pg';
import { batchId, countyPath, fillCaseRecords, fillFunds, households, identityNumberOf } from './protected-rows.ts';
import {
  applicationQueueByHand,
  batchPageByHand,
  caseFileQueueByHand,
  householdListByHand,
} from './queries-by-hand.ts';

const rounds = 9;
const requestsPerRound = 24;
const lookupsPerRequest = 50;
const key = () => readKey(randomBytes(32).toString('base64'), 'a key of the bench');

/**
 * The cost of protection, on 100,000 households of 23 counties (and 1,000,000 facts), measured in turn in one run.
 * Row-level security: each of the five busiest pages' query as the service's role under its policies, against the same
 * query as the owner, to whom no policy applies, with the county added by hand; the rows are compared first.
 * Encryption: the query over sealed columns with every text opened that the page shows, against the same over plain
 * columns; nothing of reporting is sealed. Blind index: finding a person by identity number, hashing included, against
 * a plain indexed column.
 */
export async function measure(): Promise<readonly Measurement[]> {
  return [...(await measureCaseRecords()), ...(await measureFunds()), ...(await measureReporting())];
}

/** A page's query, with and without policies. */
interface Page {
  readonly zh: string;
  readonly en: string;
  readonly sql: string;
  /** The tables to which the condition on the county is added by hand. */
  readonly tables: readonly string[];
  readonly values: readonly unknown[];
}

const casePages: readonly Page[] = [
  { zh: '家庭列表', en: 'households', sql: householdListByHand, tables: ['household'], values: [] },
  { zh: '档案队列', en: 'case-file queue', sql: caseFileQueueByHand, tables: ['case_file'], values: ['ACTIVE'] },
  {
    zh: '申请队列',
    en: 'application queue',
    sql: applicationQueueByHand,
    tables: ['aid_application'],
    values: ['PAID'],
  },
];
const batchPage: Page = { zh: '发放批次', en: 'batch', sql: batchPageByHand, tables: [], values: [batchId] };
const tablePage: Page = { zh: '送温暖统计表', en: 'statutory table', sql: warmthTableByHand, tables: [], values: [] };

async function measureCaseRecords(): Promise<readonly Measurement[]> {
  return withDatabase('case-records', countyPath, async ({ owner, served, keyring }) => {
    const indexKey = key();
    await fillCaseRecords(owner, keyring, indexKey);
    const measurements: Measurement[] = [];
    for (const page of casePages) measurements.push(await costOfPolicies(page, owner, served));
    for (const page of casePages) measurements.push(await costOfSealing(page, owner, keyring));
    measurements.push(await costOfBlindIndex(owner, (number) => blindIndexOf(indexKey, number)));
    return measurements;
  });
}

async function measureFunds(): Promise<readonly Measurement[]> {
  return withDatabase('funds', countyPath, async ({ owner, served, keyring }) => {
    await fillFunds(owner, keyring);
    return [await costOfPolicies(batchPage, owner, served), await costOfSealing(batchPage, owner, keyring)];
  });
}

async function measureReporting(): Promise<readonly Measurement[]> {
  return withDatabase('reporting', '51/5101/', async ({ owner, served }) => {
    await owner.query(insertInventedFacts);
    await owner.query('vacuum analyze');
    return [await costOfPolicies(tablePage, owner, served, 1)];
  });
}

interface Served {
  readonly owner: pg.Client;
  /** A connection of the service's role with an identity of the scope. */
  readonly served: pg.Client;
  readonly keyring: Keyring;
}

async function withDatabase<T>(name: ServiceName, scope: string, work: (served: Served) => Promise<T>): Promise<T> {
  const databases = await createTestDatabase({
    serviceDirectory: serviceFolder(name),
    serviceRole: `nuangong_${name.replaceAll('-', '_')}`,
  });
  const owner = await connect(databases.ownerUrl);
  const served = await connect(databases.url);
  const keyring = name === 'reporting' ? undefined : await keyringOf(name, databases);
  try {
    await served.query(`select set_config('nuangong.scope', $1, false)`, [scope]);
    return await work({ owner, served, keyring: keyring as Keyring });
  } finally {
    await keyring?.stop();
    await owner.end();
    await served.end();
    await databases.drop();
  }
}

function keyringOf(service: string, { url }: TestDatabase): Promise<Keyring> {
  return openKeyring({
    service,
    databaseUrl: url,
    masters: masterKeys(key()),
    cipher: 'AES256GCM',
    onTrouble: () => undefined,
  });
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** Another connection of the same owner to the same database. */
async function connectLike(client: pg.Client): Promise<pg.Client> {
  const { user, host, port, database, password } = client;
  const other = new pg.Client({ user, host, port, database, password: password ?? undefined });
  await other.connect();
  return other;
}

async function costOfPolicies(
  page: Page,
  owner: pg.Client,
  served: pg.Client,
  requests = requestsPerRound,
): Promise<Measurement> {
  const byHand = withCounty(page);
  const [held, free] = [await ask(served, page.sql, page.values), await ask(owner, byHand, page.values)];
  if (inOrder(held) !== inOrder(free)) throw new Error(`policies change the page “${page.en}”`);
  const { ours, byHand: hand } = await inTurn(
    requests,
    () => ask(served, page.sql, page.values),
    () => ask(owner, byHand, page.values),
  );
  return {
    zh: `行级安全的代价：“${page.zh}”的查询，与不受行级安全约束、手写县条件相比的用时`,
    en: `cost of row-level security: query of “${page.en}” against the owner’s with the county by hand`,
    ...ratioOf(ours, hand, 1.3),
  };
}

/** An answer as text, its rows sorted, because a table's counties have no order. */
function inOrder(answer: Readonly<Record<string, unknown>>): string {
  const rows = Array.isArray(answer['rows']) ? answer['rows'] : [];
  return JSON.stringify([answer['ids'], answer['total'], rows.map((row) => JSON.stringify(row)).sort()]);
}

/** The same query over only the county's rows of its tables. */
function withCounty({ sql, tables }: Page): string {
  const condition = `organization_path >= '${countyPath}' and organization_path < '${countyPath.slice(0, -1)}0'`;
  return tables.reduce(
    (text, table) =>
      text
        .replaceAll(`from ${table} where`, `from ${table} where ${condition} and`)
        .replaceAll(`from ${table})`, `from ${table} where ${condition})`)
        .replaceAll(`from ${table} order`, `from ${table} where ${condition} order`),
    sql,
  );
}

async function costOfSealing(page: Page, owner: pg.Client, keyring: Keyring): Promise<Measurement> {
  const sql = withCounty(page);
  const overPlain = await connectLike(owner);
  await overPlain.query('set search_path = plain, public');
  const sealed = async (): Promise<readonly string[]> =>
    Promise.all(textsOf(await ask(owner, sql, page.values)).map(({ text, place }) => keyring.open(text, place)));
  const plain = async (): Promise<readonly string[]> =>
    textsOf(await ask(overPlain, sql, page.values)).map(({ text }) => text);
  const [opened, read] = [await sealed(), await plain()];
  if (JSON.stringify(opened) !== JSON.stringify(read)) throw new Error(`sealing changes the page “${page.en}”`);
  const { ours, byHand } = await inTurn(requestsPerRound, sealed, plain);
  await overPlain.end();
  return {
    zh: `加密的代价：“${page.zh}”的查询并解密页上 ${opened.length} 处，与明文列相比的用时`,
    en: `cost of encryption: query of “${page.en}” and opening its ${opened.length} texts, against plain columns`,
    ...ratioOf(ours, byHand, 1.3),
  };
}

interface ShownRow {
  readonly household_id?: string;
  readonly sealed_remark?: string;
  readonly members?: readonly {
    readonly id: string;
    readonly organization_path: string;
    readonly sealed_health: string | null;
  }[];
}

/** The sealed texts that a page shows: remarks and health of the case-file queue; no other page shows any. */
function textsOf(answer: Readonly<Record<string, unknown>>) {
  const rows = Array.isArray(answer['rows']) ? (answer['rows'] as readonly ShownRow[]) : [];
  return rows.flatMap(({ household_id: household = '', sealed_remark: remark, members = [] }) => [
    ...(remark === undefined
      ? []
      : [
          {
            text: remark,
            place: { table: 'household', column: 'sealed_remark', row: household, organization: countyPath },
          },
        ]),
    ...members.flatMap(({ id, organization_path: organization, sealed_health: text }) =>
      text === null
        ? []
        : [{ text, place: { table: 'household_member', column: 'sealed_health', row: id, organization } }],
    ),
  ]);
}

async function costOfBlindIndex(owner: pg.Client, indexOf: (number: string) => Buffer): Promise<Measurement> {
  const numbers = Array.from({ length: lookupsPerRequest }, (_, at) => identityNumberOf((at * 7919) % households));
  const lookUp = async (sql: string, valueOf: (number: string) => unknown): Promise<void> => {
    for (const number of numbers) {
      const { rowCount } = await owner.query(sql, [valueOf(number)]);
      if (rowCount !== 1) throw new Error('a number is not found');
    }
  };
  const { ours, byHand } = await inTurn(
    requestsPerRound,
    () => lookUp('select id, name from person where identity_index = $1', indexOf),
    () => lookUp('select id, name from plain.person where sealed_identity = $1', (number) => number),
  );
  return {
    zh: '按身份证号查人：盲索引（连同散列），与明文列上的索引相比的用时',
    en: `finding a person by identity number: blind index, hashing included, against a plain indexed column`,
    ...ratioOf(ours, byHand, 1.2),
  };
}

async function ask(
  client: pg.Client,
  sql: string,
  values: readonly unknown[],
): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await client.query<Readonly<Record<string, unknown>>>(sql, [...values]);
  return rows.length === 1 ? (rows[0] ?? {}) : { rows };
}

/**
 * The lower quartile of each side's requests, round by round, after one round that warms up. Requests of both sides
 * alternate, and other load of the machine only adds to some of them.
 */
async function inTurn(requests: number, ours: () => Promise<unknown>, byHand: () => Promise<unknown>): Promise<Pairs> {
  const pairs = { ours: [] as number[], byHand: [] as number[] };
  await interleave(
    requests,
    () => millisecondsOf(ours),
    () => millisecondsOf(byHand),
  );
  for (let round = 0; round < rounds; round++) {
    const times = await interleave(
      requests,
      () => millisecondsOf(ours),
      () => millisecondsOf(byHand),
    );
    pairs.ours.push(lowerQuartile(times.ours));
    pairs.byHand.push(lowerQuartile(times.byHand));
  }
  return pairs;
}

function lowerQuartile(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 4)] ?? Number.NaN;
}

function ratioOf(
  ours: readonly number[],
  byHand: readonly number[],
  most: number,
): Pick<Measurement, 'ratios' | 'aim' | 'detail'> {
  const words = (values: readonly number[]) => `${medianAndSpread(values).median.toFixed(2)} ms`;
  return {
    ratios: ours.map((each, round) => each / (byHand[round] ?? Number.NaN)),
    aim: { most },
    detail: `${words(ours)}; without ${words(byHand)}`,
  };
}
