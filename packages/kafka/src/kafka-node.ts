import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { NodeOptions } from './node-settings.ts';
import { isListening } from './ports.ts';

const run = promisify(execFile);
const startDeadlineMs = 120_000;
const stopDeadlineMs = 15_000;

/** A node's process, with the same data directory and ports at every start; it ends with our process. */
export type KafkaNode = {
  readonly nodeId: number;
  /** The port on which it listens for clients. */
  readonly port: number;
  /** The port advertised to clients. */
  readonly advertisedPort: number;
  readonly dataDirectory: string;
  /** The output of its process; Kafka prints only errors. */
  readonly logFile: string;
  /** Undefined while it is not running. */
  readonly pid: number | undefined;
  /** Starts it and waits until it listens for clients; throws with the end of its log. Does nothing while it runs. */
  start(): Promise<void>;
  /** Asks it to stop, so that it hands over its leaderships first; kills it after 15 seconds. */
  stop(): Promise<void>;
  /** Kills it (SIGKILL) without any notice to others. */
  kill(): Promise<void>;
  /** Stops or kills it, and starts it again; lifts `fillDisk`. */
  restart(options?: { readonly kill?: boolean }): Promise<void>;
  /** Suspends the process (SIGSTOP): its connections stay open, nothing is answered. */
  freeze(): void;
  /** Resumes a suspended process (SIGCONT). */
  thaw(): void;
  /**
   * Simulates a full disk: from now on, no file of this process may grow. On the failed write (EFBIG instead of ENOSPC)
   * Kafka gives up its log directory and exits; another node takes over. Resolves when it has exited, at the latest
   * after 15 seconds; a file is only written when an event or cluster metadata arrives. Only a restart lifts it.
   */
  fillDisk(): Promise<void>;
};

export type NodeProcessOptions = Omit<NodeOptions, 'voters' | 'nodes' | 'security'> & {
  readonly libraryDirectory: string;
  readonly settings: string;
  /** Options of the Java virtual machine. */
  readonly java: readonly string[];
};

/** A node that is not running yet. */
export function createNode(options: NodeProcessOptions): KafkaNode {
  const { nodeId, dataDirectory, ports, advertisedPort } = options;
  const logFile = join(dataDirectory, 'kafka.log');
  let running: ChildProcess | undefined;

  async function start(): Promise<void> {
    if (running !== undefined) return;
    const node = await launch(options, logFile);
    running = node;
    const endWithUs = () => void node.kill('SIGKILL');
    process.once('exit', endWithUs);
    node.once('exit', () => {
      process.off('exit', endWithUs);
      if (running === node) running = undefined;
    });
    try {
      await waitUntilListening(node, ports.clients, logFile);
    } catch (error) {
      await end('SIGKILL');
      throw error;
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const node = running;
    if (node === undefined) return;
    const ended = once(node, 'exit');
    node.kill(signal);
    // A suspended process receives SIGTERM only when it resumes.
    node.kill('SIGCONT');
    const killing = setTimeout(() => node.kill('SIGKILL'), stopDeadlineMs);
    await ended;
    clearTimeout(killing);
  }

  return {
    nodeId,
    port: ports.clients,
    advertisedPort,
    dataDirectory,
    logFile,
    get pid() {
      return running?.pid;
    },
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async restart({ kill = false } = {}) {
      await end(kill ? 'SIGKILL' : 'SIGTERM');
      await start();
    },
    freeze: () => void running?.kill('SIGSTOP'),
    thaw: () => void running?.kill('SIGCONT'),
    async fillDisk() {
      const node = running;
      if (node === undefined) return;
      const ended = once(node, 'exit');
      await run('prlimit', ['--pid', `${node.pid}`, '--fsize=1:']);
      await Promise.race([ended, sleep(stopDeadlineMs, undefined, { ref: false })]);
    },
  };
}

async function launch(options: NodeProcessOptions, logFile: string): Promise<ChildProcess> {
  const { dataDirectory, java, libraryDirectory, settings } = options;
  const log = await open(logFile, 'a');
  try {
    const node = spawn('java', [...java, '-cp', `${libraryDirectory}/*`, 'kafka.Kafka', settings], {
      stdio: ['ignore', log.fd, log.fd],
      cwd: dataDirectory,
    });
    await once(node, 'spawn');
    await writeFile(join(dataDirectory, 'kafka.pid'), `${node.pid}\n`);
    return node;
  } finally {
    await log.close();
  }
}

async function waitUntilListening(node: ChildProcess, port: number, logFile: string): Promise<void> {
  const deadline = Date.now() + startDeadlineMs;
  while (!(await isListening(port))) {
    const ended = node.exitCode ?? node.signalCode;
    if (ended !== null || Date.now() > deadline) {
      const how = ended === null ? `not within ${startDeadlineMs / 1_000} s` : `it ended with ${ended}`;
      throw new Error(`Kafka does not listen on port ${port} (${how}): ${reasonIn(await readFile(logFile, 'utf8'))}`);
    }
    await sleep(50);
  }
}

/** The end of a Java log without the frames of its stack traces, so that the reason is read first. */
function reasonIn(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /u.test(line));
  return lines.join('\n').slice(-2000);
}
