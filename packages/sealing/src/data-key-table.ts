import { randomBytes } from 'node:crypto';
import type { ClientBase } from 'pg';
import { cipherOf, type CipherName } from './cipher.ts';
import { masterOf, openWithMaster, sealWithMaster, type MasterKey, type MasterKeys } from './master-keys.ts';
import type { DataKey } from './sealed-text.ts';
import { keyBytes } from './secret-key.ts';

/** A data key in the table; `wrapped` is null if it was destroyed. */
export interface StoredDataKey {
  readonly id: number;
  readonly cipher: CipherName;
  readonly masterId: string;
  readonly wrapped: Buffer | null;
  readonly state: 'CURRENT' | 'OPENING' | 'RETIRED';
}

/** All data keys of a service, oldest first. */
export async function readDataKeys(client: ClientBase): Promise<readonly StoredDataKey[]> {
  const { rows } = await client.query<StoredDataKey>({
    name: 'data_keys',
    text: `select id, cipher, master_id as "masterId", wrapped, state from data_key order by id`,
  });
  return rows;
}

/** Unwraps a stored key; throws if it was destroyed or none of the master keys opens it. */
export function unwrapDataKey(masters: MasterKeys, service: string, stored: StoredDataKey): DataKey {
  const { id, cipher, masterId, wrapped } = stored;
  if (wrapped === null) throw new Error(`data key ${id} was retired and destroyed`);
  const master = masterOf(masters, masterId);
  const bytes = openWithMaster(master, 'data keys', cipher, wrapped, associatedWith(service, id, cipher));
  return { id, cipher, prepared: cipherOf(cipher).prepare(bytes) };
}

/**
 * Wraps a stored key under the present master key. The data key itself, and everything sealed with it, do not change.
 */
export function rewrapDataKey(
  masters: MasterKeys,
  service: string,
  stored: StoredDataKey & { wrapped: Buffer },
): Buffer {
  const { id, cipher, masterId, wrapped } = stored;
  const associated = associatedWith(service, id, cipher);
  const bytes = openWithMaster(masterOf(masters, masterId), 'data keys', cipher, wrapped, associated);
  return sealWithMaster(masters.current, 'data keys', cipher, bytes, associated);
}

/** The advisory lock for making a data key. */
const makingLock = 7_305_402;

/**
 * Makes a new data key current and restricts the previous one to opening, within the caller's transaction. Does nothing
 * if `unless` accepts the key that is current by then (another process was faster).
 *
 * @returns the id of the current key.
 */
export async function makeDataKey(
  client: ClientBase,
  of: { readonly service: string; readonly master: MasterKey; readonly cipher: CipherName },
  unless: (current: { readonly id: number; readonly cipher: CipherName; readonly uses: number }) => boolean,
): Promise<number> {
  await client.query('select pg_advisory_xact_lock($1)', [makingLock]);
  const { rows } = await client.query<{ id: number; cipher: CipherName; state: string; uses: string }>(
    'select id, cipher, state, uses from data_key order by id',
  );
  const current = rows.find(({ state }) => state === 'CURRENT');
  if (current !== undefined && unless({ ...current, uses: Number(current.uses) })) return current.id;
  const id = (rows.at(-1)?.id ?? 0) + 1;
  const { service, master, cipher } = of;
  const associated = associatedWith(service, id, cipher);
  const wrapped = sealWithMaster(master, 'data keys', cipher, randomBytes(keyBytes), associated);
  await client.query(`update data_key set state = 'OPENING' where state = 'CURRENT'`);
  await client.query(
    `insert into data_key (id, cipher, master_id, wrapped, state) values ($1, $2, $3, $4, 'CURRENT')`,
    [id, cipher, master.id, wrapped],
  );
  return id;
}

function associatedWith(service: string, id: number, cipher: CipherName): Buffer {
  return Buffer.from(JSON.stringify(['data key', service, id, cipher]));
}
