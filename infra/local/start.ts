import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Explained, inWords } from './explained.ts';
import { root } from './layout.ts';
import { livingOwner, markOwned, unmark } from './owner-mark.ts';
import { progressTo } from './progress.ts';
import { demonstrationSignIns, signInLines } from './sign-ins.ts';
import { startSystem, type RunningSystem } from './system.ts';

/** The options of `./nuangong start`. */
export type StartOptions = { readonly data?: string; readonly port: number; readonly kafka: boolean };

/**
 * `./nuangong start`: starts everything and runs until Ctrl-C or SIGTERM.
 *
 * @returns the exit code: 0 after a requested stop, 1 if the database died.
 */
export async function start(options: StartOptions): Promise<number> {
  const progress = progressTo(process.stdout);
  const directory = resolve(options.data ?? join(root, '.nuangong'));
  mkdirSync(directory, { recursive: true });
  const mark = join(directory, 'running.json');
  refuseSecondStart(mark);
  markOwned(mark, `http://127.0.0.1:${options.port}`);
  const wish = stopWish();
  const began = performance.now();
  let broken: Explained | undefined;
  const whenBroken = (trouble: Explained): void => {
    broken = trouble;
    wish.now();
  };
  const whenConsoleFails = (reason: unknown): void => {
    process.stderr.write(`\n${inWords(reason)}\n\n`);
    progress.say('其余部分不带新控制台继续启动', 'the rest starts without the new console');
  };
  try {
    const system = await startSystem({ ...options, inUse: true, progress, whenBroken, whenConsoleFails });
    if (!wish.made()) announce(system, performance.now() - began);
    await wish.wanted;
    if (broken) process.stderr.write(`\n${inWords(broken)}\n`);
    process.stdout.write('\n');
    await progress.step('已全部停止', 'everything is stopped', () => system.stop());
    return broken ? 1 : 0;
  } finally {
    unmark(mark);
  }
}

function refuseSecondStart(mark: string): void {
  const owner = livingOwner(mark);
  if (!owner) return;
  throw new Explained(
    `已在运行：${owner.about}（进程 ${owner.pid}）。停止它：在它的窗口按 Ctrl-C，或 kill ${owner.pid}。`,
    `Already running: ${owner.about} (process ${owner.pid}). To stop it: Ctrl-C in its window, or kill ${owner.pid}.`,
  );
}

/** The request to stop: Ctrl-C or SIGTERM. The third ends immediately; the next start cleans up. */
function stopWish(): { wanted: Promise<void>; now: () => void; made: () => boolean } {
  const { promise, resolve: now } = Promise.withResolvers<void>();
  let count = 0;
  const wish = (): void => {
    count += 1;
    if (count === 1) process.stdout.write('\n          正在停止 · stopping\n');
    if (count >= 3) process.exit(130);
    now();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, wish);
  return { wanted: promise, now, made: () => count > 0 };
}

function announce(system: RunningSystem, milliseconds: number): void {
  const signIns = system.demonstration ? demonstrationSignIns : [];
  const lines = [
    '',
    `  暖工已启动 · Nuangong is running   ${system.url}   (${(milliseconds / 1_000).toFixed(1)} s)`,
    ...(signIns.length > 0 ? ['', '  演示账号 · demonstration sign-ins', ...signInLines(signIns)] : []),
    '',
    `  数据 · data   ${system.installation.place.directory}`,
    '  停止 · to stop   Ctrl-C',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
