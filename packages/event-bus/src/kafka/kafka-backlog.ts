import type { Admin, Kafka } from 'kafkajs';
import type { Backlog } from '../transport/backlog.ts';
import { askAdmin } from './ask-admin.ts';
import { kafkaTopic } from './topic-names.ts';

/**
 * Reads how many events wait for a group: those between its committed offsets and the ends of the partitions, or from
 * their beginning if it has committed none. One request for the group, one for each topic. Does not tell how long the
 * oldest has waited, because it would have to be fetched from every partition.
 */
export async function readKafkaBacklog(
  kafka: Kafka,
  admin: Admin,
  prefix: string,
  group: string,
  topics: readonly string[],
): Promise<Backlog> {
  const names = topics.map((topic) => kafkaTopic(prefix, topic));
  const [committed, ends] = await Promise.all([
    askAdmin(kafka, admin, (asked) => readCommitted(asked, `${prefix}${group}`, names)),
    Promise.all(
      names.map(async (topic) => ({
        topic,
        partitions: await askAdmin(kafka, admin, (asked) => asked.fetchTopicOffsets(topic)),
      })),
    ),
  ]);
  let events = 0n;
  for (const { topic, partitions } of ends) {
    for (const { partition, low, high } of partitions) {
      const reached = committed.get(`${topic}/${partition}`) ?? -1n;
      const from = reached > BigInt(low) ? reached : BigInt(low);
      if (BigInt(high) > from) events += BigInt(high) - from;
    }
  }
  return { events: Number(events), oldestSeconds: null };
}

async function readCommitted(
  admin: Admin,
  groupId: string,
  topics: readonly string[],
): Promise<ReadonlyMap<string, bigint>> {
  const offsets = await admin.fetchOffsets({ groupId, topics: [...topics] });
  return new Map(
    offsets.flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, offset }) => [`${topic}/${partition}`, BigInt(offset)] as const),
    ),
  );
}
