import { setTimeout as sleep } from 'node:timers/promises';
import type { EventEnvelope } from '@nuangong/events';
import { pino, type Logger } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEventDatabase, type EventDatabase } from '../testing/event-database.ts';
import { buildVisit, buildVisits, until } from '../testing/visits.ts';
import type { EventTransport } from '../transport/event-transport.ts';
import { readOutboxState } from './outbox-state.ts';
import { recordEvents } from './record-events.ts';
import { pruneOutbox } from './prune-outbox.ts';
import { createRelay, type Relay, type RelayOptions } from './relay.ts';

/** A log that keeps what its warnings carry. */
function warningsInto(told: object[]): Logger {
  return pino({ level: 'warn' }, { write: (line) => void told.push(JSON.parse(line) as object) });
}

/** The number of transactions in the database while something ran; its statistics lag by up to a second. */
async function transactionsWhile(database: EventDatabase, work: () => Promise<unknown>): Promise<number> {
  const count = async () => {
    const { rows } = await database.pool.query<{ count: number }>(
      `select (xact_commit + xact_rollback)::float8 as count from pg_stat_database where datname = current_database()`,
    );
    return rows[0]?.count ?? 0;
  };
  const before = await count();
  await work();
  return (await count()) - before;
}

/** A transport that stores what it is given, and refuses on request. */
function createRecordingTransport() {
  const sent: EventEnvelope[] = [];
  let refusals = 0;
  const transport: EventTransport = {
    async publish(envelopes) {
      if (refusals > 0) {
        refusals -= 1;
        throw new Error('the broker is away');
      }
      sent.push(...envelopes);
    },
    subscribe: async () => ({ stop: async () => undefined }),
    replay: async () => ({ events: 0 }),
    start: async () => undefined,
    stop: async () => undefined,
    backlog: async () => ({ events: 0, oldestSeconds: null }),
    readiness: async () => true,
  };
  return { transport, sent, refuse: (times: number) => (refusals = times) };
}

describe('the relay', () => {
  let service: EventDatabase;
  let recording: ReturnType<typeof createRecordingTransport>;
  const relays: Relay[] = [];

  beforeEach(async () => {
    service = await createEventDatabase();
    recording = createRecordingTransport();
  });

  afterEach(async () => {
    for (const relay of relays.splice(0)) await relay.stop();
    await service.drop();
  });

  async function startRelay(slowPollMs = 60_000, more: Partial<RelayOptions> = {}): Promise<void> {
    const { transport } = recording;
    const relay = createRelay({ databaseUrl: service.url, transport, batchSize: 50, slowPollMs, ...more });
    await relay.start();
    relays.push(relay);
  }

  const record = (events: readonly EventEnvelope[]) =>
    service.withTransaction((transaction) => recordEvents(transaction, events));
  const ids = (events: readonly EventEnvelope[]) => events.map((event) => event.id);

  it('is woken by a commit, long before its slow poll', async () => {
    await startRelay();
    await until('the first look', async () => (await readOutboxState(service.pool)).unsent === 0);
    const visits = buildVisits(3, 2);
    const began = performance.now();
    await record(visits);
    await until('all sent', () => recording.sent.length === 6);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(ids(recording.sent)).toEqual(ids(visits));
  });

  it('sends no events of a transaction that was rolled back', async () => {
    await startRelay();
    const lost = service.withTransaction(async (transaction) => {
      await recordEvents(transaction, [buildVisit(1, 1)]);
      throw new Error('changed our mind');
    });
    await expect(lost).rejects.toThrow('changed our mind');
    const kept = buildVisit(1, 2);
    await record([kept]);
    await until('the kept one', () => recording.sent.length > 0);
    expect(ids(recording.sent)).toEqual([kept.id]);
  });

  it('waits for older transactions, logs that, and continues when they end without events', async () => {
    await startRelay();
    const older = await service.pool.connect();
    await older.query('begin');
    await older.query('select pg_current_xact_id()');
    const visit = buildVisit(1, 1);
    await record([visit]);
    await sleep(300);
    expect(recording.sent).toEqual([]);
    expect(await readOutboxState(service.pool)).toMatchObject({ unsent: 1, heldBack: 1 });
    await older.query('rollback');
    older.release();
    await until('the event', () => recording.sent.length === 1);
    await until('the mark', async () => (await readOutboxState(service.pool)).unsent === 0);
  });

  it('keeps an entity’s order of changes when the older transaction got the lock last', async () => {
    const older = await service.pool.connect();
    await older.query('begin');
    await older.query('select pg_current_xact_id()');
    const first = buildVisit(1, 1);
    const second = buildVisit(1, 2);
    await record([first]);
    await recordEvents(older, [second]);
    await older.query('commit');
    older.release();
    await startRelay();
    await until('both', () => recording.sent.length === 2);
    expect(ids(recording.sent)).toEqual([first.id, second.id]);
  });

  it('keeps that order while a transaction between the two is running', async () => {
    const [older, between] = [await service.pool.connect(), await service.pool.connect()];
    for (const early of [older, between]) {
      await early.query('begin');
      await early.query('select pg_current_xact_id()');
    }
    const first = buildVisit(1, 1);
    const second = buildVisit(1, 2);
    await record([first]);
    await recordEvents(older, [second]);
    await older.query('commit');
    await startRelay();
    await sleep(200);
    expect(recording.sent).toEqual([]);
    await between.query('rollback');
    older.release();
    between.release();
    await until('both', () => recording.sent.length === 2);
    expect(ids(recording.sent)).toEqual([first.id, second.id]);
  });

  it('does not wait for transactions of other databases of the server', async () => {
    const neighbour = await createEventDatabase();
    const open = await neighbour.pool.connect();
    try {
      await open.query('begin');
      await open.query('select pg_current_xact_id()');
      await startRelay();
      const visit = buildVisit(1, 1);
      await record([visit]);
      await until('the event', () => recording.sent.length === 1);
      expect(await readOutboxState(service.pool)).toMatchObject({ heldBack: 0, heldBackBy: undefined });
    } finally {
      await open.query('rollback');
      open.release();
      await neighbour.drop();
    }
  });

  it('logs once which session holds events back for long, and does not poll faster', async () => {
    const told: { readonly heldBackBy?: { readonly pid: number; readonly state: string } }[] = [];
    await startRelay(60_000, { stalledAfterMs: 200, log: warningsInto(told) });
    const older = await service.pool.connect();
    const { rows } = await older.query<{ pid: number }>('select pg_backend_pid() as pid');
    await older.query('begin');
    await older.query('select pg_current_xact_id()');
    await record([buildVisit(1, 1)]);
    const asked = await transactionsWhile(service, () => sleep(3_000));
    expect(told).toHaveLength(1);
    expect(told[0]?.heldBackBy).toMatchObject({ pid: rows[0]?.pid, state: 'idle in transaction' });
    expect(asked).toBeLessThan(30);
    await older.query('commit');
    older.release();
    await until('the event', () => recording.sent.length === 1);
  });

  it('removes only what was sent a week ago', async () => {
    const [old, fresh, unsent] = [buildVisits(3, 1), buildVisits(2, 1), buildVisits(1, 1)];
    await record([...old, ...fresh, ...unsent]);
    const sentAgo = (interval: string, events: readonly EventEnvelope[]) =>
      service.pool.query('update outbox set sent_at = now() - $1::interval where event_id = any($2::uuid[])', [
        interval,
        ids(events),
      ]);
    await sentAgo('8 days', old);
    await sentAgo('6 days', fresh);
    recording.refuse(1_000);
    expect(await pruneOutbox(service.pool)).toBe(3);
    const { rows } = await service.pool.query<{ event_id: string }>('select event_id from outbox order by position');
    expect(rows.map((row) => row.event_id)).toEqual(ids([...fresh, ...unsent]));
  });

  it('prunes by itself once everything is sent', async () => {
    const [old] = buildVisits(1, 1);
    await record([old!]);
    await service.pool.query(`update outbox set sent_at = now() - interval '30 days'`);
    await startRelay();
    await until('the outbox to be empty', async () => {
      const { rows } = await service.pool.query('select 1 from outbox');
      return rows.length === 0;
    });
  });

  it('keeps what the transport refused, and resends it in order', async () => {
    recording.refuse(2);
    await startRelay();
    const visits = buildVisits(4, 20);
    await record(visits);
    await until('all sent', () => recording.sent.length === 80);
    expect(ids(recording.sent)).toEqual(ids(visits));
  });

  it('sends each event once and in order when three copies run', async () => {
    for (let copy = 0; copy < 3; copy += 1) await startRelay(100);
    const visits = buildVisits(10, 30);
    for (let from = 0; from < 300; from += 30) await record(visits.slice(from, from + 30));
    await until('all sent', () => recording.sent.length >= 300);
    await until('all marked', async () => (await readOutboxState(service.pool)).unsent === 0);
    expect(ids(recording.sent)).toEqual(ids(visits));
  });
});
