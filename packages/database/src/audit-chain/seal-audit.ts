import type { KeyObject } from 'node:crypto';
import type { Client, PoolClient } from 'pg';
import { chainStart, nextSeal, type AuditRow, type ChainHead } from './audit-chain.ts';

/** The one lock that sealers of a database hold: a chain has one end. Writing entries takes no lock of this kind. */
const sealLock = 7_305_441;

/** Entries sealed in one transaction, at most. */
export const mostSealed = 1_000;

/** The chain no longer holds what it was seen to hold: someone removed or rewrote seals. */
export class ChainCut extends Error {
  constructor(known: ChainHead) {
    super(`the audit chain no longer holds the seal of place ${known.place}: nothing more is sealed on it`);
    this.name = 'ChainCut';
  }
}

/** What a sealer goes by, and what came of one batch. */
export interface Sealing {
  readonly key: KeyObject;
  readonly service: string;
  /** Entries up to this id are passed over. */
  readonly afterId: string;
  /** The head that this sealer saw last: where it is no longer in the chain, nothing is sealed. */
  readonly known: ChainHead | undefined;
  readonly most?: number;
}

export interface Sealed {
  readonly sealed: number;
  /** Whether every entry that was visible has its seal now, those passed over aside. */
  readonly all: boolean;
  /** The largest id sealed; `afterId` where nothing was. */
  readonly lastId: string;
  readonly head: ChainHead | undefined;
}

/**
 * Seals entries that have no seal, by id, in one transaction; another sealer at work leaves nothing to do. What is
 * visible is committed, and an entry that becomes visible later, with whatever id, gets a later place.
 *
 * @param client connected with `asSealed`, as the service's role.
 * @throws ChainCut where the chain lacks `known`.
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

/** The largest entry id given out, and the transactions that may still bring entries up to it. */
export interface GivenIds {
  readonly last: string;
  readonly writers: ReadonlySet<string>;
}

/**
 * Reads which ids were given out, then who writes entries: a writer holds its lock on the table from before it gets
 * an id until it has committed. Once these have ended, whatever has an id up to `last` is visible or will never be.
 * (Snapshots would not tell: a transaction may get an entry's id before it gets its own.)
 */
export async function readGivenIds(client: Client | PoolClient): Promise<GivenIds> {
  const { rows } = await client.query<{ last: string }>(
    'select case when is_called then last_value else 0 end as last from audit_entry_id_seq',
  );
  const writers = await readWriters(client);
  return { last: rows[0]?.last ?? '0', writers };
}

/** The transactions that hold the audit log open for writing. */
export async function readWriters(client: Client | PoolClient): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ writer: string }>(
    `select virtualtransaction as writer from pg_locks
     where locktype = 'relation' and relation = 'audit_entry'::regclass and mode = 'RowExclusiveLock'
       and database = (select oid from pg_database where datname = current_database())`,
  );
  return new Set(rows.map(({ writer }) => writer));
}
