import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { blindIndexOf, masterKeys, openKeyring, readKey, type Keyring } from '@nuangong/sealing';
import { createDatabases, migrateDatabases } from './databases.ts';
import { startPostgres } from './postgres.ts';
import { run } from './run.ts';
import { keepSecrets, type Secrets } from './secrets.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const main = join(import.meta.dirname, 'main.ts');
const personId = '019a0000-0000-7000-8000-000000000001';
const place = { table: 'person', column: 'sealed_identity', row: personId, organization: null };

test(
  'keys are rotated and the master key replaced by command; a service reads everything at each step',
  () =>
    inTemporaryFolder('keys', async (folder) => {
      const server = await startPostgres({
        dataDirectory: join(folder, 'server'),
        settings: { fsync: 'off', shared_buffers: '16MB' },
      });
      try {
        const data = join(folder, 'data');
        mkdirSync(data);
        const first = keepSecrets(data);
        const databases = await createDatabases(server.url, first);
        await migrateDatabases(databases);
        const keys = (action: string, environment = {}) =>
          run(process.execPath, [main, 'keys', action, '--data', data], {
            environment: { DATABASE_URL: server.url, ...environment },
          });
        const secrets = () => JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8')) as Secrets;
        const withKeys = async <T>(of: Secrets, work: (keyring: Keyring) => Promise<T>): Promise<T> => {
          const before = of.fieldKeyBefore === undefined ? undefined : readKey(of.fieldKeyBefore, 'before');
          const keyring = await openKeyring({
            service: 'case-records',
            databaseUrl: databases.service('case-records'),
            masters: masterKeys(readKey(of.fieldKey, 'key'), before),
            cipher: 'AES256GCM',
            onTrouble: () => undefined,
          });
          return work(keyring).finally(() => keyring.stop());
        };
        const owner = new pg.Client({ connectionString: databases.owner('case-records') });
        await owner.connect();
        const sealed = async () =>
          (await owner.query<{ text: string }>('select sealed_identity as text from person')).rows[0]?.text ?? '';
        const readAs = async (of: Secrets) => {
          const text = await sealed();
          return withKeys(of, (keyring) => keyring.open(text, place));
        };
        const written = await withKeys(first, async (keyring) => keyring.seal('510101197501010012', place));
        await owner.query(
          `with known as (insert into identity (id, identity_index) values ($1, $3))
         insert into person (id, organization_path, identity_id, name, document_kind, sealed_identity,
           identity_index, masked_identity, birth_date, sex)
         values ($1, '51/5101/510101/', $1, '王秀英', 'RESIDENT', $2, $3, '5*2', '1975-01-01', 'FEMALE')`,
          [personId, written, blindIndexOf(readKey(first.blindIndexKey, 'index'), '510101197501010012')],
        );

        const rotated = await keys('rotate', { SEALING_CIPHER: 'SM4SM3' });
        expect(rotated.output).toMatch(/case-records {2}密钥 2 启用，重新加密 1 条，停用 1/u);
        expect(rotated.code).toBe(0);
        expect(await sealed()).toMatch(/^v2\.2\.SM4SM3\./);
        expect(await readAs(first)).toBe('510101197501010012');

        expect((await keys('renew-master')).output).toContain('再运行一次');
        const both = secrets();
        expect(both.fieldKeyBefore).toBe(first.fieldKey);
        expect(await readAs(both)).toBe('510101197501010012');
        await owner.query(
          `insert into outbox (event_id, topic, key, type, envelope)
         values (gen_random_uuid(), 't', 'k', 'e', jsonb_build_object('data', jsonb_build_object('sealedPayee', $1::text)))`,
          [await withKeys(first, async (keyring) => keyring.sealForTransit('x', 'grant'))],
        );
        const early = await keys('renew-master');
        expect(early.output).toContain('还有 1 条消息在途');
        expect(early.code).toBe(1);
        await owner.query('update outbox set sent_at = now()');
        expect((await keys('renew-master')).output).toContain('旧主密钥不再使用');
        const renewed = secrets();
        expect(renewed.fieldKeyBefore).toBeUndefined();
        expect(renewed.fieldKey).toBe(both.fieldKey);
        expect(await readAs(renewed)).toBe('510101197501010012');
        await expect(readAs(first)).rejects.toThrow('wrapped under the master key');
        expect((await keys('renew-index')).output).toContain('再运行一次');
        const indexing = secrets();
        expect(indexing.blindIndexKeyOther).toBe(first.blindIndexKey);
        expect((await keys('renew-index')).output).toContain('已改写 1 条索引');
        expect(secrets().blindIndexKeyOther).toBeUndefined();
        const index = (
          await owner.query<{ index: Buffer }>(
            'select identity_index as index from identity join person using (identity_index)',
          )
        ).rows[0]?.index;
        expect(index).toEqual(blindIndexOf(readKey(secrets().blindIndexKey, 'index'), '510101197501010012'));
        expect((await keys('spin')).output).toContain('用法');
        await owner.end();
      } finally {
        await server.stop();
      }
    }),
  120_000,
);
