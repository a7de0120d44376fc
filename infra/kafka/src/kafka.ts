import { randomBytes } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installKafka } from './install-kafka.ts';
import { missingForKafka } from './missing-for-kafka.ts';

export { missingForKafka } from './missing-for-kafka.ts';

/** One running Apache Kafka node. */
export type RunningKafka = {
  /** `host:port` for clients. */
  readonly brokers: readonly string[];
  /** Asks the node to end, and kills it when it takes too long. */
  stop(): Promise<void>;
};

export type KafkaOptions = {
  /** Where the node keeps its events, its settings and its log; made if missing. */
  readonly dataDirectory: string;
  /** The port of the clients on loopback; the next one is the controller's. */
  readonly port: number;
  /** Where the jars are kept, `.nuangong/kafka/lib` of the checkout unless told. */
  readonly libraryDirectory?: string;
};

const startDeadlineMs = 60_000;
const stopDeadlineMs = 15_000;

/**
 * Starts a single Apache Kafka node (KRaft: no ZooKeeper) on loopback and waits until it listens. The first start
 * fetches the jars through Maven. Throws with what is missing, or with the end of the node's log.
 */
export async function startKafka(options: KafkaOptions): Promise<RunningKafka> {
  const missing = await missingForKafka();
  if (missing.length > 0) throw new Error(`Kafka cannot start: ${missing.join('; ')}`);
  if (await isListening(options.port)) throw new Error(`Kafka cannot start: port ${options.port} is taken`);
  const libraryDirectory = await installKafka(options.libraryDirectory);
  await mkdir(options.dataDirectory, { recursive: true });
  const settings = await writeSettings(options);
  await formatStorage(options.dataDirectory, libraryDirectory, settings);
  const node = await launch(options.dataDirectory, libraryDirectory, settings);
  try {
    await waitUntilListening(node, options);
  } catch (error) {
    await stopNode(node);
    throw error;
  }
  return { brokers: [`127.0.0.1:${options.port}`], stop: () => stopNode(node) };
}

/** Removes everything that a stopped node kept. */
export async function forgetKafka(dataDirectory: string): Promise<void> {
  await rm(dataDirectory, { recursive: true, force: true });
}

async function writeSettings({ dataDirectory, port }: KafkaOptions): Promise<string> {
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.bootstrap.servers': `127.0.0.1:${port + 1}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${port + 1}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${port + 1}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': join(dataDirectory, 'log'),
    'auto.create.topics.enable': false,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 8,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1000,
  };
  const file = join(dataDirectory, 'server.properties');
  await writeFile(file, Object.entries(settings).map(([name, value]) => `${name}=${value}\n`).join(''));
  return file;
}

async function formatStorage(dataDirectory: string, libraryDirectory: string, settings: string): Promise<void> {
  const formatted = await access(join(dataDirectory, 'log', 'meta.properties')).then(() => true, () => false);
  if (formatted) return;
  const clusterId = randomBytes(16).toString('base64url');
  const java = spawn(
    'java',
    ['-cp', `${libraryDirectory}/*`, 'kafka.tools.StorageTool', 'format', '--standalone', '-t', clusterId, '-c', settings],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  java.stdout.on('data', (chunk) => (said += String(chunk)));
  java.stderr.on('data', (chunk) => (said += String(chunk)));
  const [code] = await once(java, 'close');
  if (code !== 0) throw new Error(`Kafka cannot format ${dataDirectory}: ${said.trim().slice(-2000)}`);
}

async function launch(dataDirectory: string, libraryDirectory: string, settings: string): Promise<ChildProcess> {
  const log = await open(join(dataDirectory, 'kafka.log'), 'a');
  try {
    const node = spawn(
      'java',
      ['-Xmx512m', '-XX:+UseSerialGC', '-cp', `${libraryDirectory}/*`, 'kafka.Kafka', settings],
      { stdio: ['ignore', log.fd, log.fd], cwd: dataDirectory },
    );
    await once(node, 'spawn');
    await writeFile(join(dataDirectory, 'kafka.pid'), `${node.pid}\n`);
    return node;
  } finally {
    await log.close();
  }
}

async function waitUntilListening(node: ChildProcess, { dataDirectory, port }: KafkaOptions): Promise<void> {
  const deadline = Date.now() + startDeadlineMs;
  while (!(await isListening(port))) {
    if (node.exitCode !== null || Date.now() > deadline) {
      const log = await readFile(join(dataDirectory, 'kafka.log'), 'utf8');
      throw new Error(`Kafka does not listen on port ${port}: ${log.trim().slice(-2000)}`);
    }
    await sleep(100);
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function stopNode(node: ChildProcess): Promise<void> {
  if (node.exitCode !== null || node.signalCode !== null) return;
  const ended = once(node, 'close');
  node.kill('SIGTERM');
  const killing = setTimeout(() => node.kill('SIGKILL'), stopDeadlineMs);
  await ended;
  clearTimeout(killing);
}
