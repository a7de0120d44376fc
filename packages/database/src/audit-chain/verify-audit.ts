import type { KeyObject } from 'node:crypto';
import { Client } from 'pg';
import { createChainCheck, type AuditRow, type ChainBreak, type ChainCheck, type ChainHead } from './audit-chain.ts';
import { asSealed } from './audit-row.ts';

/** The result of checking a service's audit log. */
export interface AuditVerdict {
  /** The first fault; undefined if the chain holds. */
  readonly broken: ChainBreak | undefined;
  /** How far the chain holds. */
  readonly head: ChainHead;
  /** Entries older than a minute without a seal: if there are any, the sealer is not running. */
  readonly unsealed: number;
}

/** Links read by one statement. */
const batch = 1_000;

/**
 * Checks a service's audit log against its chain in one snapshot, with one batch at a time in memory.
 *
 * @param options.databaseUrl connects as a role that sees every organisation's rows. The check uses no function of the
 *   database, because anybody who can change entries could change that too.
 */
export async function verifyAudit(options: {
  readonly databaseUrl: string;
  readonly service: string;
  readonly key: KeyObject;
  readonly known?: ChainHead | undefined;
}): Promise<AuditVerdict> {
  const client = new Client({ connectionString: options.databaseUrl, ...asSealed });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const check = createChainCheck(options.key, options.service, options.known);
    const broken = await firstBreak(client, check);
    return { broken, head: check.head, unsealed: await countUnsealed(client) };
  } finally {
    await client.end();
  }
}

async function firstBreak(client: Client, check: ChainCheck): Promise<ChainBreak | undefined> {
  let after = '0';
  while (true) {
    const { rows } = await client.query<AuditRow>(
      `select s.place as "seal place", s.entry_id as "seal entry", encode(s.hash, 'hex') as "seal hash", e.*
       from audit_seal s left join audit_entry e on e.id = s.entry_id
       where s.place > $1 order by s.place limit ${batch}`,
      [after],
    );
    for (const { 'seal place': place, 'seal entry': entryId, 'seal hash': hash, ...entry } of rows) {
      after = place ?? after;
      const found = entry['id'] === null ? null : entry;
      const broken = check.take({ place: BigInt(after), entryId: entryId ?? '', hash: hash ?? '', entry: found });
      if (broken !== undefined) return broken;
    }
    if (rows.length < batch) return check.end();
  }
}

async function countUnsealed(client: Client): Promise<number> {
  const { rows } = await client.query<{ unsealed: string }>(
    `select count(*) as unsealed from audit_entry e
     where e.recorded_at < clock_timestamp() - interval '1 minute'
       and not exists (select from audit_seal s where s.entry_id = e.id)`,
  );
  return Number(rows[0]?.unsealed ?? 0);
}
