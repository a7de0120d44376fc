import type { Pool } from 'pg';

/** How many days sent events are kept for inspection; the transport keeps every event permanently. */
export const keepSentDays = 7;

/** Rows deleted per statement, so that none holds its locks for long. */
const pruneBatch = 5_000;

/** Deletes events sent more than `keepDays` days ago, batch by batch. Returns how many. */
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
