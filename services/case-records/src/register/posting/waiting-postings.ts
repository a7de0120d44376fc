import { prismaSql } from '@nuangong/database';
import { localDateAt } from '@nuangong/primitives';
import type { CaseRecordsContext } from '../../builder.ts';

/** What somebody has to do about a posting. */
export type PostingWait = 'TO_OPEN' | 'OBJECTION' | 'TO_CONFIRM';

const conditions: Readonly<Record<PostingWait, string>> = {
  TO_OPEN: `activated_at is null and withdrawn_at is null and ends_on < today.day
    and (confirmed_at is not null or not posting_entered_afterwards(starts_on, published_at))`,
  OBJECTION: `exists (select from objection o where o.posting_id = p.id and o.answered_at is null)`,
  TO_CONFIRM: `activated_at is null and withdrawn_at is null and confirmed_at is null
    and published_by <> access.staff() and posting_entered_afterwards(starts_on, published_at)`,
};

/** The postings within sight about which this has to be done today, as they are counted for the landing page. */
export async function waitingPostings(context: CaseRecordsContext, wait: PostingWait): Promise<readonly string[]> {
  const rows = await prismaSql(context.tx)<{ id: string }>(
    `select p.id::text as id from public_posting p, (select $1::date as day) as today where ${conditions[wait]}`,
    localDateAt(context.parts.clock()),
  );
  return rows.map(({ id }) => id);
}
