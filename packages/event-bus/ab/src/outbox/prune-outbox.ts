import type { Pool } from 'pg';

/** Sent events are kept this long, to look at; the transport keeps every event for good. */
export const keepSentDays = 7;

/** Rows removed by one statement, so that none holds its locks for long. */
const pruneBatch = 5_000;

/** Removes events sent more than `keepDays` days ago, a batch after the other. Gives how many. */
export async function pruneOutbox(pool: Pool, keepDays: number = keepSentDays): Promise<number> {
  let pruned = 0;
  while (true) {
    const { rowCount } = await pool.query(
      `delete from outbox where position in (
         select position from outbox where sent_at < clock_timestamp() - make_interval(days => $1)
         order by sent_at limit $2)`,
      [keepDays, pruneBatch],
    );
    pruned += rowCount ?? 0;
    if ((rowCount ?? 0) < pruneBatch) return pruned;
  }
}
