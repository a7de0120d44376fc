import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetKafka, openClientProxy, startKafkaCluster } from '@nuangong/kafka';
import type { ClientProxy, RunningCluster } from '@nuangong/kafka';
import { Kafka, logLevel, Partitioners, type Admin, type KafkaConfig } from 'kafkajs';
import { createTopics, kafkaTopic } from '../kafka/topic-names.ts';
import { householdId } from './visits.ts';

/** A test cluster with a proxy between clients and each node. */
export type HarmedCluster = RunningCluster & {
  /** The proxy of each node, in the nodes' order. */
  readonly proxies: readonly ClientProxy[];
  client(settings?: Partial<KafkaConfig>): Kafka;
  /** Creates the topics of a separate installation, with three copies of each by default, and returns its prefix. */
  createTopics(partitions: number, copies?: number): Promise<string>;
  /** Moves a partition away from its leader, including the copy there, to a node that has none. */
  moveAway(topic: string, partition: number): Promise<void>;
  withAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T>;
};

export async function openHarmedCluster(): Promise<HarmedCluster> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'nuangong-kafka-'));
  const proxies: ClientProxy[] = [];
  const cluster = await startKafkaCluster({
    dataDirectory,
    async advertise(nodeId, port) {
      const proxy = await openClientProxy(port);
      proxies[nodeId - 1] = proxy;
      return proxy.port;
    },
  });
  const retry = { initialRetryTime: 100, maxRetryTime: 500, retries: 40 };
  const client = (settings: Partial<KafkaConfig> = {}) =>
    new Kafka({ brokers: [...cluster.brokers], logLevel: logLevel.NOTHING, retry, ...settings });

  async function withAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = client().admin();
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      await admin.disconnect();
    }
  }

  return {
    ...cluster,
    proxies,
    client,
    withAdmin,
    async createTopics(partitions, copies = 3) {
      const prefix = `test-${randomUUID()}.`;
      await withAdmin((admin) => createTopics(client(), admin, { prefix, partitions, replicationFactor: copies }));
      return prefix;
    },
    moveAway: (topic, partition) =>
      withAdmin(async (admin) => {
        const metadata = await admin.fetchTopicMetadata({ topics: [topic] });
        const { leader, replicas } = metadata.topics[0]!.partitions.find((each) => each.partitionId === partition)!;
        const fresh = cluster.nodes.map((node) => node.nodeId).filter((nodeId) => !replicas.includes(nodeId));
        const given = [...replicas.filter((nodeId) => nodeId !== leader), ...fresh];
        await admin.alterPartitionReassignments({
          topics: [{ topic, partitionAssignment: [{ partition, replicas: given }] }],
        });
      }),
    async stop() {
      for (const proxy of proxies) proxy.close();
      await cluster.stop();
      await forgetKafka(dataDirectory);
    },
  };
}

/** The partition that a household's visits go to, in a topic with this many partitions. */
export function partitionOf(household: number, partitions: number): number {
  const partitionMetadata = Array.from({ length: partitions }, (_, partitionId) => ({
    partitionErrorCode: 0,
    partitionId,
    leader: 1,
    replicas: [],
    isr: [],
  }));
  const message = { key: householdId(household), value: '' };
  return Partitioners.DefaultPartitioner()({ topic: kafkaTopic('', 'case-records'), partitionMetadata, message });
}

/** A client that counts the joins of its consumers. */
export function countJoins(kafka: Kafka): { readonly kafka: Kafka; readonly joins: () => number } {
  let joins = 0;
  const open = kafka.consumer.bind(kafka);
  kafka.consumer = (settings) => {
    const consumer = open(settings);
    consumer.on(consumer.events.GROUP_JOIN, () => {
      joins += 1;
    });
    return consumer;
  };
  return { kafka, joins: () => joins };
}
