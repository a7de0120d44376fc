import { Kafka, logLevel } from 'kafkajs';
import type { Logger } from 'pino';
import type { EventTransport, RunningSubscription } from '../transport/event-transport.ts';
import { accessSettings, demandTls, explainLogin, type KafkaAccess } from './kafka-access.ts';
import { readKafkaBacklog } from './kafka-backlog.ts';
import { kafkaLogCreator } from './kafka-log.ts';
import { replayFromKafka } from './kafka-replay.ts';
import { createPublisher } from './publisher.ts';
import { retry } from './retry.ts';
import { subscribeToKafka } from './kafka-subscription.ts';
import { createTopics } from './topic-names.ts';

export type KafkaTransportOptions = {
  /** `host:port` of some brokers of the cluster. */
  readonly brokers: readonly string[];
  /** TLS and login; plain connections without login by default. */
  readonly access?: KafkaAccess;
  readonly log?: Logger;
  /** This service's name for the brokers. */
  readonly clientId?: string;
  /** Before each topic's and group's name; `nuangong.` by default. */
  readonly prefix?: string;
  /** The number of partitions of topics that are created. */
  readonly partitions?: number;
  /** The number of copies of each partition of topics that are created. */
  readonly replicationFactor?: number;
  /** The most events that one subscription handles at the same time. */
  readonly inHand?: number;
  /** After this long a silence a group considers a copy dead, in milliseconds; ten seconds by default. */
  readonly sessionTimeoutMs?: number;
};

const network = { connectionTimeout: 3_000, requestTimeout: 10_000 };

/** Carries events through Apache Kafka: a topic per publishing service, a partition by key. */
export function createKafkaTransport(options: KafkaTransportOptions): EventTransport {
  const { access = {}, prefix = 'nuangong.' } = options;
  const kafka = new Kafka({
    clientId: options.clientId ?? 'nuangong',
    brokers: [...options.brokers],
    ...accessSettings(access),
    ...network,
    retry,
    logLevel: logLevel.WARN,
    logCreator: kafkaLogCreator(options.log),
  });
  const admin = kafka.admin();
  const publisher = createPublisher({ kafka, prefix, log: options.log });
  const subscriptions = new Set<RunningSubscription>();

  return {
    publish: publisher.publish,
    async subscribe(subscription) {
      const { log, sessionTimeoutMs, inHand = 1_000 } = options;
      const session = sessionTimeoutMs === undefined ? {} : { sessionTimeoutMs };
      const running = await subscribeToKafka({ kafka, prefix, subscription, log, inHand, ...session });
      subscriptions.add(running);
      return {
        async stop() {
          if (subscriptions.delete(running)) await running.stop();
        },
      };
    },
    replay: (request) => replayFromKafka(kafka, admin, prefix, request),
    backlog: (group, topics) => readKafkaBacklog(kafka, admin, prefix, group, topics),
    async start() {
      await demandTls(options.brokers, access);
      await admin.connect().catch((error: unknown) => {
        throw explainLogin(error, access);
      });
      await createTopics(kafka, admin, {
        prefix,
        partitions: options.partitions ?? 12,
        replicationFactor: options.replicationFactor ?? 1,
      });
      await publisher.start();
    },
    async stop() {
      await Promise.all([...subscriptions].map((running) => running.stop()));
      subscriptions.clear();
      await publisher.stop();
      await admin.disconnect();
    },
    readiness: () =>
      admin.describeCluster().then(
        ({ brokers }) => brokers.length > 0,
        () => false,
      ),
  };
}
