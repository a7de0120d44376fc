import type { RunSql } from '@nuangong/database';

/** How many applications wait for what within scope; the amount is what is to be approved, in fen. */
export interface ApplicationCounts {
  readonly toApprove: number;
  readonly amountToApprove: bigint;
  readonly awaitingFunds: number;
}

/** Counts the applications that wait; one statement. Those that the reader may not approve are not counted for them. */
export async function countApplications(run: RunSql, staffId: string): Promise<ApplicationCounts> {
  const [counts] = await run<{ toApprove: number; amountToApprove: string; awaitingFunds: number }>(
    `select count(*) filter (where a.status <> 'AWAITING_FUNDS' and not own)::int as "toApprove",
       coalesce(sum(a.amount_fen) filter (where a.status <> 'AWAITING_FUNDS' and not own), 0)::text
         as "amountToApprove",
       count(*) filter (where a.status = 'AWAITING_FUNDS')::int as "awaitingFunds"
     from aid_application a join case_file f on f.id = a.case_file_id
     cross join lateral (select
       coalesce($1::uuid in (a.put_forward_by, f.opened_by, f.submitted_by, f.reviewed_by), false)
       or a.household_id in (select v.household_id from household_version v where v.staff_id = $1::uuid)
       or a.case_file_id in (select s.case_file_id from case_file_step s where s.staff_id = $1::uuid
         and s.to_status in ('SUBMITTED', 'RETURNED', 'REJECTED', 'COUNTY_REVIEW', 'POSTED'))
       or a.case_file_id in (select p.case_file_id from file_proposal p where p.kind = 'CHANGE'
         and p.decision = 'CONFIRMED' and $1::uuid in (p.proposed_by, p.decided_by)) as own) o
     where a.status in ('COUNTY_REVIEW', 'CITY_REVIEW', 'AWAITING_FUNDS')`,
    staffId,
  );
  return {
    toApprove: counts?.toApprove ?? 0,
    amountToApprove: BigInt(counts?.amountToApprove ?? '0'),
    awaitingFunds: counts?.awaitingFunds ?? 0,
  };
}
