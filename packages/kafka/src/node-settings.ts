import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KafkaSecurity } from './security.ts';

/** The settings of a node in a cluster; ports are on loopback. */
export type NodeOptions = {
  readonly nodeId: number;
  readonly dataDirectory: string;
  readonly ports: NodePorts;
  /** The port advertised to clients; the node itself listens on `ports.clients`. */
  readonly advertisedPort: number;
  /** `id@host:port` of every controller. */
  readonly voters: readonly string[];
  /** The number of nodes; also the number of copies of the cluster's internal topics, three at most. */
  readonly nodes: number;
  readonly security?: KafkaSecurity;
};

export type NodePorts = {
  readonly clients: number;
  readonly controller: number;
  /** Where nodes talk to each other, not advertised to clients; a single node needs none. */
  readonly internal?: number;
};

type Settings = Readonly<Record<string, string | number | boolean>>;

/** Writes `server.properties` into the data directory and returns its path. */
export async function writeSettings(options: NodeOptions): Promise<string> {
  const file = join(options.dataDirectory, 'server.properties');
  const settings = { ...commonSettings(options), ...clusterSettings(options), ...clientSecurity(options.security) };
  await writeFile(file, asProperties(settings), { mode: 0o600 });
  return file;
}

/** Settings in the format of a Java properties file. */
export function asProperties(settings: Settings): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

function commonSettings(options: NodeOptions): Settings {
  const { nodeId, dataDirectory, ports, advertisedPort, voters } = options;
  const copies = Math.min(options.nodes, 3);
  const own = ports.internal === undefined ? [] : [`INTERNAL://127.0.0.1:${ports.internal}`];
  return {
    'process.roles': 'broker,controller',
    'node.id': nodeId,
    'controller.quorum.voters': voters.join(','),
    'controller.listener.names': 'CONTROLLER',
    listeners: [`CLIENTS://127.0.0.1:${ports.clients}`, `CONTROLLER://127.0.0.1:${ports.controller}`, ...own].join(','),
    'advertised.listeners': [`CLIENTS://127.0.0.1:${advertisedPort}`, ...own].join(','),
    'inter.broker.listener.name': own.length === 0 ? 'CLIENTS' : 'INTERNAL',
    'listener.security.protocol.map': `CLIENTS:${protocolOf(options.security)},CONTROLLER:PLAINTEXT,INTERNAL:PLAINTEXT`,
    'log.dirs': join(dataDirectory, 'log'),
    'auto.create.topics.enable': false,
    'default.replication.factor': copies,
    'min.insync.replicas': Math.max(1, copies - 1),
    'offsets.topic.replication.factor': copies,
    'offsets.topic.num.partitions': 8,
    'transaction.state.log.replication.factor': copies,
    'transaction.state.log.min.isr': Math.max(1, copies - 1),
    'transaction.state.log.num.partitions': 4,
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1000,
    // Compaction's buffer is 128 MB by default: half of a small node's memory.
    'log.cleaner.dedupe.buffer.size': 4 * 1024 * 1024,
  };
}

/**
 * A dead leader is replaced in about three seconds; a shorter time would make a busy machine consider living ones dead.
 */
function clusterSettings({ nodes }: NodeOptions): Settings {
  if (nodes === 1) return {};
  return {
    'broker.session.timeout.ms': 3000,
    'broker.heartbeat.interval.ms': 500,
    'leader.imbalance.check.interval.seconds': 1,
    'replica.lag.time.max.ms': 5000,
    'num.network.threads': 2,
    'num.io.threads': 4,
  };
}

function protocolOf(security: KafkaSecurity | undefined): string {
  if (security === undefined) return 'PLAINTEXT';
  return security.users === undefined ? 'SSL' : 'SASL_SSL';
}

function clientSecurity(security: KafkaSecurity | undefined): Settings {
  if (security === undefined) return {};
  const { certificates, users = {} } = security;
  const login = 'org.apache.kafka.common.security';
  const plainUsers = Object.entries(users).map(([name, password]) => ` user_${name}="${password}"`);
  const sasl = {
    'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512',
    'listener.name.clients.plain.sasl.jaas.config': `${login}.plain.PlainLoginModule required${plainUsers.join('')};`,
    'listener.name.clients.scram-sha-256.sasl.jaas.config': `${login}.scram.ScramLoginModule required;`,
    'listener.name.clients.scram-sha-512.sasl.jaas.config': `${login}.scram.ScramLoginModule required;`,
  };
  return {
    'listener.name.clients.ssl.keystore.type': 'PEM',
    'listener.name.clients.ssl.keystore.location': certificates.server,
    'listener.name.clients.ssl.truststore.type': 'PEM',
    'listener.name.clients.ssl.truststore.location': certificates.authority,
    'listener.name.clients.ssl.client.auth': security.demandClientCertificate ? 'required' : 'none',
    ...(security.users === undefined ? {} : sasl),
  };
}
