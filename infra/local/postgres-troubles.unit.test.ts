import { describe, expect, test } from 'vitest';
import { explainPostgres, explainSuddenEnd } from './postgres-troubles.ts';

const directory = '/data/postgres';

describe('messages for PostgreSQL’s log entries', () => {
  test.each([
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', /磁盘已满.*df -h/s],
    ['FATAL:  could not bind: Address already in use', /端口 5433 已被其他程序占用/],
    ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', /内存不足.*--shm-size/s],
    ['FATAL:  data directory "/data/postgres" has invalid permissions', /权限不足.*0700/s],
    ['FATAL:  could not open file "global/pg_filenode.map"', /已损坏.*mv \/data\/postgres \/data\/postgres\.broken/s],
    ['PANIC:  could not locate a valid checkpoint record', /已损坏/],
  ])('%s', (words, zh) => {
    const explained = explainPostgres(`LOG:  starting PostgreSQL 18.1\n${words}\n`, directory, 5433);
    expect(explained.zh).toMatch(zh);
    expect(explained.en).toMatch(/[a-z]{3}/);
    expect(explained.detail).toContain(words);
  });

  test('a disk that fills up at runtime is reported as such, with a note that saved data is safe', () => {
    const words = 'PANIC:  could not write to file "pg_wal/xlogtemp.77": No space left on device';
    const full = explainSuddenEnd(words, directory);
    expect(full.zh).toContain('磁盘已满');
    expect(full.zh).toContain('已保存的数据不受影响');
    expect(explainSuddenEnd('LOG:  server process was terminated by signal 9', directory).zh).toContain('意外停止');
  });
});
