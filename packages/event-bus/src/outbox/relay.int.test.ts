import { setTimeout as sleep } from 'node:timers/promises';
import type { EventEnvelope } from '@nuangong/events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEventDatabase, type EventDatabase } from '../testing/event-database.ts';
import { buildVisit, buildVisits, until } from '../testing/visits.ts';
import type { EventTransport } from '../transport/event-transport.ts';
import { readOutboxState } from './outbox-state.ts';
import { recordEvents } from './record-events.ts';
import { createRelay, type Relay } from './relay.ts';

/** A transport that keeps what it is given, and refuses while it is told to. */
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

  async function startRelay(slowPollMs = 60_000): Promise<void> {
    const { transport } = recording;
    const relay = createRelay({ databaseUrl: service.url, transport, batchSize: 50, slowPollMs });
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

  it('sends nothing of a transaction that was rolled back', async () => {
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

  it('waits for older transactions, says so, and goes on when they end without a word', async () => {
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

  it('keeps the order of changes of an entity whose lock was got last by the older transaction', async () => {
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

  it('keeps what the transport refused, and sends it again in order', async () => {
    recording.refuse(2);
    await startRelay();
    const visits = buildVisits(4, 20);
    await record(visits);
    await until('all sent', () => recording.sent.length === 80);
    expect(ids(recording.sent)).toEqual(ids(visits));
  });

  it('sends each event once and in order though three copies run', async () => {
    for (let copy = 0; copy < 3; copy += 1) await startRelay(100);
    const visits = buildVisits(10, 30);
    for (let from = 0; from < 300; from += 30) await record(visits.slice(from, from + 30));
    await until('all sent', () => recording.sent.length >= 300);
    await until('all marked', async () => (await readOutboxState(service.pool)).unsent === 0);
    expect(ids(recording.sent)).toEqual(ids(visits));
  });
});
