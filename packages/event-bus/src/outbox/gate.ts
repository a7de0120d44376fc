/**
 * SQL for the gate of an outbox: the oldest transaction that may still commit events into this database. Rows of
 * earlier transactions are complete: every smaller position is visible or never will be. (Positions are assigned before
 * the commit, so they become visible out of order.)
 *
 * Transactions of other databases on the server are in every snapshot too, but cannot hold events of this one: a backup
 * or a replay in another database must not stop the events here. A running transaction whose session is not found is
 * assumed to belong to this database.
 */
export const gate = `(
  select coalesce(
    (select running.xid from pg_snapshot_xip(pg_current_snapshot()) as running(xid)
     where running.xid::xid not in (
       select held.transactionid from pg_locks as held join pg_stat_activity as session on session.pid = held.pid
       where held.locktype = 'transactionid' and held.mode = 'ExclusiveLock' and session.datname <> current_database())
     order by running.xid limit 1),
    pg_snapshot_xmax(pg_current_snapshot())))`;
