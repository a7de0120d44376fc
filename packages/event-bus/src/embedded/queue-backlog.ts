import type { Pool } from 'pg';
import type { Backlog } from '../transport/backlog.ts';

/** The events in the group's queue, plus the whole archive of topics that the group has never subscribed to. */
const selectBacklog = `
  select sum(waiting.events)::float8 as events,
    extract(epoch from clock_timestamp() - min(waiting.since))::float8 as oldest_seconds
  from (
    select count(*) as events, min(created_on) as since
    from event_queue.job where name = $1 and state < 'completed'
    union all
    select count(*), min(archived_at)
    from events.event_archive as archive
    where topic = any($2::text[]) and not exists (
      select from events.event_subscription as subscription
      where subscription.group_name = $1 and subscription.topic = archive.topic)
  ) as waiting`;

/** Reads how many events wait for a group, and since when; one statement. */
export async function readQueueBacklog(pool: Pool, group: string, topics: readonly string[]): Promise<Backlog> {
  const { rows } = await pool.query<{ events: number; oldest_seconds: number | null }>(selectBacklog, [group, topics]);
  const { events, oldest_seconds: oldest } = rows[0] ?? { events: 0, oldest_seconds: null };
  return { events, oldestSeconds: oldest === null ? null : Math.max(oldest, 0) };
}
