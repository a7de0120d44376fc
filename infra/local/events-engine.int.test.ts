import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmbeddedTransport, createKafkaTransport, type EventTransport } from '@nuangong/event-bus';
import { createTestEmptyDatabase } from '@nuangong/database/testing';
import { makeEvent, newEventId, receiptRecorded, type EventEnvelope } from '@nuangong/events';
import { bringEventsAlong, carryEventsOver, noteEventsEngine, readEventsEngine } from './events-engine.ts';
import type { Place } from './place.ts';
import { quietProgress } from './progress.ts';

const brokers = process.env['NUANGONG_TEST_KAFKA'];

function buildReceipts(count: number): EventEnvelope[] {
  return Array.from({ length: count }, () => {
    const data = { ...receiptRecorded.example, receiptId: newEventId() };
    const { path } = data.organization;
    return makeEvent(receiptRecorded, data, {
      id: newEventId(),
      time: new Date(),
      organizationPath: path,
      actor: 'test',
      requestId: 'test',
    });
  });
}

async function keptBy(transport: EventTransport): Promise<EventEnvelope[]> {
  const kept: EventEnvelope[] = [];
  await transport.start();
  await transport.replay({ topics: ['funds'], handle: async (envelope) => void kept.push(envelope as EventEnvelope) });
  await transport.stop();
  return kept;
}

const ids = (events: readonly EventEnvelope[]) => events.map(({ id }) => id).sort();

describe('events when the engine changes', () => {
  let first: Awaited<ReturnType<typeof createTestEmptyDatabase>>;
  let second: Awaited<ReturnType<typeof createTestEmptyDatabase>>;
  let directory: string;
  let place: Place;

  beforeEach(async () => {
    [first, second] = await Promise.all([createTestEmptyDatabase(), createTestEmptyDatabase()]);
    directory = await mkdtemp(join(tmpdir(), 'nuangong-engine-'));
    place = { directory, postgres: '', files: '', logs: '', kafka: join(directory, 'kafka') };
  });
  afterEach(async () => {
    await Promise.all([first.drop(), second.drop(), rm(directory, { recursive: true })]);
  });

  it('are copied completely, in order, and once when the copy runs twice', async () => {
    const from = () => createEmbeddedTransport({ databaseUrl: first.ownerUrl });
    const to = () => createEmbeddedTransport({ databaseUrl: second.ownerUrl });
    const receipts = buildReceipts(1_203);
    const before = from();
    await before.start();
    await before.publish(receipts);
    await before.stop();
    expect(await carryEventsOver(from(), to())).toBe(1_203);
    expect(await carryEventsOver(from(), to())).toBe(1_203);
    expect((await keptBy(to())).map(({ id }) => id)).toEqual(receipts.map(({ id }) => id));
  });

  it('stay in place when the engine stays the same', async () => {
    await bringEventsAlong(place, first.ownerUrl, { engine: 'embedded' }, quietProgress);
    await bringEventsAlong(place, first.ownerUrl, { engine: 'embedded' }, quietProgress);
    expect(readEventsEngine(place)).toEqual({ engine: 'embedded' });
  });

  it('cause a message when their engine cannot be reached', async () => {
    noteEventsEngine(place, { engine: 'kafka', brokers: '127.0.0.1:9' });
    const moved = bringEventsAlong(place, first.ownerUrl, { engine: 'embedded' }, quietProgress);
    await expect(moved).rejects.toThrow('cannot be reached');
    expect(readEventsEngine(place)).toEqual({ engine: 'kafka', brokers: '127.0.0.1:9' });
  });

  it.skipIf(brokers === undefined)('are copied from PostgreSQL to Kafka', async () => {
    const prefix = `test-${randomUUID()}.`;
    const from = createEmbeddedTransport({ databaseUrl: first.ownerUrl });
    await from.start();
    const receipts = buildReceipts(20);
    await from.publish(receipts);
    const kafka = () => createKafkaTransport({ brokers: brokers?.split(',') ?? [], prefix, partitions: 3 });
    await carryEventsOver(from, kafka());
    expect(ids(await keptBy(kafka()))).toEqual(ids(receipts));
  });
});
