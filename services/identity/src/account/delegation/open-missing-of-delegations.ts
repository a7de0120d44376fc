import { pgSql, type Database } from '@nuangong/database';
import { openMissingObligations } from '@nuangong/obligations';
import { localDateAt, type LocalDate } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';

interface UnremindedDelegation {
  readonly recordId: string;
  readonly organizationPath: string;
  readonly staffId: string;
  readonly from: string;
  readonly to: string;
  readonly lastDay: LocalDate;
}

/** Reminds the lenders of delegations that were made before there were obligations. */
export async function openMissingOfDelegations(database: Database<Transaction>, at: Date): Promise<void> {
  const delegations = await pgSql(database.pool)<UnremindedDelegation>(
    `select id::text as "recordId", organization_path as "organizationPath", from_staff_id::text as "staffId",
       from_name as "from", to_name as "to", last_day::text as "lastDay"
     from delegations_without_obligation($1::date)`,
    localDateAt(at),
  );
  const missing = delegations.map(({ from, to, lastDay, ...delegation }) => ({
    ...delegation,
    from: lastDay,
    parts: { from, to, lastDay },
  }));
  await openMissingObligations(database, 'DELEGATION_ENDS', missing, at);
}
