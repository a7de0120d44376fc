import { mkdirSync } from 'node:fs';
import { createSecretKey } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { asSealed, sealAudit } from '@nuangong/database';
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

test('audit verify says of each service whether its chain holds, and names what was changed', () =>
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
      expect(changed.output).toMatch(/✗ funds .*1501（20\S+ .*payment-file\.download batch B1501）.*CHANGED at place 1501/u);
      expect(changed.output).toContain('✓ reporting');
      expect(changed.code).toBe(1);

      const stranger = await verify({ AUDIT_KEY: Buffer.alloc(32, 1).toString('base64') });
      expect(stranger.output).toContain('✗ funds  封印不符：第 1 位');
      expect((await verify({ AUDIT_KEY: 'short' })).output).toContain('AUDIT_KEY must be 32 bytes');
    } finally {
      await server.stop();
    }
  }));
