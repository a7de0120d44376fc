import { readOutboxState, type OutboxState } from '@nuangong/event-bus';
import type { RunningEvents } from '@nuangong/subgraph';
import type { TransactionClient } from '../transaction-client.ts';
import { countByType } from './dead-letter.ts';

/** How far a service has come in what it tells and in what it hears. */
export interface ServiceEvents {
  readonly service: string;
  readonly outbox: OutboxState;
  /** Null where the service reacts to no events. */
  readonly consumer: ServiceConsumer | null;
  /** The dead letters that wait within the reader's subtree, by type. */
  readonly waitingByType: readonly { readonly type: string | null; readonly waiting: number }[];
}

export interface ServiceConsumer {
  readonly name: string;
  readonly lastHandledAt: Date | null;
  /** How long the event last handled had waited since it happened, in seconds. */
  readonly lagSeconds: number | null;
  /** Null where the transport does not answer. */
  readonly backlogEvents: number | null;
  readonly backlogSeconds: number | null;
}

/** Reads where a service stands: three statements of its database, and what the transport says. */
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
