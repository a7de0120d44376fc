import { randomUUID } from 'node:crypto';
import type { Admin, Kafka } from 'kafkajs';
import type { ReplayRequest } from '../transport/event-transport.ts';
import { parse } from './hand.ts';
import { kafkaTopic } from './topic-names.ts';

/**
 * Reads topics from their beginning to where they end now, partition by partition in order, in a group of its own
 * that is gone afterwards.
 */
export async function replayFromKafka(
  kafka: Kafka,
  admin: Admin,
  prefix: string,
  request: ReplayRequest,
): Promise<{ events: number }> {
  const topics = request.topics.map((topic) => kafkaTopic(prefix, topic));
  const ends = await readEnds(admin, topics);
  if (ends.size === 0) return { events: 0 };
  const groupId = `${prefix}replay-${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, heartbeatInterval: 500, maxWaitTimeInMs: 100 });
  const done = Promise.withResolvers<void>();
  let events = 0;
  try {
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      async eachBatch({ batch, resolveOffset, heartbeat }) {
        const place = `${batch.topic}/${batch.partition}`;
        for (const message of batch.messages) {
          const end = ends.get(place);
          if (end === undefined || BigInt(message.offset) >= end) break;
          await request.handle(parse(message.value)).catch(done.reject);
          events += 1;
          resolveOffset(message.offset);
          await heartbeat();
        }
        const end = ends.get(place);
        if (end !== undefined && BigInt(batch.lastOffset()) >= end - 1n) ends.delete(place);
        if (ends.size === 0) done.resolve();
      },
    });
    await done.promise;
  } finally {
    await consumer.disconnect();
    await admin.deleteGroups([groupId]).catch(() => undefined);
  }
  return { events };
}

async function readEnds(admin: Admin, topics: readonly string[]): Promise<Map<string, bigint>> {
  const ends = new Map<string, bigint>();
  for (const topic of topics) {
    for (const { partition, high, low } of await admin.fetchTopicOffsets(topic)) {
      if (BigInt(high) > BigInt(low)) ends.set(`${topic}/${partition}`, BigInt(high));
    }
  }
  return ends;
}
