import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { CipherName } from './cipher.ts';
import { makeDataKey, readDataKeys, rewrapDataKey, unwrapDataKey, type StoredDataKey } from './data-key-table.ts';
import { keyringEveryMs, openKeyring } from './keyring.ts';
import type { MasterKeys } from './master-keys.ts';
import { countLeft, resealColumn, type Resealing } from './reseal-column.ts';
import { readSealedColumns, type SealedColumn } from './sealed-columns.ts';
import { beginningUnder } from './sealed-text.ts';

export interface RotationOptions {
  readonly service: string;
  /** The service's database, with a role that sees every organisation's rows: the owner. */
  readonly ownerUrl: string;
  readonly masters: MasterKeys;
  readonly cipher: CipherName;
  /** Rows per transaction; 500 by default. */
  readonly rowsAtOnce?: number;
  /** How long services may take to notice the new key, in milliseconds; by default the interval of their keyrings. */
  readonly learnMs?: number;
  /** Called after each transaction; an error thrown here stops the work. */
  readonly afterBatch?: (sealed: number) => void | Promise<void>;
}

/** The pause before the next pass, for others to release their rows; in milliseconds. */
const betweenPassesMs = 200;

/** The result of a rotation. */
export interface Rotation {
  readonly keyId: number;
  /** The number of texts resealed. */
  readonly sealed: number;
  readonly retired: readonly number[];
  readonly destroyed: readonly number[];
}

/**
 * Makes a new data key, reseals everything under it while the service keeps working, and retires the older keys. If
 * interrupted and restarted, it continues with the key it had made. A retired key can still open texts for a day, for
 * processes that sealed with it at the last moment; the next rotation after that destroys it, if no text is under it.
 */
export async function rotateDataKey(options: RotationOptions): Promise<Rotation> {
  return withOwner(options.ownerUrl, async (client) => {
    const columns = await readSealedColumns(client);
    const before = await readDataKeys(client);
    const unfinished = before.some(({ state }) => state === 'OPENING');
    const keyId = await makeCurrent(client, options, unfinished);
    const sealed = await resealUntilDone(client, options, columns, keyId);
    const retired = await retireUnused(client, columns);
    const destroyed = await destroyRetired(client, columns);
    return { keyId, sealed, retired, destroyed };
  });
}

/** Rewraps every data key under the present master key; texts do not change. Returns the ids of the rewrapped keys. */
export async function rewrapDataKeys(
  options: Pick<RotationOptions, 'service' | 'ownerUrl' | 'masters'>,
): Promise<readonly number[]> {
  const { service, ownerUrl, masters } = options;
  return withOwner(ownerUrl, async (client) => {
    const rewrapped: number[] = [];
    for (const stored of await readDataKeys(client)) {
      const { id, wrapped, masterId } = stored;
      if (wrapped === null || masterId === masters.current.id) continue;
      const { rowCount } = await client.query(
        'update data_key set wrapped = $3, master_id = $4 where id = $1 and master_id = $2 and wrapped is not null',
        [id, masterId, rewrapDataKey(masters, service, { ...stored, wrapped }), masters.current.id],
      );
      if (rowCount === 1) rewrapped.push(id);
    }
    return rewrapped;
  });
}

async function makeCurrent(client: Client, options: RotationOptions, keep: boolean): Promise<number> {
  const { service, masters, cipher } = options;
  await client.query('begin');
  const id = await makeDataKey(
    client,
    { service, master: masters.current, cipher },
    (current) => keep && current.cipher === cipher,
  );
  await client.query('commit');
  return id;
}

/** Makes passes over the columns until none has a text under another key, however late services notice the new one. */
async function resealUntilDone(
  client: Client,
  options: RotationOptions,
  columns: readonly SealedColumn[],
  keyId: number,
): Promise<number> {
  const { service, masters, cipher, ownerUrl, rowsAtOnce = 500, learnMs = 2 * keyringEveryMs } = options;
  const learntAt = Date.now() + learnMs;
  const opening = await openKeyring({
    service,
    masters,
    cipher,
    databaseUrl: ownerUrl,
    block: 1,
    onTrouble: () => undefined,
  });
  try {
    const stored = (await readDataKeys(client)).find(({ id }) => id === keyId);
    if (stored === undefined) throw new Error(`data key ${keyId} is gone`);
    const current = unwrapDataKey(masters, service, stored);
    const resealing: Resealing = {
      client,
      current,
      open: (text, place) => opening.open(text, place),
      takeUses: async (uses) => {
        await client.query('update data_key set uses = uses + $2 where id = $1', [keyId, uses]);
      },
      rowsAtOnce,
      afterBatch: options.afterBatch,
    };
    let sealed = 0;
    for (;;) {
      for (const column of columns) sealed += await resealColumn(column, resealing);
      const waitMs = learntAt - Date.now();
      if (waitMs <= 0 && (await leftIn(client, columns, current)) === 0) return sealed;
      await pause(Math.max(waitMs, betweenPassesMs));
    }
  } finally {
    await opening.stop();
  }
}

async function leftIn(
  client: Client,
  columns: readonly SealedColumn[],
  current: Parameters<typeof countLeft>[2],
): Promise<number> {
  let left = 0;
  for (const column of columns) left += await countLeft(client, column, current);
  return left;
}

async function retireUnused(client: Client, columns: readonly SealedColumn[]): Promise<readonly number[]> {
  const retired: number[] = [];
  for (const { id } of await keysIn(client, 'OPENING')) {
    if (await isUsed(client, columns, id)) continue;
    await client.query(`update data_key set state = 'RETIRED', retired_at = now() where id = $1`, [id]);
    retired.push(id);
  }
  return retired;
}

async function destroyRetired(client: Client, columns: readonly SealedColumn[]): Promise<readonly number[]> {
  const { rows } = await client.query<{ id: number }>(
    `select id from data_key where state = 'RETIRED' and wrapped is not null and retired_at < now() - interval '1 day'`,
  );
  const destroyed: number[] = [];
  for (const { id } of rows) {
    if (await isUsed(client, columns, id)) continue;
    await client.query('update data_key set wrapped = null where id = $1', [id]);
    destroyed.push(id);
  }
  return destroyed;
}

async function keysIn(client: Client, state: StoredDataKey['state']): Promise<readonly StoredDataKey[]> {
  return (await readDataKeys(client)).filter((key) => key.state === state);
}

async function isUsed(client: Client, columns: readonly SealedColumn[], keyId: number): Promise<boolean> {
  for (const { table, column } of columns) {
    const found = await client.query(`select from "${table}" where starts_with("${column}", $1) limit 1`, [
      beginningUnder(keyId),
    ]);
    if (found.rowCount === 1) return true;
  }
  return false;
}

async function withOwner<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'nuangong key rotation' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
