import { rm } from 'node:fs/promises';
import { startNodes } from './start-nodes.ts';

export { openClientProxy, type ClientProxy, type Swallowed } from './client-proxy.ts';
export { startKafkaCluster, type ClusterOptions, type RunningCluster } from './kafka-cluster.ts';
export type { KafkaNode } from './kafka-node.ts';
export { missingForKafka } from './missing-for-kafka.ts';
export { freePorts } from './ports.ts';
export { makeCertificates, type Certificates, type KafkaSecurity } from './security.ts';

/** One running Apache Kafka node. */
export type RunningKafka = {
  /** `host:port` for clients. */
  readonly brokers: readonly string[];
  /** Asks the node to stop, and kills it if that takes too long. */
  stop(): Promise<void>;
};

export type KafkaOptions = {
  /** Where the node stores its events, its settings and its log; created if missing. */
  readonly dataDirectory: string;
  /** The loopback ports on which it listens, from `freePorts` unless clients expect a certain one. */
  readonly ports: { readonly clients: number; readonly controller: number };
  /** Where the jars are stored, by default `.nuangong/kafka/lib` of the checkout. */
  readonly libraryDirectory?: string;
};

/**
 * Starts a single Apache Kafka node (KRaft: no ZooKeeper) on loopback and waits until it listens. The first start
 * fetches the jars through Maven. Throws with what is missing, or with the end of the node's log.
 */
export async function startKafka(options: KafkaOptions): Promise<RunningKafka> {
  const { dataDirectory, libraryDirectory, ports } = options;
  const [node] = await startNodes({
    nodes: [{ nodeId: 1, dataDirectory, ports, advertisedPort: ports.clients }],
    java: ['-Xmx512m', '-XX:+UseSerialGC'],
    ...(libraryDirectory === undefined ? {} : { libraryDirectory }),
  });
  return { brokers: [`127.0.0.1:${ports.clients}`], stop: async () => node?.stop() };
}

/** Deletes everything that a stopped node, or cluster, stored. */
export async function forgetKafka(dataDirectory: string): Promise<void> {
  await rm(dataDirectory, { recursive: true, force: true });
}
