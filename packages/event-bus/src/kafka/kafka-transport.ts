import type { EventEnvelope } from '@nuangong/events';
import { Kafka, logLevel, Partitioners, type Producer } from 'kafkajs';
import type { Logger } from 'pino';
import type { EventTransport, RunningSubscription } from '../transport/event-transport.ts';
import { readKafkaBacklog } from './kafka-backlog.ts';
import { kafkaLogCreator } from './kafka-log.ts';
import { replayFromKafka } from './kafka-replay.ts';
import { retry } from './retry.ts';
import { subscribeToKafka } from './kafka-subscription.ts';
import { createTopics, kafkaTopic } from './topic-names.ts';

export type KafkaTransportOptions = {
  /** `host:port` of some brokers of the cluster. */
  readonly brokers: readonly string[];
  readonly log?: Logger;
  /** How this service calls itself to the brokers. */
  readonly clientId?: string;
  /** Before each topic's and group's name; `nuangong.` unless told. */
  readonly prefix?: string;
  /** Partitions of a topic that has to be made. */
  readonly partitions?: number;
  /** Copies of each partition of a topic that has to be made. */
  readonly replicationFactor?: number;
  /** Events that one subscription has in hand at once, at most. */
  readonly inHand?: number;
};

const network = { connectionTimeout: 3_000, requestTimeout: 10_000 };

/** Carries events through Apache Kafka: a topic per publishing service, a partition by key. */
export function createKafkaTransport(options: KafkaTransportOptions): EventTransport {
  const prefix = options.prefix ?? 'nuangong.';
  const kafka = new Kafka({
    clientId: options.clientId ?? 'nuangong',
    brokers: [...options.brokers],
    ...network,
    retry,
    logLevel: logLevel.WARN,
    logCreator: kafkaLogCreator(options.log),
  });
  const admin = kafka.admin();
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  const subscriptions = new Set<RunningSubscription>();

  return {
    publish: (envelopes) => publish(producer, prefix, envelopes),
    async subscribe(subscription) {
      const inHand = options.inHand ?? 1_000;
      const running = await subscribeToKafka({ kafka, prefix, subscription, log: options.log, inHand });
      subscriptions.add(running);
      return {
        async stop() {
          if (subscriptions.delete(running)) await running.stop();
        },
      };
    },
    replay: (request) => replayFromKafka(kafka, admin, prefix, request),
    backlog: (group, topics) => readKafkaBacklog(admin, prefix, group, topics),
    async start() {
      await admin.connect();
      await createTopics(admin, {
        prefix,
        partitions: options.partitions ?? 12,
        replicationFactor: options.replicationFactor ?? 1,
      });
      await producer.connect();
    },
    async stop() {
      await Promise.all([...subscriptions].map((running) => running.stop()));
      subscriptions.clear();
      await producer.disconnect();
      await admin.disconnect();
    },
    readiness: () => admin.describeCluster().then(({ brokers }) => brokers.length > 0, () => false),
  };
}

async function publish(producer: Producer, prefix: string, envelopes: readonly EventEnvelope[]): Promise<void> {
  if (envelopes.length === 0) return;
  const byTopic = Map.groupBy(envelopes, (envelope) => envelope.source);
  await producer.sendBatch({
    acks: -1,
    topicMessages: [...byTopic].map(([topic, events]) => ({
      topic: kafkaTopic(prefix, topic),
      messages: events.map((event) => ({
        key: event.subject,
        value: JSON.stringify(event),
        headers: { 'content-type': 'application/cloudevents+json', ce_id: event.id, ce_type: event.type },
      })),
    })),
  });
}
