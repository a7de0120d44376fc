import { pgSql, type Database } from '@nuangong/database';
import { openMissingObligations } from '@nuangong/obligations';
import { localDateAt, type LocalDate } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';

interface UnobligedPosting {
  readonly recordId: string;
  readonly organizationPath: string;
  readonly place: string;
  readonly to: LocalDate;
}

/** Obliges the organisations of postings that were published before there were obligations. */
export async function openMissingOfPostings(database: Database<Transaction>, at: Date): Promise<void> {
  const postings = await pgSql(database.pool)<UnobligedPosting>(
    `select id::text as "recordId", organization_path as "organizationPath", place, ends_on::text as "to"
     from postings_without_obligation($1::date)`,
    localDateAt(at),
  );
  const missing = postings.map(({ place, to, ...posting }) => ({ ...posting, from: to, parts: { place, to } }));
  await openMissingObligations(database, 'POSTING_ENDED', missing, at);
}
