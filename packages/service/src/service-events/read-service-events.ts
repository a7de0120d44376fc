import { readOutboxState, type OutboxState } from '@nuangong/event-bus';
import type { RunningEvents } from '@nuangong/subgraph';
import type { TransactionClient } from '../transaction-client.ts';
import { countByType } from './dead-letter.ts';

/** The state of a service's published and consumed events. */
export interface ServiceEvents {
  readonly service: string;
  readonly outbox: OutboxState;
  /** Null if the service has no reactions. */
  readonly consumer: ServiceConsumer | null;
  /** The waiting dead letters within the reader's subtree, by type. */
  readonly waitingByType: readonly { readonly type: string | null; readonly waiting: number }[];
}

export interface ServiceConsumer {
  readonly name: string;
  readonly lastHandledAt: Date | null;
  /** How long the last handled event had waited since it happened, in seconds. */
  readonly lagSeconds: number | null;
  /** Null if the transport does not answer. */
  readonly backlogEvents: number | null;
  readonly backlogSeconds: number | null;
}

/** Reads the state of a service's events: three statements of its database, and the transport's answer. */
export async function readServiceEvents(
  service: string,
  tx: TransactionClient,
  events: Pick<RunningEvents<unknown>, 'consumer' | 'backlog'>,
  scope: string,
): Promise<ServiceEvents> {
  const backlog = events.consumer === null ? null : events.backlog();
  const outbox = await readOutboxState(tx);
  const waitingByType = await countByType(tx, scope);
  if (events.consumer === null) return { service, outbox, consumer: null, waitingByType };
  const [last] = (await tx.$queryRawUnsafe(
    `select handled_at, greatest(extract(epoch from handled_at - uuid_extract_timestamp(event_id)), 0)::float8 as lag
     from inbox where consumer = $1 order by event_id desc limit 1`,
    events.consumer,
  )) as readonly { handled_at: Date; lag: number | null }[];
  const waiting = await backlog;
  const consumer: ServiceConsumer = {
    name: events.consumer,
    lastHandledAt: last?.handled_at ?? null,
    lagSeconds: last?.lag ?? null,
    backlogEvents: waiting?.events ?? null,
    backlogSeconds: waiting?.oldestSeconds ?? null,
  };
  return { service, outbox, consumer, waitingByType };
}
