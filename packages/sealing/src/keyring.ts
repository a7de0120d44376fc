import { Pool, type PoolClient } from 'pg';
import type { CipherName } from './cipher.ts';
import { makeDataKey, readDataKeys, unwrapDataKey } from './data-key-table.ts';
import type { MasterKeys } from './master-keys.ts';
import {
  dataKeyIdOf,
  openFromTransit,
  openText,
  sealForTransit,
  sealText,
  type DataKey,
  type SealedPlace,
} from './sealed-text.ts';

/** A service's open keys: seals under the current one, opens what any of them sealed. */
export interface Keyring {
  /** The cipher for new texts. */
  readonly cipher: CipherName;
  /** Seals a text for its place, under the current data key. */
  seal(text: string, place: SealedPlace): string;
  /** Opens a text sealed for the same place; throws if key or place differ, or a bit was changed. */
  open(sealed: string, place: SealedPlace): Promise<string>;
  /** Seals a text that travels to another service in a message. */
  sealForTransit(text: string, message: string): string;
  /** Opens a text that another service sealed for the same message. */
  openFromTransit(sealed: string, message: string): string;
  /** Reads changes in the table of keys immediately. */
  refresh(): Promise<void>;
  stop(): Promise<void>;
}

export interface KeyringOptions {
  readonly service: string;
  /** The service's database, with the service's own role. */
  readonly databaseUrl: string;
  readonly masters: MasterKeys;
  /** The cipher of new data keys. */
  readonly cipher: CipherName;
  /** Called when the table cannot be read; it is tried again. */
  readonly onTrouble: (error: unknown) => void;
  /** The interval of reading the table, in milliseconds. */
  readonly everyMs?: number;
  /** How many uses of a key are reserved together. */
  readonly block?: number;
  /** The number of uses after which a key is replaced; at most 2^32. */
  readonly mostUses?: number;
}

/** The default interval at which a service reads the table of keys; in milliseconds. */
export const keyringEveryMs = 5_000;
/** A thousandth of a key's uses: at most this many are lost when a process ends before using them. */
const blockOfUses = 2 ** 22;
/** The most texts that a key may seal under random nonces (NIST SP 800-38D, 8.3). */
const mostUsesOfAKey = 2 ** 32;

/**
 * Opens a service's keys; makes the first one if there is none, or none of the requested cipher. Uses of the current
 * key are reserved in the table in blocks before they are made; when none are left, a new key replaces it. Changes by
 * other processes are noticed within five seconds, and immediately when a text names an unknown key.
 */
export async function openKeyring(options: KeyringOptions): Promise<Keyring> {
  const ring = new TableKeyring(options);
  await ring.begin();
  return ring;
}

class TableKeyring implements Keyring {
  readonly cipher: CipherName;
  private readonly pool: Pool;
  private readonly keys = new Map<number, DataKey>();
  private current: DataKey | undefined;
  private left = 0;
  private reading: Promise<void> | undefined;
  private readonly timer: NodeJS.Timeout;
  private readonly block: number;
  private readonly mostUses: number;
  private readonly options: KeyringOptions;

  constructor(options: KeyringOptions) {
    this.options = options;
    this.cipher = options.cipher;
    this.block = options.block ?? blockOfUses;
    this.mostUses = options.mostUses ?? mostUsesOfAKey;
    this.pool = new Pool({
      connectionString: options.databaseUrl,
      max: 1,
      application_name: 'nuangong keyring',
      idleTimeoutMillis: 60_000,
    });
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.timer = setInterval(() => this.refreshLater(), options.everyMs ?? keyringEveryMs).unref();
  }

  /** The first read, which may make a key. */
  async begin(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  seal(text: string, place: SealedPlace): string {
    if (this.current === undefined || this.left === 0) {
      this.refreshLater();
      throw new Error('the current data key has no uses left in this process; more are being taken');
    }
    this.left -= 1;
    if (this.left === Math.floor(this.block / 2)) this.refreshLater();
    return sealText(this.current, text, place);
  }

  async open(sealed: string, place: SealedPlace): Promise<string> {
    const id = dataKeyIdOf(sealed);
    if (id === undefined) throw new Error('not a text sealed under a data key');
    const known = this.keys.get(id);
    if (known !== undefined) return openText(known, sealed, place);
    await this.refresh();
    const key = this.keys.get(id);
    if (key === undefined) throw new Error(`there is no data key ${id}, or it was destroyed`);
    return openText(key, sealed, place);
  }

  sealForTransit(text: string, message: string): string {
    return sealForTransit(this.options.masters, this.options.cipher, text, message);
  }

  openFromTransit(sealed: string, message: string): string {
    return openFromTransit(this.options.masters, sealed, message);
  }

  refresh(): Promise<void> {
    this.reading ??= this.read().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.reading?.catch(() => undefined);
    if (!this.pool.ended) await this.pool.end();
  }

  private refreshLater(): void {
    if (this.pool.ending) return;
    this.refresh().catch(this.options.onTrouble);
  }

  private async read(): Promise<void> {
    const client = await this.pool.connect();
    try {
      const currentId = await this.load(client);
      if (currentId !== undefined && this.current?.id === currentId && this.left > this.block / 2) return;
      await this.takeUses(client, currentId);
    } finally {
      client.release();
    }
  }

  /** Reads new entries of the table; returns the id of its current key. */
  private async load(client: PoolClient): Promise<number | undefined> {
    const stored = await readDataKeys(client);
    for (const key of stored) {
      if (key.wrapped === null) this.keys.delete(key.id);
      else if (!this.keys.has(key.id)) {
        this.keys.set(key.id, unwrapDataKey(this.options.masters, this.options.service, key));
      }
    }
    return stored.find(({ state }) => state === 'CURRENT')?.id;
  }

  /** Reserves a block of uses of the current key, or makes a new key if none are left. */
  private async takeUses(client: PoolClient, currentId: number | undefined): Promise<void> {
    const first = this.current === undefined;
    const wrongCipher = first && currentId !== undefined && this.keys.get(currentId)?.cipher !== this.options.cipher;
    const wanted = currentId === undefined || wrongCipher ? await this.make(client) : currentId;
    const id = (await this.take(client, wanted)) ? wanted : await this.make(client);
    if (id !== wanted && !(await this.take(client, id))) throw new Error('the new data key has no uses left');
    if (this.current?.id === id) this.left += this.block;
    else {
      this.current = this.keys.get(id);
      this.left = this.block;
    }
  }

  private async take(client: PoolClient, id: number): Promise<boolean> {
    const { rowCount } = await client.query(
      `update data_key set uses = uses + $2 where id = $1 and state = 'CURRENT' and uses + $2 <= $3`,
      [id, this.block, this.mostUses],
    );
    return rowCount === 1;
  }

  private async make(client: PoolClient): Promise<number> {
    const { service, masters, cipher } = this.options;
    await client.query('begin');
    try {
      const id = await makeDataKey(
        client,
        { service, master: masters.current, cipher },
        (current) => current.cipher === cipher && current.uses + this.block <= this.mostUses,
      );
      await client.query('commit');
      await this.load(client);
      return id;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }
}
