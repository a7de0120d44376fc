import { runStatement, type SqlClient } from '../sql-client.ts';

/** How far a service's outbox is behind. */
export type OutboxState = {
  readonly unsent: number;
  /** How long the oldest unsent event has waited, in seconds; 0 when there is none. */
  readonly oldestUnsentSeconds: number;
  /** Of the unsent, those that wait for an older transaction to end: many, for long, is a transaction left open. */
  readonly heldBack: number;
};

/** Reads how far the outbox is behind: for a page, a metric or an alert. */
export async function readOutboxState(client: SqlClient): Promise<OutboxState> {
  const [row] = await runStatement(
    client,
    `select count(*)::float8 as unsent,
       coalesce(extract(epoch from clock_timestamp() - min(recorded_at)), 0)::float8 as oldest_unsent_seconds,
       count(*) filter (where transaction_id >= pg_snapshot_xmin(pg_current_snapshot()))::float8 as held_back
     from outbox where sent_at is null`,
    [],
  );
  return {
    unsent: Number(row?.['unsent'] ?? 0),
    oldestUnsentSeconds: Number(row?.['oldest_unsent_seconds'] ?? 0),
    heldBack: Number(row?.['held_back'] ?? 0),
  };
}
