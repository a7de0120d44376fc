import type { Client } from 'pg';
import type { RunSql } from '@nuangong/database';
import { openObligations } from '@nuangong/obligations';
import { addDays, localDateAt } from '@nuangong/primitives';

interface Lent {
  readonly id: string;
  readonly path: string;
  readonly fromId: string;
  readonly from: string;
  readonly to: string;
}

/** How long before loading the delegations were made, in days. */
const madeDaysAgo = 10;

/**
 * Two counties' statistics officers lend their role to the clerk: one until the day after tomorrow, so that it is
 * reminded of; one until yesterday, so that it has lapsed.
 */
export async function loadDelegations(owner: Client, at: Date): Promise<void> {
  const today = localDateAt(at);
  const run: RunSql = async <Row extends object>(sql: string, ...values: readonly unknown[]) =>
    (await owner.query<Row>(sql, [...values])).rows;
  const madeAt = new Date(at.getTime() - madeDaysAgo * 86_400_000);
  for (const [county, lastDay] of [
    ['510107', addDays(today, 2)],
    ['510108', addDays(today, -1)],
  ] as const) {
    const [lent] = await run<Lent>(lendStatement, county, addDays(today, -madeDaysAgo), lastDay, madeAt.toISOString());
    if (lent === undefined) throw new Error(`the demonstration has no statistics officer of ${county}`);
    const { id, path, fromId, from, to } = lent;
    const ends = { organizationPath: path, recordId: id, from: lastDay, staffId: fromId, parts: { from, to, lastDay } };
    await openObligations(run, 'DELEGATION_ENDS', [ends], madeAt);
  }
}

const lendStatement = `
  with lent as (
    insert into delegation (organization_path, from_staff_id, to_staff_id, roles, first_day, last_day, reason,
      made_by_id, made_at)
    select f.organization_path, f.id, t.id, '{STATISTICS}', $2::date, $3::date, '外出培训', f.id, $4::timestamptz
    from staff f, staff t where f.username = $1 || '-statistics' and t.username = $1 || '-clerk'
    returning id, organization_path, from_staff_id, to_staff_id
  )
  select l.id::text as id, l.organization_path as path, l.from_staff_id::text as "fromId", f.name as "from", t.name as "to"
  from lent l join staff f on f.id = l.from_staff_id join staff t on t.id = l.to_staff_id`;
