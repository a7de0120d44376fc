import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { Explained } from './explained.ts';
import type { Progress } from './progress.ts';
import { pause } from './processes.ts';
import { serviceMemory } from '@nuangong/service/service-memory';

/** A Node program to keep running. `url` answers `GET /ready` with 200 when it can work. */
export type ChildOptions = {
  readonly name: string;
  readonly entry: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly url: string;
  readonly logs: string;
  readonly progress: Progress;
};

/** A child that is restarted, with growing pauses, whenever it ends by itself. */
export type KeptChild = {
  readonly name: string;
  /**
   * Resolves when it is first ready; rejects with an `Explained` if it ends before that, or is not ready in a minute.
   */
  readonly ready: Promise<void>;
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
};

const readyWithinMilliseconds = 60_000;
const stopWithinMilliseconds = 10_000;
const longestPause = 30_000;
const steadyMilliseconds = 60_000;
const endWithParent = join(import.meta.dirname, 'end-with-parent.ts');

/** Starts a child and keeps it running until `stop`. Its output goes to `<logs>/<name>.log`. */
export function keepChild(options: ChildOptions): KeptChild {
  const { name, progress } = options;
  const log = join(options.logs, `${name}.log`);
  let child: ChildProcess | undefined;
  let stopping = false;
  let failures = 0;

  const run = (): ChildProcess => {
    const began = Date.now();
    const started = launch(options, log);
    child = started;
    started.once('exit', (code, signal) => {
      if (stopping || !everReady) return;
      failures = Date.now() - began > steadyMilliseconds ? 0 : failures + 1;
      const wait = Math.min(500 * 2 ** failures, longestPause);
      progress.say(
        `${name} 意外停止（${signal ?? `退出码 ${code}`}），${wait / 1_000} 秒后重新启动，日志 ${log}`,
        `${name} stopped unexpectedly (${signal ?? `exit code ${code}`}); starting again in ${wait / 1_000} s, log ${log}`,
      );
      setTimeout(() => {
        if (stopping) return;
        run();
        void tellWhenBack();
      }, wait).unref();
    });
    return started;
  };
  let everReady = false;
  const tellWhenBack = async (): Promise<void> => {
    const current = child;
    if (await answersReady(options.url, () => current?.exitCode === null && !stopping)) {
      progress.say(`${name} 已恢复`, `${name} is back`);
    }
  };
  const first = run();
  const ready = answersReady(options.url, () => first.exitCode === null && first.signalCode === null).then(
    (isReady) => {
      if (!isReady) throw neverReady(name, log);
      everReady = true;
    },
  );
  const stop = async (): Promise<void> => {
    stopping = true;
    if (child) await end(child);
  };
  return { name, ready, pid: () => child?.pid, stop };
}

function launch(options: ChildOptions, log: string): ChildProcess {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 20_000_000) truncateSync(log);
  const out = openSync(log, 'a', 0o600);
  const child = fork(options.entry, [], {
    cwd: options.folder,
    detached: true,
    env: { ...process.env, ...options.environment },
    execArgv: [...serviceMemory, '--disable-warning=ExperimentalWarning', '--import', endWithParent],
    stdio: ['ignore', out, out, 'ipc'],
  });
  closeSync(out);
  return child;
}

async function answersReady(url: string, alive: () => boolean): Promise<boolean> {
  const deadline = Date.now() + readyWithinMilliseconds;
  while (alive() && Date.now() < deadline) {
    try {
      const answer = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(2_000) });
      await answer.body?.cancel();
      if (answer.ok) return true;
    } catch {
      // Not listening yet.
    }
    await pause(50);
  }
  return false;
}

function neverReady(name: string, log: string): Explained {
  const tail = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12).join('\n') : '';
  return new Explained(
    `${name} 没有启动成功，以下是它的最后几行日志（${log}）：`,
    `${name} did not come up; the last lines of its log (${log}) are:`,
    tail,
  );
}

/** Ends a child: asks it to stop, and kills it after ten seconds. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const impatient = setTimeout(() => child.kill('SIGKILL'), stopWithinMilliseconds);
  await gone;
  clearTimeout(impatient);
}
