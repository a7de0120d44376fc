/**
 * SQL for the gate of an outbox: the oldest transaction that may still commit events into this database. Rows of
 * transactions before it are complete: whatever has a smaller position is visible or will never be. (Positions are
 * given before the commit, so that they become visible out of order.)
 *
 * Transactions of other databases of the server are running in every snapshot too, and cannot hold events of this one:
 * a backup or a replay next door must not stop the events here. A running transaction whose session is not found is
 * taken for one of ours.
 */
export const gate = `(
  select coalesce(
    (select running.xid from pg_snapshot_xip(pg_current_snapshot()) as running(xid)
     where running.xid::xid not in (
       select held.transactionid from pg_locks as held join pg_stat_activity as session on session.pid = held.pid
       where held.locktype = 'transactionid' and held.mode = 'ExclusiveLock' and session.datname <> current_database())
     order by running.xid limit 1),
    pg_snapshot_xmax(pg_current_snapshot())))`;
