import { setTimeout as sleep } from 'node:timers/promises';
import { allTopics } from '@nuangong/events';
import type { Admin, Kafka } from 'kafkajs';
import { askAdmin } from './ask-admin.ts';

const leadersDeadlineMs = 20_000;

export type TopicSettings = {
  /** Before each topic's and group's name, so that several installations can share a cluster. */
  readonly prefix: string;
  readonly partitions: number;
  readonly replicationFactor: number;
};

/** The Kafka topic of each topic of the catalogue. */
export function kafkaTopic(prefix: string, topic: string): string {
  return `${prefix}${topic}`;
}

/**
 * Creates missing topics, and resolves when each partition's leader answers. Events are kept permanently, because a new
 * read model begins with the first one.
 */
export async function createTopics(kafka: Kafka, admin: Admin, settings: TopicSettings): Promise<void> {
  const existing = new Set(await admin.listTopics());
  const topics = allTopics
    .map((topic) => kafkaTopic(settings.prefix, topic))
    .filter((topic) => !existing.has(topic))
    .map((topic) => ({
      topic,
      numPartitions: settings.partitions,
      replicationFactor: settings.replicationFactor,
      configEntries: [{ name: 'retention.ms', value: '-1' }],
    }));
  if (topics.length === 0) return;
  await admin.createTopics({ topics, waitForLeaders: false });
  await untilLed(
    admin,
    topics.map(({ topic }) => topic),
  );
  for (const { topic } of topics) await askAdmin(kafka, admin, (asked) => asked.fetchTopicOffsets(topic));
}

/** kafkajs's own waiting fails as soon as it asks a broker that does not know the topic yet: tulios/kafkajs#1222. */
async function untilLed(admin: Admin, topics: string[]): Promise<void> {
  const deadline = Date.now() + leadersDeadlineMs;
  for (;;) {
    try {
      await admin.fetchTopicMetadata({ topics });
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}
