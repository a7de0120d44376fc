import { createSecretKey } from 'node:crypto';
import { Client, type PoolClient } from 'pg';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import {
  asSealed,
  checkVisibleEntries,
  readGivenIds,
  readWriters,
  recordAudit,
  sealAudit,
  verifyAudit,
  type ChainHead,
} from '@nuangong/database';
import { localDate } from '@nuangong/primitives';
import { createTestDatabase, type TestDatabase } from '@nuangong/database/testing';
import { buildActor, startTestService } from '@nuangong/service/testing';
import { defineIdentity } from './definition.ts';
import { makeSigningKey } from './testing/identity-service.ts';

const options = {
  serviceDirectory: new URL('..', import.meta.url).pathname,
  serviceRole: 'nuangong_identity',
};
const key = createSecretKey(Buffer.alloc(32, 3));
const county = buildActor();
const otherCounty = buildActor({ scope: '51/5101/510102/' });

let databases: TestDatabase;
let open: Client[];

beforeEach(async () => {
  databases = await createTestDatabase(options);
  open = [];
});

afterEach(async () => {
  await Promise.all(open.map((client) => client.end()));
  await databases.drop();
});

async function connect(connectionString: string, config: object = {}): Promise<Client> {
  const client = new Client({ connectionString, ...config });
  await client.connect();
  open.push(client);
  return client;
}

/** A transaction of the service's role that has written an entry and is still open. */
async function writing(recordId: string, actor = county): Promise<Client> {
  const client = await connect(databases.url);
  await client.query('begin');
  await client.query(`select set_config('nuangong.scope', $1, true), set_config('nuangong.staff', $2, true)`, [
    actor.scope,
    actor.staffId,
  ]);
  const execute = (sql: string, ...parameters: readonly unknown[]) => client.query(sql, [...parameters]);
  await recordAudit(execute, { actor, requestId: 'request 1' }, [
    {
      action: 'staff.change-roles',
      recordType: 'staff',
      recordId,
      before: { roles: ['CLERK'] },
      after: { 备注: '改', n: 1.5 },
    },
  ]);
  return client;
}

async function write(...recordIds: readonly string[]): Promise<void> {
  for (const recordId of recordIds) await (await writing(recordId)).query('commit');
}

/** Runs statements as a superuser who has disabled the triggers. */
async function attack(...statements: readonly string[]): Promise<void> {
  const superuser = await connect(databases.ownerUrl);
  await superuser.query('set session_replication_role = replica');
  for (const statement of statements) expect((await superuser.query(statement)).rowCount).toBeGreaterThan(0);
}

async function seal(known?: ChainHead) {
  const sealer = await connect(databases.url, asSealed);
  return sealAudit(sealer, { key, service: 'identity', afterId: '0', known });
}

const verify = (known?: ChainHead) => verifyAudit({ databaseUrl: databases.ownerUrl, service: 'identity', key, known });

const sealedRecords = async () => {
  const owner = await connect(databases.ownerUrl);
  const { rows } = await owner.query<{ record: string }>(
    'select e.record_id as record from audit_seal s join audit_entry e on e.id = s.entry_id order by s.place',
  );
  return rows.map(({ record }) => record);
};

describe('what an auditor of one county checks', () => {
  const check = async () => {
    const reader = await connect(databases.url);
    await reader.query('begin');
    await reader.query(`select set_config('nuangong.scope', $1, true)`, [county.scope]);
    const verdict = await checkVisibleEntries(reader as unknown as PoolClient, {
      service: 'identity',
      key,
      from: localDate('2020-01-01'),
      to: localDate('2999-12-30'),
    });
    await reader.query('rollback');
    return verdict;
  };

  it('fits its seals, those of other counties between them; a change shows, and what waits for its seal', async () => {
    await write('one');
    await (await writing('foreign', otherCounty)).query('commit');
    await write('two', 'three');
    await seal();
    await write('later');
    expect(await check()).toEqual({ fitting: 3, changed: [], unsealed: 1 });
    await attack(`update audit_entry set after = '{"n": 2}' where record_id = 'two'`);
    const { changed, ...rest } = await check();
    expect(rest).toEqual({ fitting: 2, unsealed: 1 });
    expect(changed).toHaveLength(1);
  });
});

describe('sealing', () => {
  it('seals entries of every county, even one committed after others with larger ids', async () => {
    const first = await writing('first');
    const second = await writing('second', otherCounty);
    await second.query('commit');
    expect(await seal()).toMatchObject({ sealed: 1, all: true });
    await first.query('commit');
    await write('third');
    expect(await seal()).toMatchObject({ sealed: 2, head: { place: 3n } });
    expect(await sealedRecords()).toEqual(['second', 'first', 'third']);
    expect(await verify()).toMatchObject({ broken: undefined, head: { place: 3n }, unsealed: 0 });
  });

  it('gives no place to a rolled-back entry', async () => {
    await (await writing('undone')).query('rollback');
    await write('done');
    await seal();
    expect(await verify()).toMatchObject({ broken: undefined, head: { place: 1n } });
  });

  it('does not block writing, and excludes a second sealer', async () => {
    await write('before');
    const sealer = await connect(databases.url, asSealed);
    await sealer.query('begin');
    const query = sealer.query.bind(sealer) as (...all: unknown[]) => Promise<unknown>;
    const held = Object.assign(Object.create(sealer) as Client, {
      query: async (...all: unknown[]) => (all[0] === 'begin' || all[0] === 'commit' ? undefined : query(...all)),
    });
    await sealAudit(held, { key, service: 'identity', afterId: '0', known: undefined });
    const writer = await connect(databases.url, { options: '-c lock_timeout=1000' });
    await writer.query('begin');
    await writer.query(`select set_config('nuangong.scope', $1, true)`, [county.scope]);
    await recordAudit((sql, ...all) => writer.query(sql, [...all]), { actor: county, requestId: null }, [
      { action: 'staff.enrol', recordType: 'staff', recordId: 'meanwhile' },
    ]);
    await writer.query('commit');
    expect(await seal()).toMatchObject({ sealed: 0, all: false });
    await sealer.query('commit');
    expect(await seal()).toMatchObject({ sealed: 1 });
    expect(await sealedRecords()).toEqual(['before', 'meanwhile']);
  });

  it('seals in consecutive batches', async () => {
    await write('1', '2', '3');
    const sealer = await connect(databases.url, asSealed);
    const sealing = { key, service: 'identity', known: undefined, most: 2 };
    const batch = await sealAudit(sealer, { ...sealing, afterId: '0' });
    expect(batch).toMatchObject({ sealed: 2, all: false });
    expect(await sealAudit(sealer, { ...sealing, afterId: batch.lastId })).toMatchObject({ sealed: 1, all: true });
    expect((await verify()).broken).toBeUndefined();
  });

  it('reads the last given id and the transactions that still write entries', async () => {
    const observer = await connect(databases.url, asSealed);
    expect(await readGivenIds(observer)).toEqual({ last: '0', writers: new Set() });
    const writer = await writing('late');
    const given = await readGivenIds(observer);
    expect([given.last, given.writers.size]).toEqual(['1', 1]);
    await writer.query('commit');
    expect((await readWriters(observer)).size).toBe(0);
  });

  it('seals nothing when seals were removed from the chain', async () => {
    await write('1', '2');
    const { head } = await seal();
    await attack(`delete from audit_seal where place = 2`, `update audit_entry set action = 'b' where id = 2`);
    await expect(seal(head)).rejects.toThrow(/place 2/);
    expect((await verify(head)).broken).toMatchObject({ kind: 'SEAL_MISSING', place: 2n });
  });
});

describe('after a change by a superuser', () => {
  beforeEach(async () => {
    await write('1', '2', '3', '4');
    await seal();
    expect((await verify()).broken).toBeUndefined();
  });

  const columns = [
    ['organization_path', `'51/5101/510103/'`],
    ['staff_id', `'00000000-0000-7000-8000-000000000009'`],
    ['staff_name', `'张三'`],
    ['action', `'staff.read'`],
    ['record_type', `'other'`],
    ['record_id', `'9'`],
    ['before', 'null'],
    ['after', `after || '{"n": 1.50}'`],
    ['request_id', 'null'],
    ['address', `'198.51.100.7'`],
    ['session_id', `'another'`],
    ['recorded_at', `recorded_at + interval '1 microsecond'`],
  ] as const;

  it.each(columns)('an entry whose %s was changed is named', async (column, value) => {
    await attack(`update audit_entry set ${column} = ${value} where id in (2, 4)`);
    expect((await verify()).broken).toMatchObject({ kind: 'CHANGED', place: 2n, entryId: '2' });
  });

  it('the tests above cover all columns', async () => {
    const owner = await connect(databases.ownerUrl);
    const { rows } = await owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'audit_entry'`,
    );
    expect(rows.map(({ name }) => name).toSorted()).toEqual(['id', ...columns.map(([name]) => name)].toSorted());
  });

  it('a removed entry is named', async () => {
    await attack('delete from audit_entry where id = 3');
    expect((await verify()).broken).toMatchObject({ kind: 'MISSING', place: 3n, entryId: '3' });
  });

  it('an entry removed with its seal leaves a gap', async () => {
    await attack('delete from audit_entry where id = 3', 'delete from audit_seal where place = 3');
    expect((await verify()).broken).toMatchObject({ kind: 'SEAL_MISSING', place: 3n });
  });

  it('an entry whose seal was made again without the key is named', async () => {
    await attack(
      `update audit_entry set action = 'staff.read' where id = 2`,
      `update audit_seal s set hash = sha256((select p.hash from audit_seal p where p.place = 1)
         || convert_to((select e::text from audit_entry e where e.id = 2), 'UTF8')) where s.place = 2`,
    );
    expect((await verify()).broken).toMatchObject({
      kind: 'SEAL_BROKEN',
      place: 2n,
      entryId: '2',
      entry: { action: 'staff.read', record_id: '2' },
    });
  });

  it('two entries that changed seals are named', async () => {
    await attack('update audit_seal set entry_id = -entry_id where place in (2, 3)');
    await attack('update audit_seal set entry_id = 5 + entry_id where place in (2, 3)');
    expect((await verify()).broken).toMatchObject({ place: 2n, entryId: '3' });
  });

  it('an old entry without a seal is reported', async () => {
    await write('5');
    await attack(`update audit_entry set recorded_at = now() - interval '2 minutes' where id = 5`);
    expect(await verify()).toMatchObject({ broken: undefined, unsealed: 1 });
  });

  it('the service’s role cannot change or remove a seal', async () => {
    const role = await connect(databases.url);
    await expect(role.query(`update audit_seal set hash = sha256('')`)).rejects.toThrow(/append-only/);
    await expect(role.query('delete from audit_seal')).rejects.toThrow(/append-only/);
  });
});

test('a running service seals what it writes', async () => {
  const definition = await defineIdentity({ signingKey: await makeSigningKey(), publicOrigin: '' });
  const identity = await startTestService(definition, options);
  try {
    for (const recordId of ['1', '2']) {
      await identity.service.database.sqlTransaction({ scope: county.scope, staffId: county.staffId }, (client) =>
        recordAudit((sql, ...all) => client.query(sql, [...all]), { actor: county, requestId: null }, [
          { action: 'staff.enrol', recordType: 'staff', recordId },
        ]),
      );
      const wanted = { broken: undefined, head: { place: BigInt(recordId) } };
      const serviceKey = createSecretKey(Buffer.alloc(32, 7));
      await expect
        .poll(() => verifyAudit({ databaseUrl: identity.databases.ownerUrl, service: 'identity', key: serviceKey }), {
          timeout: 20_000,
          interval: 250,
        })
        .toMatchObject(wanted);
    }
  } finally {
    await identity.stop();
  }
});
