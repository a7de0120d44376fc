import type { KeyObject } from 'node:crypto';
import type { Client, PoolClient } from 'pg';
import { chainStart, nextSeal, type AuditRow, type ChainHead } from './audit-chain.ts';

/** The lock that the sealers of a database share, because a chain has one end. Writers of entries do not take it. */
const sealLock = 7_305_441;

/** The most entries sealed in one transaction. */
export const mostSealed = 1_000;

/** The chain no longer contains a head that it had: somebody removed or rewrote seals. */
export class ChainCut extends Error {
  constructor(known: ChainHead) {
    super(`the audit chain no longer holds the seal of place ${known.place}: nothing more is sealed on it`);
    this.name = 'ChainCut';
  }
}

/** The input of a sealer, and the result of one batch. */
export interface Sealing {
  readonly key: KeyObject;
  readonly service: string;
  /** Entries up to this id are skipped. */
  readonly afterId: string;
  /** The head that this sealer saw last: if it is no longer in the chain, nothing is sealed. */
  readonly known: ChainHead | undefined;
  readonly most?: number;
}

export interface Sealed {
  readonly sealed: number;
  /** Whether every visible entry after `afterId` has its seal now. */
  readonly all: boolean;
  /** The largest id sealed; `afterId` if none was. */
  readonly lastId: string;
  readonly head: ChainHead | undefined;
}

/**
 * Seals unsealed entries, ordered by id, in one transaction; does nothing while another sealer is running. Visible
 * entries are committed, and an entry that becomes visible later gets a later place, regardless of its id.
 *
 * @param client connected with `asSealed`, as the service's role.
 * @throws ChainCut if the chain lacks `known`.
 */
export async function sealAudit(client: Client | PoolClient, sealing: Sealing): Promise<Sealed> {
  await client.query('begin');
  try {
    const sealed = await sealUnderLock(client, sealing);
    await client.query('commit');
    return sealed;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function sealUnderLock(client: Client | PoolClient, sealing: Sealing): Promise<Sealed> {
  const { key, service, known, afterId, most = mostSealed } = sealing;
  const lock = await client.query<{ got: string }>(`select pg_try_advisory_xact_lock(${sealLock}) as got`);
  if (lock.rows[0]?.got !== 't') return { sealed: 0, all: false, lastId: afterId, head: known };
  await demandKnown(client, known);
  const { rows: entries } = await client.query<AuditRow & { id: string }>(
    'select * from unsealed_audit_entries($1, $2)',
    [afterId, most],
  );
  let head = await readHead(client);
  if (entries.length === 0) return { sealed: 0, all: true, lastId: afterId, head };
  head ??= chainStart(key, service);
  const hashes: string[] = [];
  const first = head.place;
  for (const entry of entries) {
    head = nextSeal(key, head, entry);
    hashes.push(head.hash);
  }
  await client.query(
    `insert into audit_seal (place, entry_id, hash)
     select $1::bigint + s.nth, s.entry_id, decode(s.hash, 'hex')
     from unnest($2::bigint[], $3::text[]) with ordinality as s(entry_id, hash, nth)`,
    [first.toString(), entries.map(({ id }) => id), hashes],
  );
  const lastId = entries.at(-1)?.id ?? afterId;
  return { sealed: entries.length, all: entries.length < most, lastId, head };
}

async function demandKnown(client: Client | PoolClient, known: ChainHead | undefined): Promise<void> {
  if (known === undefined) return;
  const { rowCount } = await client.query(`select from audit_seal where place = $1 and hash = decode($2, 'hex')`, [
    known.place.toString(),
    known.hash,
  ]);
  if (rowCount === 0) throw new ChainCut(known);
}

async function readHead(client: Client | PoolClient): Promise<ChainHead | undefined> {
  const { rows } = await client.query<{ place: string; hash: string }>(
    `select place, encode(hash, 'hex') as hash from audit_seal order by place desc limit 1`,
  );
  return rows[0] && { place: BigInt(rows[0].place), hash: rows[0].hash };
}

/** The largest entry id assigned, and the transactions that may still commit entries up to it. */
export interface GivenIds {
  readonly last: string;
  readonly writers: ReadonlySet<string>;
}

/**
 * Reads which ids were assigned, then which transactions write entries: a writer holds its lock on the table from
 * before it gets an id until it has committed. Once these have ended, every id up to `last` is visible or never will
 * be. (Snapshots would not show this: a transaction may get an entry's id before it gets its own.) If no id was assigned
 * after `complete`, the writers are not read.
 */
export async function readGivenIds(client: Client | PoolClient, complete?: string): Promise<GivenIds> {
  const { rows } = await client.query<{ last: string }>({
    name: 'given_ids',
    text: 'select case when is_called then last_value else 0 end as last from audit_entry_id_seq',
  });
  const last = rows[0]?.last ?? '0';
  return { last, writers: last === complete ? new Set() : await readWriters(client) };
}

/** The transactions that have the audit log open for writing. */
export async function readWriters(client: Client | PoolClient): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ writer: string }>(
    `select virtualtransaction as writer from pg_locks
     where locktype = 'relation' and relation = 'audit_entry'::regclass and mode = 'RowExclusiveLock'
       and database = (select oid from pg_database where datname = current_database())`,
  );
  return new Set(rows.map(({ writer }) => writer));
}
