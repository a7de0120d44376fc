import type { Pool, PoolClient } from 'pg';
import { createConsumer, type EventHandlers, type EventTransport } from '@nuangong/event-bus';
import { contracts, type AnyEvent } from '@nuangong/events';
import { beWithin } from '@nuangong/organizations';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import { reactions } from '../fact/reactions.ts';
import type { FactWriter } from '../fact/record-facts.ts';

/** The result of a replay. */
export interface Replay {
  /** Events read from the beginning, including those that reporting ignores. */
  readonly events: number;
  readonly factsBefore: number;
  readonly factsAfter: number;
}

const replayRunning = () =>
  problem('REPLAY_RUNNING', {
    zh: '另一次重放正在进行，等它结束后再办理',
    en: 'Another replay is running. Try again when it has finished.',
  });

const nothingToReplay = () =>
  problem('NOTHING_TO_REPLAY', {
    zh: '没有找到保存的事件，统计数据保持原样；检查事件传输的设置（KAFKA_BROKERS 或 EVENTS_DATABASE_URL）是否与服务所用的一致',
    en: 'No stored events were found and the figures are unchanged. Check that the event transport (KAFKA_BROKERS or EVENTS_DATABASE_URL) is the one the services use.',
  });

/** The advisory lock that a replay holds. */
const replayLock = 7_305_431;

/**
 * Deletes every fact and rebuilds them from all events ever kept, through the same reactions, in one transaction: until
 * it commits, readers see the old figures. Live events continue in parallel; the inbox ensures that each event takes
 * effect once, whether the replay or the live consumer handles it first.
 */
export async function replayEvents(pool: Pool, transport: EventTransport): Promise<Result<Replay>> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('begin');
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_xact_lock($1) as free', [
      replayLock,
    ]);
    if (rows[0]?.free !== true) {
      await client.query('rollback');
      broken = false;
      return refuse(replayRunning());
    }
    const replay = await replayIn(client, transport);
    const lost = replay.events === 0 && replay.factsBefore > 0;
    await client.query(lost ? 'rollback' : 'commit');
    broken = false;
    return lost ? refuse(nothingToReplay()) : ok(replay);
  } finally {
    client.release(broken);
  }
}

async function replayIn(client: PoolClient, transport: EventTransport): Promise<Replay> {
  const { rows } = await client.query<{ forgotten: string }>('select forget_facts($1)::text as forgotten', [
    'reporting',
  ]);
  const consumer = createConsumer<FactWriter>({
    group: 'reporting',
    transport,
    handlers: withinTheirOrganization(reactions),
    withTransaction: (work) => inSavepoint(client, work),
    attempts: 1,
    concurrency: 1,
  });
  const topics = [
    ...new Set(Object.values(contracts).flatMap(({ type, topic }) => (type in reactions ? [topic] : []))),
  ];
  const { events } = await transport.replay({ topics, handle: consumer.receive });
  const after = await client.query<{ facts: string }>('select count_facts()::text as facts');
  return { events, factsBefore: Number(rows[0]?.forgotten), factsAfter: Number(after.rows[0]?.facts) };
}

/** Makes each event take effect completely or not at all, without aborting the replay. */
async function inSavepoint<T>(client: PoolClient, work: (tx: FactWriter) => Promise<T>): Promise<T> {
  const writer: FactWriter = {
    async $queryRawUnsafe<R>(sql: string, ...values: unknown[]): Promise<R> {
      return (await client.query(sql, values)).rows as R;
    },
  };
  await client.query('savepoint event');
  try {
    const value = await work(writer);
    await client.query('release savepoint event');
    return value;
  } catch (error) {
    await client.query('rollback to savepoint event');
    throw error;
  }
}

/** As in live handling: each reaction sees and writes only what belongs to its event's organisation, wherever it stood. */
function withinTheirOrganization(handlers: EventHandlers<FactWriter>): EventHandlers<FactWriter> {
  const bound = Object.entries(handlers).map(([type, handle]) => [
    type,
    async (event: AnyEvent, tx: FactWriter) => {
      const organizationPath = await beWithin(tx, event.organizationPath);
      await (handle as (event: AnyEvent, tx: FactWriter) => Promise<void>)({ ...event, organizationPath }, tx);
    },
  ]);
  return Object.fromEntries(bound) as EventHandlers<FactWriter>;
}
