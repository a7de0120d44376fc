import { PrismaPg } from '@prisma/adapter-pg';
import { Pool, type PoolClient } from 'pg';
import type { RowIdentity } from './identity.ts';
import { createBackendEnder, endedBy, statementCancelled, type BackendEnder, type Ending } from './ending.ts';
import { exactTypes } from './exact-types.ts';
import { oneAtATime, type SendQuery } from './one-at-a-time.ts';
import { countStatements } from './statement-count.ts';
import { byName, createStatementNames } from './statement-names.ts';

export type { RowIdentity } from './identity.ts';

/** What this package uses of a generated Prisma client. */
interface PrismaLike<Tx> {
  $transaction<T>(
    work: (tx: Tx) => Promise<T>,
    options?: { maxWait?: number; timeout?: number; isolationLevel?: 'RepeatableRead' },
  ): Promise<T>;
  $disconnect(): Promise<void>;
}

interface RawExecutor {
  $executeRaw(query: TemplateStringsArray, ...values: unknown[]): Promise<number>;
}

interface RawReader extends RawExecutor {
  $queryRaw<T>(query: TemplateStringsArray, ...values: unknown[]): Promise<T>;
}

/** One transaction in which a whole GraphQL request reads. */
export interface RequestTransaction<Tx> {
  /** Requests one snapshot for the whole transaction, before it opens: commits of others in between are not seen. */
  asSnapshot(): void;
  /** Opens the transaction at the first call and returns the same one afterwards. */
  open(): Promise<Tx>;
  /** Commits if it was opened; does nothing otherwise. */
  finish(): Promise<void>;
}

/** A service's database, accessible only through transactions that carry the actor's identity. */
export interface Database<Tx> {
  /** The pool of the service's role, for set-based statements and streams; the same identity rules apply. */
  readonly pool: Pool;
  /** The number of SQL statements sent so far, including transaction control and identity. */
  readonly statements: () => number;
  /** Runs `work` in one transaction under row-level security as `identity`; rolls back when it throws. */
  transaction<T>(identity: RowIdentity, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same with node-pg, for what Prisma does not support (COPY, cursors, functions over arrays). */
  sqlTransaction<T>(identity: RowIdentity, work: (client: PoolClient) => Promise<T>): Promise<T>;
  /** A transaction without an actor: row-level security shows nothing until `setIdentity`. */
  withoutIdentity<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  requestTransaction(identity: RowIdentity): RequestTransaction<Tx>;
  /** The same database for one request: its transactions are rolled back as soon as nobody waits for them. */
  until(ending: Ending): Database<Tx>;
  ready(): Promise<boolean>;
  stop(): Promise<void>;
}

/** How long a service's transaction waits for a connection before it fails; in milliseconds. */
const serviceWaitMs = 10_000;
/**
 * For `createDatabase`'s `connectionWaitMs`: how long loading waits for a connection, in milliseconds. Longer than for
 * services, because no user waits and the machine may be busy with starting everything.
 */
export const loadingWaitMs = 60_000;
const transactionTimeoutMs = 120_000;

/**
 * Connects a service to its database.
 *
 * @param connect builds the generated client over the adapter: `(adapter) => new PrismaClient({ adapter })`.
 */
export function createDatabase<Tx extends RawReader>(options: {
  readonly url: string;
  readonly connect: (adapter: PrismaPg) => PrismaLike<Tx>;
  readonly connections?: number;
  /** How long a transaction waits for a connection before it fails, in milliseconds; 10 s by default. */
  readonly connectionWaitMs?: number;
}): Database<Tx> {
  const pool = new Pool({
    connectionString: options.url,
    max: options.connections ?? 10,
    types: exactTypes,
    // Prisma's adapter drops a timestamp's offset: in a session with another time zone, moments would be hours off.
    // client_connection_check_interval ends a session's statement soon after its client process has died.
    options: '-c timezone=UTC -c client_connection_check_interval=2000',
  });
  // A lent but idle connection reports its death only by an event; without a listener, that event ends the process. The
  // holder learns of it from the next statement.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const statements = countStatements(pool);
  const cancelling = new Pool({
    connectionString: options.url,
    max: 1,
    idleTimeoutMillis: 10_000,
    allowExitOnIdle: true,
  });
  cancelling.on('error', () => undefined);
  const ender = createBackendEnder((pid) => cancelling.query('select pg_cancel_backend($1)', [pid]));
  const nameOf = createStatementNames();
  pool.on('connect', (client) => {
    const send = oneAtATime(byName(client.query.bind(client) as SendQuery, nameOf));
    Object.assign(client, { query: refuseEnded(send, () => ender.ended.has(processOf(client))) });
  });
  const prisma = options.connect(new PrismaPg(pool));

  const times = { maxWait: options.connectionWaitMs ?? serviceWaitMs, timeout: transactionTimeoutMs };
  const withoutIdentity = <T>(work: (tx: Tx) => Promise<T>, isolation: Isolation = {}): Promise<T> =>
    prisma.$transaction(work, { ...times, ...isolation });
  const transaction = async <T>(
    identity: RowIdentity,
    work: (tx: Tx) => Promise<T>,
    { ending, ...isolation }: Isolation & { readonly ending?: Ending | undefined } = {},
  ): Promise<T> => {
    demandWaiting(ending);
    return withoutIdentity(async (tx) => {
      const pid = await beginAs(tx, identity, leftOf(ending));
      return ending === undefined ? work(tx) : ender.until(ending, pid, () => work(tx));
    }, isolation);
  };
  const endingWith = (ending?: Ending): Database<Tx> => ({
    pool,
    statements,
    transaction: (identity, work) => transaction(identity, work, { ending }),
    withoutIdentity,
    sqlTransaction: (identity, work) => inSqlTransaction(pool, identity, work, ender, ending),
    requestTransaction: (identity) =>
      createRequestTransaction((work, isolation) => transaction(identity, work, { ...isolation, ending })),
    until: endingWith,
    ready: () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
    async stop() {
      await prisma.$disconnect();
      await pool.end();
      await cancelling.end();
    },
  });
  return endingWith();
}

/** Throws if nobody waits any more, before a connection is taken. */
function demandWaiting(ending: Ending | undefined): void {
  const ended = ending && endedBy(ending.signal);
  if (ended !== undefined) throw ended;
}

/** The time left until an ending, or the longest time a transaction may take; in whole milliseconds. */
function leftOf(ending: Ending | undefined): number {
  const left = ending?.at === undefined ? transactionTimeoutMs : ending.at - performance.now();
  return Math.max(1, Math.min(transactionTimeoutMs, Math.floor(left)));
}

const processOf = (client: object): number => Number(Reflect.get(client, 'processID'));

/** Refuses every statement except ROLLBACK on a session whose work was ended. */
function refuseEnded(send: SendQuery, isEnded: () => boolean): SendQuery {
  return (...parameters) => {
    const [query] = parameters;
    const text = typeof query === 'string' ? query : String(Reflect.get(Object(query), 'text'));
    if (isEnded() && !/^\s*rollback/i.test(text)) return Promise.reject(endedStatement());
    return send(...parameters);
  };
}

/** The error that PostgreSQL itself gives for a cancelled statement. */
const endedStatement = (): Error =>
  Object.assign(new Error('the work of this session is ended'), { code: statementCancelled, severity: 'ERROR' });

/** Sets the actor for the rest of this transaction, and the statement timeout; returns the session's process id. */
async function beginAs(tx: RawReader, identity: RowIdentity, statementMs: number): Promise<number> {
  const [session] = await tx.$queryRaw<readonly { readonly pid: number }[]>`
    select set_config('nuangong.scope', ${identity.scope}, true), set_config('nuangong.staff', ${identity.staffId}, true),
      set_config('statement_timeout', ${String(statementMs)}, true), pg_backend_pid() as pid`;
  return session?.pid ?? 0;
}

/** Sets the actor for the rest of this transaction. */
export async function setIdentity(tx: RawExecutor, identity: RowIdentity): Promise<void> {
  await tx.$executeRaw`select set_config('nuangong.scope', ${identity.scope}, true),
    set_config('nuangong.staff', ${identity.staffId}, true)`;
}

async function inSqlTransaction<T>(
  pool: Pool,
  identity: RowIdentity,
  work: (client: PoolClient) => Promise<T>,
  ender: BackendEnder,
  ending: Ending | undefined,
): Promise<T> {
  demandWaiting(ending);
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('nuangong.scope', $1, true), set_config('nuangong.staff', $2, true),
         set_config('statement_timeout', $3, true)`,
      [identity.scope, identity.staffId, ending === undefined ? '0' : String(leftOf(ending))],
    );
    const value = await (ending === undefined
      ? work(client)
      : ender.until(ending, processOf(client), () => work(client)));
    await client.query('commit');
    client.release();
    return value;
  } catch (error) {
    const broken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    client.release(broken);
    throw error;
  }
}

type Isolation = { readonly isolationLevel?: 'RepeatableRead' };

function createRequestTransaction<Tx>(
  begin: (work: (tx: Tx) => Promise<void>, isolation: Isolation) => Promise<void>,
): RequestTransaction<Tx> {
  let isolation: Isolation = {};
  let opened: { tx: Promise<Tx>; close: () => void; closed: Promise<void> } | undefined;
  let finished = false;
  return {
    asSnapshot() {
      isolation = { isolationLevel: 'RepeatableRead' };
    },
    open() {
      if (finished)
        return Promise.reject(new Error('the request has been answered: its transaction is not opened any more'));
      if (opened === undefined) {
        const tx = Promise.withResolvers<Tx>();
        const end = Promise.withResolvers<void>();
        const closed = begin((started) => {
          tx.resolve(started);
          return end.promise;
        }, isolation);
        closed.catch(tx.reject);
        opened = { tx: tx.promise, close: end.resolve, closed };
      }
      return opened.tx;
    },
    async finish() {
      finished = true;
      opened?.close();
      await opened?.closed;
    },
  };
}
