import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel, type Admin } from 'kafkajs';
import type { KafkaNode } from './kafka-node.ts';
import type { NodePorts } from './node-settings.ts';
import { freePorts } from './ports.ts';
import type { KafkaSecurity } from './security.ts';
import { startNodes } from './start-nodes.ts';

export type ClusterOptions = {
  /** Where the nodes store everything, each in its own folder; created if missing. */
  readonly dataDirectory: string;
  /** How many nodes, each both broker and controller; three by default. */
  readonly nodes?: number;
  /**
   * The port advertised to clients for a node, if it is not the one the node listens on: that of a proxy, which must
   * exist as long as the cluster. Nodes talk to each other directly.
   */
  readonly advertise?: (nodeId: number, port: number) => number | Promise<number>;
  /** TLS and passwords for clients; plain connections by default. */
  readonly security?: KafkaSecurity;
  readonly libraryDirectory?: string;
};

/** A cluster of Kafka nodes on loopback, each of which can be made to fail separately. */
export type RunningCluster = {
  /** `host:port` for clients: the advertised addresses. */
  readonly brokers: readonly string[];
  /** The nodes; number n has the id n + 1. */
  readonly nodes: readonly KafkaNode[];
  /** The node that leads a partition now; undefined if there is none. */
  leaderOf(topic: string, partition: number): Promise<KafkaNode | undefined>;
  /**
   * Makes another node lead a partition and resolves when it does: the named one, else the next of its replicas. It
   * remains the preferred leader. Throws after 30 seconds.
   */
  moveLeader(topic: string, partition: number, to?: KafkaNode): Promise<KafkaNode>;
  /** Resolves when the cluster includes every running node. Throws after a minute. */
  settled(): Promise<void>;
  /** Kills all nodes, because no node is left to hand leaderships to. Their data stays. */
  stop(): Promise<void>;
};

/** Small nodes that start fast: no more memory than tests need, no second compiler. */
const java = ['-Xms96m', '-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/**
 * Starts a cluster of Apache Kafka nodes on free loopback ports, with three copies of everything, two of which must
 * have an event before it is acknowledged. Throws like `startKafka`.
 */
export async function startKafkaCluster(options: ClusterOptions): Promise<RunningCluster> {
  const { dataDirectory, advertise, nodes: count = 3, ...shared } = options;
  const ports = await portsOf(count);
  const advertised = await Promise.all(ports.map(({ clients }, place) => advertise?.(place + 1, clients) ?? clients));
  const nodes = await startNodes({
    ...shared,
    java,
    nodes: ports.map((own, place) => ({
      nodeId: place + 1,
      dataDirectory: join(dataDirectory, `node-${place + 1}`),
      ports: own,
      advertisedPort: advertised[place] ?? own.clients,
    })),
  });
  const inside = new Kafka({
    brokers: ports.map(({ internal }) => `127.0.0.1:${internal}`),
    logLevel: logLevel.NOTHING,
    connectionTimeout: 1_000,
    requestTimeout: 5_000,
    retry: { initialRetryTime: 100, maxRetryTime: 500, retries: 10 },
  });
  const cluster: RunningCluster = {
    brokers: advertised.map((port) => `127.0.0.1:${port}`),
    nodes,
    leaderOf: (topic, partition) => withAdmin(inside, (admin) => leaderOf(admin, nodes, topic, partition)),
    moveLeader: (topic, partition, to) =>
      withAdmin(inside, (admin) => moveLeader(admin, nodes, { topic, partition, to })),
    settled: () => withAdmin(inside, (admin) => untilSettled(admin, nodes)),
    async stop() {
      await Promise.all(nodes.map((node) => node.kill()));
    },
  };
  try {
    await cluster.settled();
    return cluster;
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function portsOf(nodes: number): Promise<readonly Required<NodePorts>[]> {
  const free = await freePorts(nodes * 3);
  return Array.from({ length: nodes }, (_, place) => {
    const [clients = 0, controller = 0, internal = 0] = free.slice(place * 3);
    return { clients, controller, internal };
  });
}

async function withAdmin<T>(kafka: Kafka, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

async function partitionOf(admin: Admin, topic: string, partition: number) {
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  const found = topics[0]?.partitions.find((each) => each.partitionId === partition);
  if (found === undefined) throw new Error(`There is no partition ${partition} of ${topic}`);
  return found;
}

async function leaderOf(
  admin: Admin,
  nodes: readonly KafkaNode[],
  topic: string,
  partition: number,
): Promise<KafkaNode | undefined> {
  const { leader } = await partitionOf(admin, topic, partition);
  return nodes.find((node) => node.nodeId === leader);
}

type LeaderMove = { readonly topic: string; readonly partition: number; readonly to: KafkaNode | undefined };

/** The new leader becomes the first replica, which the controller prefers; it checks every second. */
async function moveLeader(admin: Admin, nodes: readonly KafkaNode[], move: LeaderMove): Promise<KafkaNode> {
  const { topic, partition } = move;
  const { leader, replicas } = await partitionOf(admin, topic, partition);
  const next = replicas[(replicas.indexOf(leader) + 1) % replicas.length];
  const to = move.to ?? nodes.find((node) => node.nodeId === next);
  if (to === undefined || !replicas.includes(to.nodeId)) {
    throw new Error(`Node ${to?.nodeId ?? next} has no copy of partition ${partition} of ${topic}`);
  }
  const order = [to.nodeId, ...replicas.filter((replica) => replica !== to.nodeId)];
  await until(`node ${to.nodeId} leads partition ${partition} of ${topic}`, 30_000, async () => {
    const now = await partitionOf(admin, topic, partition);
    if (now.replicas[0] !== to.nodeId) {
      await admin.alterPartitionReassignments({
        topics: [{ topic, partitionAssignment: [{ partition, replicas: order }] }],
      });
    }
    return now.leader === to.nodeId;
  });
  return to;
}

async function untilSettled(admin: Admin, nodes: readonly KafkaNode[]): Promise<void> {
  const running = () => nodes.filter((node) => node.pid !== undefined).map((node) => node.nodeId);
  await until('every node that runs is counted in', 60_000, async () => {
    const { brokers } = await admin.describeCluster();
    return running().every((nodeId) => brokers.some((broker) => broker.nodeId === nodeId));
  });
}

/** Waits until a condition holds; a check that fails in between is repeated. */
async function until(what: string, timeoutMs: number, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`Kafka: waited ${timeoutMs} ms without success until ${what}`);
    await sleep(100);
  }
}
