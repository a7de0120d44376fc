import type { RunSql } from '@nuangong/database';
import { lapseObligations, meetObligations } from '@nuangong/obligations';

interface EmptiedPosting {
  readonly id: string;
  /** Whether any of its files was opened. */
  readonly opened: boolean;
}

/**
 * Ends the obligations of postings that no posted file is left of, however the last one left: met if one was opened,
 * else lapsed, because nothing is left to open. At most three statements, for any number.
 */
export async function endEmptiedPostings(run: RunSql, postingIds: readonly string[], at: Date): Promise<void> {
  if (postingIds.length === 0) return;
  const emptied = await run<EmptiedPosting>(emptiedStatement, postingIds);
  const met = emptied.filter(({ opened }) => opened);
  await meetObligations(
    run,
    'POSTING_ENDED',
    met.map(({ id }) => ({ recordId: id, byId: id, byType: 'PublicPosting' })),
    at,
  );
  const lapsed = emptied.filter(({ opened }) => !opened);
  await lapseObligations(
    run,
    'POSTING_ENDED',
    lapsed.map(({ id }) => id),
    'RECORD_ENDED',
    at,
  );
}

const emptiedStatement = `
  select p.id::text as id, exists (select from posting_file f where f.posting_id = p.id and f.left_for = 'ACTIVE') as opened
  from public_posting p where p.id = any($1::uuid[])
    and not exists (select from posting_file f where f.posting_id = p.id and f.left_at is null)`;
