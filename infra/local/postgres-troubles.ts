import { existsSync, readdirSync, readFileSync, statSync, type StatsFs } from 'node:fs';
import { Explained } from './explained.ts';
import type { SystemUser } from './unprivileged.ts';

const version = '18';
const leastFreeBytes = 200_000_000;

/** Refuses to start on a disk that is almost full. */
export function refuseFullDisk(disk: Pick<StatsFs, 'bavail' | 'bsize'>, directory: string): void {
  const free = disk.bavail * disk.bsize;
  if (free >= leastFreeBytes) return;
  throw fullDisk(directory, `${Math.floor(free / 1_000_000)} MB`);
}

function fullDisk(directory: string, free: string, detail?: string): Explained {
  return new Explained(
    `磁盘已满：${directory} 所在磁盘剩余 ${free}，至少要 200 MB。腾出空间（df -h 查看），或用 --data 换到别的磁盘；已保存的数据不受影响。`,
    `The disk is full: ${free} left on the disk of ${directory}, 200 MB are needed. Free some space (df -h shows it), ` +
      'or choose another disk with --data. What was saved is safe.',
    detail,
  );
}

/** Refuses a data directory that is not a whole PostgreSQL 18 cluster of ours, before PostgreSQL sees it. */
export function refuseBrokenDirectory(directory: string, user: SystemUser | undefined): void {
  const own = user?.uid ?? process.getuid?.();
  const owner = statSync(directory).uid;
  if (own !== undefined && owner !== own) {
    throw new Explained(
      `数据库目录 ${directory} 属于另一个系统用户（uid ${owner}）。用该用户运行，或移交：sudo chown -R ${own} ${directory}*`,
      `The database directory ${directory} belongs to another system user (uid ${owner}). Run as that user, ` +
        `or change its owner: sudo chown -R ${own} ${directory}*`,
    );
  }
  const missing = ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal'].filter(
    (name) => !existsSync(`${directory}/${name}`),
  );
  if (missing.length > 0) throw brokenDirectory(directory, `${missing.join(', ')} — ${contentsOf(directory)}`);
  const found = readFileSync(`${directory}/PG_VERSION`, 'utf8').trim();
  if (found === version) return;
  throw new Explained(
    `数据库目录 ${directory} 由 PostgreSQL ${found} 建立，本程序使用 ${version}。从备份恢复，或用 --data 换一个目录。`,
    `The database directory ${directory} was made by PostgreSQL ${found}; this program uses ${version}. ` +
      'Restore a backup, or choose another directory with --data.',
  );
}

function contentsOf(directory: string): string {
  const names = readdirSync(directory);
  return names.length === 0 ? 'empty' : names.slice(0, 8).join(' ');
}

function brokenDirectory(directory: string, detail: string): Explained {
  return new Explained(
    `数据库目录 ${directory} 已损坏，无法打开。先移走（保留备查）：mv ${directory} ${directory}.broken ，再启动（重新建立演示数据）或从备份恢复。`,
    `The database directory ${directory} is broken and cannot be opened. Move it away (keep it): ` +
      `mv ${directory} ${directory}.broken, then start again (demonstration data are created again) or restore a backup.`,
    detail,
  );
}

/** Explains the last lines of PostgreSQL's log, and what to do. */
export function explainPostgres(words: string, directory: string, port?: number): Explained {
  const tail = lastLines(words);
  if (noSpace.test(words)) return fullDisk(directory, '0 MB', tail);
  if (/Address already in use/i.test(words)) {
    return new Explained(
      `端口 ${port ?? ''} 已被其他程序占用，PostgreSQL 无法监听。再启动一次会另选端口。`,
      `Port ${port ?? ''} is taken by another program, so PostgreSQL cannot listen. Starting again chooses another.`,
      tail,
    );
  }
  if (/shared memory|Cannot allocate memory/i.test(words)) {
    return new Explained(
      '内存不足，PostgreSQL 无法启动。至少要 1 GB 可用内存（free -h 查看），容器中加 --shm-size=512m。',
      'Too little memory for PostgreSQL. 1 GB must be free (free -h shows it); in a container add --shm-size=512m.',
      tail,
    );
  }
  if (/password authentication failed/i.test(words)) {
    return new Explained(
      `数据库密码与 ${directory}.password 不符。恢复原来的密码文件，或移走数据库目录后重新建立。`,
      `The database's password is not the one in ${directory}.password. Put the former file back, or move the directory away.`,
    );
  }
  if (/Permission denied|must be owned by|invalid permissions/i.test(words)) {
    return new Explained(
      `PostgreSQL 读不到 ${directory}：权限不足。目录应为 0700，且属于运行它的用户；或用 --data 换一个目录。`,
      `PostgreSQL may not read ${directory}. The directory must have mode 0700 and belong to the user that runs it; ` +
        'or choose another directory with --data.',
      tail,
    );
  }
  if (/PANIC|FATAL|corrupt|could not (open|read|locate)|incorrect checksum/i.test(words))
    return brokenDirectory(directory, tail);
  return suddenEnd(directory, tail);
}

/** Explains why a running server ended by itself. */
export function explainSuddenEnd(words: string, directory: string): Explained {
  const tail = lastLines(words);
  return noSpace.test(words) ? fullDisk(directory, '0 MB', tail) : suddenEnd(directory, tail);
}

function suddenEnd(directory: string, tail: string): Explained {
  return new Explained(
    `PostgreSQL 意外停止，日志见 ${directory}.log；已提交的数据不受影响。再启动一次；若仍不行，运行 ./nuangong doctor。`,
    `PostgreSQL stopped unexpectedly; its log is ${directory}.log, and what was committed is safe. Start again; ` +
      'if that does not help, run ./nuangong doctor.',
    tail,
  );
}

const noSpace = /No space left on device|Disk quota exceeded/i;

function lastLines(words: string): string {
  return words.trimEnd().split('\n').slice(-8).join('\n');
}

/** The lines of a log since it had `from` bytes. */
export function newLogLines(log: string, from: number): string {
  return existsSync(log) ? readFileSync(log).subarray(from).toString('utf8') : '';
}
