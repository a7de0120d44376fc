import { createSecretKey, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestEmptyDatabase, layFoundation } from '@nuangong/database/testing';
import { openKeyring, type Keyring, type KeyringOptions } from './keyring.ts';
import { masterKeys } from './master-keys.ts';
import { rewrapDataKeys, rotateDataKey } from './rotate-data-key.ts';
import type { SecretKey } from './secret-key.ts';

const secret = (): SecretKey => createSecretKey(randomBytes(32)) as SecretKey;

let database: Awaited<ReturnType<typeof createTestEmptyDatabase>>;
let owner: Client;
let rings: Keyring[];
const master = secret();

beforeEach(async () => {
  database = await createTestEmptyDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await layFoundation(owner);
  await owner.query(`
    create table note (id uuid primary key default uuidv7(), place text, sealed_words text);
    comment on column note.sealed_words is 'sealed; row: id; organization: place'`);
  rings = [];
});
afterEach(async () => {
  await Promise.all(rings.map((ring) => ring.stop()));
  await owner.end();
  await database.drop();
});

async function take(options: Partial<KeyringOptions> = {}): Promise<Keyring> {
  const ring = await openKeyring({
    service: 'notes',
    databaseUrl: database.ownerUrl,
    masters: masterKeys(master),
    cipher: 'AES256GCM',
    onTrouble: () => undefined,
    ...options,
  });
  rings.push(ring);
  return ring;
}

const placeOf = (id: string) => ({ table: 'note', column: 'sealed_words', row: id, organization: '51/' });
const place = placeOf('1');
const rotation = () => ({
  service: 'notes',
  ownerUrl: database.ownerUrl,
  masters: masterKeys(master),
  cipher: 'AES256GCM' as const,
  learnMs: 0,
});
const states = async () =>
  (await owner.query('select id, state, wrapped is null as gone from data_key order by id')).rows;

describe('a keyring', () => {
  it('creates the first key once when many processes start together, and all open each other’s texts', async () => {
    const [one, other] = await Promise.all([take(), take(), take()]);
    expect(await states()).toEqual([{ id: 1, state: 'CURRENT', gone: false }]);
    expect(await other?.open(one?.seal('大病', place) ?? '', place)).toBe('大病');
  });

  it('replaces a key before its limit of sealed texts, and still opens what it sealed', async () => {
    const ring = await take({ block: 4, mostUses: 8 });
    const sealed: string[] = [];
    for (let text = 0; text < 30; text += 1) {
      sealed.push(ring.seal(`${text}`, place));
      await ring.refresh();
    }
    const { rows } = await owner.query<{ id: number; uses: string }>('select id, uses from data_key order by id');
    expect(rows.length).toBeGreaterThan(3);
    for (const { id, uses } of rows) {
      const under = sealed.filter((text) => text.startsWith(`v2.${id}.`)).length;
      expect(under).toBeLessThanOrEqual(Number(uses));
      expect(Number(uses)).toBeLessThanOrEqual(8);
    }
    expect(await Promise.all(sealed.map((text) => ring.open(text, place)))).toEqual(sealed.map((_, text) => `${text}`));
  });

  it('refuses to seal when the reserved uses of the key are spent', async () => {
    const ring = await take({ block: 4, mostUses: 8 });
    const seal = () => Array.from({ length: 9 }, () => ring.seal('x', place));
    expect(seal).toThrow('no uses left');
    await ring.refresh();
    expect(ring.seal('x', place)).toMatch(/^v2\./);
  });

  it('immediately opens what another process sealed under a newer key', async () => {
    const [old, second] = [await take({ everyMs: 3_600_000 }), await take()];
    await rotateDataKey(rotation());
    await second.refresh();
    const sealed = second.seal('新', place);
    expect(sealed).toMatch(/^v2\.2\./);
    expect(await old.open(sealed, place)).toBe('新');
    await expect(old.open(sealed.replace('v2.2.', 'v2.99.'), place)).rejects.toThrow('no data key 99');
  });

  it('seals with another configured cipher, and opens both', async () => {
    const aes = await take();
    const sm4 = await take({ cipher: 'SM4SM3' });
    const [one, two] = [aes.seal('甲', place), sm4.seal('乙', place)];
    expect(two).toMatch(/^v2\.2\.SM4SM3\./);
    expect([await sm4.open(one, place), await aes.open(two, place)]).toEqual(['甲', '乙']);
    expect(await states()).toMatchObject([{ state: 'OPENING' }, { state: 'CURRENT' }]);
  });

  it('opens only under its master key, and after rewrapping under the new one alone', async () => {
    const ring = await take();
    const sealed = ring.seal('甲', place);
    const next = secret();
    await expect(take({ masters: masterKeys(next) })).rejects.toThrow('wrapped under the master key');
    const both = masterKeys(next, master);
    expect(await (await take({ masters: both })).open(sealed, place)).toBe('甲');
    expect(await rewrapDataKeys({ service: 'notes', ownerUrl: database.ownerUrl, masters: both })).toEqual([1]);
    expect(await rewrapDataKeys({ service: 'notes', ownerUrl: database.ownerUrl, masters: both })).toEqual([]);
    expect(await (await take({ masters: masterKeys(next) })).open(sealed, place)).toBe('甲');
  });

  it('of another service cannot unwrap these keys', async () => {
    await take();
    await expect(take({ service: 'others' })).rejects.toThrow();
  });
});

describe('the table of keys', () => {
  it('refuses more than 2^32 uses, a second current key, a retired key becoming current, and deletion', async () => {
    await take();
    const refused = (sql: string) => expect(owner.query(sql)).rejects.toThrow();
    await refused('update data_key set uses = 4294967297');
    await refused(
      `insert into data_key (id, cipher, master_id, wrapped, state) values (2, 'SM4SM3', '00000000', '', 'CURRENT')`,
    );
    await refused('update data_key set uses = 0');
    await refused('delete from data_key');
    await refused('truncate data_key');
    await refused('update data_key set wrapped = null');
    await owner.query(`update data_key set state = 'RETIRED', retired_at = now()`);
    await refused(`update data_key set state = 'CURRENT', retired_at = null`);
  });
});

describe('rotation', () => {
  it('interrupted and restarted, continues under the same key, then retires the old one and later destroys it', async () => {
    const ring = await take();
    const ids = (await owner.query<{ id: string }>('select uuidv7()::text as id from generate_series(1, 95)')).rows;
    for (const { id } of ids) {
      await owner.query('insert into note (id, place, sealed_words) values ($1, $2, $3)', [
        id,
        '51/',
        ring.seal(id, placeOf(id)),
      ]);
    }
    let batches = 0;
    const stopped = rotateDataKey({
      ...rotation(),
      rowsAtOnce: 10,
      afterBatch: () => {
        batches += 1;
        if (batches === 4) throw new Error('the process dies');
      },
    });
    await expect(stopped).rejects.toThrow('the process dies');
    expect(await states()).toMatchObject([
      { id: 1, state: 'OPENING' },
      { id: 2, state: 'CURRENT' },
    ]);
    expect(await rotateDataKey(rotation())).toEqual({ keyId: 2, sealed: 55, retired: [1], destroyed: [] });
    const { rows } = await owner.query<{ id: string; text: string }>('select id, sealed_words as text from note');
    for (const { id, text } of rows) {
      expect(text).toMatch(/^v2\.2\./);
      expect(await ring.open(text, placeOf(id))).toBe(id);
    }
    await owner.query(`update data_key set retired_at = now() - interval '25 hours' where id = 1`);
    expect(await rotateDataKey(rotation())).toMatchObject({ keyId: 3, retired: [2], destroyed: [1] });
    expect(await states()).toMatchObject([{ gone: true }, { gone: false }, { state: 'CURRENT' }]);
  });

  it('does not destroy a key that sealed a text at the last moment', async () => {
    const late = await take({ everyMs: 3_600_000 });
    await rotateDataKey(rotation());
    await owner.query(`update data_key set retired_at = now() - interval '25 hours' where state = 'RETIRED'`);
    const id = '00000000-0000-7000-8000-000000000001';
    await owner.query('insert into note (id, place, sealed_words) values ($1, $2, $3)', [
      id,
      '51/',
      late.seal('晚', placeOf(id)),
    ]);
    const done = await rotateDataKey(rotation());
    expect(done).toMatchObject({ sealed: 1, destroyed: [1] });
    const [row] = (await owner.query<{ text: string }>('select sealed_words as text from note')).rows;
    expect(await (await take()).open(row?.text ?? '', placeOf(id))).toBe('晚');
  });

  it('names the row whose text does not open, and retires nothing', async () => {
    const ring = await take();
    const [id, other] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
    await owner.query('insert into note (id, place, sealed_words) values ($1, $2, $3)', [
      id,
      '51/',
      ring.seal('x', placeOf(other)),
    ]);
    await expect(rotateDataKey(rotation())).rejects.toThrow(`note.sealed_words of row ${id} does not open`);
    expect(await states()).toMatchObject([{ state: 'OPENING' }, { state: 'CURRENT' }]);
  });
});
