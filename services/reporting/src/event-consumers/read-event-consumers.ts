import { readOutboxState } from '@nuangong/event-bus';
import type { Transaction } from '../builder.ts';
import { letterWithin } from './list-dead-letters.ts';

/** How far a consumer of events has come. */
export interface EventConsumer {
  readonly name: string;
  readonly lastHandledAt: Date | null;
  /** How long the event last handled had waited since it happened, in seconds. */
  readonly lagSeconds: number | null;
  readonly deadLetters: number;
  readonly unsent: number;
}

/** The consumer of this service: what it handled last, how late, and how many dead letters wait within the subtree. */
export async function readEventConsumers(tx: Transaction, scope: string): Promise<readonly EventConsumer[]> {
  const [last] = await tx.$queryRaw<readonly { handled_at: Date; lag: number | null }[]>`
    select handled_at,
      greatest(extract(epoch from handled_at - uuid_extract_timestamp(event_id)), 0)::float8 as lag
    from inbox where consumer = 'reporting' order by event_id desc limit 1`;
  const [letters] = await tx.$queryRaw<readonly { waiting: number }[]>`
    select count(*)::int as waiting from dead_letter
    where replayed_at is null and ${letterWithin(scope)}`;
  const outbox = await readOutboxState({ $queryRawUnsafe: (sql, ...values) => tx.$queryRawUnsafe(sql, ...values) });
  return [
    {
      name: 'reporting',
      lastHandledAt: last?.handled_at ?? null,
      lagSeconds: last?.lag ?? null,
      deadLetters: letters?.waiting ?? 0,
      unsent: outbox.unsent,
    },
  ];
}
