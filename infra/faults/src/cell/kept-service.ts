import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, type ServiceName } from '@nuangong/local';
import type { Breakable } from './engine.ts';
import type { Line } from '../line/line.ts';
import { startServiceProcess, type ServiceProcess } from './service-process.ts';

/** A service of a cell, restarted whenever it ends, and the lines that it uses. */
export type KeptService = {
  readonly name: ServiceName;
  readonly url: string;
  /** The line to its own database. */
  readonly database: Line;
  /** The lines to the events' engine: one, or one per broker. */
  readonly events: readonly Breakable[];
  kill(): Promise<void>;
  /** The last lines of its log for each time it ended by itself after it had been ready. */
  readonly endings: readonly string[];
  setClock(offsetMs: number): void;
  /** Resolves when its copy takes requests, after restarts if necessary. */
  ready(): Promise<void>;
  /** Starts a second copy; the returned function stops that one normally. */
  addCopy(): Promise<() => Promise<void>>;
  stop(): Promise<void>;
};

export type KeptServiceOptions = {
  readonly name: ServiceName;
  readonly database: Line;
  readonly events: readonly Breakable[];
  readonly environment: Readonly<Record<string, string>>;
  readonly logs: string;
  readonly preload: readonly string[];
};

const restartPauseMs = 30;

function lastLines(logFile: string): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-30).join('\n').slice(-3_000);
}

export async function keepService(options: KeptServiceOptions): Promise<KeptService> {
  const port = await freePort();
  const { name, environment, preload } = options;
  const logFile = join(options.logs, `${name}.log`);
  const launch = (onPort: number) => startServiceProcess({ name, port: onPort, environment, logFile, preload });
  let stopping = false;
  let offsetMs = 0;
  let killed: ServiceProcess | undefined;
  const endings: string[] = [];
  let current: ServiceProcess = launch(port);
  const keeping = (async () => {
    while (true) {
      await current.exited;
      if (stopping) return;
      if (killed !== current && current.wasReady()) endings.push(lastLines(logFile));
      await sleep(restartPauseMs);
      if (stopping) return;
      current = launch(port);
      current.setClock(offsetMs);
    }
  })();

  return {
    name,
    url: `http://127.0.0.1:${port}`,
    database: options.database,
    events: options.events,
    kill() {
      killed = current;
      return current.kill();
    },
    endings,
    setClock(given) {
      offsetMs = given;
      current.setClock(given);
    },
    async ready() {
      while (!(await current.ready())) await sleep(restartPauseMs * 2);
    },
    async addCopy() {
      const copy = launch(await freePort());
      await copy.ready();
      return () => copy.stop();
    },
    async stop() {
      stopping = true;
      await current.stop();
      await keeping;
    },
  };
}
