import { runStatement, type SqlClient } from '../sql-client.ts';
import { gate } from './gate.ts';

/** How far a service's outbox is behind. */
export type OutboxState = {
  readonly unsent: number;
  /** How long the oldest unsent event has waited, in seconds; 0 when there is none. */
  readonly oldestUnsentSeconds: number;
  /**
   * Unsent events that wait for an older transaction to end; a high number over a long time means a transaction left
   * open.
   */
  readonly heldBack: number;
  /**
   * The session whose transaction they wait for; undefined if nothing is held back or the transaction has just ended.
   */
  readonly heldBackBy: GateHolder | undefined;
};

/** A session whose open transaction holds events back. Details of another role's session are hidden: null. */
export type GateHolder = {
  readonly pid: number;
  readonly application: string;
  /** PostgreSQL's state: `active`, `idle in transaction`, … */
  readonly state: string | null;
  /** How long its transaction has been open, in seconds. */
  readonly openSeconds: number | null;
};

/** Reads the outbox state in one statement, for a page, a metric or an alert. */
export async function readOutboxState(client: SqlClient): Promise<OutboxState> {
  const [row] = await runStatement(
    client,
    `with gate as materialized (select ${gate} as xid),
     behind as (
       select count(*)::float8 as unsent,
         coalesce(extract(epoch from clock_timestamp() - min(recorded_at)), 0)::float8 as oldest_unsent_seconds,
         count(*) filter (where transaction_id >= (select xid from gate))::float8 as held_back
       from outbox where sent_at is null)
     select behind.*, holder.pid, holder.application_name as application, holder.state,
       extract(epoch from clock_timestamp() - holder.xact_start)::float8 as open_seconds
     from behind left join lateral (
       select session.* from pg_locks as held join pg_stat_activity as session on session.pid = held.pid
       where held_back > 0 and held.locktype = 'transactionid' and held.mode = 'ExclusiveLock'
         and held.transactionid = (select xid::xid from gate)
       limit 1) as holder on true`,
    [],
  );
  return {
    unsent: Number(row?.['unsent'] ?? 0),
    oldestUnsentSeconds: Number(row?.['oldest_unsent_seconds'] ?? 0),
    heldBack: Number(row?.['held_back'] ?? 0),
    heldBackBy: row?.['pid'] == null ? undefined : toGateHolder(row),
  };
}

function toGateHolder(row: Readonly<Record<string, unknown>>): GateHolder {
  return {
    pid: Number(row['pid']),
    application: String(row['application'] ?? ''),
    state: typeof row['state'] === 'string' ? row['state'] : null,
    openSeconds: row['open_seconds'] === null ? null : Number(row['open_seconds']),
  };
}
