import type { RunSql } from '@nuangong/database';

/** The number of applications that wait, within scope; the amount is that of those to approve, in fen. */
export interface ApplicationCounts {
  readonly toApprove: number;
  readonly returned: number;
  readonly amountToApprove: bigint;
  readonly awaitingFunds: number;
}

/**
 * Counts the applications that wait; one statement. Those that the reader may not approve are left out of `toApprove`.
 */
export async function countApplications(run: RunSql, staffId: string): Promise<ApplicationCounts> {
  const [counts] = await run<{ toApprove: number; returned: number; amountToApprove: string; awaitingFunds: number }>(
    `select count(*) filter (where decidable and not own)::int as "toApprove",
       coalesce(sum(a.amount_fen) filter (where decidable and not own), 0)::text as "amountToApprove",
       count(*) filter (where a.status = 'RETURNED')::int as "returned",
       count(*) filter (where a.status = 'AWAITING_FUNDS')::int as "awaitingFunds"
     from aid_application a
     cross join lateral (select exists (select from application_maker m where m.application_id = a.id and m.staff_id = $1::uuid)
       or a.household_id in (select m.household_id from household_hand m where m.staff_id = $1::uuid) as own,
         a.status in ('COUNTY_REVIEW', 'CITY_REVIEW') as decidable) o
     where a.status in ('COUNTY_REVIEW', 'CITY_REVIEW', 'AWAITING_FUNDS', 'RETURNED')`,
    staffId,
  );
  return {
    toApprove: counts?.toApprove ?? 0,
    returned: counts?.returned ?? 0,
    amountToApprove: BigInt(counts?.amountToApprove ?? '0'),
    awaitingFunds: counts?.awaitingFunds ?? 0,
  };
}

/** Counts the active files within scope that are not put forward yet in a campaign that runs on this day; one statement. */
export async function countToPutForward(run: RunSql, onDay: string): Promise<number> {
  const [counts] = await run<{ files: number }>(
    `select count(*)::int as files from case_file c
     where c.status = 'ACTIVE' and exists (
       select from campaign k
       where k.status = 'OPEN' and c.organization_path ^@ k.organization_path and $1::date between k.starts_on and k.ends_on
         and not exists (select from aid_application a where a.case_file_id = c.id and a.campaign_id = k.id))`,
    onDay,
  );
  return counts?.files ?? 0;
}
