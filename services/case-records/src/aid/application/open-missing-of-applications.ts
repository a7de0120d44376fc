import { pgSql, type Database } from '@nuangong/database';
import { openMissingObligations } from '@nuangong/obligations';
import { localDateAt } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';

interface UnobligedApplication {
  readonly recordId: string;
  readonly organizationPath: string;
  readonly number: string;
  /** When it began to await funds; null if its history does not say. */
  readonly since: Date | null;
}

/** Obliges the books that pay applications which awaited funds before there were obligations. */
export async function openMissingOfApplications(database: Database<Transaction>, at: Date): Promise<void> {
  const applications = await pgSql(database.pool)<UnobligedApplication>(
    `select id::text as "recordId", book_path as "organizationPath", number, since
     from applications_without_obligation($1::date)`,
    localDateAt(at),
  );
  const missing = applications.map(({ number, since, ...application }) => ({
    ...application,
    from: localDateAt(since ?? at),
    parts: { number },
  }));
  await openMissingObligations(database, 'FUNDS_AWAITED', missing, at);
}
