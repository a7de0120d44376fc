import type { KeyObject } from 'node:crypto';
import type { PoolClient } from 'pg';
import { addDays, type LocalDate } from '@nuangong/primitives';
import { chainStart, nextSeal, type AuditRow } from './audit-chain.ts';
import { asSealed } from './audit-row.ts';

/** What a check of the entries that a reader sees found. */
export interface VisibleVerdict {
  /** Entries that fit their seal and the seal before it. */
  readonly fitting: number;
  /** Ids of the first entries that do not: they were changed after they were sealed. At most `mostChanged`. */
  readonly changed: readonly string[];
  /** Entries that have no seal yet: the sealer follows within a minute. */
  readonly unsealed: number;
}

/** More changed entries than this are not listed. */
export const mostChanged = 20;

const batch = 1_000;

/**
 * Checks the entries of a period that a reader sees, each against its seal and the seal before it, with one batch at a
 * time in memory. Whether entries are missing can be told only over all organisations: `verifyAudit`.
 *
 * @param client in a transaction under row-level security as the reader.
 * @param options.from first day in Chinese time; `to` is the last, included.
 */
export async function checkVisibleEntries(
  client: PoolClient,
  options: { readonly service: string; readonly key: KeyObject; readonly from: LocalDate; readonly to: LocalDate },
): Promise<VisibleVerdict> {
  await client.query(`set local timezone = 'UTC'; set local datestyle = 'ISO'; set local bytea_output = 'hex'`);
  const start = chainStart(options.key, options.service).hash;
  const verdict = { fitting: 0, changed: [] as string[], unsealed: 0 };
  for (let after = '0', full = true; full;) {
    const { rows } = await client.query<AuditRow>({
      text: statement,
      values: [options.from, addDays(options.to, 1), after],
      types: asSealed.types,
    });
    for (const { 'seal place': place, 'seal hash': hash, 'seal before': before, ...entry } of rows) {
      after = entry['id'] ?? after;
      if (place == null) verdict.unsealed += 1;
      else if (nextSeal(options.key, { place: BigInt(place) - 1n, hash: before ?? start }, entry).hash === hash)
        verdict.fitting += 1;
      else if (verdict.changed.length < mostChanged) verdict.changed.push(after);
    }
    full = rows.length === batch;
  }
  return verdict;
}

const statement = `select s.place as "seal place", encode(s.hash, 'hex') as "seal hash",
    encode(p.hash, 'hex') as "seal before", e.*
  from audit_entry e left join audit_seal s on s.entry_id = e.id left join audit_seal p on p.place = s.place - 1
  where e.recorded_at >= $1::timestamp at time zone 'Asia/Shanghai'
    and e.recorded_at < $2::timestamp at time zone 'Asia/Shanghai' and e.id > $3::bigint
  order by e.id limit ${batch}`;
