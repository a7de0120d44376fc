import type { KeyObject } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool, type PoolClient } from 'pg';
import type { Logger } from 'pino';
import {
  asSealed,
  keepHead,
  readGivenIds,
  readKeptHead,
  readWriters,
  sealAudit,
  type ChainHead,
  type GivenIds,
} from '@nuangong/database';
import { describeError } from '@nuangong/event-bus';

export interface SealingOptions {
  readonly service: string;
  /** The service's database, with the service's own role. */
  readonly databaseUrl: string;
  /** Where the chain's head is stored, outside the database. */
  readonly filesDirectory: string;
  readonly key: KeyObject;
  readonly logger: Logger;
  /** The interval between sealings, in milliseconds. */
  readonly everyMs?: number;
}

/** The pause after a failure, in milliseconds. */
const failurePauseMs = 10_000;

/**
 * Seals the service's audit entries every few seconds, separately from the requests that write them. Several copies may
 * run; only one of them seals at a time.
 */
export function startSealing(options: SealingOptions): { stop(): Promise<void> } {
  const pool = new Pool({
    connectionString: options.databaseUrl,
    max: 1,
    application_name: 'nuangong audit seal',
    ...asSealed,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const ending = new AbortController();
  const rest = (ms: number) => pause(ms, undefined, { signal: ending.signal }).catch(() => undefined);
  const round = createRound(options, ending.signal);

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        await withClient(pool, round);
        await rest(options.everyMs ?? 5_000);
      } catch (error) {
        options.logger.error({ cause: describeError(error) }, 'the audit log could not be sealed; it is tried again');
        await rest(failurePauseMs);
      }
    }
  }
  const running = run();
  return {
    async stop() {
      ending.abort();
      await running;
      await pool.end();
    },
  };
}

async function withClient(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await work(client);
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/**
 * One round: everything visible gets its seal. Entries below `complete` are skipped: it advances to the largest id
 * assigned, once all transactions that were writing at that moment have ended and a later round has sealed what they
 * left.
 */
function createRound(options: SealingOptions, stopping: AbortSignal): (client: PoolClient) => Promise<void> {
  const { service, key, filesDirectory } = options;
  let complete = '0';
  let given: GivenIds | undefined;
  let known: ChainHead | undefined;

  async function sealVisible(client: PoolClient): Promise<boolean> {
    let afterId = complete;
    while (!stopping.aborted) {
      const { sealed, all, lastId, head } = await sealAudit(client, { key, service, afterId, known });
      if (head !== undefined && head.place !== known?.place) await keepHead(filesDirectory, head);
      known = head;
      afterId = lastId;
      if (all) return true;
      if (sealed === 0) return false;
    }
    return false;
  }

  return async (client) => {
    known ??= await readKeptHead(filesDirectory);
    given ??= await readGivenIds(client, complete);
    if (given.last === complete) {
      given = undefined;
      return;
    }
    const writing = given.writers.size === 0 ? given.writers : await readWriters(client);
    const ended = given.writers.isDisjointFrom(writing);
    if (!(await sealVisible(client)) || !ended) return;
    complete = given.last;
    given = undefined;
  };
}
