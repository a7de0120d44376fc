import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import pg from 'pg';
import { Explained } from './explained.ts';
import { livingOwner, markOwned, unmark } from './owner-mark.ts';
import { freePort } from './ports.ts';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import {
  explainPostgres,
  explainSuddenEnd,
  newLogLines,
  refuseBrokenDirectory,
  refuseFullDisk,
} from './postgres-troubles.ts';
import { commandOf, isAlive, pause, waitUntilGone } from './processes.ts';
import { chownTo, unprivilegedUser, type SystemUser } from './unprivileged.ts';

/** How to start a PostgreSQL: `say` is called with progress messages, `settings` are PostgreSQL's own. */
export type PostgresOptions = {
  readonly dataDirectory: string;
  readonly port?: number;
  readonly settings?: Readonly<Record<string, string>>;
  readonly say?: (zh: string, en: string) => void;
};

/** A running PostgreSQL: `url` is the superuser's, to its database `postgres`; `stop` ends it cleanly. */
export type RunningPostgres = {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly stop: () => Promise<void>;
  /** Resolves when the server ends by itself, with an explanation. */
  readonly ended: Promise<Explained>;
};

const everydaySettings = {
  listen_addresses: '127.0.0.1',
  // A socket file's path may have at most 107 bytes, and a checkout's can be longer: use only the loopback.
  unix_socket_directories: '',
  max_connections: '200',
  password_encryption: 'scram-sha-256',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  timezone: 'Asia/Shanghai',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  // The detail of an error is the row that was refused.
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
  lc_messages: 'C',
};

/**
 * Starts PostgreSQL 18 on its own data directory, created if it is missing. The server listens only on the loopback,
 * requires a password (kept beside the directory, mode 0600), keeps its port, and runs as an unprivileged user if this
 * process is root. A server left over by a crashed run is stopped first. Failures are thrown as `Explained`.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const directory = options.dataDirectory;
  const say = options.say ?? (() => undefined);
  const user = unprivilegedUser(directory);
  await mkdir(dirname(directory), { recursive: true });
  const ownerFile = `${directory}.owner`;
  refuseSecondRun(directory, ownerFile);
  markOwned(ownerFile, directory);
  try {
    refuseFullDisk(statfsSync(dirname(directory)), directory);
    const binaries = postgresBinaries(user, `${directory}-18-programs`);
    await stopLeftover(directory, say);
    if (isFresh(directory)) await createCluster(binaries, directory, user, options.settings);
    refuseBrokenDirectory(directory, user);
    return await launch(binaries, options, user);
  } catch (error) {
    unmark(ownerFile);
    throw error;
  }
}

function refuseSecondRun(directory: string, ownerFile: string): void {
  const owner = livingOwner(ownerFile);
  if (!owner) return;
  throw new Explained(
    `数据库目录 ${directory} 正由进程 ${owner.pid} 使用。先停止它（在它的窗口按 Ctrl-C，或 kill ${owner.pid}），或用 --data 换一个目录。`,
    `The database directory ${directory} is in use by process ${owner.pid}. Stop that first ` +
      `(Ctrl-C in its window, or kill ${owner.pid}), or choose another directory with --data.`,
  );
}

function isFresh(directory: string): boolean {
  return !existsSync(directory);
}

/** The process number in postmaster.pid, if it is a living server of this directory. */
function leftoverServer(directory: string): number | undefined {
  try {
    const pid = Number(readFileSync(`${directory}/postmaster.pid`, 'utf8').split('\n')[0]);
    const ours = Number.isInteger(pid) && pid > 1 && isAlive(pid);
    return ours && commandOf(pid).includes(`-D ${directory}`) ? pid : undefined;
  } catch {
    return undefined;
  }
}

async function stopLeftover(directory: string, say: (zh: string, en: string) => void): Promise<void> {
  const pid = leftoverServer(directory);
  if (pid === undefined) {
    // The number may belong to another program by now: PostgreSQL would refuse to start.
    rmSync(`${directory}/postmaster.pid`, { force: true });
    return;
  }
  say(
    `上次异常结束留下的 PostgreSQL（进程 ${pid}）正在停止`,
    `Stopping a PostgreSQL left over by a crash (process ${pid})`,
  );
  process.kill(pid, 'SIGINT');
  if (await waitUntilGone(pid, 30_000)) return;
  process.kill(pid, 'SIGQUIT');
  if (await waitUntilGone(pid, 10_000)) return;
  throw new Explained(
    `上次留下的 PostgreSQL（进程 ${pid}）停不下来。结束它后再试：kill -QUIT ${pid}`,
    `The PostgreSQL left over (process ${pid}) does not stop. End it and try again: kill -QUIT ${pid}`,
  );
}

/** Creates the cluster under another name and renames it, so that an incomplete one is never used. */
async function createCluster(
  binaries: PostgresBinaries,
  directory: string,
  user: SystemUser | undefined,
  settings: PostgresOptions['settings'],
): Promise<void> {
  const half = `${directory}.half`;
  const passwordFile = `${directory}.password`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { mode: 0o700 });
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  chownTo(user, half, passwordFile);
  const log = `${directory}.log`;
  const from = sizeOf(log);
  const child = spawnLogged(
    binaries.initdb,
    [
      '-D',
      half,
      '-U',
      'postgres',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--data-checksums',
      ...(settings?.['fsync'] === 'off' ? ['--no-sync'] : []),
    ],
    log,
    user,
  );
  const code = await exitOf(child);
  if (code !== 0) throw explainPostgres(newLogLines(log, from), directory);
  await rename(half, directory);
}

async function launch(
  binaries: PostgresBinaries,
  options: PostgresOptions,
  user: SystemUser | undefined,
): Promise<RunningPostgres> {
  const directory = options.dataDirectory;
  const port = options.port ?? (await freePort(keptPort(directory)));
  writeFileSync(`${directory}.port`, String(port));
  const log = `${directory}.log`;
  if (sizeOf(log) > 10_000_000) rmSync(log);
  const from = sizeOf(log);
  const settings = Object.entries({ ...everydaySettings, ...options.settings });
  const child = spawnLogged(
    binaries.postgres,
    ['-D', directory, '-p', String(port), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    log,
    user,
  );
  let stopping = false;
  // However this process ends, except by SIGKILL, its server ends with it.
  const lastWill = (): void => void child.kill('SIGINT');
  process.once('exit', lastWill);
  const exited = exitOf(child).finally(() => process.off('exit', lastWill));
  const url = new URL(`postgres://postgres@127.0.0.1:${port}/postgres`);
  url.password = readFileSync(`${directory}.password`, 'utf8').trim();
  let answered = false;
  const ended = exited.then(() => {
    unmark(`${directory}.owner`);
    const words = newLogLines(log, from);
    return answered ? explainSuddenEnd(words, directory) : explainPostgres(words, directory, port);
  });
  const alive = (): boolean => child.exitCode === null && child.signalCode === null;
  answered = await Promise.race([answering(url.href, directory, alive), ended.then(() => false)]);
  if (!answered) throw await ended;
  const stop = async (): Promise<void> => {
    if (!stopping) child.kill('SIGINT');
    stopping = true;
    const impatient = setTimeout(() => child.kill('SIGQUIT'), 30_000);
    await exited;
    clearTimeout(impatient);
  };
  return { url: url.href, port, pid: child.pid ?? 0, stop, ended };
}

function keptPort(directory: string): number | undefined {
  const file = `${directory}.port`;
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

/** True once the server lets us in; false if it died first. */
async function answering(url: string, directory: string, alive: () => boolean): Promise<boolean> {
  while (alive()) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      // 28P01: the password beside the directory is not this cluster's; waiting would not help.
      if ((error as { code?: string }).code === '28P01')
        throw explainPostgres('password authentication failed', directory);
      await pause(40);
    }
  }
  return false;
}

/**
 * Starts a program in its own session, so that Ctrl-C of the terminal does not reach it; its output goes to the log.
 */
function spawnLogged(command: string, args: string[], log: string, user: SystemUser | undefined): ChildProcess {
  const out = openSync(log, 'a', 0o600);
  const { PGDATA: _data, PGPORT: _port, ...env } = process.env;
  const child = spawn(command, args, {
    cwd: '/',
    detached: true,
    env: { ...env, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    stdio: ['ignore', out, out],
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  });
  closeSync(out);
  return child;
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
