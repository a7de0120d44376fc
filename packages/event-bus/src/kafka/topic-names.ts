import type { Admin } from 'kafkajs';
import { allTopics } from '@nuangong/events';

export type TopicSettings = {
  /** Before each topic's and group's name, so that several installations share a cluster. */
  readonly prefix: string;
  readonly partitions: number;
  readonly replicationFactor: number;
};

/** The Kafka topic of each topic of the catalogue. */
export function kafkaTopic(prefix: string, topic: string): string {
  return `${prefix}${topic}`;
}

/** Makes the topics that are missing. Events are kept for good: a new read model begins with the first. */
export async function createTopics(admin: Admin, settings: TopicSettings): Promise<void> {
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
  if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: true });
}
