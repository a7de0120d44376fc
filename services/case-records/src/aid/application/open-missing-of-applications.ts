import { pgSql, type Database } from '@nuangong/database';
import { openMissingObligations } from '@nuangong/obligations';
import { localDateAt } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';

interface UnobligedApplication {
  readonly recordId: string;
  readonly organizationPath: string;
  readonly number: string;
  /** Whom the obligation names; left out if nobody. */
  readonly staffId?: string;
  /** When it began to await funds or was returned; null if its history does not say. */
  readonly since: Date | null;
}

/**
 * Opens the missing obligations of applications older than obligations: for the book that pays those awaiting funds,
 * and for the person who put forward those returned.
 */
export async function openMissingOfApplications(database: Database<Transaction>, at: Date): Promise<void> {
  const applications = await pgSql(database.pool)<UnobligedApplication>(
    `select id::text as "recordId", book_path as "organizationPath", number, since
     from applications_without_obligation($1::date)`,
    localDateAt(at),
  );
  await openMissingObligations(database, 'FUNDS_AWAITED', applications.map(missingOf(at)), at);
  const returned = await pgSql(database.pool)<UnobligedApplication>(
    `select id::text as "recordId", organization_path as "organizationPath", number, since,
       put_forward_by::text as "staffId" from returned_without_obligation()`,
  );
  await openMissingObligations(database, 'APPLICATION_RETURNED', returned.map(missingOf(at)), at);
}

const missingOf =
  (at: Date) =>
  ({ number, since, ...application }: UnobligedApplication) => ({
    ...application,
    from: localDateAt(since ?? at),
    parts: { number },
  });
