import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createSecretKey } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { asSealed, sealAudit, signExport } from '@nuangong/database';
import { createDatabases, migrateDatabases } from './databases.ts';
import { startPostgres } from './postgres.ts';
import { run } from './run.ts';
import { keepSecrets } from './secrets.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const main = join(import.meta.dirname, 'main.ts');

async function inDatabase(url: string, config: object, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url, ...config });
  await client.connect();
  await work(client).finally(() => client.end());
}

const entries = `insert into audit_entry (organization_path, staff_id, staff_name, action, record_type, record_id)
  select '51/', gen_random_uuid(), '王秀英', 'payment-file.download', 'batch', 'B' || n from generate_series(1, 2500) n`;

test('audit verify reports for each service whether its chain is valid, and names changed entries', () =>
  inTemporaryFolder('audit', async (folder) => {
    const settings = { fsync: 'off', shared_buffers: '16MB' };
    const server = await startPostgres({ dataDirectory: join(folder, 'server'), settings });
    try {
      const data = join(folder, 'data');
      mkdirSync(data);
      const secrets = keepSecrets(data);
      const databases = await createDatabases(server.url, secrets);
      await migrateDatabases(databases);
      await inDatabase(databases.owner('funds'), {}, (client) => client.query(entries));
      const key = createSecretKey(Buffer.from(secrets.auditKey, 'base64'));
      await inDatabase(databases.service('funds'), asSealed, async (client) => {
        for (const afterId of ['0', '1000', '2000']) {
          await sealAudit(client, { key, service: 'funds', afterId, known: undefined });
        }
      });
      const verify = (environment = {}) =>
        run(process.execPath, [main, 'audit', 'verify', '--data', data], {
          environment: { DATABASE_URL: server.url, ...environment },
        });

      const whole = await verify();
      expect(whole.output).toMatch(/✓ identity {2}0 .*\n.*✓ case-records.*\n.*✓ funds {2}2500 条/u);
      expect(whole.code).toBe(0);

      const superuserUrl = server.url.replace(/\/postgres$/u, '/nuangong_funds');
      await inDatabase(superuserUrl, { options: '-c session_replication_role=replica' }, (client) =>
        client.query(`update audit_entry set staff_name = '张三' where id = 1501`),
      );
      const changed = await verify();
      expect(changed.output).toMatch(
        /✗ funds .*1501（20\S+ .*payment-file\.download batch B1501）.*CHANGED at place 1501/u,
      );
      expect(changed.output).toContain('✓ reporting');
      expect(changed.code).toBe(1);

      const stranger = await verify({ AUDIT_KEY: Buffer.alloc(32, 1).toString('base64') });
      expect(stranger.output).toContain('✗ funds  封印不符：第 1 位');
      expect((await verify({ AUDIT_KEY: 'short' })).output).toContain('AUDIT_KEY must be 32 bytes');
    } finally {
      await server.stop();
    }
  }));

test('audit check reports whether an export is unchanged, with only the public key', () =>
  inTemporaryFolder('audit-check', async (folder) => {
    const ask = (...args: readonly string[]) =>
      run(process.execPath, ['--disable-warning=ExperimentalWarning', main, 'audit', ...args, '--data', folder]);
    const key = await ask('key');
    expect([key.code, key.output]).toEqual([
      0,
      expect.stringMatching(/^-----BEGIN PUBLIC KEY-----\n\S+\n-----END PUBLIC KEY-----\n$/u),
    ]);
    const [file, keyFile] = [join(folder, 'export.csv'), join(folder, 'key.pem')];
    writeFileSync(file, '\uFEFF编号\r\n1\r\n');
    writeFileSync(keyFile, key.output);
    const about = {
      service: 'funds',
      from: '2026-11-01',
      to: '2026-11-30',
      scope: '51/',
      exportedBy: '审计员',
      exportedAt: '2026-12-01T00:00:00.000Z',
      entries: 1,
    };
    await signExport(file, about, createSecretKey(Buffer.from(keepSecrets(folder).auditKey, 'base64')));
    for (const checked of [await ask('check', file), await ask('check', file, keyFile)]) {
      expect([checked.code, checked.output]).toEqual([
        0,
        expect.stringContaining('funds 2026-11-01 – 2026-11-30，1 条，审计员'),
      ]);
    }
    appendFileSync(file, ' ');
    expect(await ask('check', file)).toMatchObject({
      code: 1,
      output: expect.stringContaining('末行没有签名') as unknown,
    });
    expect((await ask('check', join(folder, 'none.csv'))).output).toContain('没有这个文件');
  }));
