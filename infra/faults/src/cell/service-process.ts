import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serviceFolder, type ServiceName } from '@nuangong/local';
import { serviceMemory } from '@nuangong/service/service-memory';

/** One copy of a service in its own process. */
export type ServiceProcess = {
  readonly exited: Promise<void>;
  readonly alive: () => boolean;
  /** Whether it has ever been ready. */
  readonly wasReady: () => boolean;
  /** Resolves when the copy takes requests and events; false when it ended first. */
  ready(): Promise<boolean>;
  /** Ends it between two instructions (SIGKILL). */
  kill(): Promise<void>;
  /** Asks it to stop normally. */
  stop(): Promise<void>;
  /** Offsets the clock that its program reads from the machine's. */
  setClock(offsetMs: number): void;
};

export type ServiceProcessOptions = {
  readonly name: ServiceName;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** Modules loaded before the service's own. */
  readonly preload?: readonly string[];
};

const clock = join(import.meta.dirname, 'clock-preload.ts');
const stopDeadlineMs = 15_000;

export function startServiceProcess(options: ServiceProcessOptions): ServiceProcess {
  const log = openSync(options.logFile, 'a', 0o600);
  const child = fork(join(serviceFolder(options.name), 'src', 'main.ts'), [], {
    cwd: serviceFolder(options.name),
    env: { ...process.env, ...options.environment, HOST: '127.0.0.1', PORT: String(options.port) },
    execArgv: [
      ...serviceMemory,
      '--disable-warning=ExperimentalWarning',
      ...[clock, ...(options.preload ?? [])].flatMap((file) => ['--import', file]),
    ],
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const exited = once(child, 'exit').then(() => undefined);
  let everReady = false;
  const alive = () => child.exitCode === null && child.signalCode === null;
  return {
    exited,
    alive,
    wasReady: () => everReady,
    async ready() {
      everReady = (await answersReady(`http://127.0.0.1:${options.port}/ready`, alive)) || everReady;
      return alive() && everReady;
    },
    kill: () => end(child, exited, 'SIGKILL'),
    stop: () => end(child, exited, 'SIGTERM'),
    setClock(offsetMs) {
      if (child.connected) child.send({ clockOffsetMs: offsetMs });
    },
  };
}

async function end(child: ChildProcess, exited: Promise<void>, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  child.kill(signal);
  const impatient = setTimeout(() => child.kill('SIGKILL'), stopDeadlineMs);
  await exited;
  clearTimeout(impatient);
}

async function answersReady(url: string, alive: () => boolean): Promise<boolean> {
  while (alive()) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(1_000) }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return true;
    await sleep(40);
  }
  return false;
}
