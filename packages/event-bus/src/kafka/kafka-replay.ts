import { randomUUID } from 'node:crypto';
import type { Admin, EachBatchPayload, Kafka } from 'kafkajs';
import type { ReplayRequest } from '../transport/event-transport.ts';
import { askAdmin } from './ask-admin.ts';
import { parse } from './hand.ts';
import { kafkaTopic } from './topic-names.ts';

/** Reads topics from their beginning to their present end, partition by partition in order, in a temporary group. */
export async function replayFromKafka(
  kafka: Kafka,
  admin: Admin,
  prefix: string,
  request: ReplayRequest,
): Promise<{ events: number }> {
  const topics = request.topics.map((topic) => kafkaTopic(prefix, topic));
  const left = await readRanges(kafka, admin, topics);
  if (left.size === 0) return { events: 0 };
  const groupId = `${prefix}replay-${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, heartbeatInterval: 500, maxWaitTimeInMs: 100 });
  const done = Promise.withResolvers<void>();
  let ended = false;
  let events = 0;

  function fail(error: unknown): void {
    ended = true;
    done.reject(error);
  }

  /** Delivers the messages of a batch that were not delivered before: after a rejoin, kafkajs starts again. */
  async function takeBatch({ batch, resolveOffset, heartbeat }: EachBatchPayload): Promise<void> {
    const place = `${batch.topic}/${batch.partition}`;
    for (const message of batch.messages) {
      const range = left.get(place);
      const offset = BigInt(message.offset);
      if (ended || range === undefined || offset >= range.end) break;
      if (offset >= range.next) {
        await request.handle(parse(message.value)).catch(fail);
        if (ended) break;
        events += 1;
        range.next = offset + 1n;
      }
      resolveOffset(message.offset);
      await heartbeat();
    }
    const range = left.get(place);
    if (range !== undefined && BigInt(batch.lastOffset()) >= range.end - 1n) left.delete(place);
    if (left.size === 0) done.resolve();
  }

  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (!payload.restart) fail(payload.error);
  });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    await Promise.all([consumer.run({ autoCommit: false, eachBatch: takeBatch }), done.promise]);
  } finally {
    ended = true;
    await consumer.disconnect();
    await admin.deleteGroups([groupId]).catch(() => undefined);
  }
  return { events };
}

type Range = { next: bigint; readonly end: bigint };

/** The offsets to deliver from each partition; partitions without events are left out. */
async function readRanges(kafka: Kafka, admin: Admin, topics: readonly string[]): Promise<Map<string, Range>> {
  const ranges = new Map<string, Range>();
  for (const topic of topics) {
    for (const { partition, high, low } of await askAdmin(kafka, admin, (asked) => asked.fetchTopicOffsets(topic))) {
      if (BigInt(high) > BigInt(low)) ranges.set(`${topic}/${partition}`, { next: BigInt(low), end: BigInt(high) });
    }
  }
  return ranges;
}
