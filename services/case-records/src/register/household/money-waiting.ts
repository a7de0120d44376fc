import type { RunSql } from '@nuangong/database';

/** Whether a household has money coming: an application that is approved and unpaid, or whose payment came back. */
export async function isMoneyWaiting(run: RunSql, householdId: string): Promise<boolean> {
  const rows = await run(
    `select 1 as waits from aid_application
     where household_id = $1::uuid and status in ('APPROVED', 'AWAITING_FUNDS', 'FUNDED') limit 1`,
    householdId,
  );
  return rows.length > 0;
}
