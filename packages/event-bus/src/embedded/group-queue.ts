import type { PgBoss } from 'pg-boss';
import type { PoolClient } from 'pg';
import type { ArchivedEvent } from './event-archive.ts';

/** The content of a job in a group's queue. */
export type QueuedEvent = { readonly envelope: unknown };

const tenYearsSeconds = 10 * 365 * 24 * 3600;

/**
 * Creates the queue of a group if it is missing. `key_strict_fifo`: one event of a key at a time, in order. An event
 * never fails permanently here (its consumer makes it a dead letter), so retries are practically unlimited; a copy that
 * dies while handling is detected by its missing heartbeat.
 */
export async function createGroupQueue(boss: PgBoss, group: string): Promise<void> {
  const settings = {
    retryLimit: 1_000_000,
    retryDelay: 1,
    heartbeatSeconds: 10,
    expireInSeconds: 3600,
    retentionSeconds: tenYearsSeconds,
    deleteAfterSeconds: 300,
  };
  if (await boss.getQueue(group)) return;
  await boss.createQueue(group, { ...settings, policy: 'key_strict_fifo' });
}

/** Puts events into a group's queue, inside the transaction that archives them. */
export async function enqueue(
  boss: PgBoss,
  group: string,
  events: readonly ArchivedEvent[],
  client: PoolClient,
): Promise<void> {
  await boss.insert(
    group,
    events.map((event) => ({
      id: jobIdOf(event.position),
      singletonKey: event.key,
      data: { envelope: event.envelope } satisfies QueuedEvent,
    })),
    { db: { executeSql: (text, values) => client.query(text, values) } },
  );
}

/** Jobs created in one transaction have the same creation time; ids that grow with the position order them. */
function jobIdOf(position: string): string {
  const digits = BigInt(position).toString(16).padStart(16, '0');
  return `00000000-0000-7000-8${digits.slice(1, 4)}-${digits.slice(4)}`;
}
